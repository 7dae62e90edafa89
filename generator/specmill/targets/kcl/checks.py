"""Checks of a field in a ``check`` block: formats, bounds, patterns, uniqueness."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.constraints import Bounds
from specmill.model.entities import EntityField
from specmill.model.models import Field
from specmill.model.references import bounds_behind
from specmill.model.types import (
    ListOf,
    LiteralOf,
    MapOf,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.kcl.patterns import portable
from specmill.targets.kcl.spelling import text, value
from specmill.targets.kcl.types import are_spelled, plain
from specmill.values import dataclass

AnyField = Field | EntityField

_FORMATS = {
    ScalarKind.INTEGER_STRING: ("is_integer", "an integer"),
    ScalarKind.NUMBER_STRING: ("is_number", "a number"),
    ScalarKind.DATE_TIME: ("is_date_time", "a time as in RFC 3339"),
    ScalarKind.DATE: ("is_date", "a date as in RFC 3339"),
    ScalarKind.TIME: ("is_time", "a time of day as in RFC 3339"),
    ScalarKind.DURATION: ("is_duration", "a duration as in ISO 8601"),
    ScalarKind.SECONDS_DURATION: ("is_seconds_duration", "seconds with an s at the end"),
    ScalarKind.BASE64: ("is_base64", "base64"),
    ScalarKind.BASE64_TEXT: ("is_base64", "base64"),
    ScalarKind.BASE64URL: ("is_base64url", "base64 of the URL-safe alphabet"),
    ScalarKind.UUID: ("is_uuid", "a UUID"),
}
"""Kinds of text to the function of the runtime that knows them, and its words."""

_NUMBERS = (ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.DECIMAL_NUMBER)
_NUMBER_TEXTS = (ScalarKind.INTEGER_STRING, ScalarKind.NUMBER_STRING)
_NOT_TEXT = (*_NUMBERS, *_NUMBER_TEXTS, ScalarKind.BOOLEAN, ScalarKind.NULL)
_ITEM = "each"
"""Variable of checks over lists and maps."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression that must hold, and the rest of the sentence ``<field> must …``."""

    expression: str
    must: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Makes the conditions of fields.

    Args:
        api: The model.
        runtime: Name that the runtime is imported under.
    """

    api: Api
    runtime: str

    def conditions(self, field: Field | EntityField, subject: str) -> Iterator[Condition]:
        """Yield what must hold of a field that is set; ``subject`` is how to name it."""
        type_, _ = plain(field.type, self.api)
        yield from self._of_values(type_, subject)
        bounds = bounds_behind(self.api.models, field.type, field.bounds)
        yield from self.of_bounds(bounds, type_, subject)

    def of_bounds(self, bounds: Bounds, type_: TypeRef, subject: str) -> Iterator[Condition]:
        """Yield what numbers and patterns ask of a value of a type that is no alias."""
        match type_:
            case Scalar(kind=kind) if kind in _NUMBERS:
                yield from _in_bounds(bounds, subject)
            case Scalar(kind=kind) if kind in _NUMBER_TEXTS:
                yield from _in_bounds(bounds, f"{self.runtime}.number({subject})")
            case Scalar(kind=kind) if kind not in _NOT_TEXT:
                yield from self._as_text(bounds, subject)
            case ListOf() | TupleOf():
                yield from self._as_list(bounds, subject)
            case MapOf():
                yield from self._as_map(bounds, subject)
            case _:
                return

    def _of_values(
        self, type_: TypeRef, subject: str, seen: tuple[TypeRef, ...] = ()
    ) -> Iterator[Condition]:
        """Yield what the type itself asks, also of the items of lists and the values of maps."""
        if type_ in seen:
            return
        seen = (*seen, type_)
        match type_:
            case Scalar(kind=kind, format=format_) if kind in _FORMATS:
                function, words = _FORMATS[kind]
                yield Condition(f"{self.runtime}.{function}({subject})", f"be {words}")
                if format_ in ("uint32", "uint64"):
                    yield Condition(f"{self.runtime}.number({subject}) >= 0", "be at least 0")
            case LiteralOf(values=values) if not are_spelled(type_):
                listed = value([one for one in values if one is not None])
                yield Condition(f"{subject} in {listed}", f"be one of {listed[1:-1]}")
            case UnionOf():
                return
            case ListOf(item=item):
                for one in self._of_values(plain(item, self.api)[0], _ITEM, seen):
                    yield _for_each(f"{_ITEM} in {subject}", one)
            case MapOf(value=inner):
                for one in self._of_values(plain(inner, self.api)[0], _ITEM, seen):
                    yield _for_each(f"_, {_ITEM} in {subject}", one)
            case _:
                return

    def _as_text(self, bounds: Bounds, subject: str) -> Iterator[Condition]:
        length = f"{self.runtime}.length({subject})"
        if bounds.min_length:
            count = _count(bounds.min_length, "character")
            yield Condition(f"{length} >= {bounds.min_length}", f"have at least {count}")
        if bounds.max_length is not None:
            count = _count(bounds.max_length, "character")
            yield Condition(f"{length} <= {bounds.max_length}", f"have at most {count}")
        if pattern := portable(bounds.pattern):
            function = f"{self.runtime}.matches({subject}, {text(pattern)})"
            yield Condition(function, f"match {bounds.pattern}")

    def _as_list(self, bounds: Bounds, subject: str) -> Iterator[Condition]:
        length = f"{self.runtime}.size({subject})"
        if bounds.min_items:
            count = _count(bounds.min_items, "item")
            yield Condition(f"{length} >= {bounds.min_items}", f"have at least {count}")
        if bounds.max_items is not None:
            count = _count(bounds.max_items, "item")
            yield Condition(f"{length} <= {bounds.max_items}", f"have at most {count}")
        if bounds.unique_items:
            yield Condition(f"{self.runtime}.unique({subject})", "have no item twice")

    def _as_map(self, bounds: Bounds, subject: str) -> Iterator[Condition]:
        length = f"{self.runtime}.entries({subject})"
        if bounds.min_properties:
            count = _count(bounds.min_properties, "entr", "y", "ies")
            yield Condition(f"{length} >= {bounds.min_properties}", f"have at least {count}")
        if bounds.max_properties is not None:
            count = _count(bounds.max_properties, "entr", "y", "ies")
            yield Condition(f"{length} <= {bounds.max_properties}", f"have at most {count}")


def unchecked(bounds: Bounds) -> Iterator[str]:
    """Yield what patterns and steps ask and KCL cannot tell: the rest of ``Must …``."""
    if bounds.pattern and not portable(bounds.pattern):
        yield f"match `{bounds.pattern}`"
    if bounds.multiple_of is not None and not _whole(bounds.multiple_of):
        yield f"be a multiple of {bounds.multiple_of}"


def _whole(number: float | None) -> int:
    """Return a step that is a whole number; fractions have no exact remainder."""
    return int(number) if number is not None and number == int(number) else 0


def _in_bounds(bounds: Bounds, subject: str) -> Iterator[Condition]:
    for limit, operator, words in (
        (bounds.minimum, ">=", "at least"),
        (bounds.maximum, "<=", "at most"),
        (bounds.exclusive_minimum, ">", "more than"),
        (bounds.exclusive_maximum, "<", "less than"),
    ):
        if limit is not None and abs(limit) < 1 << 63:
            yield Condition(f"{subject} {operator} {limit}", f"be {words} {limit}")
    if step := _whole(bounds.multiple_of):
        yield Condition(f"{subject} % {step} == 0", f"be a multiple of {step}")


def _for_each(loop: str, one: Condition) -> Condition:
    return Condition(f"all {loop} {{{one.expression}}}", f"hold what must {one.must}")


def _count(number: int, noun: str, one: str = "", many: str = "s") -> str:
    return f"{number} {noun}{one if number == 1 else many}"


def is_needed(field: AnyField) -> bool:
    """Tell whether who writes an object has to give a field: the service sets the read-only."""
    return field.required and not field.read_only
