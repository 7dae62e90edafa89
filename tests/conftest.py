"""Settings of all tests."""

from __future__ import annotations

import gc

from hypothesis import settings

# Machines that run tests are busy: how long one example takes says nothing.
settings.register_profile("specmill", deadline=None)
settings.load_profile("specmill")


def pytest_runtest_teardown() -> None:
    """Collect garbage again: the command line does not, but a process of tests goes on after it."""
    gc.enable()
