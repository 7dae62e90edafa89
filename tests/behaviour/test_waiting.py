"""Methods that ask until a state is final."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server
from tests.behaviour.test_operations import Clock


def build(phase: str, **more: Any) -> dict[str, Any]:
    return {"id": "b", "status": {"phase": phase, **more}}


@pytest.fixture
def clock(waiting: Caller, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the package."""
    made = Clock()
    module = import_module("waiting_v1._runtime.operations.state_waits")
    time = SimpleNamespace(sleep=made.sleep, monotonic=made.monotonic)
    monkeypatch.setattr(module, "time", time)
    monkeypatch.setattr(anyio, "sleep", made.sleep_soon)
    return made


def test_it_asks_with_growing_pauses_until_the_state_is_final(
    waiting: Caller, server: Server, clock: Clock
) -> None:
    for phase in ("NEW", "BUSY", "never heard of", "DONE"):
        server.answer(build(phase))
    seen: list[Any] = []
    found = waiting("builds.wait", "b", timeout_=7, poll=2, progress=seen.append)
    assert found.status.phase == "DONE"
    assert [one.status.phase for one in seen] == ["NEW", "BUSY", "never heard of", "DONE"]
    assert [(one.method, one.target) for one in server.requests] == [
        ("GET", "/builds/b?timeout=7")
    ] * 4
    first, second, third = clock.slept
    assert 1 <= first <= 2
    assert 1.5 <= second <= 3
    assert 2.25 <= third <= 4.5


def test_what_is_final_at_once_is_asked_for_once(
    waiting: Caller, server: Server, clock: Clock
) -> None:
    server.answer(build("SKIPPED"))
    assert waiting("builds.wait", "b").status.phase == "SKIPPED"
    assert (len(server.requests), clock.slept) == (1, [])


@pytest.mark.parametrize("problem", [{"code": "E7", "message": "The roof leaks."}, None])
def test_a_failure_raises_and_has_the_answer(
    waiting: Caller, server: Server, clock: Clock, problem: Any
) -> None:
    server.answer(build("BUSY"))
    server.answer(build("BROKEN", **({"problem": problem} if problem else {})))
    seen: list[Any] = []
    with pytest.raises(waiting.sdk.OperationError) as raised:
        waiting("builds.wait", "b", progress=seen.append)
    error = raised.value
    assert (error.code, error.body) == ("BROKEN", seen[-1])
    assert error.server_message == (problem or {}).get("message", "")
    said = "getBuild_wait: status.phase is BROKEN"
    assert str(error) == (f"{said}: The roof leaks." if problem else said)


def test_the_time_may_be_over(waiting: Caller, server: Server, clock: Clock) -> None:
    for _ in range(20):
        server.answer(build("BUSY"))
    with pytest.raises(waiting.sdk.OperationTimeoutError, match="phase is BUSY after 10 s"):
        waiting("builds.wait", "b", timeout=10, poll=4)
    assert clock.now == pytest.approx(10)
    assert len(server.requests) == len(clock.slept) + 1


def test_a_server_says_how_long_to_wait_within_bounds(
    waiting: Caller, server: Server, clock: Clock
) -> None:
    for asked in ("45", "100000", "0.001"):
        server.answer(build("BUSY"), headers={"retry-after": asked})
    server.answer(build("DONE"))
    waiting("builds.wait", "b")
    assert clock.slept == [45, 600, 0.1]


def test_an_error_of_a_request_is_raised(waiting: Caller, server: Server, clock: Clock) -> None:
    server.answer(build("BUSY"))
    server.answer({"code": "GONE", "message": "No such build."}, 404)
    with pytest.raises(waiting.sdk.NotFoundError, match="No such build"):
        waiting("builds.wait", "b")


def test_the_pause_is_more_than_nothing(waiting: Caller) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        waiting("builds.wait", "b", poll=0)


def test_a_method_of_that_name_keeps_it(waiting: Caller, server: Server) -> None:
    server.answer(status=204)
    assert waiting("ships.wait", "s") is None
    server.answer({"place": "HARBOUR"})
    assert waiting("ships.await_arrival", "s").place == "HARBOUR"
    assert [one.method for one in server.requests] == ["POST", "GET"]


def test_waiting_has_no_single_response(generated: Any, server: Server) -> None:
    sdk = __import__("waiting_v1")
    with (
        sdk.Waiting(base_url=server.url) as client,
        pytest.raises(TypeError, match="many responses"),
    ):
        client.raw(client.builds.wait, "b")
    assert server.requests == []
