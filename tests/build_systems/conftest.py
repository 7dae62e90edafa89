"""The files that the guide to build systems shows, in a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.guides.running import blocks

PAGE = Path(__file__).parents[2] / "docs" / "guides" / "build-systems.md"
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the files of the guide."""
    for block in blocks(PAGE):
        if block.title:
            file = tmp_path / block.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(project: Path) -> Command:
    """Runs a command in the project, with the specmill of these tests and no home."""

    def run(*words: str, folder: Path = project) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {"PATH": path, "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            words, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    return run
