"""Changes as Markdown, for the description of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from specmill.surface.comparison import Change
from specmill.surface.formats.words import by_level, places, totals, values
from specmill.surface.levels import Level
from specmill.surface.report import Report
from specmill.text import on_one_line

_TITLES = {
    Level.BREAKING: "Breaking",
    Level.BEHAVIOUR: "Behaviour",
    Level.ADDITIVE: "Additive",
    Level.DOCS: "Docs",
}
_FOLDED = 20
"""Changes of a level from which on they are folded."""


def as_markdown(reports: Sequence[Report]) -> str:
    """Return a section for each API."""
    lines = (on_one_line(line) for report in reports for line in _section(report))
    return "\n".join(lines).rstrip()


def code(text: str) -> str:
    """Return a text as code, whatever signs it has."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if len(fence) > 1 else ""
    return f"{fence}{pad}{on_one_line(text)}{pad}{fence}"


def prose(text: str) -> str:
    """Return a text whose signs are no HTML."""
    return text.replace("<", "&lt;")


def _section(report: Report) -> Iterator[str]:
    yield f"## {report.api}: {totals(report)}"
    yield ""
    if report.changes:
        old = _side(report.old, report.old_version)
        new = _side(report.new, report.new_version)
        yield f"From {old} to {new}; version step: **{report.step}**."
        yield ""
    for level, changes in by_level(report):
        yield from _level(level, changes)


def _side(source: str, version: str) -> str:
    return f"{code(source)} ({code(version)})" if version else code(source)


def _level(level: Level, changes: Sequence[Change]) -> Iterator[str]:
    folded = len(changes) > _FOLDED
    title = f"{_TITLES[level]} ({len(changes):,})"
    yield f"<details><summary>{title}</summary>" if folded else f"### {title}"
    yield ""
    for change in changes:
        yield from _change(change)
    yield ""
    if folded:
        yield "</details>"
        yield ""


def _change(change: Change) -> Iterator[str]:
    said = prose(change.text)
    told = f"{said}: {code(values(change))}" if values(change) else said
    accepted = f" — accepted: {prose(change.accepted)}" if change.accepted else ""
    place = f" ({code(places(change))})" if places(change) else ""
    yield f"- {code(change.subject)} {told} [{change.rule}]{place}{accepted}"
    for line in change.consequences:
        yield f"  - {prose(line)}"
