"""Histories: what is said of an update is what syntax trees and griffe find."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from histories import oasdiff
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


def test_what_oasdiff_finds_is_held_against_the_report() -> None:
    """An added value is an error there and an addition here; each kind has a reason."""
    change = {
        "rule": "enum-value-added",
        "level": "additive",
        "subject": "BookGenre",
        "now": '"play"',
        "wire": None,
        "fingerprint": "1",
        "old": None,
        "new": {"line": 40, "pointer": "/x/genre"},
    }
    alone = {**change, "rule": "model-renamed", "level": "breaking", "fingerprint": "2"}
    finding = {
        "id": "response-property-enum-value-added",
        "level": 3,
        "operation": "GET",
        "path": "/b",
        "text": "added the new `play` enum value to the `items/genre` response property",
    }
    other = {**finding, "id": "response-header-removed", "text": "the header `X-A` was removed"}
    found = oasdiff.held_against([finding, other], [change, {**alone, "new": None, "now": "A"}])
    kind = oasdiff.Kind("response-property-enum-value-added", "error", "additive")
    assert found.kinds[kind] == 1
    assert not oasdiff.agrees(kind)
    assert found.alone == {"model-renamed": 1}
    with pytest.raises(LookupError, match="response-header-removed"):
        oasdiff.section(found)


def test_it_says_where_oasdiff_was_not_run() -> None:
    assert "not installed" in oasdiff.section(None)
