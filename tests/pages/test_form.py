"""The form of pages: how long they may be, and which parts a decision has."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pages.markdown import ROOT, shown

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def test_the_map_fits_on_two_screens() -> None:
    lines = (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()
    assert len(lines) <= 250
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []


@pytest.mark.parametrize("page", DECISIONS, ids=shown)
def test_a_decision_is_short_and_has_its_parts(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    assert 10 <= len(lines) <= 25
    headings = [line for line in lines if line.startswith("#")]
    assert headings[1:] == ["## Context", "## Decision", "## Consequence"]


def test_decisions_are_numbered() -> None:
    numbers = [page.name.partition("-")[0] for page in DECISIONS]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
