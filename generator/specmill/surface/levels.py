"""Levels of changes: what a change of the package means for the program that uses it."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """What a change means for a Python program, worst first."""

    BREAKING = "breaking"
    """A right program fails to run or to type-check."""
    BEHAVIOUR = "behaviour"
    """It runs, but what is sent, accepted or returned differs."""
    ADDITIVE = "additive"
    """There is more to use; what was there is as it was."""
    DOCS = "docs"
    """Words alone."""

    @property
    def rank(self) -> int:
        """The worse, the larger."""
        return len(_ORDER) - _ORDER.index(self)

    def reaches(self, other: Level) -> bool:
        """Tell whether this is as bad as another level, or worse."""
        return self.rank >= other.rank


_ORDER = tuple(Level)
