"""What others take from here: the Action, hooks of pre-commit, the container, releases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def loaded(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def step(name: str) -> str:
    """Return the script of a step of the Action."""
    steps = loaded("action.yml")["runs"]["steps"]
    return next(str(one["run"]) for one in steps if one.get("name") == name)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A folder whose `python` and `specmill` write down their arguments."""
    for name in ("python", "specmill"):
        file = tmp_path / name
        file.write_text(f'#!/bin/sh\nprintf "%s|" {name} "$@" >> "{tmp_path}/calls"\n')
        file.chmod(0o755)
    return tmp_path


def called(script: str, folder: Path, **environment: str) -> str:
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={"PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    file = folder / "calls"
    return file.read_text() if file.is_file() else ""


def test_the_action_installs_itself(calls: Path) -> None:
    script = step("Install specmill")
    pip = "python|-m|pip|install|--quiet|"
    assert called(script, calls, SOURCE="/a b", EXTRAS="") == f"{pip}/a b|"
    assert called(script, calls, SOURCE="/a", EXTRAS="docs,models").endswith(
        f"{pip}/a[docs,models]|"
    )


def test_the_action_runs_what_it_is_told_and_no_shell(calls: Path) -> None:
    script = step("Run specmill")
    assert called(script, calls, ARGUMENTS="") == ""
    assert called(script, calls, ARGUMENTS="check shop; touch x") == "specmill|check|shop;|touch|x|"


def test_extras_that_others_name_are_there() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    named = {
        extra for found in re.findall(r"\[([a-z,]+)\]", dockerfile) for extra in found.split(",")
    }
    page = (ROOT / "docs/guides/install.md").read_text("utf-8")
    named |= set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    assert named - set(PROJECT["optional-dependencies"]) == set()


@pytest.mark.parametrize("hook", loaded(".pre-commit-hooks.yaml"), ids=lambda hook: hook["id"])
def test_hooks_run_commands_that_are_there(hook: dict[str, Any]) -> None:
    command, *arguments = hook["entry"].split()
    assert command in PROJECT["scripts"]
    done = subprocess.run(
        [sys.executable, "-m", command, *arguments, "--help"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert hook["id"] in (ROOT / "docs/guides/ci.md").read_text("utf-8")


def test_a_release_can_do_nothing_but_publish() -> None:
    release = loaded(".github/workflows/release.yml")
    assert release["permissions"] == {}
    assert release["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    assert "secrets." not in (ROOT / ".github/workflows/release.yml").read_text("utf-8")


def test_make_dist_builds_both() -> None:
    dist = (ROOT / "Makefile").read_text("utf-8").partition("\ndist: ")[2].partition("\n\n")[0]
    assert "-m hatchling build" in dist
