"""Types, values and constraints in the words of a page."""

from __future__ import annotations

import json

from specmill.model.api import Api
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import UNSET, EnumValue, JsonValue, ModelKind, Unset
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.constraint_words import ConstraintWords
from specmill.targets.docs.labels import Labels
from specmill.targets.docs.layout import Pages
from specmill.targets.docs.prose import code, code_html
from specmill.values import dataclass

_WIRE = {
    ScalarKind.INTEGER: ("integer", ""),
    ScalarKind.NUMBER: ("number", ""),
    ScalarKind.DECIMAL_NUMBER: ("number", "decimal"),
    ScalarKind.BOOLEAN: ("boolean", ""),
    ScalarKind.NULL: ("null", ""),
    ScalarKind.INTEGER_STRING: ("string", "int64"),
    ScalarKind.NUMBER_STRING: ("string", "double"),
    ScalarKind.BASE64: ("string", "base64"),
    ScalarKind.BASE64URL: ("string", "base64url"),
    ScalarKind.BASE64_TEXT: ("string", "base64"),
    ScalarKind.BINARY: ("string", "binary"),
}
"""JSON type, and the format where the spec gives none; strings for all others."""

_SHOWN_VALUES = 12
"""Values that are listed beside a field; pages of enumerations list all."""


@dataclass(frozen=True, slots=True)
class Words:
    """Spells what the fields and parameters of one page are."""

    pages: Pages
    labels: Labels
    page: str
    """Path of the page, from which links go."""

    @property
    def api(self) -> Api:
        """The model."""
        return self.pages.reference.api

    def spell(self, type_: TypeRef) -> str:
        """Spell a type as Python does, each model a link."""
        parts = self._pieces(type_)
        if "](" in parts or "&" in parts:
            return f"<code>{parts}</code>"
        return code(parts.replace("\\", ""))

    def wire(self, type_: TypeRef) -> str:
        """Name the JSON type and its format: ``string (date-time)``, ``object[]``."""
        return code(self._wire(type_))

    def _wire(self, type_: TypeRef) -> str:
        match type_:
            case Scalar(kind=kind, format=form):
                name, usual = _WIRE.get(kind, ("string", ""))
                shown = form or usual
                return f"{name} ({shown})" if shown and shown != name else name
            case Named(key=key):
                model = self.api.models[key]
                return "object" if model.kind is ModelKind.OBJECT else self._target(key)
            case ListOf(item=item):
                return f"{self._wire(item)}[]"
            case TupleOf():
                return "array"
            case MapOf():
                return "object"
            case UnionOf(members=members):
                return " / ".join(dict.fromkeys(self._wire(member) for member in members))
            case LiteralOf(values=values):
                return " / ".join(dict.fromkeys(_json_type(value) for value in values))
            case Anything():
                return "any"

    def allowed(self, type_: TypeRef) -> str:
        """List the values that a type knows; empty where it has no such list."""
        values, is_open, key = self._values(type_, frozenset())
        if not values:
            return ""
        shown = ", ".join(code(value_text(one.value)) for one in values[:_SHOWN_VALUES])
        if len(values) > _SHOWN_VALUES:
            rest = self.labels.say("more_values", count=len(values) - _SHOWN_VALUES)
            shown += ", " + (self.pages.to_model(key, self.page, rest) if key else rest)
            if not key:
                shown = ", ".join(code(value_text(one.value)) for one in values)
        return self.labels.say("known_values" if is_open else "allowed_values", values=shown)

    def both(self, type_: TypeRef) -> str:
        """Spell a type as Python does, and its JSON type."""
        return f"{self.spell(type_)} · {self.wire(type_)}"

    def need(self, *, required: bool) -> str:
        """Say whether a thing must be given."""
        return str(self.labels.required if required else self.labels.optional)

    def default(self, default: JsonValue | Unset) -> str:
        """Spell a declared default; empty without one."""
        return "" if default is UNSET else self.value(default)

    def value(self, value: JsonValue) -> str:
        """Spell a value of the spec."""
        return code(value_text(value))

    def bounds(self, bounds: Bounds) -> str:
        """Spell constraints in a few words; empty without any."""
        if bounds == NO_BOUNDS:
            return ""
        return ", ".join(ConstraintWords(self.labels.say, code).phrases(bounds))

    def _pieces(self, type_: TypeRef) -> str:
        match type_:
            case Named(key=key):
                return self.pages.to_model(key, self.page)
            case ListOf(item=item):
                return f"list\\[{self._pieces(item)}\\]"
            case TupleOf(items=items, rest=rest):
                spelled = [self._pieces(item) for item in items]
                spelled += [f"*tuple\\[{self._pieces(rest)}, ...\\]"] if rest is not None else []
                return f"tuple\\[{', '.join(spelled)}\\]"
            case MapOf(value=value):
                return f"dict\\[str, {self._pieces(value)}\\]"
            case UnionOf(members=members):
                parts = dict.fromkeys(self._pieces(member) for member in members)
                return " &#124; ".join(sorted(parts, key=lambda part: part == "None"))
            case LiteralOf(values=values):
                kinds = dict.fromkeys(type(value).__name__ for value in values)
                return " &#124; ".join(kinds).replace("NoneType", "None")
            case _:
                return code_html(self.pages.reference.spell(type_))

    def _target(self, key: str) -> str:
        """Name the JSON type behind an alias; one that contains itself is any value."""
        target = self.api.models[key].target
        seen = {key}
        while isinstance(target, Named) and target.key not in seen:
            seen.add(target.key)
            model = self.api.models[target.key]
            if model.kind is ModelKind.OBJECT:
                return "object"
            target = model.target
        match target:
            case ListOf() | TupleOf():
                return "array"
            case UnionOf() | Named() | None:
                return "any"
            case _:
                return self._wire(target)

    def _values(
        self, type_: TypeRef | None, seen: frozenset[str]
    ) -> tuple[tuple[EnumValue, ...], bool, str]:
        """Return values, whether others may come, and the enumeration's key."""
        match type_:
            case LiteralOf(values=values, open=is_open):
                return tuple(EnumValue(value) for value in values), is_open, ""
            case Named(key=key) if key not in seen:
                model = self.api.models[key]
                if model.kind is ModelKind.ENUM:
                    is_open = not isinstance(model.target, LiteralOf) or model.target.open
                    return model.values, is_open, key
                return self._values(model.target, seen | {key})
            case ListOf(item=item) | MapOf(value=item):
                return self._values(item, seen)
            case UnionOf(members=members):
                found = (self._values(member, seen) for member in members)
                return next((one for one in found if one[0]), ((), True, ""))
            case _:
                return (), True, ""


def value_text(value: JsonValue) -> str:
    """Spell a JSON value; text stands without quotes unless it is empty or has spaces around it."""
    if isinstance(value, str) and value.strip() == value and value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _json_type(value: object) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", type(None): "null"}
    return kinds.get(type(value), "string")
