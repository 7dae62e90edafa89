"""How many calls of applications are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from tests.frameworks.harness import CALLS

_MADE = pytest.StashKey[Counter[str]]()
_WRONG = pytest.StashKey[Counter[str]]()


def count(application: str, item: pytest.Item, report: pytest.TestReport) -> None:
    """Count the calls of a test of an application; the one that it fails at is wrong."""
    if report.when == "call":
        item.config.stash.setdefault(_MADE, Counter())[application] += len(CALLS)
        is_wrong = bool(CALLS) and report.failed
        item.config.stash.setdefault(_WRONG, Counter())[application] += is_wrong
        CALLS.clear()


def counted(config: pytest.Config) -> Iterator[str]:
    """Yield a line for each application."""
    made, wrong = config.stash.get(_MADE, Counter()), config.stash.get(_WRONG, Counter())
    for name, calls in sorted(made.items()):
        if calls:
            yield f"{name}: {calls} calls, {calls - wrong[name]} right"
