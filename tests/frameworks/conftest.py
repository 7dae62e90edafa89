"""The folder that packages of applications are generated into, and how many calls are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.frameworks.harness import CALLS, importable
from tests.frameworks.served import IS_LIVE

_MADE = pytest.StashKey[Counter[str]]()
_WRONG = pytest.StashKey[Counter[str]]()


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
    """Count the calls of a test; the one that it fails at is wrong."""
    report = yield
    if report.when == "call":
        name = item.path.stem.removeprefix("test_")
        item.config.stash.setdefault(_MADE, Counter())[name] += len(CALLS)
        item.config.stash.setdefault(_WRONG, Counter())[name] += bool(CALLS) and report.failed
        CALLS.clear()
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say for each application how many calls are right, or why it is not run."""
    if not IS_LIVE:
        return
    stash = terminalreporter.config.stash
    made, wrong = stash.get(_MADE, Counter()), stash.get(_WRONG, Counter())
    terminalreporter.section("calls of applications")
    for name, calls in sorted(made.items()):
        if calls:
            terminalreporter.line(f"{name}: {calls} calls, {calls - wrong[name]} right")
    skipped = {str(one.longrepr[2]) for one in terminalreporter.getreports("skipped")}
    for reason in sorted(skipped):
        terminalreporter.line(reason.removeprefix("Skipped: "))
