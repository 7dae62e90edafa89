"""Names of operations whose ids frameworks make, each in its own manner."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.lower.naming.placed import Given, placed

TABLE = Path(__file__).with_name("frameworks.txt").read_text("utf-8")
FRAMEWORKS = dict(part.split("\n", 1) for part in TABLE.split("\n== ")[1:])
"""The lines of the table by the name of the framework."""


def _read(text: str) -> tuple[list[Given], list[str], list[str]]:
    operations: list[Given] = []
    lists, names = [], []
    for number, line in enumerate(text.strip().split("\n")):
        method, path, id_, tag, answer, name = line.split()
        tag, id_ = ("" if one == "-" else one for one in (tag.replace("_", " "), id_))
        operations.append((method, path, tag, id_.replace("_(2)", " (2)")))
        lists += [f"/{number}"] if answer == "list" and method == "get" else []
        names.append(name)
    return operations, lists, names


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_names_are_what_a_person_would_write(framework: str) -> None:
    operations, lists, names = _read(FRAMEWORKS[framework])
    found = placed(operations, lists=lists, reads_tags=True)
    assert [one.replace(" ", "_") for one in found] == names


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_names_are_the_same_in_any_order(framework: str) -> None:
    operations, lists, names = _read(FRAMEWORKS[framework])
    last = len(operations) - 1
    turned = [f"/{last - int(one.lstrip('/'))}" for one in lists]
    found = placed([*reversed(operations)], lists=turned, reads_tags=True)
    assert [one.replace(" ", "_") for one in reversed(found)] == names
