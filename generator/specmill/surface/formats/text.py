"""Changes for people in a terminal: a line each, by resource, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmill.surface.comparison import Change
from specmill.surface.formats.words import by_group, places, sentence, totals
from specmill.surface.report import Report
from specmill.text import on_one_line

_WIDTH = 9
_SHOWN = 5
"""Consequences that are printed of one change."""


def as_text(reports: Sequence[Report]) -> str:
    """Return the lines; none for reports without changes."""
    told = [report for report in reports if report.changes]
    blocks = [
        "\n".join(map(on_one_line, _lines(report, named=len(reports) > 1))) for report in told
    ]
    return "\n\n".join(blocks)


def _lines(report: Report, *, named: bool) -> Iterator[str]:
    if named:
        yield f"# {report.api}"
    for group, changes in by_group(report.changes):
        yield f"{group}:"
        for change in changes:
            yield from _change(change)
    step = "" if report.step == "none" else f"; version step: {report.step}"
    yield f"= {totals(report)}{step}"


def _change(change: Change) -> Iterator[str]:
    level = "accepted" if change.accepted else change.level
    place = f"  {places(change)}" if places(change) else ""
    yield f"  {level:<{_WIDTH}}  {change.subject}: {sentence(change)}  [{change.rule}]{place}"
    if change.accepted:
        yield f"  {'':<{_WIDTH}}    because {change.accepted}"
    for line in change.consequences[:_SHOWN]:
        yield f"  {'':<{_WIDTH}}    ↳ {line}"
    if len(change.consequences) > _SHOWN:
        yield f"  {'':<{_WIDTH}}    ↳ … and {len(change.consequences) - _SHOWN} more"
