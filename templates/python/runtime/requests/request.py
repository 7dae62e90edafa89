"""An operation as a value, for sync and async alike: what to send, how to read the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeGuard, TypeVar

from ..data.omission import omit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from ..calls.call import Call, Exchanges
    from ..calls.configuration import Configuration
    from ..calls.outcomes import Outcome
    from ..calls.responses import AsyncStreamedResponse, Response, StreamedResponse
    from ..pages.pagination import Pagination
    from .options import RequestOptions

T = TypeVar("T")
ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
WorkT = TypeVar("WorkT")
AsyncWorkT = TypeVar("AsyncWorkT")
MediaT = TypeVar("MediaT")
AsyncMediaT = TypeVar("AsyncMediaT")
StreamT = TypeVar("StreamT")
AsyncStreamT = TypeVar("AsyncStreamT")

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

Reads: TypeAlias = Literal["json", "json-sequence", "text", "binary", "none"]
"""How a response body is read."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How the body of a response is read."""

    returns: Any = None
    """Its type; None reads as plain JSON."""
    reads: Reads = "json"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One request of an operation whose response is a ``T``."""

    operation_id: str
    route: str
    """Method and URL template, with the wire names of the path parameters in braces:
    ``GET /jobs/{job_id}``.
    """
    path_params: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    query: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    headers: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    cookies: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    styles: Mapping[str, Style] = field(default_factory=dict[str, Style], kw_only=True)
    """Styles of the parameters that do not have their place's default; the key of a parameter that
    has a namesake in another place begins with its own: ``query:ids``.
    """
    formats: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    """Types, such as ``SecondsDuration``, of the parameters that they, or their items, encode by;
    keys as above.
    """
    objects: tuple[str, ...] = field(default=(), kw_only=True)
    """Parameters that may be an object; any other refuses one. Keys as above."""
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
    """Wire names of the fields of the body that are never shown."""
    media_type: str = field(default="application/json", kw_only=True)
    encodings: Mapping[str, FieldEncoding] = field(
        default_factory=dict[str, FieldEncoding], kw_only=True
    )
    """Those of the fields of a body that is a form, where they are not the default."""
    multipart: Multipart | None = field(default=None, kw_only=True)
    returns: Any = field(default=None, kw_only=True)
    """The type ``T`` at run time; None reads as plain JSON."""
    reads: Reads = field(default="json", kw_only=True)
    answers: Mapping[str, ReadAs] = field(default_factory=dict[str, ReadAs], kw_only=True)
    """Statuses to how their response is read, where that differs; keys as of ``errors``."""
    accept: str = field(default="application/json", kw_only=True)
    errors: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    """Statuses to the type of their error's body: codes, ranges or ``default``, such as
    ``403 404 5XX``.
    """
    idempotency_key: str = field(default="", kw_only=True)
    """Name of the header that lets the server recognize a repeated request."""
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

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.route.partition(" ")[0]

    @property
    def path(self) -> str:
        """The URL template; empty where there is an ``address`` or a ``link``."""
        return self.route.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class PagedRequest(Request[BodyT], Generic[ItemT, BodyT]):
    """A request for one page of ``ItemT``, read as a ``BodyT``."""

    pages: Pagination = field(kw_only=True)


class WorkRequest(Request[BodyT], Generic[WorkT, AsyncWorkT, BodyT]):
    """A request whose answer, a ``BodyT``, describes work that goes on after it."""

    __slots__ = ()

    def follow(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: Callable[[Request[Any], RequestOptions], Response[Any]],
    ) -> WorkT:
        """Make what the work is watched by."""
        raise NotImplementedError

    def follow_async(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: Callable[[Request[Any], RequestOptions], Awaitable[Response[Any]]],
    ) -> AsyncWorkT:
        """Make its async twin."""
        raise NotImplementedError

    def about(self, name: str) -> Request[BodyT]:
        """Return a request that asks about work which was started earlier.

        Raises:
            ValueError: The name is of no such work.
        """
        raise NotImplementedError


class MediaRequest(Request[T]):
    """A request that may carry media beside its body, in one exchange or in several."""

    __slots__ = ()

    @property
    def carries_media(self) -> bool:
        """Whether there is any; without, it is sent as any other."""
        raise NotImplementedError

    def begin(
        self, configuration: Configuration, options: RequestOptions | None
    ) -> Call[T] | Exchanges[T]:
        """Look at the media and choose how it travels."""
        raise NotImplementedError


class DeferredRequest(Request[bytes], Generic[MediaT, AsyncMediaT]):
    """A request for media, which is sent when the media is read."""

    __slots__ = ()

    def open(
        self,
        configuration: Configuration,
        options: RequestOptions | None,
        exchange: Callable[[Call[Any]], httpx2.Response],
    ) -> MediaT:
        """Make what the media is read from."""
        raise NotImplementedError

    def open_async(
        self,
        configuration: Configuration,
        options: RequestOptions | None,
        exchange: Callable[[Call[Any]], Awaitable[httpx2.Response]],
    ) -> AsyncMediaT:
        """Make its async twin."""
        raise NotImplementedError


class StreamedRequest(Request[ItemT], Generic[ItemT, StreamT, AsyncStreamT]):
    """A request whose answer comes as one ``ItemT`` after the other."""

    __slots__ = ()

    def open(self, outcome: Outcome[ItemT], response: StreamedResponse) -> StreamT:
        """Make the stream of a successful response whose body is still to be read."""
        raise NotImplementedError

    def open_async(self, outcome: Outcome[ItemT], response: AsyncStreamedResponse) -> AsyncStreamT:
        """Make the async stream of such a response."""
        raise NotImplementedError


def refuse_stream(request: Request[Any]) -> None:
    """Refuse to hold in memory with the rest of its response what comes bit by bit.

    Raises:
        TypeError: The request is for media or for a stream.
    """
    if isinstance(request, DeferredRequest | StreamedRequest):
        what = "media" if isinstance(request, DeferredRequest) else "a stream"
        raise TypeError(f"{what} comes bit by bit: client.stream(…) gives its status and headers")


def is_paged(request: Request[Any]) -> TypeGuard[PagedRequest[Any, Any]]:
    """Tell whether a request is for a page of a list."""
    return isinstance(request, PagedRequest)


def starts_work(request: Request[Any]) -> TypeGuard[WorkRequest[Any, Any, Any]]:
    """Tell whether a request starts work that goes on after its response."""
    return isinstance(request, WorkRequest)


def has_media(request: Request[T]) -> TypeGuard[MediaRequest[T]]:
    """Tell whether a request is to carry media."""
    return isinstance(request, MediaRequest) and request.carries_media
