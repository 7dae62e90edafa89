"""The typed model of one API: models, operations, resources and credentials.

Every noun has its wire name (``wire``, what travels) and its words (``name``, the code name that
naming chose, in the spelling of no language: targets turn it into theirs).
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.types import NULL, Anything, TypeRef, UnionOf
from specmill.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from specmill.model.documented import Documented, ReferencePage
    from specmill.model.entities import Entity
    from specmill.model.long_running import LongRunning
    from specmill.model.media import MediaUpload
    from specmill.model.oauth import OAuth
    from specmill.model.pagination import Pagination

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]


class Unset(StrEnum):
    """Type of :data:`UNSET`."""

    UNSET = "unset"


UNSET = Unset.UNSET
"""No default is declared (``None`` is a declared null)."""


@dataclass(frozen=True, slots=True)
class Docs:
    """What the spec says about a thing, as CommonMark."""

    summary: str = ""
    description: str = ""
    deprecated: bool = False
    url: str = ""
    """Where there is more to read (External Documentation Object); empty without such a place."""
    url_text: str = ""
    """What is said of that place."""


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value of an enumeration."""

    value: str | int | float | bool | None
    docs: Docs = Docs()


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an object model."""

    wire: str
    name: str
    type: TypeRef
    required: bool
    docs: Docs = Docs()
    default: JsonValue | Unset = UNSET
    read_only: bool = False
    write_only: bool = False
    bounds: Bounds = NO_BOUNDS
    constant: JsonValue | Unset = UNSET
    """The only value that there is."""
    secret: bool = False
    """A password or a token, which is never shown."""
    examples: tuple[JsonValue, ...] = ()


class ModelKind(StrEnum):
    """What a named model is."""

    OBJECT = "object"
    ENUM = "enum"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Model:
    """A named type: an object with fields, an enumeration, or a name for another type."""

    key: str
    """Unique in the API; the component's name, or the path of an inline schema."""
    wire: str
    name: str
    kind: ModelKind
    docs: Docs = Docs()
    fields: tuple[Field, ...] = ()
    extra: TypeRef | None = None
    """Type of the properties that are not declared; None when the spec does not speak of them."""
    values: tuple[EnumValue, ...] = ()
    target: TypeRef | None = None
    """What an alias or an enumeration stands for."""
    bounds: Bounds = NO_BOUNDS
    pointer: str = ""
    default: JsonValue | Unset = UNSET
    """Of a component: what holds wherever it is used and nothing else is said."""
    examples: tuple[JsonValue, ...] = ()


class ParameterPlace(StrEnum):
    """Where a parameter travels (OpenAPI 3.1, Parameter Object, ``in``)."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    wire: str
    name: str
    place: ParameterPlace
    type: TypeRef
    required: bool
    docs: Docs = Docs()
    default: JsonValue | Unset = UNSET
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    json: bool = False
    """The value travels as JSON text (``content: application/json``)."""
    bounds: Bounds = NO_BOUNDS
    constant: JsonValue | Unset = UNSET
    """The only value that there is."""


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
    allow_reserved: bool = False
    headers: tuple[Parameter, ...] = ()
    """Headers of the part."""
    constant_headers: tuple[tuple[str, str], ...] = ()
    """Headers of the part that have one value only."""


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
    """Wire names of the fields, however deep, that are never shown."""
    encodings: tuple[Encoding, ...] = ()
    """Fields of a form that do not travel as their types tell."""
    alternatives: tuple[Body, ...] = ()
    """Other media types that it may be sent as, in the order of the spec."""

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
    NONE = "none"


STREAMS = frozenset({ResponseKind.EVENTS, ResponseKind.JSON_LINES, ResponseKind.JSON_SEQUENCE})
"""What comes item by item."""


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
    errors: tuple[Response, ...] = ()
    pagination: Pagination | None = None
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
    idempotency_key: str = ""
    """Wire name of the header that makes a repeat of this request safe; empty without one."""
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
        if not self.form_of:
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
class NavigationGroup:
    """Resources that pages show under one heading (``x-tagGroups``)."""

    name: str
    resources: tuple[tuple[str, ...], ...]
    """Paths of resources at the top."""


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


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations, such as ``projects.locations.jobs``; may hold further resources."""

    path: tuple[str, ...]
    docs: Docs = Docs()
    operations: tuple[Operation, ...] = ()
    children: tuple[Resource, ...] = ()


class CredentialKind(StrEnum):
    """What a security scheme asks of the caller."""

    TOKEN = "token"
    API_KEY = "api-key"
    BASIC = "basic"
    LOGIN = "login"
    CERTIFICATE = "certificate"
    OTHER = "other"
    """Another scheme of HTTP, which the caller's own code knows."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Which answers ask for a new login: those with one of the statuses and one of the codes."""

    statuses: tuple[int, ...] = (401,)
    field: str = ""
    """Where the body of the answer holds the code, dots between names; empty for any body."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Login:
    """The request whose answer holds the value of a header."""

    operation: str
    """Id of the operation."""
    method: str
    path: str
    username: str
    """Wire name in the body."""
    password: str
    """Wire name in the body."""
    token: str
    """Where the answer holds the token, dots between names."""
    media_type: str = "application/json"
    prefix: str = ""
    """What stands before the token in the header."""
    renewal: Renewal = Renewal()
    server: str = ""
    """Base URL of the login alone; empty when the API's own applies."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A security scheme in the words of a caller."""

    scheme: str
    """Name of the security scheme in the spec."""
    kind: CredentialKind
    place: ParameterPlace = ParameterPlace.HEADER
    wire: str = "Authorization"
    scopes: tuple[tuple[str, str], ...] = ()
    """OAuth 2.0 scopes with their descriptions."""
    google: bool = False
    """Google's OAuth 2.0: application-default credentials work."""
    docs: Docs = Docs()
    login: Login | None = None
    """How to get it, for the kind of that name."""
    oauth: OAuth | None = None
    """How to get a token, where the spec says so."""
    http_scheme: str = ""
    """Name of the scheme in the header, for other schemes of HTTP."""

    @property
    def is_fetched(self) -> bool:
        """Whether clients can fetch its tokens; for Google's there is code of its own."""
        oauth = None if self.google else self.oauth
        return oauth is not None and (
            oauth.by_client or oauth.by_password or oauth.by_refresh_token
        )


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's URL that the caller may choose."""

    wire: str
    name: str
    default: str | int
    """A number where the spec's text is one, and so are all of ``values``."""
    values: tuple[str | int, ...] = ()
    """Those that the spec lists; empty when it lists none."""
    docs: Docs = Docs()


class ServerRole(StrEnum):
    """What a server is there for."""

    MAIN = "main"
    REGIONAL = "regional"
    """It keeps to the location that its variable names."""
    MTLS = "mtls"
    """It asks for a client certificate."""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL; its variables stand in braces."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    role: ServerRole = ServerRole.MAIN

    @property
    def default_url(self) -> str:
        """The URL with its variables at their defaults."""
        url = self.url
        for variable in self.variables:
            url = url.replace(f"{{{variable.wire}}}", str(variable.default))
        return url


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something of the source that is not in the output, and why."""

    what: str
    reason: str
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything that a target needs to know about one API."""

    key: str
    """The API's name in the workspace, such as ``kubeflow-pipelines-v2beta1``."""
    name: str
    """Words for the client's class: ``dataflow``."""
    title: str
    version: str
    docs: Docs = Docs()
    servers: tuple[Server, ...] = ()
    batch_path: str = ""
    """Path that takes many calls in one request (``multipart/mixed``); empty when there is none."""
    rpc_errors: bool = False
    """Its errors are a google.rpc.Status, in an envelope or bare."""
    models: dict[str, Model] = field(default_factory=dict)
    root: Resource = Resource(())
    common_parameters: tuple[Parameter, ...] = ()
    """Parameters that every operation takes; a target offers them once."""
    common_headers: tuple[tuple[str, str], ...] = ()
    """Headers of every operation that have one value only: wire name and value."""
    common_errors: tuple[Response, ...] = ()
    """Error responses that every operation has; left out of the operations."""
    credentials: tuple[Credential, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of credential names for operations without their own; None where the spec does
    not say.
    """
    groups: tuple[NavigationGroup, ...] = ()
    topics: tuple[tuple[str, Docs], ...] = ()
    """Tags that place no operation, with what is said of them."""
    skipped: tuple[Skipped, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    page: ReferencePage | None = None
    """The reference page that the API was read from; None for any other family."""
    resource_view: Callable[[], tuple[Entity, ...]] = field(
        default=tuple, repr=False, compare=False
    )
    """Gives the entities; the same ones whenever it is asked."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The resource view, which is put together for those that look at it.

        Raises:
            SpecmillError: The document says something impossible of an entity.
        """
        return self.resource_view()

    """What can be created, read, listed, updated and deleted: the resource view."""
