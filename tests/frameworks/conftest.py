"""The folder that packages of applications are generated into, and how many calls are right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.frameworks.counting import count, counted
from tests.frameworks.harness import importable
from tests.frameworks.served import IS_LIVE


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on the path of imports."""
    with importable(tmp_path_factory.mktemp("frameworks")) as folder:
        yield folder


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    """Which client calls."""
    return str(request.param)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Count the calls of a test."""
    report = yield
    count(item.path.stem.removeprefix("test_"), item, report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say for each application how many calls are right, or why it is not run."""
    if not IS_LIVE:
        return
    terminalreporter.section("calls of applications")
    for line in counted(terminalreporter.config):
        terminalreporter.line(line)
    skipped = {str(one.longrepr[2]) for one in terminalreporter.getreports("skipped")}
    for reason in sorted(skipped):
        terminalreporter.line(reason.removeprefix("Skipped: "))
