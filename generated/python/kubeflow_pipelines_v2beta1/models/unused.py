"""Models that no operation uses."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.formats import Int64
from .._runtime.data.models import Model

PredicateOperation: TypeAlias = (
    Literal[
        "OPERATION_UNSPECIFIED",
        "EQUALS",
        "NOT_EQUALS",
        "GREATER_THAN",
        "GREATER_THAN_EQUALS",
        "LESS_THAN",
        "LESS_THAN_EQUALS",
        "IN",
        "IS_SUBSTRING",
    ]
    | str
)
"""Comparison to make; IN needs a set of values, and IS_SUBSTRING needs a text value.

The server's default is `OPERATION_UNSPECIFIED`.
"""

ProtobufNullValue: TypeAlias = Literal["NULL_VALUE"] | str
"""The single value that stands for null. The server's default is `NULL_VALUE`."""


class PredicateIntValues(Model):
    """Set of 32-bit integers to compare with."""

    values: list[int] | None = None
    """Members of the set."""


class PredicateLongValues(Model):
    """Set of 64-bit integers to compare with."""

    values: list[Int64] | None = None
    """Members of the set."""


class PredicateStringValues(Model):
    """Set of texts to compare with."""

    values: list[str] | None = None
    """Members of the set."""


class Filter(Model):
    """Conditions that pick the items of a list."""

    predicates: list[Predicate] | None = None
    """Conditions, all of which an item has to meet."""


class Predicate(Model):
    """One condition on a field of an item, with a single value or set to compare with."""

    operation: PredicateOperation | None = None
    """How to compare the field with the value."""
    key: str | None = None
    """Name of the field to compare."""
    int_value: int | None = None
    """32-bit integer to compare with."""
    long_value: Int64 | None = None
    """64-bit integer to compare with."""
    string_value: str | None = None
    """Text to compare with."""
    timestamp_value: datetime | None = None
    """Time to compare with, taken as Unix seconds."""
    int_values: PredicateIntValues | None = None
    """Set of 32-bit integers, for operation IN only."""
    long_values: PredicateLongValues | None = None
    """Set of 64-bit integers, for operation IN only."""
    string_values: PredicateStringValues | None = None
    """Set of texts, for operation IN only."""
