"""Examples of instances: values that fit the types and pass the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from specmill.matching import matches
from specmill.model.api import Api
from specmill.model.constraints import NO_BOUNDS, Among, Bounds
from specmill.model.entities import EntityField
from specmill.model.models import Field, JsonValue, ModelKind
from specmill.model.references import bounds_behind
from specmill.model.types import (
    ListOf,
    LiteralOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.kcl.checks import is_needed
from specmill.targets.kcl.names import KclNames
from specmill.targets.kcl.patterns import portable
from specmill.targets.kcl.rules import names_in
from specmill.targets.kcl.spelling import attribute, can_be_attribute, indented, text, value
from specmill.targets.kcl.types import plain
from specmill.text import kebab_case, snake_case
from specmill.values import dataclass

_DEPTH = 4
_SAMPLES = {
    ScalarKind.BOOLEAN: "True",
    ScalarKind.HTTP_DATE: '"Sat, 31 Jan 2026 09:30:00 GMT"',
    ScalarKind.DATE_TIME: '"2026-01-31T09:30:00Z"',
    ScalarKind.DATE: '"2026-01-31"',
    ScalarKind.TIME: '"09:30:00Z"',
    ScalarKind.DURATION: '"PT1H30M"',
    ScalarKind.SECONDS_DURATION: '"90s"',
    ScalarKind.BASE64: '"aGVsbG8="',
    ScalarKind.BASE64_TEXT: '"aGVsbG8="',
    ScalarKind.BASE64URL: '"aGVsbG8="',
    ScalarKind.BINARY: '"path/of/a/file"',
    ScalarKind.DECIMAL: '"2.50"',
    ScalarKind.LOCAL_DATE_TIME: '"2026-01-31T12:30:00"',
    ScalarKind.SPACED_DATE_TIME: '"2026-01-31 12:30:00"',
    ScalarKind.LOCAL_TIME: '"12:30:00"',
    ScalarKind.UUID: '"6fa459ea-ee8a-3ca4-894e-db77e160355e"',
    ScalarKind.NULL: "None",
}
_NUMBERS = (
    ScalarKind.INTEGER,
    ScalarKind.NUMBER,
    ScalarKind.DECIMAL_NUMBER,
    ScalarKind.INTEGER_STRING,
    ScalarKind.NUMBER_STRING,
)
_SEGMENTS = re.compile(r"\[\^/\][+*]|\.[+*]")
_VAGUE = re.compile(r"UNKNOWN|UNSPECIFIED")
_TELLING = ("name", "displayname", "title", "description")
"""Optional inputs that an example shows, folded; the first simple one where it has none of them."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Makes examples of instances of one API.

    ``given`` are expressions for fields by wire name, such as those that a provider holds;
    ``fixed`` the values of discriminators, by model and wire name.
    """

    api: Api
    names: KclNames
    given: Mapping[str, str]
    fixed: Mapping[str, Mapping[str, Sequence[JsonValue]]]

    def instance(self, schema: str, inputs: Sequence[EntityField], *, numbered: str = "") -> str:
        """Write an instance with what it needs and a few of the optional inputs.

        Args:
            schema: Name of the schema in ``resources``.
            inputs: Its attributes.
            numbered: Wire name of an input that ends with the variable ``number``.

        Returns:
            An expression; empty where no value is known to fit a required field.
        """
        needed = [field for field in inputs if is_needed(field)]
        bound = frozenset(self._bound())
        simple = [
            field
            for field in inputs
            if not is_needed(field) and _is_simple(field) and field.wire not in bound
        ]
        telling = [field for field in simple if field.wire.replace("_", "").lower() in _TELLING]
        optional = telling or simple[:1]
        chosen = [field for field in inputs if field in needed or field in optional]
        lines = list(self._lines(chosen, _DEPTH, numbered))
        if None in lines:
            return ""
        return _block(f"resources.{schema}", [line for line in lines if line])

    def _bound(self) -> Iterator[str]:
        """Yield the names of fields that conditions speak of: what they need is not known here."""
        for model in self.api.models.values():
            if model.kind is ModelKind.OBJECT:
                yield from names_in(model.bounds)

    def text(self, field: EntityField) -> str:
        """Return a value for one text field; an empty text where none is known to fit."""
        return self._value(field.type, field.bounds, field.wire, 0) or '""'

    def numbered(self, inputs: Iterable[EntityField]) -> str:
        """Return the input that tells several instances apart: a free text, the required first."""
        texts = [
            field
            for field in inputs
            if field.wire not in self.given
            and isinstance(field.type, Scalar)
            and field.type.kind is ScalarKind.STRING
            and field.bounds == NO_BOUNDS
            and (is_needed(field) or _is_simple(field))
        ]
        texts.sort(key=lambda field: (not is_needed(field), "name" not in field.wire.lower()))
        return texts[0].wire if texts else ""

    def _lines(
        self, fields: Iterable[Field | EntityField], depth: int, numbered: str = ""
    ) -> Iterator[str | None]:
        for field in fields:
            if not can_be_attribute(field.wire):
                continue
            sample = self.given.get(field.wire) if isinstance(field, EntityField) else None
            sample = sample or self._value(field.type, field.bounds, field.wire, depth)
            if sample and field.wire == numbered:
                sample = f'{sample[:-1]}-${{number}}"'
            if sample is not None:
                yield f"{attribute(field.wire)} = {sample}"
            elif is_needed(field):
                yield None

    def _value(self, type_: TypeRef, bounds: Bounds, wire: str, depth: int) -> str | None:
        bare, _ = plain(type_, self.api)
        bounds = bounds_behind(self.api.models, type_, bounds)
        listed = [rule.values[0] for rule in bounds.rules if isinstance(rule, Among)]
        if listed:
            return value(json.loads(listed[0]))
        return self._of_type(bare, bounds, wire, depth)

    def _of_type(self, bare: TypeRef, bounds: Bounds, wire: str, depth: int) -> str | None:
        match bare:
            case Scalar(kind=kind) if kind in _NUMBERS:
                return _number(kind, bounds)
            case Scalar(kind=kind):
                return _SAMPLES.get(kind) or _text(wire, bounds)
            case LiteralOf(values=values):
                telling = [one for one in values if not _VAGUE.search(str(one))]
                return value((telling or list(values))[0])
            case ListOf(item=item):
                count = bounds.min_items or 0
                inner = self._value(item, NO_BOUNDS, wire, depth) if count else ""
                return None if inner is None else f"[{', '.join([inner] * count)}]"
            case TupleOf(items=items):
                made = [self._value(one, NO_BOUNDS, wire, depth) for one in items]
                return None if None in made else f"[{', '.join(map(str, made))}]"
            case UnionOf(members=members):
                found = (self._value(one, NO_BOUNDS, wire, depth) for one in members)
                return next((one for one in found if one is not None), None)
            case Named(key=key) if self.api.models[key].kind is ModelKind.OBJECT:
                return self._model(key, depth - 1)
            case _:
                return "{}"

    def _model(self, key: str, depth: int) -> str | None:
        """Return an instance of a model with what it needs; None where that has no end."""
        if depth < 0:
            return None
        told = self.fixed.get(key, {})
        needed = [one for one in self.api.models[key].fields if is_needed(one)]
        lines = [
            *(f"{attribute(wire)} = {value(values[0])}" for wire, values in told.items()),
            *self._lines([one for one in needed if one.wire not in told], depth),
        ]
        if None in lines:
            return None
        return _block(f"models.{self.names.models[key]}", [one for one in lines if one])


def _is_simple(field: EntityField) -> bool:
    """Tell whether an optional input is worth showing: one that creates, short and no secret."""
    plain_text = isinstance(field.type, Scalar) and field.type.kind is ScalarKind.STRING
    simple = plain_text and "body" in field.places
    return simple and not (
        field.bounds.rules or field.secret or field.identity or field.docs.deprecated
    )


def _block(schema: str, lines: Sequence[str]) -> str:
    body = indented("\n".join(lines), 4)
    return f"{schema} {{\n{body}\n}}" if lines else f"{schema} {{}}"


def _number(kind: ScalarKind, bounds: Bounds) -> str | None:
    whole = kind in (ScalarKind.INTEGER, ScalarKind.INTEGER_STRING)
    low = bounds.minimum if bounds.minimum is not None else bounds.exclusive_minimum
    high = bounds.maximum if bounds.maximum is not None else bounds.exclusive_maximum
    candidates = [1, low, high, low + 1 if low is not None else None]
    candidates += [bounds.multiple_of, high - 1 if high is not None else None]
    fitting = (one for one in candidates if one is not None and _fits(one, bounds))
    found = next(fitting, None)
    if found is None:
        return None
    return str(int(found)) if whole or found == int(found) else repr(found)


def _fits(number: float, bounds: Bounds) -> bool:
    return (
        (bounds.minimum is None or number >= bounds.minimum)
        and (bounds.maximum is None or number <= bounds.maximum)
        and (bounds.exclusive_minimum is None or number > bounds.exclusive_minimum)
        and (bounds.exclusive_maximum is None or number < bounds.exclusive_maximum)
        and (bounds.multiple_of is None or number % bounds.multiple_of == 0)
    )


def _text(wire: str, bounds: Bounds) -> str | None:
    """Return text of the wanted length that matches the pattern, if a simple one does."""
    name = kebab_case(snake_case(wire)) or "value"
    least, most = bounds.min_length or 0, bounds.max_length or 1 << 16
    candidates = [f"my-{name}".ljust(least, "x")[:most]]
    if bounds.pattern:
        path = _SEGMENTS.sub("my-name", bounds.pattern).strip("^$").replace("\\", "")
        candidates += [path, name, "a", "a1", "1", "A", "abcdef", "0" * least, "a" * least]
    for one in candidates:
        if least <= len(one) <= most and _matches(bounds.pattern, one):
            return text(one)
    return None


def _matches(pattern: str, sample: str) -> bool:
    """Tell whether a sample passes the check; a pattern that is not portable is not checked."""
    return matches(portable(pattern), sample) is True
