"""What holds where all members of ``allOf`` hold."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.lower.keywords.all_of import FURTHER, merge

BASE = {"$ref": "base"}


def both(one: Any, other: Any) -> dict[str, Any]:
    return merge({"allOf": [one, other]}, lambda _: {})


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        ({"maxLength": 5}, {"maxLength": 3}, {"maxLength": 3}),
        ({"minItems": 1}, {"minItems": 4}, {"minItems": 4}),
        ({"type": "number"}, {"type": "integer"}, {"type": "integer"}),
        ({"type": ["string", "null"]}, {"type": "string"}, {"type": "string"}),
        ({"enum": [1, 2, 3]}, {"enum": [3, 2]}, {"enum": [2, 3]}),
        ({"enum": [1, True]}, {"enum": [True, 2]}, {"enum": [True]}),
        ({"required": ["a"]}, {"required": ["b", "a"]}, {"required": ["a", "b"]}),
        (
            {"items": {"minLength": 1}},
            {"items": {"maxLength": 2}},
            {"items": {"minLength": 1, "maxLength": 2}},
        ),
        ({"pattern": "a"}, {"pattern": "b"}, {"pattern": "a", FURTHER: [{"pattern": "b"}]}),
        ({"not": {"a": 1}}, {"not": {"a": 1}}, {"not": {"a": 1}}),
        (
            {"additionalProperties": False},
            {"additionalProperties": {"type": "string"}},
            {"additionalProperties": False},
        ),
        (
            {"dependentRequired": {"a": ["b"]}},
            {"dependentRequired": {"a": ["c"]}},
            {"dependentRequired": {"a": ["b", "c"]}},
        ),
        (
            {"properties": {"a": {"description": "x"}}},
            {"properties": {"a": BASE}},
            {"properties": {"a": {"description": "x", **BASE}}},
        ),
        ({"properties": {"a": False}}, {"properties": {"a": {}}}, {"properties": {"a": False}}),
        (
            {"anyOf": [{"type": "string"}, {"type": "integer"}]},
            {"anyOf": [{"type": "integer"}, {"type": "null"}]},
            {"anyOf": [{"type": "integer"}]},
        ),
        (
            {"if": {"a": 1}, "then": {"b": 1}},
            {"if": {"a": 2}, "else": {"b": 2}},
            {"if": {"a": 1}, "then": {"b": 1}, FURTHER: [{"if": {"a": 2}, "else": {"b": 2}}]},
        ),
    ],
)
def test_both_hold(one: Any, other: Any, merged: dict[str, Any]) -> None:
    assert both(one, other) == merged


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({"type": "string"}, {"type": "integer"}, {"type": "integer"}),
        ({"enum": ["a"]}, {"enum": ["b"]}, {"enum": ["b"]}),
        ({"const": 1}, {"const": 2}, {"const": 2}),
    ],
)
def test_what_no_value_fits_is_told(one: Any, other: Any, kept: dict[str, Any]) -> None:
    told: list[str] = []
    nested = [{"properties": {"a": one}}, {"properties": {"a": other}}]
    merged = merge({"allOf": nested}, lambda _: {}, told.append)
    assert merged == {"properties": {"a": kept}}
    assert told == [f"`{next(iter(one))}` of `a` is said twice, and no value fits both"]
