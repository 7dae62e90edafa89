"""Sample values of anything that a request takes, as Python and as JSON.

Values come from what the spec says: constants, enumerations, defaults, patterns of names, bounds;
else from the name of the thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from specmill.matching import matches
from specmill.model.api import Api
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import UNSET, Field, JsonValue, Model, ModelKind
from specmill.model.parameters import Parameter
from specmill.model.types import (
    NULL,
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
from specmill.targets.python.reference import Imports, PythonReference
from specmill.text import singular, words
from specmill.values import dataclass

_MOST = 4
"""Optional fields that an example shows of an object that requires none."""
_MOST_OBJECTS = 128
"""Objects that an example spells out, so that shared parts cannot make it grow without end."""
_NOTHING = re.compile(r"UNSPECIFIED|UNKNOWN|INVALID|DEFAULT", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sample:
    """One value, twice."""

    python: str
    wire: JsonValue


_SCALARS: dict[ScalarKind, tuple[str, JsonValue, str]] = {
    ScalarKind.INTEGER_STRING: ("1", "1", ""),
    ScalarKind.NUMBER_STRING: ("1.5", "1.5", ""),
    ScalarKind.BOOLEAN: ("True", True, ""),
    ScalarKind.NULL: ("None", None, ""),
    ScalarKind.BASE64: ('b"hello"', "aGVsbG8=", ""),
    ScalarKind.BASE64URL: ('b"hello"', "aGVsbG8=", ""),
    ScalarKind.BASE64_TEXT: ('b"hello"', "aGVsbG8=", ""),
    ScalarKind.BINARY: ('b"hello"', "hello", ""),
    ScalarKind.HTTP_DATE: (
        '"Sat, 31 Jan 2026 12:30:00 GMT"',
        "Sat, 31 Jan 2026 12:30:00 GMT",
        "",
    ),
    ScalarKind.DATE_TIME: (
        'datetime.fromisoformat("2026-01-31T12:30:00+00:00")',
        "2026-01-31T12:30:00Z",
        "datetime",
    ),
    ScalarKind.DATE: ("date(2026, 1, 31)", "2026-01-31", "date"),
    ScalarKind.TIME: ("time(12, 30)", "12:30:00", "time"),
    ScalarKind.DURATION: ("timedelta(seconds=90)", "PT1M30S", "timedelta"),
    ScalarKind.SECONDS_DURATION: ("timedelta(seconds=90)", "90s", "timedelta"),
    ScalarKind.UUID: (
        '"123e4567-e89b-12d3-a456-426614174000"',
        "123e4567-e89b-12d3-a456-426614174000",
        "",
    ),
    ScalarKind.DECIMAL: ('Decimal("2.50")', "2.50", "Decimal"),
    ScalarKind.DECIMAL_NUMBER: ('Decimal("2.5")', 2.5, "Decimal"),
    ScalarKind.LOCAL_DATE_TIME: (
        'datetime.fromisoformat("2026-01-31T12:30:00")',
        "2026-01-31T12:30:00",
        "datetime",
    ),
    ScalarKind.SPACED_DATE_TIME: (
        'datetime.fromisoformat("2026-01-31T12:30:00")',
        "2026-01-31 12:30:00",
        "datetime",
    ),
    ScalarKind.LOCAL_TIME: ("time(12, 30)", "12:30:00", "time"),
}
"""Python, wire form and name to import from the standard library."""
_MODULES = {"Decimal": "decimal"}
"""Where names are that are not in ``datetime``."""


@dataclass(frozen=True, slots=True)
class Sampler:
    """Makes the values of one example and imports what they need."""

    reference: PythonReference
    imports: Imports
    answered: bool = False
    """Whether the service sends the values, and not the caller."""
    without: str = ""
    """A field of the whole value that is left out: what asks for a page in the middle."""
    _made: list[str] = field(default_factory=list)
    """The objects of the example so far."""

    def parameter(self, parameter: Parameter) -> Sample:
        """Return a value for a parameter."""
        return self._value(parameter.type, parameter.wire, parameter.bounds, parameter.default, ())

    def field(self, one: Field) -> Sample:
        """Return a value for a field, or for a part of a body."""
        return self._field(one, ())

    def value(self, type_: TypeRef, name: str) -> Sample:
        """Return a value of a type for what is called ``name``."""
        return self._value(type_, name, NO_BOUNDS, UNSET, ())

    @property
    def _api(self) -> Api:
        return self.reference.api

    def _field(self, one: Field, within: tuple[str, ...]) -> Sample:
        default = one.default if one.default is not UNSET else next(iter(one.examples), UNSET)
        return self._value(one.type, one.wire, one.bounds, default, within)

    def _value(
        self, type_: TypeRef, name: str, bounds: Bounds, default: object, within: tuple[str, ...]
    ) -> Sample:
        match type_:
            case Scalar(kind=kind, format=form):
                return self._scalar(kind, form, name, bounds, default)
            case LiteralOf(values=values):
                return _same(_telling(values, default))
            case ListOf(item=item):
                return self._list(item, name, bounds, within)
            case TupleOf(items=items):
                made = [self._value(one, name, NO_BOUNDS, UNSET, within) for one in items]
                shown = ", ".join(one.python for one in made) + "," * (len(made) == 1)
                return Sample(f"({shown})", [one.wire for one in made])
            case MapOf(value=value):
                inner = self._value(value, name, NO_BOUNDS, UNSET, within)
                return Sample(f'{{"key": {inner.python}}}', {"key": inner.wire})
            case UnionOf():
                return self._union(type_, name, bounds, default, within)
            case Named(key=key):
                return self._named(self._api.models[key], name, within, {})
            case Anything():
                return Sample('{"key": "value"}', {"key": "value"})

    def _scalar(
        self, kind: ScalarKind, form: str, name: str, bounds: Bounds, default: object
    ) -> Sample:
        if kind is ScalarKind.STRING:
            return _same(_text(name, form, bounds, default))
        if kind is ScalarKind.INTEGER:
            return _same(default if type(default) is int else _integer(bounds))
        if kind is ScalarKind.NUMBER:
            return _same(_number(bounds))
        python, wire, imported = _SCALARS[kind]
        if imported:
            self.imports.add(_MODULES.get(imported, "datetime"), imported)
        return Sample(python, wire)

    def _list(self, item: TypeRef, name: str, bounds: Bounds, within: tuple[str, ...]) -> Sample:
        if isinstance(item, Named) and item.key in within:
            return Sample("[]", [])
        inner = self._value(item, singular(name), NO_BOUNDS, UNSET, within)
        times = 1 if bounds.unique_items else max(bounds.min_items or 1, 1)
        times = min(times, _MOST)
        return Sample(f"[{', '.join([inner.python] * times)}]", [inner.wire] * times)

    def _union(
        self, union: UnionOf, name: str, bounds: Bounds, default: object, within: tuple[str, ...]
    ) -> Sample:
        if union.discriminator and union.mapping:
            value, target = union.mapping[0]
            if isinstance(target, Named):
                chosen = {union.discriminator: _same(value)}
                return self._named(self._api.models[target.key], name, within, chosen)
        members = [one for one in union.members if one != NULL]
        if not members:
            return Sample("None", None)
        return self._value(members[0], name, bounds, default, within)

    def _named(
        self, model: Model, name: str, within: tuple[str, ...], chosen: Mapping[str, Sample]
    ) -> Sample:
        if model.key in within:
            return Sample('{"key": "value"}', {"key": "value"})
        if model.kind is not ModelKind.OBJECT:
            assert model.target is not None, model.key
            values = tuple(one.value for one in model.values)
            if values:
                return _same(_telling(values, UNSET))
            return self._value(model.target, name, model.bounds, UNSET, (*within, model.key))
        cls = self._imported(self.reference.model(model.key))
        if len(self._made) >= _MOST_OBJECTS:
            return Sample(f"{cls}(...)", {})
        self._made.append(model.key)
        inner = (*within, model.key)
        fields = {
            one.wire: (one, chosen.get(one.wire) or self._field(one, inner))
            for one in self._shown(model, inner, chosen)
        }
        arguments = [
            f"{self.reference.attribute(model.key, one)}={sample.python}"
            for one, sample in fields.values()
        ]
        wire: JsonValue = {key: sample.wire for key, (_, sample) in fields.items()}
        return Sample(f"{cls}({', '.join(arguments)})", wire)

    def _shown(
        self, model: Model, within: tuple[str, ...], chosen: Mapping[str, Sample]
    ) -> list[Field]:
        """Return the fields that an example sets: those that are required, else the first few."""
        settable = [one for one in model.fields if self._is_settable(one)]
        required = [one for one in settable if one.required or one.tag or one.wire in chosen]
        if required:
            return required
        fits: list[Callable[[Field], bool]] = [
            lambda one: not one.docs.deprecated,
            lambda one: not self._leads_into(one.type, within),
            lambda one: len(within) < 3 or isinstance(one.type, Scalar | LiteralOf),
        ]
        return [one for one in settable if all(test(one) for test in fits)][:_MOST]

    def _is_settable(self, one: Field) -> bool:
        if one.wire == self.without and len(self._made) == 1:
            return False
        return not one.write_only if self.answered else not one.read_only

    def _leads_into(self, type_: TypeRef, within: tuple[str, ...]) -> bool:
        match type_:
            case Named(key=key):
                return key in within
            case ListOf(item=inner) | MapOf(value=inner):
                return self._leads_into(inner, within)
            case TupleOf(items=items):
                return any(self._leads_into(item, within) for item in items)
            case UnionOf(members=members):
                return any(self._leads_into(member, within) for member in members)
            case _:
                return False

    def _imported(self, cls: str) -> str:
        taken = {self.reference.names.client, f"Async{self.reference.names.client}", "File"}
        alias = f"{cls}Model" if cls in taken else ""
        return self.imports.add(f"{self.reference.package}.models", cls, alias)


def _same(value: JsonValue) -> Sample:
    return Sample(_quoted(value) if isinstance(value, str) else repr(value), value)


def _quoted(text: str) -> str:
    """Spell text with double quotes, as formatters do."""
    spelled = repr(text)
    return f'"{spelled[1:-1]}"' if spelled[0] == "'" and '"' not in spelled else spelled


def _telling(values: tuple[str | int | float | bool | None, ...], default: object) -> JsonValue:
    """Return the default, or the first value that says something."""
    for value in values:
        if value == default and type(value) is type(default):
            return value
    return next((one for one in values if not _NOTHING.search(str(one))), values[0])


def _text(name: str, form: str, bounds: Bounds, default: object) -> str:
    if isinstance(default, str) and default is not UNSET and default:
        return default
    by_format = {"uri": "https://example.com", "email": "me@example.com", "hostname": "example.com"}
    if form in by_format:
        return by_format[form]
    text = _from_pattern(bounds.pattern) or _matching(_named_after(name), bounds.pattern)
    if bounds.max_length is not None:
        text = text[: bounds.max_length]
    return text + "-" * max((bounds.min_length or 0) - len(text), 0)


def _named_after(name: str) -> str:
    parts = [word.lower() for word in words(name)]
    if len(parts) > 1 and parts[-1] in {"id", "name"}:
        parts.pop()
    return "-".join(["my", *parts]) if parts else "value"


def _matching(text: str, pattern: str) -> str:
    """Return a text in the way of writing that a pattern asks for, if one of a few does."""
    if not pattern:
        return text
    whole = text.replace("-", "")
    ways = (text, text.replace("-", "_"), whole, whole.upper(), whole[:8], whole[:8].upper(), "1")
    return next((one for one in ways if matches(pattern, one)), text)


def _from_pattern(pattern: str) -> str:
    """Fill in the pattern of a resource's name, such as ``^projects/[^/]+/jobs/[^/]+$``."""
    text: list[str] = []
    inside = pattern.removeprefix("^").removesuffix("$").replace("[^/]", "[^\0]")
    segments = inside.split("/")
    for segment in segments:
        if segment in {"[^\0]+", "[^\0]*", ".*", ".+"}:
            text.append(_named_after(singular(text[-1]) if text else "name"))
        elif re.fullmatch(r"[\w-]+", segment):
            text.append(segment)
        else:
            return ""
    return "/".join(text) if len(text) > 1 else ""


def _integer(bounds: Bounds) -> int:
    low = bounds.minimum if bounds.minimum is not None else bounds.exclusive_minimum
    value = int(low) + (bounds.exclusive_minimum is not None) if low is not None else 1
    high = bounds.maximum if bounds.maximum is not None else bounds.exclusive_maximum
    if high is not None and value > high:
        value = int(high) - (bounds.exclusive_maximum is not None)
    if bounds.multiple_of and value % bounds.multiple_of:
        value = int(bounds.multiple_of * (value // bounds.multiple_of + 1))
    return value


def _number(bounds: Bounds) -> float:
    low = bounds.minimum if bounds.minimum is not None else bounds.exclusive_minimum
    high = bounds.maximum if bounds.maximum is not None else bounds.exclusive_maximum
    if low is not None and high is not None:
        return (low + high) / 2
    if low is not None and low >= 1.5:
        return low + 1
    return high - 1 if high is not None and high <= 1.5 else 1.5
