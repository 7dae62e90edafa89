"""Tables, on the terminal and in README.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Printed

README = Path(__file__).parent / "README.md"

_HEAD = """\
# Benchmarks

`make bench` measures specmill and what it generates next to other tools, in one run on one machine,
and rewrites this page. Numbers are medians; `×` is how many times as much as specmill takes. Times
depend on the machine, ratios much less, so no test asserts either.

`python -m benchmarks --help` lists the options: one part, one spec, the number of runs, no peers.
Only a run of everything rewrites this page. The peers live in a virtual environment of their own
under `build/bench`, made on first use; GitHub's description comes from npm (`@octokit/openapi`),
Compute's from the wheel of google-api-python-client. Races run on this Python, and again on the
newest one of the search path.
"""


@dataclass(slots=True)
class Table:
    """One table of results."""

    title: str
    about: str
    """What was measured and how, in Markdown."""
    columns: Sequence[str]
    texts: frozenset[int] = frozenset({0})
    """Columns of text; the others are numbers and stand to the right."""
    rows: list[Sequence[str]] = field(default_factory=list)

    def show(self, console: Console) -> None:
        """Print it."""
        printed = Printed(title=self.title, title_justify="left", box=SIMPLE_HEAD)
        for number, column in enumerate(self.columns):
            justify: Literal["left", "right"] = "left" if number in self.texts else "right"
            printed.add_column(column, justify=justify, overflow="fold")
        for row in self.rows:
            printed.add_row(*(escape(cell) for cell in row))
        console.print(printed)

    def markdown(self) -> str:
        """Write it as Markdown, heading and explanation included."""
        rule = ["---" if number in self.texts else "---:" for number in range(len(self.columns))]
        lines = [_line(row) for row in (self.columns, rule, *self.rows)]
        return "\n\n".join((f"## {self.title}", self.about.strip(), "\n".join(lines)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def write_page(tables: Iterable[Table], conditions: Iterable[str]) -> None:
    """Rewrite README.md: the head, today's date, the conditions, the tables."""
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    when = "\n".join((f"Measured on {today}:", "", *(f"* {line}" for line in conditions)))
    parts = (_HEAD.strip(), when, *(table.markdown() for table in tables))
    README.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def seconds(value: float) -> str:
    """Spell a time of a whole process."""
    return f"{value:.2f} s"


def milliseconds(value: float) -> str:
    """Spell a time below a second, given in seconds."""
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value * 1000:,.0f} ms"


def mebibytes(value: float) -> str:
    """Spell a size in bytes."""
    if value < 2**20:
        return f"{value / 2**10:,.0f} KiB"
    return f"{value / 2**20:,.1f} MiB" if value < 100 * 2**20 else f"{value / 2**20:,.0f} MiB"


def ratio(value: float, ours: float | None) -> str:
    """Spell how many times as much as ours a value is; empty where ours is unknown."""
    return f"{value / ours:.1f}×" if ours else ""


def against(value: float, target: float | None, spell: str) -> str:
    """Spell a target and whether a value meets it; empty without one."""
    if target is None:
        return ""
    return f"≤ {spell}, {'met' if value <= target else 'missed'}"
