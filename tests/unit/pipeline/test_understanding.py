"""What the workspace says of errors and of repeats."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.config import load
from specmill.diagnostics import SpecmillError
from specmill.model.api import operations_of
from specmill.pipeline.understanding import Understood, understand

SPEC = """\
openapi: 3.1.0
info: {title: Jobs, version: "1"}
x-specmill-errors: {code: code, final: [501]}
paths:
  /jobs/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put: {operationId: repeatJob, tags: [jobs], responses: {"204": {description: Again.}}}
"""


def understood(folder: Path, settings: str) -> Understood:
    (folder / "specmill.toml").write_text(f'[apis.jobs]\nsource = "jobs.yaml"\n{settings}')
    (folder / "jobs.yaml").write_text(SPEC)
    workspace = load(folder / "specmill.toml")
    return understand(workspace.root, workspace.apis["jobs"])


def test_the_workspace_says_what_repeating_does(tmp_path: Path) -> None:
    settings = '[apis.jobs.idempotent]\nrepeatJob = false\n[apis.jobs.errors]\nfinal = ["Gone"]\n'
    api = understood(tmp_path, settings).api
    assert [one.idempotent for one in operations_of(api)] == [False]
    assert (api.error_form.code, api.error_form.final) == ("code", ("Gone",))


def test_slips_are_found_where_they_stand(tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match=r":4:1: .*'repeatjob', .*did you mean 'repeatJob'"):
        understood(tmp_path, "[apis.jobs.idempotent]\nrepeatjob = false\n")
    with pytest.raises(SpecmillError, match=r"specmill.toml:4:1: .*neither an error status"):
        understood(tmp_path, "[apis.jobs.errors]\nfinal = [true]\n")
    with pytest.raises(SpecmillError, match="must be a table of true or false"):
        understood(tmp_path, '[apis.jobs.idempotent]\nrepeatJob = "no"\n')
