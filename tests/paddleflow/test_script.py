"""Scripts that were written against the page, and what type checkers say of new ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.paddleflow.facts import ROOT, methods
from tests.paddleflow.server import PaddleFlowServer, pages_of

HERE = Path(__file__).parent
GENERATED = ROOT / "generated" / "python"
NOT_IN_THE_SCRIPT = {
    *("ungrant_queue", "list_fs", "delete_link", "list_link", "list_pipeline"),
    *("delete_pipeline_version", "list_schedule", "show_cluster", "update_cluster"),
}


def test_script_runs_after_changing_its_import(server: PaddleFlowServer, tmp_path: Path) -> None:
    workflow = tmp_path / "run.yaml"
    workflow.write_text("name: sample\n", "utf-8")
    server.answers["list_run"] = pages_of("list_run", "runList", 3)
    environment = {**os.environ, "PYTHONPATH": str(GENERATED)}
    command = [sys.executable, HERE / "script.py", "127.0.0.1", str(server.port), workflow]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout.endswith("done\n")
    assert "runs: ['a runID', 'a runID', 'a runID']" in done.stdout
    assert "stop_queue: stop_queue: the server has dropped it" in done.stdout
    called = {call.method for call in server.calls} | {"list_link"}
    assert {method.id for method in methods()} - called == NOT_IN_THE_SCRIPT - {"list_link"}


@pytest.mark.parametrize(
    "checker",
    [
        pytest.param(["mypy", "--strict", "--config-file="], id="mypy"),
        pytest.param(["basedpyright", "--pythonpath", sys.executable], id="basedpyright"),
    ],
)
def test_user_code_is_typed(checker: list[str], tmp_path: Path) -> None:
    sample = tmp_path / "usage.py"
    sample.write_text((HERE / "usage.py").read_text("utf-8"), "utf-8")
    (tmp_path / "pyrightconfig.json").write_text(
        f'{{"typeCheckingMode": "strict", "extraPaths": ["{GENERATED.as_posix()}"]}}'
    )
    done = subprocess.run(
        [sys.executable, "-m", *checker, "usage.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(GENERATED)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout
