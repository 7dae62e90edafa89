"""Pages on security and clients: each sentence of their tables names tests that are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.pages.markdown import ROOT

PAGES = (ROOT / "docs" / "security.md", ROOT / "docs" / "reference" / "client-behaviour.md")
TARGETS = frozenset(
    re.findall(r"^([a-z0-9-]+):.*?## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
)
_ROW = re.compile(r"\| (?P<holds>.+) \| (?P<tests>.+) \|")
_SPAN = re.compile(r"`([^`]+)`")


def rows() -> Iterator[tuple[str, list[str]]]:
    """Yield what holds and the tests that prove it, written out in full."""
    last = ""
    for line in (line for page in PAGES for line in page.read_text().splitlines()):
        found = _ROW.fullmatch(line)
        if found is None or found["holds"] == "Guarantee" or set(found["holds"]) <= set("- "):
            continue
        named: list[str] = []
        for span in _SPAN.findall(found["tests"]):
            file, _, name = span.rpartition("::") if "::" in span else (span, "", "")
            if re.fullmatch(r"test_\w+", span):
                file, name = last, span
            elif file == "…":
                file = last
            elif "/" not in file and file.endswith(".py"):
                (path,) = (ROOT / "tests").rglob(file)
                file = str(path.relative_to(ROOT))
            if file.endswith(".py"):
                last = file
            named.append(f"{file}::{name}" if name else file)
        yield found["holds"], named


@cache
def named_in(file: Path) -> frozenset[str]:
    return frozenset(
        node.name
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    )


def is_there(named: str) -> bool:
    """Tell whether there is a file of tests, a test in it, or a target of the Makefile."""
    if named.startswith("make "):
        return named.removeprefix("make ") in TARGETS
    file, _, name = named.partition("::")
    path = ROOT / file
    return path.is_file() and (name in named_in(path) if name else bool(named_in(path)))


@pytest.mark.parametrize(("holds", "named"), [*rows()])
def test_each_sentence_names_tests_that_are_there(holds: str, named: list[str]) -> None:
    assert named, f"no test proves that {holds}"
    assert [one for one in named if not is_there(one)] == []


def test_the_pages_have_sentences() -> None:
    assert len([*rows()]) > 60
    assert not is_there("tests/pages/test_proofs.py::test_of_nothing")
    assert not is_there("tests/nowhere.py")
    assert not is_there("make nothing")
