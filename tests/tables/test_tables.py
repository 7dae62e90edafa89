"""Small reference pages: what each becomes, and what is found odd about it."""

from __future__ import annotations

import json
import os
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


@pytest.mark.parametrize("case", CASES)
def test_normal_form_is_valid_openapi(case: str) -> None:
    root = json.loads((HERE / case / "openapi.json").read_bytes())
    assert not list(OpenAPIV31SpecValidator(root).iter_errors())


@pytest.mark.parametrize("case", CASES)
def test_normal_form_is_its_own_normal_form(case: str) -> None:
    written = HERE / case / "openapi.json"
    document = sources.read(written, report=Report())
    assert dump(document) == written.read_bytes()
