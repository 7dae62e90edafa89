"""Small reference pages: what each becomes, and what is found odd about it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.dump import dump
from specmill.lower import lower

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/page.md"))
REWRITE = os.environ.get("SPECMILL_GOLDEN") == "rewrite"


def outputs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Read a page the way a user in its folder would."""
    monkeypatch.chdir(folder)
    report = Report()
    document = sources.read(Path("page.md"), report=report)
    assert lower(document, key=folder.name, report=Report())
    findings = "".join(f"{finding}\n" for finding in report.findings)
    return {"openapi.json": dump(document).decode(), "findings.txt": findings}


@pytest.mark.parametrize("case", CASES)
def test_page_becomes_its_normal_form(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = HERE / case
    for name, text in outputs(folder, monkeypatch).items():
        if REWRITE:
            (folder / name).write_text(text, encoding="utf-8", newline="")
        assert text == (folder / name).read_text("utf-8"), f"{case}/{name}; `make golden` rewrites"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("case", CASES)
def test_ends_of_lines_change_nothing(
    case: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / case
    shutil.copytree(HERE / case, folder)
    text = (folder / "page.md").read_text("utf-8")
    (folder / "page.md").write_text(f"\ufeff{text}", encoding="utf-8", newline=end)
    for name, expected in outputs(folder, monkeypatch).items():
        assert expected == (HERE / case / name).read_text("utf-8")


@pytest.mark.parametrize("mark", ["\f", "\v", "\x85", "\u2028", "\x1c"])
def test_what_only_looks_like_the_end_of_a_line_moves_no_row(
    mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (HERE / "orders" / "page.md").read_text("utf-8")
    (tmp_path / "page.md").write_text(f"A{mark}B\n\n{text}| x{mark} | y\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    document = sources.read(Path("page.md"), report=Report())
    row = document.locate("/paths/~1list_orders/post/parameters/1")
    assert text.splitlines()[row.line - 3].lstrip("| no").startswith("Orders of a page")


@pytest.mark.parametrize("case", CASES)
def test_normal_form_is_valid_openapi(case: str) -> None:
    root = json.loads((HERE / case / "openapi.json").read_bytes())
    assert not list(OpenAPIV31SpecValidator(root).iter_errors())


@pytest.mark.parametrize("case", CASES)
def test_normal_form_is_its_own_normal_form(case: str) -> None:
    written = HERE / case / "openapi.json"
    document = sources.read(written, report=Report())
    assert dump(document) == written.read_bytes()
