"""Models of the data of an API: objects with their fields, enumerations, aliases."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.types import TypeRef
from specmill.values import dataclass

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
    name: str = ""
    """What the spec calls it, where the value itself does not say; else empty."""


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
    tag: bool = False
    """It tells which member of a union an object is: the constant is always sent."""
    secret: bool = False
    """A password or a token, which is never shown."""
    examples: tuple[JsonValue, ...] = ()
    earlier: str | None = None
    """What code called it in the run before: empty for its wire name as it is; None where it is new
    or that is not known.
    """
    former: tuple[str, ...] = ()
    """Names that it had in code before and is to be known by, latest last; as ``earlier``."""


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
    secret_extra: bool = False
    """The values of properties that are not declared are secrets."""
    holds_secrets: bool = False
    """It, or a model that it is made of, has a secret."""
    former: tuple[str, ...] = ()
    """Names that it had before, latest last."""


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field of an object model."""

    model: str
    """Key of the model."""
    wire: str
