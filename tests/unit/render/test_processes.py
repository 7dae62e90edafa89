"""Work on a second core."""

from __future__ import annotations

import os
from multiprocessing import get_context

import pytest

from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, fail
from specmill.render.processes import at_once, can_fork

needs_fork = pytest.mark.skipif(not can_fork(), reason="this system does not fork")


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests themselves may run in a process that was made by another.
    monkeypatch.setattr("multiprocessing.parent_process", lambda: None)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def _bad() -> int:
    raise fail("no good", hint="try again")


@needs_fork
def test_the_second_work_runs_in_another_process() -> None:
    here, there = at_once(os.getpid, os.getpid)
    assert here == os.getpid() != there


@needs_fork
def test_errors_of_the_second_work_are_raised_here() -> None:
    with pytest.raises(SpecmillError) as caught:
        at_once(lambda: 1, _bad)
    assert caught.value.diagnostics == (Diagnostic("no good", hint="try again"),)


@needs_fork
def test_errors_of_the_first_work_do_not_wait_forever() -> None:
    with pytest.raises(SpecmillError):
        at_once(_bad, lambda: bytearray(10_000_000))


@needs_fork
def test_a_process_that_dies_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="ended before its work was done"):
        at_once(lambda: 1, lambda: os._exit(3))


def test_one_core_does_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert at_once(os.getpid, os.getpid) == (os.getpid(), os.getpid())


@needs_fork
def test_errors_cross_processes_as_they_are() -> None:
    error = UsageError(Diagnostic("no such target"))
    with get_context("fork").Pool(1) as pool, pytest.raises(UsageError) as caught:
        pool.apply(_raise, (error,))
    assert caught.value.diagnostics == error.diagnostics


def _raise(error: Exception) -> None:
    raise error
