"""Constraints of values beyond their type (JSON Schema Core 10 and 11, Validation 6)."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeAlias

from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The constraints that a schema puts on a value."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    rules: tuple[Rule, ...] = ()
    """What no single number or pattern says; all of them hold."""


NO_BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class OfKind:
    """The value has one of these JSON types, where its declared type does not tell."""

    kinds: tuple[str, ...]
    format: str = ""


@dataclass(frozen=True, slots=True)
class OfModel:
    """The value is an object as a component describes it."""

    name: str
    """The component's, in the spec."""


@dataclass(frozen=True, slots=True)
class Among:
    """The value is one of these, where its declared type does not tell (``enum``, ``const``)."""

    values: tuple[str, ...]
    """As JSON text, which can be compared and hashed."""


@dataclass(frozen=True, slots=True)
class Needs:
    """The object has these properties (``required``)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsWith:
    """With one property, the object has these, too (``dependentRequired``)."""

    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfProperty:
    """What holds of one property, where the object has it."""

    name: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class OfNames:
    """What holds of the name of each property (``propertyNames``)."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class OfMatching:
    """What holds of the properties whose names match (``patternProperties``)."""

    pattern: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class OfOthers:
    """What holds of each property that is not declared (``additionalProperties``)."""

    bounds: Bounds
    alone: bool = False
    """No property is declared."""


@dataclass(frozen=True, slots=True)
class OfItems:
    """What holds of each item of an array (``items``)."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class InOrder:
    """What holds of the first items, one by one (``prefixItems``)."""

    items: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """How many items there are of which something holds (``contains``)."""

    bounds: Bounds
    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold (``not``)."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these holds (``anyOf``), or exactly one (``oneOf``)."""

    choices: tuple[Bounds, ...]
    exactly_one: bool = False


@dataclass(frozen=True, slots=True)
class Also:
    """More of the same kind, such as a second pattern (``allOf``)."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class When:
    """What holds with and without a condition (``if``, ``dependentSchemas``)."""

    condition: Bounds
    then: Bounds = NO_BOUNDS
    otherwise: Bounds = NO_BOUNDS


@dataclass(frozen=True, slots=True)
class Closed:
    """The object has no properties but the declared ones (``additionalProperties: false``)."""


@dataclass(frozen=True, slots=True)
class Never:
    """No value is allowed: the schema ``false``."""


@dataclass(frozen=True, slots=True)
class Unspoken:
    """A schema that none of the others can say, as JSON text."""

    schema: str


Rule: TypeAlias = (
    OfKind
    | OfModel
    | Among
    | Needs
    | NeedsWith
    | OfProperty
    | OfNames
    | OfMatching
    | OfOthers
    | OfItems
    | InOrder
    | Contains
    | Not
    | Either
    | Also
    | When
    | Closed
    | Never
    | Unspoken
)


def both(one: Bounds, other: Bounds) -> Bounds:
    """Return what holds where both hold: the narrower of each pair, rules of both."""
    if one in (NO_BOUNDS, other):
        return other
    if other == NO_BOUNDS:
        return one
    changes = {
        entry.name: value
        for entry in fields(other)
        if (value := getattr(other, entry.name)) != getattr(NO_BOUNDS, entry.name)
    }
    merged: dict[str, object] = {entry.name: getattr(one, entry.name) for entry in fields(one)}
    rules = [*one.rules, *(rule for rule in other.rules if rule not in one.rules)]
    further: dict[str, object] = {}
    for name, value in changes.items():
        before = merged[name]
        if name == "rules" or before == value:
            continue
        if before == getattr(NO_BOUNDS, name):
            merged[name] = value
        elif name in ("pattern", "multiple_of"):
            further[name] = value
        else:
            widest = min if "max" in name else max
            merged[name] = widest(before, value)
    if further:
        rules.append(Also(Bounds(**further)))  # type: ignore[arg-type]
    return Bounds(**{**merged, "rules": tuple(rules)})  # type: ignore[arg-type]
