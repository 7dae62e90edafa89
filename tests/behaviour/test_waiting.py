"""Methods that ask until a state is final."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server
from tests.behaviour.test_operations import Clock

KIT = "waiting_v1"


def failure(status: int, **more: Any) -> Any:
    return import_module(f"{KIT}.testing").failure(status, **more)


def build(phase: str, **more: Any) -> dict[str, Any]:
    return {"id": "b", "status": {"phase": phase, **more}}


@pytest.fixture
def clock(generated: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the package."""
    made = Clock()
    module = import_module("waiting_v1._runtime.operations.state_waits")
    time = SimpleNamespace(sleep=made.sleep, monotonic=made.monotonic)
    monkeypatch.setattr(module, "time", time)
    monkeypatch.setattr(anyio, "sleep", made.sleep_soon)
    return made


def test_it_asks_with_growing_pauses_until_the_state_is_final(faked: Caller, clock: Clock) -> None:
    phases = ("NEW", "BUSY", "never heard of", "DONE")
    faked.fake.builds.get.sequence(*map(build, phases))
    seen: list[Any] = []
    found = faked("builds.wait", "b", timeout_=7, poll=2, progress=seen.append)
    assert found.status.phase == "DONE"
    assert tuple(one.status.phase for one in seen) == phases
    assert [(one.build, one.timeout) for one in faked.fake.builds.get.calls] == [("b", 7)] * 4
    first, second, third = clock.slept
    assert 1 <= first <= 2
    assert 1.5 <= second <= 3
    assert 2.25 <= third <= 4.5


def test_what_is_final_at_once_is_asked_for_once(faked: Caller, clock: Clock) -> None:
    faked.fake.builds.get.returns(build("SKIPPED"))
    assert faked("builds.wait", "b").status.phase == "SKIPPED"
    assert (len(faked.fake.builds.get.calls), clock.slept) == (1, [])


@pytest.mark.parametrize("problem", [{"code": "E7", "message": "The roof leaks."}, None])
def test_a_failure_raises_and_has_the_answer(faked: Caller, clock: Clock, problem: Any) -> None:
    broken = build("BROKEN", **({"problem": problem} if problem else {}))
    faked.fake.builds.get.sequence(build("BUSY"), broken)
    seen: list[Any] = []
    with pytest.raises(faked.sdk.OperationError) as raised:
        faked("builds.wait", "b", progress=seen.append)
    error = raised.value
    assert (error.code, error.body) == ("BROKEN", seen[-1])
    assert error.server_message == (problem or {}).get("message", "")
    said = "builds.wait: status.phase is BROKEN"
    assert str(error) == (f"{said}: The roof leaks." if problem else said)


def test_the_time_may_be_over(faked: Caller, clock: Clock) -> None:
    faked.fake.builds.get.returns(build("BUSY"))
    with pytest.raises(faked.sdk.OperationTimeoutError, match="phase is BUSY after 10 s"):
        faked("builds.wait", "b", timeout=10, poll=4)
    assert clock.now == pytest.approx(10)
    assert len(faked.fake.builds.get.calls) == len(clock.slept) + 1


def test_a_server_says_how_long_to_wait_within_bounds(
    waiting: Caller, server: Server, clock: Clock
) -> None:
    for asked in ("45", "100000", "0.001"):
        server.answer(build("BUSY"), headers={"retry-after": asked})
    server.answer(build("DONE"))
    waiting("builds.wait", "b")
    assert clock.slept == [45, 600, 0.1]


def test_an_error_of_a_request_is_raised(faked: Caller, clock: Clock) -> None:
    faked.fake.builds.get.sequence(build("BUSY"), failure(404, message="No such build."))
    with pytest.raises(faked.sdk.NotFoundError, match="No such build"):
        faked("builds.wait", "b")


def test_the_pause_is_more_than_nothing(faked: Caller) -> None:
    for poll in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="more than 0"):
            faked("builds.wait", "b", poll=poll)
    for timeout in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="or None for ever"):
            faked("builds.wait", "b", timeout=timeout)


def test_a_method_of_that_name_keeps_it(faked: Caller) -> None:
    faked.fake.ships.get.returns({"place": "HARBOUR"})
    assert faked("ships.wait", "s") is None
    assert faked("ships.await_arrival", "s").place == "HARBOUR"
    assert (len(faked.fake.ships.wait.calls), len(faked.fake.ships.get.calls)) == (1, 1)


def test_waiting_has_no_single_response(faked: Caller) -> None:
    client = faked.fake.client
    with pytest.raises(TypeError, match="many responses"):
        client.raw(client.builds.wait, "b")
    assert faked.fake.builds.get.calls == []
