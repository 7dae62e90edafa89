"""Sentences about changes that several formats share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from specmill.surface.comparison import Change
from specmill.surface.levels import Level
from specmill.surface.report import Report

NOTHING = "nothing differs"


def sentence(change: Change) -> str:
    """Say what happened: ``has another type: str → int (query parameter depth)``."""
    told = f"{change.text}: {values(change)}" if change.was or change.now else change.text
    return f"{told} ({wire(change)})" if wire(change) else told


def wire(change: Change) -> str:
    """Return what the spec calls it, where that is more than its name."""
    return "" if re.search(rf"(^|\W){re.escape(change.wire)}\)?$", change.subject) else change.wire


def values(change: Change) -> str:
    """Return what was and is, with an arrow between."""
    if change.was and change.now:
        return f"{change.was} → {change.now}"
    return change.was or change.now


def places(change: Change) -> str:
    """Return where it stood and stands."""
    told = [str(place) for place in (change.old, change.new) if place.file]
    return " → ".join(told)


def totals(report: Report) -> str:
    """Say how many changes of each level there are."""
    told = [f"{number:,} {level}" for level, number in report.counts().items() if number]
    accepted = len(report.changes) - len(report.counted)
    told += [f"{accepted:,} accepted"] if accepted else []
    return ", ".join(told) or NOTHING


def by_level(report: Report) -> Iterator[tuple[Level, Sequence[Change]]]:
    """Yield the levels with what was found of them, worst first."""
    for level in Level:
        found = [one for one in report.changes if one.level is level]
        if found:
            yield level, found


def by_group(changes: Sequence[Change]) -> Iterator[tuple[str, Sequence[Change]]]:
    """Yield the groups in their order, with their changes."""
    for group in dict.fromkeys(one.group for one in changes):
        yield group, [one for one in changes if one.group == group]
