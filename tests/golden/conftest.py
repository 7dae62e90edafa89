"""Every test that takes ``case`` runs once for each golden case; the packages stand in one folder to be checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.golden.cases import CASES, RUNTIME, SHARED_RUNTIME, write

_CACHES = shutil.ignore_patterns("__pycache__")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``case`` once for each case."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=lambda case: case.name, scope="session")


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All packages in one folder, all with one runtime, so that checking them is quick."""
    folder = tmp_path_factory.mktemp("packages")
    for case in CASES:
        write(folder / case.package, case.files(runtime=SHARED_RUNTIME))
    shutil.copytree(RUNTIME, folder / SHARED_RUNTIME, ignore=_CACHES)
    (folder / SHARED_RUNTIME / "py.typed").touch()
    return folder
