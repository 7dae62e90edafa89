"""Paths and modules that pages name in backticks: each is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from tests.pages.markdown import ROOT, code_spans, manual_pages, shown

PACKAGE = ROOT / "generator" / "specmill"
BASES = (ROOT, PACKAGE, ROOT / "templates" / "python", ROOT / "tests")
"""What paths on pages are relative to."""
OTHERS = {"build", "dist", "node_modules", "specs"}
"""Folders that are built, and those of a user's workspace."""
CODE = (ROOT / "generator", ROOT / "templates", ROOT / "tests", ROOT / "benchmarks")
_PATH = re.compile(r"[\w.*<>{},-]+(/[\w.*<>{},-]+)+/?|[\w.<>-]+/")
_FILE = re.compile(r"[\w*]+\.(py|j2)")
_NAME_IN_FILE = re.compile(r"`([\w/]+\.py)` \(`(\w+)`\)")
_MODULE = re.compile(r"specmill(\.\w+)+")


def missing(page: Path) -> Iterator[str]:
    """Yield the paths and modules of a page that are not there."""
    for line, span in code_spans(page):
        if not _exists(span, page.parent):
            yield f"{shown(page)}:{line}: there is no `{span}`"


def _exists(span: str, folder: Path) -> bool:
    if _MODULE.fullmatch(span):
        return _is_module(span)
    if _FILE.fullmatch(span):
        return any(fnmatch(name, span) for name in _names())
    if not _PATH.fullmatch(span) or span.split("/", maxsplit=1)[0] not in _tops():
        return True
    pattern = re.sub(r"<[\w-]+>", "*", span.rstrip("/"))
    return any(next(base.glob(pattern), None) is not None for base in (*BASES, folder))


@cache
def _tops() -> frozenset[str]:
    """Return the first names of what is taken for a path, rather than for a media type and such."""
    found = {path.name for base in BASES for path in base.iterdir() if path.is_dir()}
    return frozenset(name for name in found if not name.startswith((".", "_"))) - OTHERS


@cache
def _names() -> frozenset[str]:
    return frozenset(path.name for base in CODE for path in base.rglob("*") if path.is_file())


def _is_module(span: str) -> bool:
    """Tell whether a dotted name is a module, or a name in one, or a file in the root."""
    if (ROOT / span).is_file():
        return True
    *inner, last = span.split(".")[1:]
    place = PACKAGE.joinpath(*inner)
    if (place / last).is_dir() or (place / f"{last}.py").is_file():
        return True
    module = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return module.is_file() and re.search(rf"\b{last}\b", module.read_text("utf-8")) is not None


@pytest.mark.parametrize("page", manual_pages(), ids=shown)
def test_every_path_is_there(page: Path) -> None:
    assert list(missing(page)) == []


def test_names_in_files_are_there() -> None:
    """What stands in brackets behind a file is a name in it."""
    found = _NAME_IN_FILE.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert found
    for path, name in found:
        (file,) = (base / path for base in BASES if (base / path).is_file())
        assert re.search(rf"\b{name}\b", file.read_text("utf-8")), f"{path} has no {name}"


def test_what_is_not_there_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.pages.markdown.ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text(
        "`lower/api.py` `runtime/data/` `text/csv` `tests/golden/` `engine.py` `_*.j2`\n"
        "`specmill.lower.api` `specmill.lock` `specmill.generate` `generated/<target>/`\n"
        "`lower/nothing.py` `runtime/nothing/` `nothing.py` `specmill.lower.nothing`\n"
        "`generated/<target>/nothing/`\n"
    )
    assert [said.rpartition("no `")[2] for said in missing(page)] == [
        "lower/nothing.py`",
        "runtime/nothing/`",
        "nothing.py`",
        "specmill.lower.nothing`",
        "generated/<target>/nothing/`",
    ]
