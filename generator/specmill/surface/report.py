"""What a comparison found, for whoever writes it down."""

from __future__ import annotations

from collections import Counter

from specmill.surface.comparison import Change
from specmill.surface.levels import Level
from specmill.values import dataclass

_STEPS = {Level.BREAKING: "major", Level.BEHAVIOUR: "minor", Level.ADDITIVE: "minor"}


@dataclass(frozen=True, slots=True)
class Report:
    """The changes of one API."""

    api: str
    old: str
    """What was compared, as the user named it."""
    new: str
    old_version: str = ""
    new_version: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def counted(self) -> tuple[Change, ...]:
        """The changes that nobody accepted."""
        return tuple(one for one in self.changes if not one.accepted)

    @property
    def worst(self) -> Level | None:
        """The worst level of what nobody accepted; None where nothing differs."""
        levels = [one.level for one in self.counted]
        return max(levels, key=lambda level: level.rank, default=None)

    @property
    def step(self) -> str:
        """The step of the package's version by Semantic Versioning: major, minor, patch, none.

        Accepted changes count: programs notice them.
        """
        levels = [one.level for one in self.changes]
        worst = max(levels, key=lambda level: level.rank, default=None)
        return "none" if worst is None else _STEPS.get(worst, "patch")

    def counts(self) -> dict[Level, int]:
        """Return how many changes of each level there are, accepted ones aside."""
        found = Counter(one.level for one in self.counted)
        return {level: found[level] for level in Level}
