"""Argument of a method, with its annotation and its default."""

from __future__ import annotations

from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method."""

    name: str
    annotation: str
    required: bool
    text: str
    """What its line of the docstring says; may be empty."""
    constant: str = ""
    """The only value that there is, as a literal; empty where there are others."""
    async_annotation: str = ""
    """What an async method takes beyond; empty where that is the same."""
