"""The folder that the packages of the applications are generated into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.frameworks.harness import importable


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on the path of imports."""
    with importable(tmp_path_factory.mktemp("frameworks")) as folder:
        yield folder


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    """Which client calls."""
    return str(request.param)
