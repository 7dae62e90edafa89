"""Operations: request bodies, responses, links, and webhooks."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.documented import Documented
from specmill.model.long_running import LongRunning, Waiting
from specmill.model.media import MediaUpload
from specmill.model.models import UNSET, Docs, Field, JsonValue, Unset
from specmill.model.pagination import Pagination
from specmill.model.parameters import Parameter
from specmill.model.types import NULL, Anything, TypeRef, UnionOf
from specmill.values import dataclass


class BodyKind(StrEnum):
    """How a request body is put on the wire."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"
    JSON_LINES = "json-lines"
    """One JSON text on each line."""
    JSON_SEQUENCE = "json-sequence"
    """JSON texts that begin with a record separator (RFC 7464)."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a field of a form travels (OpenAPI 3.1, Encoding Object)."""

    wire: str
    """Wire name of the field."""
    media_types: tuple[str, ...] = ()
    """What it may be, the default first; empty where the type of the field tells."""
    style: str = ""
    """Empty where the spec says nothing of style and explode."""
    explode: bool = True
    item_styles: tuple[str, ...] = ()
    """How the arrays in an array are written, the outer ones first; empty for JSON."""
    allow_reserved: bool = False
    headers: tuple[Parameter, ...] = ()
    """Headers of the part."""
    constant_headers: tuple[tuple[str, str], ...] = ()
    """Headers of the part that have one value only."""


EVERYTHING = "*"
"""Stands for the names of all fields of a body, where its own values are secrets."""


@dataclass(frozen=True, slots=True)
class Body:
    """The request body of an operation; the type of a stream is that of its items."""

    kind: BodyKind
    media_type: str
    type: TypeRef
    required: bool
    docs: Docs = Docs()
    parts: tuple[Field, ...] = ()
    """The parts of a multipart body, each a parameter of the method."""
    secrets: tuple[str, ...] = ()
    """Wire names of the fields, however deep, that are never shown; ``*`` is all there is."""
    encodings: tuple[Encoding, ...] = ()
    """Fields of a form that do not travel as their types tell."""
    alternatives: tuple[Body, ...] = ()
    """Other media types that it may be sent as, in the order of the spec."""
    default: JsonValue | Unset = UNSET
    bounds: Bounds = NO_BOUNDS
    """What its schema asks where no model does."""

    @property
    def all_encodings(self) -> tuple[Encoding, ...]:
        """The encodings of this form, then those of fields in others that it may be sent as."""
        known: dict[str, Encoding] = {}
        for body in (self, *self.alternatives):
            for encoding in body.encodings:
                known.setdefault(encoding.wire, encoding)
        return tuple(known.values())


class ResponseKind(StrEnum):
    """How a response body is read."""

    JSON = "json"
    TEXT = "text"
    BINARY = "binary"
    EVENTS = "events"
    """Server-sent events."""
    JSON_LINES = "json-lines"
    """One JSON text on each line."""
    JSON_SEQUENCE = "json-sequence"
    """JSON texts that begin with a record separator (RFC 7464)."""
    ANY = "any"
    """As its Content-Type says: the spec tells of no media type, or of any."""
    LOCATION = "location"
    """The address that a redirect leads to."""
    NONE = "none"


REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
"""Statuses that lead to another address (RFC 9110, section 15.4)."""

STREAMS = frozenset({ResponseKind.EVENTS, ResponseKind.JSON_LINES, ResponseKind.JSON_SEQUENCE})
"""What comes item by item."""


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header that responses declare (Header Object)."""

    wire: str
    statuses: tuple[str, ...]
    """Those of the responses that have it."""
    type: TypeRef
    required: bool = False
    docs: Docs = Docs()
    bounds: Bounds = NO_BOUNDS


@dataclass(frozen=True, slots=True)
class Response:
    """A response: ``status`` is a code, a range such as ``4XX`` or ``default``.

    The type of a stream is that of its items; None stands for events as they come.
    """

    status: str
    kind: ResponseKind
    media_type: str = ""
    type: TypeRef | None = None
    docs: Docs = Docs()
    others: tuple[str, ...] = ()
    """Other media types of the same content."""
    events: tuple[tuple[str, TypeRef], ...] = ()
    """Names of events to what their data is, where they differ."""
    wrapped: bool = False
    """Each item of the stream is the ``result`` of an object that may have an ``error`` instead."""
    default: JsonValue | Unset = UNSET
    bounds: Bounds = NO_BOUNDS
    """What its schema asks where no model does."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: an HTTP request with its parameters, body and responses."""

    id: str
    name: str
    """Method name in its resource, as words: ``worker messages``."""
    resource: tuple[str, ...]
    """Names of the resources that lead to it; empty for a method of the client itself."""
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    response: Response | None = None
    """What a successful call gives; of several that carry something, the first."""
    answers: tuple[Response, ...] = ()
    """Every successful response by status, where they differ."""
    outcomes: tuple[Response, ...] = ()
    """Statuses below 400 that are no success, and no error either, such as 304."""
    errors: tuple[Response, ...] = ()
    response_headers: tuple[ResponseHeader, ...] = ()
    """What its responses declare besides their media types."""
    pagination: Pagination | None = None
    page_hint: str = ""
    """The declaration that would make pages of a list whose parameters look like paging."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers that have one value only, which nobody needs to say: wire name and value."""
    media_upload: MediaUpload | None = None
    media_download: bool = False
    """It answers media, which is asked for with ``alt=media`` and read bit by bit."""
    form_of: str = ""
    """Pointer of the operation that this one is with a body, or an answer, of another form."""
    stream_flag: str = ""
    """Wire name of the field of the body that asks for a stream."""
    long_running: LongRunning | None = None
    waiting: Waiting | None = None
    """What the method waits for that repeats the operation ``form_of``; None for any other."""
    idempotency_key: str = ""
    """Wire name of the header that makes a repeat of this request safe; empty without one."""
    idempotent: bool | None = None
    """Whether the server may get this request twice; None for what its method means."""
    final: tuple[int | str, ...] = ()
    """Statuses and codes of errors after which another try is of no use, besides the API's own."""
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of credential names; None when the API's own apply."""
    scopes: tuple[str, ...] = ()
    """OAuth 2.0 scopes that the alternatives name; usually one of them is enough."""
    granted: tuple[str, ...] = ()
    """OAuth 2.0 scopes of the first alternative that names any: a token with them is enough. None
    where clients do not fetch tokens.
    """
    server: str = ""
    """Base URL of this operation alone; empty when the API's own applies."""
    tags: tuple[str, ...] = ()
    """Names of its tags besides the one that places it."""
    links: tuple[Link, ...] = ()
    docs: Docs = Docs()
    pointer: str = ""
    unbound: bool = False
    """Nothing tells how it travels: method and path are stand-ins, and no client can call it."""
    documented: Documented | None = None
    """What a reference page says of it; None for an operation of any other family."""

    @property
    def is_further_method(self) -> bool:
        """Whether the spec's operation is another one: this is its media, or another form of it."""
        return self.media_download or bool(self.form_of)

    @property
    def form_media_type(self) -> str:
        """Media type of the body, or of the answer, that makes this another form."""
        if not self.form_of or self.waiting is not None:
            return ""
        if self.takes_other_body:
            return self.body.media_type if self.body is not None else ""
        return self.response.media_type if self.response is not None else ""

    @property
    def takes_other_body(self) -> bool:
        """Whether it is its body that makes this another form."""
        return bool(self.form_of) and self.pointer.startswith(f"{self.form_of}/requestBody/")

    @property
    def returns(self) -> TypeRef | None:
        """What a successful call gives, over all of its answers; None for nothing."""
        responses = self.answers or ((self.response,) if self.response is not None else ())
        types = [one.type or NULL for one in responses]
        if any(isinstance(one, Anything) for one in types):
            return Anything()
        known = tuple(dict.fromkeys(types))
        if len(known) < 2:
            return responses[0].type if responses else None
        return UnionOf(known)


@dataclass(frozen=True, slots=True)
class LinkedValue:
    """What of a request or its answer another operation takes."""

    name: str
    """Wire name of the parameter; empty for the body."""
    source: str
    """Where it is: ``body`` and ``header`` of the answer, ``request.body``, ``request.path`` and
    the like, ``url``, ``method``, ``status``, or ``value`` for a constant.
    """
    path: str
    """Which one there: a header, a parameter, a JSON Pointer; or the constant."""


@dataclass(frozen=True, slots=True)
class Link:
    """What may be called with what came (Link Object)."""

    name: str
    operation: str
    """Id of the operation."""
    resource: tuple[str, ...]
    """Where the operation is."""
    pointer: str
    """The operation's."""
    values: tuple[LinkedValue, ...] = ()
    docs: Docs = Docs()


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the service sends to its user: a webhook, or a callback of an operation."""

    key: str
    """Its name in ``webhooks``; operation id and name of a callback, with a dot between."""
    name: str
    group: str
    """What it is about, as words; empty where the spec does not say."""
    method: str
    payload: Body | None = None
    headers: tuple[Parameter, ...] = ()
    """Its parameters, most of them headers."""
    operation: str = ""
    """Id of the operation that it calls back; empty for a webhook."""
    docs: Docs = Docs()
    pointer: str = ""
