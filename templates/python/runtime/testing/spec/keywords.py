"""Keywords of JSON Schema that hold for a value by itself, each made a test of values once."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ...data.json_shapes import is_object
from .document import is_list
from .expressions import Test, expression
from .formats import format_test

Told: TypeAlias = Callable[[Any], str]
"""Says what is wrong with a value that does not pass a test."""
Keyword: TypeAlias = tuple[str, Test, Told]
"""A keyword, the test that it stands for, and what to say."""


def keywords_of(node: Mapping[str, Any]) -> Iterator[Keyword]:
    """Yield the tests that a schema has for a value by itself, that of its type first."""
    if "type" in node:
        names = _listed(node["type"])
        wanted = " or ".join(names)
        yield "type", _of_types(names), lambda value: f"{shown(value)} is no {wanted}"
    if is_list(node.get("enum")):
        yield "enum", _one_of(node["enum"]), _none_of(node["enum"])
    if "const" in node:
        constant = node["const"]
        yield (
            "const",
            lambda value: equal(value, constant),
            lambda value: f"{shown(value)} is not {shown(constant)}",
        )
    yield from _of_texts(node)
    yield from _of_numbers(node)
    for kind, least, most, of in _SIZES:
        yield from _sized(node, kind, least, most, of)
    if node.get("uniqueItems") is True:
        yield (
            "uniqueItems",
            lambda value: not (is_list(value) and _has_doubles(value)),
            lambda _: "an item is there twice",
        )


def shown(value: Any) -> str:
    """Return a value for a message, cut where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def equal(one: Any, other: Any) -> bool:
    """Compare as JSON does: true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if is_list(one) and is_list(other):
        return len(one) == len(other) and all(map(equal, one, other))
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    return bool(one == other)


# -- types and values ---------------------------------------------------------------------------


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    return _is_number(value) and value == value // 1


_TYPES: Mapping[str, Test] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_integer,
    "number": _is_number,
    "string": lambda value: isinstance(value, str),
    "array": is_list,
    "object": is_object,
}


def _of_types(names: list[str]) -> Test:
    tests = [_TYPES.get(name, _anything) for name in names]
    if len(tests) == 1:
        return tests[0]
    return lambda value: any(test(value) for test in tests)


def _anything(_: Any) -> bool:
    return True


def _one_of(known: list[Any]) -> Test:
    if all(isinstance(one, str) for one in known):
        texts = frozenset(known)
        return lambda value: isinstance(value, str) and value in texts
    return lambda value: any(equal(value, one) for one in known)


def _none_of(known: list[Any]) -> Told:
    return lambda value: f"{shown(value)} is none of {', '.join(map(shown, known))}"


# -- texts, numbers and sizes -------------------------------------------------------------------


def _of_texts(node: Mapping[str, Any]) -> Iterator[Keyword]:
    pattern = node.get("pattern")
    test = expression(pattern) if isinstance(pattern, str) else None
    if test is not None:
        yield (
            "pattern",
            _where(_TYPES["string"], test),
            lambda value: f"{shown(value)} does not match {pattern}",
        )
    if node.get("contentEncoding") == "base64":
        yield (
            "contentEncoding",
            format_test("byte") or _anything,
            lambda value: f"{shown(value)} is not base64",
        )
    name = node.get("format")
    of_format = format_test(name) if isinstance(name, str) else None
    if of_format is not None:
        yield "format", of_format, lambda value: f"{shown(value)} is no {name}"


_BOUNDS: tuple[tuple[str, Callable[[Any, Any], bool], str], ...] = (
    ("minimum", operator.ge, "is less than"),
    ("maximum", operator.le, "is more than"),
    ("exclusiveMinimum", operator.gt, "is not more than"),
    ("exclusiveMaximum", operator.lt, "is not less than"),
)


def _of_numbers(node: Mapping[str, Any]) -> Iterator[Keyword]:
    for keyword, compare, why in _BOUNDS:
        if _is_number(bound := node.get(keyword)):
            yield keyword, *_bounded(bound, compare, why)
    step = node.get("multipleOf")
    if step and _is_number(step):
        yield (
            "multipleOf",
            _where(_is_number, lambda value: _is_multiple(value, step)),
            lambda value: f"{value} is no multiple of {step}",
        )


def _bounded(bound: Any, compare: Callable[[Any, Any], bool], why: str) -> tuple[Test, Told]:
    test = _where(_is_number, lambda value: compare(value, bound))
    return test, lambda value: f"{value} {why} {bound}"


def _is_multiple(value: float, step: float) -> bool:
    if isinstance(value, int) and isinstance(step, int):
        return value % step == 0
    times = float(value) / step
    return math.isfinite(times) and abs(times - round(times)) <= 1e-9


_SIZES: tuple[tuple[Test, str, str, str], ...] = (
    (_TYPES["string"], "minLength", "maxLength", "characters"),
    (is_list, "minItems", "maxItems", "items"),
    (is_object, "minProperties", "maxProperties", "fields"),
)


def _sized(
    node: Mapping[str, Any], kind: Test, least: str, most: str, of: str
) -> Iterator[Keyword]:
    low, high = node.get(least), node.get(most)
    if low:
        yield (
            least,
            lambda value: not kind(value) or len(value) >= low,
            lambda value: f"{len(value)} {of} are less than {low}",
        )
    if high is not None:
        yield (
            most,
            lambda value: not kind(value) or len(value) <= high,
            lambda value: f"{len(value)} {of} are more than {high}",
        )


def _where(kind: Test, test: Test) -> Test:
    """Return a test of the values of one kind, which all others pass."""
    return lambda value: not kind(value) or test(value)


def _has_doubles(values: list[Any]) -> bool:
    if all(isinstance(one, str) for one in values):
        return len(set(values)) < len(values)
    return any(equal(one, other) for at, one in enumerate(values) for other in values[:at])


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
