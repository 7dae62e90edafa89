"""Mistakes of public specs: each case has a spec, what is said of it, and what is made of it.

``SPECMILL_GOLDEN=rewrite`` writes down what is said and made now.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from specmill import sources
from specmill.diagnostics import Report, Severity, SpecmillError
from specmill.document import pointers
from specmill.document.dump import dump
from specmill.pipeline.validation.openapi_errors import openapi_errors

HERE = Path(__file__).parent
REWRITE = os.environ.get("SPECMILL_GOLDEN") == "rewrite"
FILES = sorted(HERE.glob("*.txt"))
CODE = re.compile(r" \[([a-z-]+)\]$")


@dataclass(frozen=True, slots=True)
class Case:
    """A wrong spec."""

    name: str
    text: str
    places: tuple[str, ...]
    """Pointers into the normal form, of what is shown."""
    expected: str

    @property
    def spec(self) -> str:
        """The text with what every spec has, at its end so that lines stay what they are."""
        ends = (("info:", "info: {title: T, version: '1'}"), ("paths:", "paths: {}"))
        missing = [
            line for key, line in ends if not re.search(f"^(?:# )?{key}", self.text, re.MULTILINE)
        ]
        return "\n".join([self.text, *missing, ""])


def cases(path: Path) -> list[Case]:
    """Read the cases of a file."""
    found = []
    for block in re.split(r"^=== ", path.read_text(), flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        text, *parts = re.split(r"^--- ?", rest, flags=re.MULTILINE)
        places = tuple(part.partition("\n")[0] for part in parts if part.startswith("/"))
        expected = "".join(f"--- {part}" for part in parts)
        found.append(Case(name, text.rstrip("\n"), places, expected))
    return found


ALL = {f"{path.stem}: {case.name}": case for path in FILES for case in cases(path)}


def outcome(case: Case, folder: Path) -> tuple[str, Report]:
    """Read a spec and tell what is made of it and said about it."""
    spec = folder / "spec.yaml"
    spec.write_text(case.spec)
    report = Report()
    os.chdir(folder)
    root = sources.read(Path("spec.yaml"), report=report).root
    shown = []
    for place in case.places:
        try:
            part = json.dumps(pointers.look_up(root, place), ensure_ascii=False)
        except LookupError:
            part = "nothing"
        shown.append(f"--- {place}\n{part}\n")
    findings = "".join(f"{finding}\n" for finding in report.findings)
    assert openapi_errors(root) == [], [error.message for error in openapi_errors(root)]
    return "".join(shown) + f"--- findings\n{findings}", report


@pytest.mark.parametrize("name", ALL)
def test_mistake_is_repaired(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given, report = outcome(ALL[name], tmp_path)
    assert REWRITE or given.strip() == ALL[name].expected.strip()
    assert report.findings
    for finding in report.findings:
        assert finding.severity is Severity.WARNING
        assert finding.code, finding.what
        assert finding.location is not None
        assert finding.location.line, finding.what


@pytest.mark.parametrize("name", ALL)
def test_what_is_repaired_reads_as_it_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spec.yaml").write_text(ALL[name].spec)
    first = dump(sources.read(Path("spec.yaml"), report=Report()))
    Path("again.json").write_bytes(first)
    report = Report()
    assert dump(sources.read(Path("again.json"), report=report)) == first
    lasting = {"route-duplicate", "security-undeclared"}  # OpenAPI allows these
    assert [str(one) for one in report.findings if one.code not in lasting] == []


def test_every_kind_of_mistake_has_a_case() -> None:
    code = "\n".join(
        path.read_text()
        for path in (HERE.parents[1] / "generator" / "specmill" / "sources").rglob("*.py")
    )
    rows = re.findall(r'Row\(\s*"([a-z0-9-]+)"', code)
    rows += re.findall(r'(?:code=|note\(|_warn\()"([a-z0-9-]+)"', code)
    met = {
        match
        for case in ALL.values()
        for match in re.findall(r"\[([a-z0-9-]+)\]$", case.expected, re.MULTILINE)
    }
    assert set(rows) - met == set()


@pytest.mark.skipif(not REWRITE, reason="writes what the other tests read")
def test_rewrite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in FILES:
        blocks = []
        for case in cases(path):
            try:
                given = outcome(case, tmp_path)[0]
            except (SpecmillError, AssertionError) as error:
                given = (
                    "".join(f"--- {place}\n" for place in case.places) + f"--- refused\n{error}\n"
                )
            blocks.append(f"=== {case.name}\n{case.text}\n{given}\n")
        path.write_text("".join(blocks))
