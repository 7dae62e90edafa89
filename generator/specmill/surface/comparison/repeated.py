"""What is told once: the same change at many methods, or what follows from another change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from specmill.surface.comparison.changes import Change
from specmill.values import replace

_MANY = 3
"""Methods or names from which on what happened to all of them alike is one change."""
_RULES = frozenset((
    "security-added", "security-removed", "security-changed", "security-alternative-added",
    "scopes-changed", "server-changed", "error-type", "header-added", "header-removed",
    "header-changed", "accept-changed", "status-changed", "request-changed",
    "export-removed", "export-added",
))  # fmt: skip


def told_once(changes: Iterable[Change], causes: Mapping[str, Change]) -> list[Change]:
    """Put what follows from another change beneath that one, unless it is worse.

    Args:
        changes: All changes.
        causes: Subjects of changes that follow from another, with that one.
    """
    told: list[Change] = []
    beneath: defaultdict[Change, list[str]] = defaultdict(list)
    for change in changes:
        cause = causes.get(change.subject)
        if cause is None or change.level.rank > cause.level.rank:
            told.append(change)
        else:
            values = " → ".join(filter(None, (change.was, change.now)))
            beneath[cause].append(f"{change.subject}: {change.text}{': ' * bool(values)}{values}")
    return [
        replace(one, consequences=(*one.consequences, *beneath[one])) if one in beneath else one
        for one in told
    ]


def merged(changes: Iterable[Change]) -> list[Change]:
    """Put together what is the same at many methods; they are its consequences."""
    alike: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        own = "" if change.rule in _RULES else f"{change.subject} {len(alike)}"
        alike[change.rule, change.text, change.was, change.now, own].append(change)
    return [one for group in alike.values() for one in _together(group)]


def _together(group: list[Change]) -> list[Change]:
    if len(group) < _MANY:
        return group
    first = group[0]
    noun = "names" if first.rule.startswith("export-") else "methods"
    whole = replace(
        first,
        subject=f"{len(group)} {noun}",
        group="client",
        wire="",
        consequences=tuple(one.subject for one in group),
    )
    return [whole]
