"""Requests of operations as values: what to send, how to read the answer; for sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from ..data.omission import omit
from ..records import dataclass, field

T = TypeVar("T")

Style: TypeAlias = Literal[
    "repeat",
    "csv",
    "ssv",
    "tsv",
    "pipes",
    "deepObject",
    "json",
    "json-text",
    "simple",
    "simple*",
    "label",
    "label*",
    "matrix",
    "matrix*",
    "segments",
    "cookie",
    "cookie*",
    "querystring",
    "querystring-json",
]
"""How a list or an object is written as a parameter (OpenAPI 3.1, Style Values).

``repeat`` is form with explode, ``csv`` form without; ``ssv`` and ``pipes`` are spaceDelimited and
pipeDelimited. A star means explode for the styles of paths and headers. ``segments`` is simple
with slashes that stay; ``json-text`` is JSON but for what is text already. ``querystring`` is the
whole query (OpenAPI 3.2).
"""

Reads: TypeAlias = Literal["json", "json-sequence", "text", "binary", "any", "location", "none"]
"""How a response body is read: ``any`` by its Content-Type. ``location`` is no body, but the
address that a redirect leads to; it is not followed.
"""


def _nothing() -> dict[str, Any]:
    """Return what a request has where it has nothing; ``dict[str, Any]()`` takes long."""
    return {}


@dataclass(frozen=True)
class ReadAs:
    """How the body of a response is read."""

    returns: Any = None
    """Its type; None reads as plain JSON."""
    reads: Reads = "json"


@dataclass(frozen=True)
class FieldEncoding:
    """How a field of a form is written (OpenAPI 3.1, Encoding Object)."""

    media_types: tuple[str, ...] = ()
    """Of a part: what it may be, the default first; empty where the value tells."""
    style: Style | None = field(default=None, kw_only=True)
    """None for the default."""
    format: Any = field(default=None, kw_only=True)
    """Type, such as ``SecondsDuration``, that a part or its items are encoded by; None for none."""
    reserved: bool = field(default=False, kw_only=True)
    """It keeps reserved characters."""
    headers: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    """Headers of the part; those that are omitted are left out."""


@dataclass(frozen=True)
class FormQuery:
    """A whole query that is a form (OpenAPI 3.2), as the format of its parameter."""

    encodings: Mapping[str, FieldEncoding]
    """Those of the fields that do not travel as those of forms do."""


@dataclass(frozen=True, kw_only=True)
class Multipart:
    """A multipart/form-data body; values that are omitted leave their part out."""

    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Parts whose text stands for itself; bytes and open files among them are files."""
    files: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Part name to file content, or to a list of them; text is a path."""
    untyped: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Parts of no declared type: bytes and files travel as files, mappings and lists as JSON."""
    encodings: Mapping[str, FieldEncoding] = field(default_factory=dict[str, FieldEncoding])
    """Those of the parts that are not written as their values tell."""


@dataclass(frozen=True)
class Request(Generic[T]):
    """One request of an operation whose response is a ``T``."""

    operation_id: str
    route: str
    """Method and URL template, with the wire names of the path parameters in braces:
    ``GET /jobs/{job_id}``.
    """
    name: str = field(default="", kw_only=True)
    """Resource and method, such as ``orders.create``; empty where the operationId ends so."""
    path_params: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    query: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    headers: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    cookies: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    styles: Mapping[str, Style] = field(default_factory=_nothing, kw_only=True)
    """Styles of the parameters that do not have their place's default; the key of a parameter that
    has a namesake in another place begins with its own: ``query:ids``.
    """
    formats: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    """Types, such as ``SecondsDuration``, of the parameters that they, or their items, encode by;
    keys as above.
    """
    objects: tuple[str, ...] = field(default=(), kw_only=True)
    """Parameters that may be an object, and ``ids[]`` whose items may be; all others refuse one.
    Keys as above.
    """
    reserved: tuple[str, ...] = field(default=(), kw_only=True)
    """Path and query parameters that keep reserved characters (RFC 6570, section 3.2.3)."""
    may_be_empty: tuple[str, ...] = field(default=(), kw_only=True)
    """Path parameters without which the path is no other operation's."""
    dot_segments: tuple[str, ...] = field(default=(), kw_only=True)
    """Path parameters whose values may have segments ``.`` and ``..``, such as keys of objects."""
    body: Any = field(default=omit, kw_only=True)
    """A model or plain JSON; None is null, omit is no body."""
    upload: Any = field(default=omit, kw_only=True)
    """File content that is the whole body."""
    body_type: Any = field(default=None, kw_only=True)
    """Type to encode the body by, where it is not a model."""
    secrets: tuple[str, ...] = field(default=(), kw_only=True)
    """Wire names of the fields of the body that are never shown; ``*`` is all that it has."""
    secret_parameters: tuple[str, ...] = field(default=(), kw_only=True)
    """Parameters whose values are never shown; keys as above."""
    media_type: str = field(default="application/json", kw_only=True)
    encodings: Mapping[str, FieldEncoding] = field(default_factory=_nothing, kw_only=True)
    """Those of the fields of a body that is a form, where they are not the default."""
    multipart: Multipart | None = field(default=None, kw_only=True)
    returns: Any = field(default=None, kw_only=True)
    """The type ``T`` at run time; None reads as plain JSON."""
    reads: Reads = field(default="json", kw_only=True)
    answers: Mapping[str, ReadAs] = field(default_factory=_nothing, kw_only=True)
    """Statuses to how their response is read, where that differs; keys as of ``errors``."""
    accept: str = field(default="application/json", kw_only=True)
    errors: Mapping[str, Any] = field(default_factory=_nothing, kw_only=True)
    """Statuses to the type of their error's body: codes, ranges or ``default``, such as
    ``403 404 5XX``.
    """
    idempotency_key: str = field(default="", kw_only=True)
    """Name of the header that lets the server recognize a repeated request."""
    idempotent: bool | None = field(default=None, kw_only=True)
    """Whether the server may get it twice, as the API says; None for what the method means."""
    final: tuple[int | str, ...] = field(default=(), kw_only=True)
    """Statuses and codes of errors that are final, besides those of the whole API."""
    security: tuple[tuple[str, ...], ...] | None = field(default=None, kw_only=True)
    """Alternatives of security schemes; None for the API's own, an empty tuple for none."""
    server: str = field(default="", kw_only=True)
    """Base URL of this operation alone; a relative one starts from the client's."""
    scopes: tuple[str, ...] = field(default=(), kw_only=True)
    """Scopes of OAuth 2.0 that a token which is fetched for this request is to have."""
    address: str = field(default="", kw_only=True)
    """The whole address, to which nothing is added, such as where an upload is to go on."""
    link: str = field(default="", kw_only=True)
    """Where a list goes on, as its server says; credentials go to the API's own origin alone."""
    obtains_token: bool = field(default=False, kw_only=True)
    """It goes to a server that gives tokens, which gets nothing that is meant for the API."""

    is_built_on: ClassVar[bool] = False
    """Whether clients make something of the answer, such as a page, which it must be fit for."""

    def hides_parameter(self, place: str, name: str) -> bool:
        """Tell whether the value of a parameter is never shown."""
        return name in self.secret_parameters or f"{place}:{name}" in self.secret_parameters

    @property
    def title(self) -> str:
        """The name that messages begin with: of the method, or the operationId that tells it."""
        return self.name or self.operation_id

    @property
    def has_content(self) -> bool:
        """Whether there is something to send as its body."""
        given = self.body is not omit or self.upload is not omit
        return given or self.multipart is not None

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.route.partition(" ")[0]

    @property
    def path(self) -> str:
        """The URL template; empty where there is an ``address`` or a ``link``."""
        return self.route.partition(" ")[2]
