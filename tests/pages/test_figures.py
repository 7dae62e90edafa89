"""Figures of README are those of the last run of the benchmarks."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ("specmill", "openapi-python-client", "openapi-generator", "datamodel-code-generator")


def rows(page: Path, first: str) -> list[list[str]]:
    """Return the cells of a page's table rows that begin with a cell."""
    found = re.findall(
        rf"^\| {re.escape(first)} \| (.*) \|$", page.read_text("utf-8"), re.MULTILINE
    )
    return [row.split(" | ") for row in found]


def test_the_comparison_has_what_was_measured() -> None:
    measured = {row[0]: row for row in rows(ROOT / "benchmarks" / "README.md", "GitHub REST")}
    seconds = [f"{float(measured[tool][1].removesuffix(' s')):.1f} s" for tool in TOOLS]
    (told,) = rows(ROOT / "README.md", "GitHub's REST API")
    assert [cell.partition(",")[0] for cell in told] == seconds
    (lines,) = rows(ROOT / "README.md", "lines of Python for it")
    assert lines == [measured[tool][5] for tool in TOOLS]
