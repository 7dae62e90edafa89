"""What ``inspect`` lists against the vendor's page, read here by a few lines of another reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.paddleflow.facts import NOT_CALLED, PAGE, ROOT

from specmill.cli import main

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the page is not at hand")

PARAMETERS = ("接口入参说明", "接口入口参数")
ROW = re.compile(r"\|\s*(?P<name>\w+)\s*\|\s*(?P<type>[\w\[\]]+)\s*\((?P<marks>[^)]*)\)\s*\|")
TYPES = {
    "string": "str",
    "int": "int",
    "bool": "bool",
    "dict": "dict[str, Any]",
    "bytes": "bytes",
    "string[]": "list[str]",
}
CONVERTED = {"int": int, "bool": {"True": True, "False": False}.__getitem__}


def rows_of_the_page() -> dict[str, list[tuple[str, str, bool, Any]]]:
    """Give name, type, required and default of each method's parameters; ``...`` is no default."""
    found: dict[str, list[tuple[str, str, bool, Any]]] = {}
    name, in_table = "", False
    for line in PAGE.read_text("utf-8").splitlines():
        if call := re.match(r"\w[\w, ]* = client\.(\w+)\((.*)", line):
            name = call[1]
            if name in found:  # the second `show_link` lists them
                name = name.replace("show", "list")
            found[name] = []
        elif line.startswith("#"):
            in_table = line.strip("# \t") in PARAMETERS
        elif in_table and name and (row := ROW.match(line)):
            found[name].append(_parameter(row["name"], row["type"], row["marks"]))
    return found


def _parameter(name: str, type_: str, marks: str) -> tuple[str, str, bool, Any]:
    default = re.search(r"default\s*=\s*(\S+)", marks)
    value = CONVERTED.get(type_, str)(default[1]) if default else ...
    return name, type_, "required" in marks, value


def classes_of_the_page() -> Iterator[tuple[str, set[str]]]:
    """Give the classes of the page with the names of their attributes."""
    text = PAGE.read_text("utf-8")
    for listing in re.finditer(r"^class (\w+).*\n((?:(?!class |```).*\n)*)", text, re.MULTILINE):
        names = re.findall(r"^\s+(?:self\.(\w+) =|(\w+):(?! *$))", listing[2], re.MULTILINE)
        yield listing[1], {one or other for one, other in names}


@pytest.fixture
def inspected(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> dict[str, Any]:
    """What the command prints for the page of a language."""
    monkeypatch.chdir(ROOT)
    which = ["paddleflow"] if request.param == "ours" else ["--spec", str(PAGE)]
    assert main(["inspect", *which, "--json"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def listed(parameters: list[dict[str, Any]]) -> list[tuple[str, str, bool, Any]]:
    """Give what ``inspect`` says of documented parameters, in the form of ``rows_of_the_page``."""
    return [
        (one["name"], one["declared"], one["required"], one.get("default", ...))
        for one in parameters
    ]


def test_page_is_read_by_the_other_reader() -> None:
    rows = rows_of_the_page()
    assert len(rows) == 54
    of_the_constructor = 2
    marked = len(ROW.findall(PAGE.read_text("utf-8")))
    assert sum(map(len, rows.values())) == marked - of_the_constructor
    assert {type_ for one in rows.values() for _, type_, _, _ in one} == set(TYPES)


@pytest.mark.parametrize("inspected", ["ours"], indirect=True)
def test_methods_of_our_page(inspected: dict[str, Any]) -> None:
    """52 of the page's 54, each parameter with the type, default and required flag of the page."""
    rows = rows_of_the_page()
    told = {one["id"]: one.get("documented") for one in inspected["operations"]}
    found = {name: one["parameters"] for name, one in told.items() if one}
    rows["create_cluster"].append(("version", "string", False, ...))  # which the server needs
    assert set(found) == set(rows) - set(NOT_CALLED)
    assert len(found) == 52
    for name, parameters in found.items():
        assert listed(parameters) == rows[name], name
        assert [one["type"] for one in parameters] == [TYPES[row[1]] for row in rows[name]], name
    skipped = {one["what"]: one["reason"] for one in inspected["skipped"]}
    assert set(skipped) == set(NOT_CALLED)
    assert "local" in skipped["mount"]
    assert "dropped" in skipped["stop_queue"]


@pytest.mark.parametrize("inspected", ["theirs"], indirect=True)
def test_methods_of_their_page(inspected: dict[str, Any]) -> None:
    """All 54: that two of them are no requests is told by our bindings, not by the page."""
    rows = rows_of_the_page()
    assert [one["id"] for one in inspected["operations"]] == list(rows)
    assert inspected["skipped"] == []
    for one in inspected["operations"]:
        expected = rows[one["id"]]
        assert (one["method"], one["path"]) == (None, None)
        assert listed(one["documented"]["parameters"]) == expected, one["id"]
        assert [
            (row["wire"], row["type"], row["required"], row.get("default", ...))
            for row in one["parameters"]
        ] == [(name, TYPES[type_], *rest) for name, type_, *rest in expected]


@pytest.mark.parametrize("inspected", ["theirs"], indirect=True)
def test_classes_of_their_page(inspected: dict[str, Any]) -> None:
    expected = dict(classes_of_the_page())
    found = {one["wire"]: {field["wire"] for field in one["fields"]} for one in inspected["models"]}
    assert found == expected
    assert len(found) == 18
