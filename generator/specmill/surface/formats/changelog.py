"""Changes as a section of a package's CHANGELOG.md, in the style of Keep a Changelog."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from specmill.surface.comparison import Change
from specmill.surface.formats.markdown import code, prose
from specmill.surface.formats.words import values
from specmill.surface.levels import Level
from specmill.surface.report import Report
from specmill.text import on_one_line

_TITLES = ("Removed", "Changed", "Added", "Deprecated")


def as_changelog(reports: Sequence[Report]) -> str:
    """Return a section for each API whose package differs."""
    told = [report for report in reports if report.changes]
    lines = (on_one_line(line) for report in told for line in _section(report))
    return "\n".join(lines).rstrip()


def _section(report: Report) -> Iterator[str]:
    yield f"## Unreleased ({report.api}, {report.step})"
    yield ""
    titled: defaultdict[str, list[Change]] = defaultdict(list)
    for change in report.changes:
        titled[_title(change)].append(change)
    for title in _TITLES:
        if titled[title]:
            yield f"### {title}"
            yield ""
            yield from map(_line, titled[title])
            yield ""


def _title(change: Change) -> str:
    """Return the heading that a change stands under; words alone stand under none."""
    if change.rule.endswith("-deprecated"):
        return "Deprecated"
    if change.level is Level.DOCS:
        return ""
    if change.rule.endswith("-removed") and change.level is Level.BREAKING:
        return "Removed"
    return "Added" if change.level is Level.ADDITIVE else "Changed"


def _line(change: Change) -> str:
    said = prose(change.text)
    told = f"{said}: {code(values(change))}" if values(change) else said
    breaking = "**Breaking:** " if change.level is Level.BREAKING else ""
    return f"- {breaking}{code(change.subject)}: {told}"
