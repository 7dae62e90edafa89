"""Histories: what is said of an update is what syntax trees and griffe find."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from histories.packages import run
from histories.table import histories
from tests.surface.specs import cases

LOCAL = [one for one in histories() if all(version.local for version in one.versions)]
UPDATES = [(one.name, *pair) for one in LOCAL for pair in pairwise(one.versions)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("history", "old", "new"),
    UPDATES,
    ids=[f"{name}-{old.name}-{new.name}" for name, old, new in UPDATES],
)
def test_an_update(history: str, old, new, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    paths = old.path(), new.path()
    if None in paths:
        pytest.skip("the variable HISTORIES names no folder with these files")
    _assert_right(*paths, tmp_path)


@pytest.mark.parametrize(
    "rule",
    [
        *("method-renamed", "argument-order", "argument-type", "body-form", "returns-changed"),
        *("pages-removed", "model-renamed", "model-kind", "field-became-required"),
        *("field-nullable", "variant-added", "tag-class-changed", "client-argument-removed"),
        "enum-value-removed",
    ],
)
def test_a_rule(rule: str, tmp_path: Path) -> None:
    """The oracle finds what the cases of rules show."""
    old, new = cases()[rule].write(tmp_path)
    _assert_right(old, new, tmp_path / "packages")


def _assert_right(old: Path, new: Path, scratch: Path) -> None:
    judgement = run(old, new, scratch).judgement
    assert judgement.unsaid == []
    assert judgement.false == []


def test_what_is_unsaid_is_found(tmp_path: Path) -> None:
    """A report that leaves out what happened, or says what did not, is wrong."""
    from histories.differences import Difference
    from histories.judging import judge

    gone = Difference("gone", "books.get(limit)")
    said = {
        "rule": "argument-removed",
        "level": "breaking",
        "subject": "books.get(limit)",
        "was": None,
        "now": None,
        "consequences": [],
    }
    assert judge([], [gone], []).unsaid == [gone]
    assert judge([said], [gone], []).unsaid == []
    assert judge([said], [], []).false == [said]
    other = {**said, "rule": "docs-changed", "level": "docs"}
    assert judge([other], [gone], []).unsaid == [gone]
