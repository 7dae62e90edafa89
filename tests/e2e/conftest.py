"""A mock server for each API; these tests run only when their folder is named: they need Node."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
if str(TESTS) not in sys.path:
    sys.path.append(str(TESTS))
_APPLICATIONS = {"nest": "nest", "fast": "fastify"}
"""Fixtures that call applications, and the names of these."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out of a run of all tests."""
    named = any("e2e" in argument for argument in config.args)
    return None if named else True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Count the calls of applications in NestJS and Fastify."""
    report = yield
    fixtures = getattr(item, "fixturenames", ())
    name = next((name for fixture, name in _APPLICATIONS.items() if fixture in fixtures), "")
    if name:
        from tests.frameworks.counting import count

        count(name, item, report)
    return report


@pytest.fixture(scope="session")
def server_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Give the base URL of the mock server of an API, started when first asked for."""
    from differential.spec import SPECS
    from e2e.prism import install, serve

    install()
    logs = tmp_path_factory.mktemp("prism")
    with ExitStack() as servers:
        yield cache(
            lambda api: servers.enter_context(
                serve(SPECS / api / "openapi.json", logs / f"{api}.log")
            )
        )


@pytest.fixture(autouse=True)
def _no_credentials_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients read credentials and base URLs from the environment."""
    for name in os.environ:
        if name.startswith(("DATAFLOW_", "GENOMICS_", "KUBEFLOW_PIPELINES_")):
            monkeypatch.delenv(name)
