"""``specmill overlay``: targets whose names have got a prefix."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specmill.cli import main

OVERLAY = """\
overlay: 1.0.0
info: {title: Words, version: 1.0.0}
actions:
  - target: $.paths.*[?@.operationId=='ListBoats']
    update: {summary: List the boats.}
  - target: $.paths.*[?@.operationId=='ListBoats'].parameters[?@.name=='page']
    update: {description: Which page.}
  - target: $.components.schemas.Boat
    update: {description: A boat.}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("specmill.toml").write_text('[apis.boats]\nsource = "spec.json"\noverlays = ["o.yaml"]\n')
    Path("o.yaml").write_text(OVERLAY)
    page = {"name": "page", "in": "query", "schema": {"type": "string"}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Boats", "version": "1"},
        "paths": {
            "/boats": {
                "get": {
                    "operationId": "BoatService_ListBoats",
                    "parameters": [page],
                    "responses": {"200": {"description": "ok"}},
                }
            }
        },
        "components": {"schemas": {"v1Boat": {"type": "object"}}},
    }
    Path("spec.json").write_text(json.dumps(spec))
    return tmp_path


def test_what_is_lost_is_told_with_its_new_name(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith(
        "3 of 3 actions select nothing; 3 by a new prefix of a name:"
        " `specmill overlay --fix` puts it in"
    )
    assert "did you mean 'BoatService_ListBoats'?" in told[1]
    assert "did you mean 'v1Boat'?" in told[3]


def test_fix_rewrites_the_targets_alone(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["overlay"]) == 1
    assert (workspace / "o.yaml").read_text() == OVERLAY
    assert main(["overlay", "--fix"]) == 0
    fixed = OVERLAY.replace("ListBoats", "BoatService_ListBoats")
    assert (workspace / "o.yaml").read_text() == fixed.replace("schemas.Boat", "schemas.v1Boat")
    assert capsys.readouterr().err.splitlines()[-1] == "3 targets rewritten"
    assert main(["overlay"]) == 0
    assert main(["generate"]) == 0


def test_a_name_that_another_target_has_is_no_new_name(workspace: Path) -> None:
    also = "  - target: $.components.schemas.v1Boat\n    update: {title: Boat}\n"
    (workspace / "o.yaml").write_text(OVERLAY + also)
    main(["overlay", "--fix"])
    assert "schemas.Boat\n" in (workspace / "o.yaml").read_text()
