"""Each place where page, client and server disagree has a line that tells what is done."""

from __future__ import annotations

import re

import pytest
from tests.paddleflow.facts import FILE, ROOT, facts

LINES = dict(
    re.findall(
        r"^\| (D\d\d) \| (.+) \|$",
        (ROOT / "specs" / "paddleflow" / "DISAGREEMENTS.md").read_text("utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("number", range(1, 49))
def test_disagreement_is_told(number: int) -> None:
    assert LINES[f"D{number:02}"].strip()


def test_no_other_is_told() -> None:
    assert len(LINES) == 48
    if FILE.is_file():
        assert [one["id"] for one in facts()["disagreements"]] == sorted(LINES)[:42]
