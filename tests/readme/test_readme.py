"""The README's commands and programs, in a new environment with a built wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from tests.guides.running import Run, blocks
from tests.pages.markdown import ROOT

README = ROOT / "README.md"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment, where the README's first command was run on a wheel."""
    folder = tmp_path_factory.mktemp("environment")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"{wheel}[generated]"], check=True, cwd=folder)
    return python


def test_it_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 130


def test_the_first_command_is_the_one_that_was_run() -> None:
    first = next(block for block in blocks(README) if block.kind == "console")
    assert first.text == "$ pip install '.[generated]'\n"


@pytest.mark.slow
def test_everything_does_what_it_shows(python: Path, tmp_path: Path) -> None:
    with Run(README, tmp_path, python=python) as run:
        ran = run.run()
    assert ran >= 4


@pytest.mark.slow
def test_the_installed_command_needs_nothing_else(python: Path, tmp_path: Path) -> None:
    """What no extra is for works: normal forms, KCL, docs pages."""
    command = ["generate", "--spec", tmp_path / "shop.yaml", "--out", tmp_path / "out"]
    (tmp_path / "shop.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
    )
    targets = [word for name in ("python", "docs", "kcl") for word in ("--target", name)]
    done = subprocess.run(
        [python.with_name("specmill"), *command, *targets],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert {one.name for one in (tmp_path / "out").iterdir()} >= {"python", "docs", "kcl"}
