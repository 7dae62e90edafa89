"""Constraints count as tighter where they refuse a value that they took, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.lower.keywords import Constraints, Merging
from specmill.surface.comparison.values.strictness import is_tighter, without_trivial

TEXT, SHORT = {"type": "string"}, {"type": "string", "maxLength": 3}


def bounds_of(schema: Any) -> Any:
    """Return what a schema asks, as the model has it."""
    return without_trivial(Constraints(Merging(lambda ref: ref)).of(schema))


TIGHTER = [
    ({}, {"maximum": 5}),
    ({"maximum": 5}, {"maximum": 4}),
    ({"maximum": 5}, {"exclusiveMaximum": 5}),
    ({"minimum": 5}, {"exclusiveMinimum": 5}),
    ({"minLength": 1}, {"minLength": 2}),
    ({"maxItems": 5}, {"maxItems": 4}),
    ({}, {"uniqueItems": True}),
    ({}, {"multipleOf": 0.1}),
    ({"multipleOf": 5}, {"multipleOf": 10}),
    ({}, {"pattern": "^a$"}),
    ({"items": TEXT}, {"items": SHORT}),
    ({}, {"contains": {"const": 1}}),
    ({"contains": {"const": 1}, "maxContains": 5}, {"contains": {"const": 1}, "maxContains": 4}),
    ({}, {"propertyNames": {"maxLength": 4}}),
    ({}, {"patternProperties": {"^x-": SHORT}}),
    ({}, {"dependentRequired": {"a": ["b"]}}),
    ({"dependentRequired": {"a": ["b"]}}, {"dependentRequired": {"a": ["b", "c"]}}),
    ({"not": {"const": 1}}, {"not": {"enum": [1, 2]}}),
]
APART = [({"pattern": "^a$"}, {"pattern": "^b$"}), ({"multipleOf": 5}, {"multipleOf": 7})]
NOTHING = [({}, {"minLength": 0}), ({}, {"minItems": 0}), ({}, {"pattern": ".*"})]
LOOSER = [
    *((new, old) for old, new in TIGHTER),
    *NOTHING,
    ({"pattern": "^a$"}, {"pattern": "^.*$"}),
    ({"maximum": 5}, {"exclusiveMaximum": 10}),
    ({"multipleOf": 0.1}, {"multipleOf": 0.01}),
]


@pytest.mark.parametrize(("old", "new"), [*TIGHTER, *APART, *((new, old) for old, new in APART)])
def test_tighter(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert is_tighter(bounds_of(old), bounds_of(new))


@pytest.mark.parametrize(("old", "new"), LOOSER)
def test_looser(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert not is_tighter(bounds_of(old), bounds_of(new))


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_every_value_fits_is_no_constraint(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert bounds_of(old) == bounds_of(new)
