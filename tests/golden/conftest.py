"""Tests that take ``case`` run once for each golden case; ``packages`` holds them all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.golden.cases import CASES, HERE, RUNTIME, SHARED_RUNTIME, write

_CACHES = shutil.ignore_patterns("__pycache__")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``case`` once for each case."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=lambda case: case.name, scope="session")


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All packages in one folder with one runtime, so that checking is quick; and their users."""
    folder = tmp_path_factory.mktemp("packages")
    for case in CASES:
        write(folder / case.package, case.files(runtime=SHARED_RUNTIME))
        for number, program in enumerate(case.programs()):
            (folder / f"example_{case.name}_{number}.py").write_text(program, encoding="utf-8")
    shutil.copytree(RUNTIME, folder / SHARED_RUNTIME, ignore=_CACHES)
    (folder / SHARED_RUNTIME / "py.typed").touch()
    for name in ("usage.py", "kit_tests.py"):
        shutil.copy(HERE / name, folder)
    return folder
