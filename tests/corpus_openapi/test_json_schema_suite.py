"""JSON Schema's own test suite, where it is on the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus_openapi.json_schema_suite import SETTING, counted, suite, unexplained

MOST_ACCEPTED = 333
"""Invalid instances that are read strictly, for bounds and the like are words."""


def test_the_suite_is_read_as_it_is(tmp_path: Path) -> None:
    folder = suite()
    if folder is None:
        pytest.skip(f"{SETTING} does not name JSON Schema's test suite")
    found = counted(folder, tmp_path)
    assert list(unexplained(found)) == []
    assert sum(len(one.accepted) for one in found.values()) <= MOST_ACCEPTED
    assert sum(one.valid for one in found.values()) > 600


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    tests = [
        {"description": "fits", "data": {"a": 1}, "valid": True},
        {"description": "is called valid", "data": {"a": "x"}, "valid": True},
        {"description": "is called invalid", "data": {"a": 2}, "valid": False},
        {"description": "does not fit", "data": {"a": True}, "valid": False},
    ]
    group = {"description": "told", "schema": schema, "tests": tests}
    (folder / "told.json").write_text(json.dumps([group]))
    found = counted(folder, tmp_path)
    assert list(unexplained(found)) == ["told, refused: told: is called valid"]
    counts = found["told"]
    assert (counts.valid, counts.invalid) == (2, 2)
    assert counts.accepted == ["told: is called invalid"]
    assert counts.converted == []
