"""A rule: one kind of change, what it means, and an example."""

from __future__ import annotations

from specmill.surface.levels import Level
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change."""

    id: str
    level: Level
    text: str
    """What happened, and whom it concerns."""
    example: str
    """A change of a spec, and what a program sees of it."""
    part: str = ""
    """The part of a package that it is about, for headings."""


def rules_of(part: str, *rules: tuple[str, Level, str, str]) -> tuple[Rule, ...]:
    """Return the rules of one part of a package."""
    return tuple(Rule(id_, level, text, example, part) for id_, level, text, example in rules)
