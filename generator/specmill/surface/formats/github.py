"""Changes as workflow commands of GitHub Actions, which show them at lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmill.surface.comparison import Change
from specmill.surface.formats.words import sentence, totals
from specmill.surface.levels import Level
from specmill.surface.report import Report

_COMMANDS = {Level.BREAKING: "error", Level.BEHAVIOUR: "warning"}


def as_github(reports: Sequence[Report]) -> str:
    """Return a command for each change, and a notice with the totals of each API."""
    return "\n".join(line for report in reports for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for change in report.changes:
        yield _command(change)
    if report.changes:
        yield f"::notice title=specmill diff::{_data(f'{report.api}: {totals(report)}')}"


def _command(change: Change) -> str:
    command = "notice" if change.accepted else _COMMANDS.get(change.level, "notice")
    place = change.new if change.new.file else change.old
    properties = {"file": place.file, "line": place.line, "col": place.column}
    properties["title"] = f"{change.level}: {change.rule}"
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{command} {told}::{_data(f'{change.subject}: {sentence(change)}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
