"""A budget of loss, and runs that keep going."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import specmill
from specmill.cli.app import app
from specmill.config import load
from specmill.diagnostics import SpecmillError
from specmill.pipeline.generation import generate

FINE: dict[str, Any] = {"responses": {"204": {"description": "done"}}}
LOST = {"$ref": "#/x-operations/gone"}


def spec(*operations: dict[str, Any]) -> dict[str, Any]:
    paths = {f"/p{index}": {"get": operation} for index, operation in enumerate(operations)}
    return {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "x-operations": {"list": FINE},
    }


def write(folder: Path, *operations: dict[str, Any]) -> Path:
    path = folder / "spec.json"
    path.write_text(json.dumps(spec(*operations)))
    return path


@pytest.mark.parametrize(
    ("lost", "fine", "refused"), [(1, 0, False), (2, 40, False), (3, 40, True), (3, 160, False)]
)
def test_a_few_operations_may_be_void(lost: int, fine: int, refused: bool, tmp_path: Path) -> None:
    path = write(tmp_path, *[LOST] * lost, *[FINE] * fine)
    if not refused:
        assert specmill.generate(path, settings={"formatter": "none"})
        return
    with pytest.raises(SpecmillError) as caught:
        specmill.generate(path)
    first, *why = caught.value.diagnostics
    assert first.what.startswith("3 of 43 operations lose what they send or answer")
    assert "--accept responses-missing --accept reference-dangling" in first.hint
    assert {one.code for one in why} == {"responses-missing", "reference-dangling"}
    codes = ("responses-missing", "reference-dangling")
    assert specmill.generate(path, settings={"formatter": "none"}, accept=codes)


def test_parameters_that_lead_nowhere_are_lost(tmp_path: Path) -> None:
    lost = {**FINE, "parameters": [{"$ref": "#/components/parameters/gone"}]}
    with pytest.raises(SpecmillError, match="3 of 3 operations lose"):
        specmill.generate(write(tmp_path, lost, lost, lost))


GONE = {"$ref": "#/components/schemas/Gone"}


@pytest.mark.parametrize("schema", [GONE, {"type": "array", "items": GONE}, {"$ref": "#/x-all"}])
@pytest.mark.parametrize("part", ["body", "answer", "parameter"])
def test_a_schema_that_leads_nowhere_is_lost(
    schema: dict[str, Any], part: str, tmp_path: Path
) -> None:
    content = {"content": {"application/json": {"schema": schema}}}
    lost = {
        "body": {**FINE, "requestBody": content},
        "answer": {"responses": {"200": {"description": "ok", **content}}},
        "parameter": {**FINE, "parameters": [{"name": "q", "in": "query", "schema": schema}]},
    }[part]
    path = tmp_path / "spec.json"
    path.write_text(json.dumps({**spec(lost, lost, lost), "x-all": GONE}))
    with pytest.raises(SpecmillError, match="3 of 3 operations lose"):
        specmill.generate(path)


def test_one_field_that_leads_nowhere_is_no_loss(tmp_path: Path) -> None:
    content = {"application/json": {"schema": {"properties": {"a": {"$ref": "#/x"}}}}}
    body = {**FINE, "requestBody": {"content": content}}
    assert specmill.generate(write(tmp_path, body, body, body), settings={"formatter": "none"})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, operation in (("good", FINE), ("bad", {"responses": 7})):
        folder = tmp_path / "specs" / name
        folder.mkdir(parents=True)
        (folder / "source.json").write_text(json.dumps(spec(operation)))
    (tmp_path / "specmill.toml").write_text("[apis.bad]\n[apis.good]\n")
    return tmp_path


def test_a_run_that_keeps_going_writes_the_others(workspace: Path) -> None:
    opened = load(workspace / "specmill.toml")
    with pytest.raises(SpecmillError):
        generate(opened)
    assert not (workspace / "generated").exists()
    outcome = generate(opened, keep_going=True)
    assert [one.location.file.split("/")[-2] for one in outcome.failures if one.location] == ["bad"]
    assert (workspace / "generated/python/good").is_dir()
    assert not (workspace / "generated/python/bad").exists()
    again = generate(opened, keep_going=True)  # what failed is tried again, the other is not
    assert again.failures


def test_a_run_where_nothing_can_be_built_says_so(workspace: Path) -> None:
    options = ["--config", str(workspace / "specmill.toml"), "--keep-going"]
    run = CliRunner().invoke(app, ["generate", *options, "bad"])
    assert isinstance(run.exception, SpecmillError)


def test_root_lets_a_spec_refer_to_files_beside_its_folder(workspace: Path) -> None:
    (workspace / "specs/shared.yaml").write_text("A: {type: string}\n")
    tree = spec(FINE)
    tree["components"] = {"schemas": {"A": {"$ref": "../shared.yaml#/A"}}}
    (workspace / "specs/good/source.json").write_text(json.dumps(tree))
    file = workspace / "specmill.toml"
    file.write_text("[apis.good]\n")
    with pytest.raises(SpecmillError, match="leaves the folder"):
        generate(load(file))
    file.write_text('[apis.good]\nroot = ".."\n')
    assert generate(load(file)).changes
    (workspace / "specs/shared.yaml").write_text("A: {type: integer}\n")
    assert generate(load(file)).changes  # it is an input like the others
