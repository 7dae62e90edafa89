"""Formats of reports: what programs and people read."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from markdown_it import MarkdownIt

from specmill.surface.comparison import Change, Place
from specmill.surface.formats import FORMATS, SCHEMA
from specmill.surface.levels import Level
from specmill.surface.report import Report

PLACE = Place("new.yaml", 7, 3, "/paths/~1books", told=True)
REPORT = Report(
    "library",
    "old.yaml",
    "new.yaml",
    "1.0",
    "1.1",
    (
        Change(
            "argument-type",
            Level.BREAKING,
            "books.list(limit)",
            "takes another type",
            group="books",
            was="int | str",
            now="int",
            wire="query parameter limit",
            old=Place("old.yaml", 6, 3, "/paths/~1books", told=True),
            new=PLACE,
            consequences=("one", "two", "three", "four", "five", "six"),
        ),
        Change(
            "operation-deprecated", Level.DOCS, "books.get", "is deprecated", "books", new=PLACE
        ),
        Change(
            "field-removed",
            Level.BREAKING,
            "Book.a,b:c%",
            "the field\nis gone",
            group="models",
            new=PLACE,
            accepted="nobody reads it",
        ),
        Change("operation-added", Level.ADDITIVE, "books.lend", "a new method", "books", new=PLACE),
    ),
)
NOTHING = Report("library", "old.yaml", "new.yaml")


def test_text() -> None:
    assert FORMATS["text"]([REPORT]).splitlines() == [
        "books:",
        "  breaking   books.list(limit): takes another type: int | str → int "
        "(query parameter limit)  [argument-type]  old.yaml:6:3 → new.yaml:7:3",
        *(f"               ↳ {one}" for one in ("one", "two", "three", "four", "five")),
        "               ↳ … and 1 more",
        "  docs       books.get: is deprecated  [operation-deprecated]  new.yaml:7:3",
        "  additive   books.lend: a new method  [operation-added]  new.yaml:7:3",
        "models:",
        "  accepted   Book.a,b:c%: the field\\nis gone  [field-removed]  new.yaml:7:3",
        "               because nobody reads it",
        "= 1 breaking, 1 additive, 1 docs, 1 accepted; version step: major",
    ]


def test_json_has_the_published_shape() -> None:
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for reports in ([REPORT], [REPORT, NOTHING], []):
        jsonschema.validate(json.loads(FORMATS["json"](reports)), schema)
    data = json.loads(FORMATS["json"]([REPORT]))["reports"][0]
    assert data["summary"] == {"breaking": 1, "behaviour": 0, "additive": 1, "docs": 1}
    assert data["changes"][0]["was"] == "int | str"
    assert data["changes"][2]["accepted"] == "nobody reads it"


def test_markdown() -> None:
    text = FORMATS["markdown"]([REPORT, NOTHING])
    assert "From `old.yaml` (`1.0`) to `new.yaml` (`1.1`); version step: **major**." in text
    assert "- `books.list(limit)` takes another type: `int | str → int`" in text
    assert "accepted: nobody reads it" in text
    assert text.endswith("## library: nothing differs")


def test_changelog() -> None:
    assert FORMATS["changelog"]([REPORT]).splitlines() == [
        "## Unreleased (library, major)",
        "",
        "### Removed",
        "",
        "- **Breaking:** `Book.a,b:c%`: the field\\nis gone",
        "",
        "### Changed",
        "",
        "- **Breaking:** `books.list(limit)`: takes another type: `int | str → int`",
        "",
        "### Added",
        "",
        "- `books.lend`: a new method",
        "",
        "### Deprecated",
        "",
        "- `books.get`: is deprecated",
    ]


def test_github() -> None:
    lines = FORMATS["github"]([REPORT]).splitlines()
    assert lines[0] == (
        "::error file=new.yaml,line=7,col=3,title=breaking%3A argument-type::books.list(limit): "
        "takes another type: int | str → int (query parameter limit)"
    )
    assert lines[2].startswith("::notice ")
    assert lines[2].endswith("::Book.a,b:c%25: the field%0Ais gone")
    assert lines[-1].startswith("::notice title=specmill diff::library: 1 breaking")


def test_junit() -> None:
    root = ElementTree.fromstring(FORMATS["junit"]([REPORT]))
    (suite,) = root
    assert suite.attrib == {"name": "library", "tests": "4", "failures": "1", "errors": "0"}
    failures = [case.attrib["name"] for case in suite if case.find("failure") is not None]
    assert failures == ["books.list(limit) [argument-type]"]
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert (failure.text or "").startswith("old.yaml:6:3 → new.yaml:7:3")


_JUNIT = {
    "testsuites": ({"name"}, {"tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"time"}, {"testcase"}),
    "testcase": ({"name"}, {"classname", "time"}, {"failure", "skipped", "system-out"}),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""What each element must have, may have, and may hold in the schema of Jenkins' xUnit plugin."""


@pytest.mark.parametrize("reports", [[REPORT], [REPORT, NOTHING], []])
def test_junit_has_what_its_schema_knows(reports: list[Report]) -> None:
    for element in ElementTree.fromstring(FORMATS["junit"](reports)).iter():
        needed, optional, inner = _JUNIT[element.tag]
        assert needed <= element.attrib.keys() <= needed | optional, element.tag
        assert {one.tag for one in element} <= inner, element.tag


def test_sarif() -> None:
    (run,) = json.loads(FORMATS["sarif"]([REPORT]))["runs"]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert known == {one.rule for one in REPORT.changes}
    first, _, accepted, _ = run["results"]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 3}
    assert accepted["suppressions"][0]["justification"] == "nobody reads it"
    prints = [one["partialFingerprints"]["specmill/v1"] for one in run["results"]]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("style", ["text", "changelog", "github"])
def test_nothing_is_said_of_nothing(style: str) -> None:
    assert FORMATS[style]([NOTHING]) == ""


def test_the_schema_is_published_with_the_docs() -> None:
    page = Path(__file__).parents[2] / "docs/reference/diff-report.schema.json"
    assert page.read_text() == SCHEMA.read_text()


def test_what_a_spec_says_stays_text_in_every_report() -> None:
    """A terminal, the log of an action, a page and a CI server show it, and do nothing else."""
    said = "\x1b]0;x\x07\u202e``` `` `x`\n::error::x\r\n# h <script>pwned()</script> ]]> --> \x00"
    change = Change(
        "enum-value-removed",
        Level.BREAKING,
        f"Book.{said}",
        "a <script>value</script>\n::error::is gone\x1b",
        group="models",
        was=said,
        now=said,
        wire=said,
        new=Place(f"new{said}.yaml", 7, 3, "/x", told=True),
        consequences=("one <script>\n# h",),
    )
    report = Report("library", "old.yaml", "new.yaml", said, said, (change,))
    for name in ("text", "markdown", "changelog", "github"):
        text = FORMATS[name]([report])
        assert name == "github" or not set(text) & set("\x00\x07\x1b\r\u202e")
        lines = text.split("\n")
        assert not [line for line in lines if line.startswith(("::error::", "# "))], name
    root = ElementTree.fromstring(FORMATS["junit"]([report]))
    assert len(root.findall(".//testcase")) == 1
    (failure,) = root.findall(".//failure")
    assert "<script>" in failure.attrib["message"]
    assert json.loads(FORMATS["json"]([report]))
    for name in ("markdown", "changelog"):
        html = MarkdownIt("commonmark", {"html": True}).render(FORMATS[name]([report]))
        assert "<script>" not in html
        assert html.count("<h1>") == 0
