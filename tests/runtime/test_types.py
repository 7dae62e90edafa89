"""The runtime, generated code and users' code under the strictest type checks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "templates" / "python" / "runtime"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package with its runtime, as it would be vendored."""
    folder = tmp_path_factory.mktemp("types")
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HERE / "sample_sdk", folder / "sample_sdk", ignore=skipped)
    shutil.copytree(RUNTIME, folder / "sample_sdk" / "_runtime", ignore=skipped)
    return folder


def check(folder: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_strict(package: Path) -> None:
    check(package, "mypy", "--strict", "--cache-dir", str(package / "cache"), "sample_sdk")


@pytest.mark.slow
def test_basedpyright_strict(package: Path) -> None:
    settings = {"typeCheckingMode": "strict", "include": ["sample_sdk"], "pythonVersion": "3.11"}
    (package / "pyrightconfig.json").write_text(json.dumps(settings))
    check(package, "basedpyright", "--pythonpath", sys.executable, "--project", str(package))
