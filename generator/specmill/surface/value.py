"""The Python surface of an API: what programs can import, call, pass and get, and what travels.

Types are those of the model with the names of Python: the key of a :class:`Named` is the name of a
class or an alias.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from specmill.document.pointers import escape
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.credentials import Credential
from specmill.model.models import UNSET, Docs, EnumValue, Field, JsonValue, ModelKind, Unset
from specmill.model.types import TypeRef
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method, of the constructor, or of ``RequestOptions``."""

    name: str
    annotation: str
    """As the package spells it."""
    required: bool
    """It must be given."""
    positional: bool = False
    type: TypeRef | None = None
    """None where the package's own code is the type: a file, media, a credential."""
    place: str = ""
    """Where it travels: ``path``, ``query``, ``header``, ``cookie``, ``body``, ``part``; else what
    it is for.
    """
    wire: str = ""
    style: str = ""
    """How it is written there, beyond the default."""
    former: tuple[str, ...] = ()
    """Earlier names, which go on working and are deprecated."""
    default: JsonValue | Unset = UNSET
    bounds: Bounds = NO_BOUNDS
    docs: Docs = Docs()
    sunset: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The body of a request: how it travels."""

    kind: str
    media_types: tuple[str, ...]
    """What may be sent, the default first."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a client or of a resource; the async client has the same."""

    name: str
    """As a caller writes it behind the client: ``trees.get``."""
    id: str
    verb: str
    path: str
    former: tuple[str, ...] = ()
    """Earlier names in the same resource, which go on working and are deprecated."""
    form: str = ""
    """Media type of the body or the answer, where it is another form of an operation."""
    arguments: tuple[Argument, ...] = ()
    content: Content | None = None
    returns: TypeRef | None = None
    returned: str = "None"
    """What a call gives, as the package spells it."""
    call: str = ""
    """Class of the runtime that a call gives, such as ``Page``; empty for what was read."""
    item: TypeRef | None = None
    """What pages are made of, or what long-running work comes to."""
    metadata: TypeRef | None = None
    """What is told of long-running work meanwhile."""
    events: Mapping[str, TypeRef] = field(default_factory=dict)
    statuses: tuple[str, ...] = ()
    """Of successful answers."""
    accept: tuple[str, ...] = ()
    """Media types of the answers."""
    offered: tuple[str, ...] = ()
    """Media types that the answer has, too, and that are not asked for."""
    errors: Mapping[str, TypeRef] = field(default_factory=dict)
    """Statuses of errors whose body has a type."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers of the answers, with what is said of their values."""
    default: JsonValue | Unset = UNSET
    """Of the answer, where it is no model."""
    bounds: Bounds = NO_BOUNDS
    links: tuple[str, ...] = ()
    """What may be called with an answer."""
    code: Mapping[str, str] = field(default_factory=dict)
    """What of the request's code names neither types nor arguments, by keyword."""
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives of credentials, each by what it is; an empty one is no credential at all."""
    scopes: tuple[str, ...] = ()
    server: str = ""
    docs: Docs = Docs()
    sunset: str = ""
    pointer: str = ""

    @property
    def resource(self) -> str:
        """What holds the method: ``trees``, or nothing for the client itself."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field of a model class; ``field`` is the model's, with Python's names in its type."""

    name: str
    field: Field
    sunset: str = ""
    owner: str = ""
    """Pointer of the model."""
    former: tuple[str, ...] = ()
    """Earlier names, which go on working and are deprecated."""

    @property
    def pointer(self) -> str:
        """Pointer of the property."""
        return f"{self.owner}/properties/{escape(self.field.wire)}"

    @property
    def given(self) -> bool:
        """Tell whether the constructor of the class asks for it."""
        free = self.field.read_only or self.field.constant is not UNSET
        return self.field.required and not free

    @property
    def may_be_missing(self) -> bool:
        """Tell whether reading it may give None because it is not there."""
        both = self.field.read_only and self.field.write_only
        return not self.field.tag and (not self.field.required or both)


@dataclass(frozen=True, slots=True)
class Model:
    """A class or an alias in ``package.models``."""

    name: str
    key: str
    """The component's name, or where an inline schema stands."""
    kind: ModelKind
    attributes: tuple[Attribute, ...] = ()
    extra: TypeRef | None = None
    target: TypeRef | None = None
    values: tuple[EnumValue, ...] = ()
    constants: Mapping[str, JsonValue] = field(default_factory=dict)
    """Values of an enumeration by what a program writes: ``KindValues.LOW``."""
    bounds: Bounds = NO_BOUNDS
    default: JsonValue | Unset = UNSET
    docs: Docs = Docs()
    sent: bool = False
    """Requests are made of it."""
    received: bool = False
    """Answers, errors, events or webhooks are made of it."""
    is_part: bool = False
    """Nothing travels as it; others take its fields (``allOf``)."""
    sunset: str = ""
    pointer: str = ""
    former: tuple[str, ...] = ()
    """Earlier names, which go on working and are deprecated."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """A webhook, or a callback of an operation, in ``package.webhooks``."""

    name: str
    key: str
    verb: str
    payload: TypeRef | None = None
    media_type: str = ""
    docs: Docs = Docs()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """The facade of a reference page, in ``package.documented``."""

    constructor: Method
    methods: tuple[Method, ...]
    classes: Mapping[str, Mapping[str, str]]
    """Names to attributes with their annotations."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything of a package that a program can notice."""

    package: str
    client: str
    version: str = ""
    exports: frozenset[str] = frozenset()
    """What ``import package`` offers besides models."""
    constructor: tuple[Argument, ...] = ()
    options: tuple[Argument, ...] = ()
    """What every call takes in ``RequestOptions``."""
    server: str = ""
    """Where the client talks to, with the defaults of its variables."""
    server_template: str = ""
    """The same, with the variables in braces."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What the client is told of the API, as code by keyword."""
    credentials: tuple[Credential, ...] = ()
    methods: tuple[Method, ...] = ()
    models: Mapping[str, Model] = field(default_factory=dict)
    webhooks: tuple[Webhook, ...] = ()
    face: Face | None = None
    title: str = ""
    docs: Docs = Docs()
    resources: Mapping[str, Docs] = field(default_factory=dict)
    """What is said of each resource, by what a caller writes behind the client."""
    former_resources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Earlier names of the last attribute of each, which go on working and are deprecated."""
