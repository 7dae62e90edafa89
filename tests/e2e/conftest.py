"""A mock server for each API; these tests run only when their folder is named: they need Node."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
if str(TESTS) not in sys.path:
    sys.path.append(str(TESTS))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out of a run of all tests."""
    named = any("e2e" in argument for argument in config.args)
    return None if named else True


@pytest.fixture(scope="session")
def prism_folder() -> Path:
    """Install the mock server once."""
    from e2e.prism import install

    return install()


@pytest.fixture(scope="session")
def server(
    request: pytest.FixtureRequest, prism_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Run a mock server of the API that a test names; the value is its base URL."""
    from e2e.prism import serve

    log = tmp_path_factory.mktemp("prism") / f"{request.param}.log"
    with serve(request.param, log) as base_url:
        yield base_url
