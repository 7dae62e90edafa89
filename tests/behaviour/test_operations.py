"""Work that goes on after the call that started it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from tests.behaviour.conftest import PACKAGE, Caller
from tests.behaviour.server import Server

KIT = PACKAGE
NAME = "operations/7"
MESSAGES = "type.googleapis.com/depot.v1."


class Clock:
    """Time that passes only where something sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_soon(self, seconds: float) -> None:
        self.sleep(seconds)

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(sdk: Any, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the package."""
    made = Clock()
    for module in ("operations.operations", "client.client"):
        time = SimpleNamespace(sleep=made.sleep, monotonic=made.monotonic)
        monkeypatch.setattr(import_module(f"{PACKAGE}._runtime.{module}"), "time", time)
    monkeypatch.setattr(anyio, "sleep", made.sleep_soon)
    return made


@pytest.fixture
def fake(sdk: Any) -> Iterator[Any]:
    """The fake of the service."""
    with import_module(f"{KIT}.testing").FakeDepot() as made:
        yield made


def _pending(**more: Any) -> dict[str, Any]:
    return {"name": NAME, **more}


def _done(type_: str, **response: Any) -> dict[str, Any]:
    return {"name": NAME, "done": True, "response": {"@type": MESSAGES + type_, **response}}


def _then(call: Caller, method: str, *arguments: Any, **keywords: Any) -> Callable[[Any], Any]:
    """Return what calls a method of the operation, with either client."""

    async def soon(operation: Any) -> Any:
        return await getattr(await operation, method)(*arguments, **keywords)

    def now(operation: Any) -> Any:
        return getattr(operation, method)(*arguments, **keywords)

    return soon if call.is_async else now


def test_waiting_for_the_typed_response(
    call: Caller, sdk: Any, server: Server, clock: Clock
) -> None:
    server.answer(_pending())
    server.answer(_pending(done=False))
    server.answer(_pending())
    server.answer(_done("Building", name="d", builtAt="2026-11-20T09:30:00Z"))
    looks: list[bool] = []
    waits = _then(call, "wait", progress=lambda one: looks.append(one.done))
    building = call("depots.create", {"name": "d"}, then=waits)
    assert looks == [False, False, True]
    assert building == sdk.models.Building(
        name="d", built_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    )
    sent = [(one.method, one.path) for one in server.requests]
    assert sent == [("POST", "/depots"), *[("GET", "/v1/operations/7")] * 3]
    assert 0.5 <= clock.slept[0] <= 1.0 and 0.75 <= clock.slept[1] <= 1.5
    assert len(clock.slept) == 3


def test_work_that_is_done_at_once_needs_no_other_request(
    call: Caller, sdk: Any, server: Server, clock: Clock
) -> None:
    server.answer(_done("MoveDepotResponse", metres=3))
    moved = call("depots.move", "d", {"to": "x"}, then=_then(call, "wait"))
    assert moved == sdk.models.MoveDepotResponse(metres=3)
    assert len(server.requests) == 1
    assert clock.slept == []


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ({"@type": MESSAGES + "Shelf", "hall": "A"}, "Shelf"),
        ({"@type": "type.googleapis.com/google.protobuf.Empty"}, None),
        ({"any": 1}, None),
    ],
)
def test_the_message_tells_its_type(
    client: Any, sdk: Any, server: Server, response: dict[str, Any], expected: str | None
) -> None:
    server.answer({"name": NAME, "done": True, "response": response})
    result = client.depots.delete("d").wait()
    assert result == (response if expected is None else sdk.models.Shelf(hall="A"))


def test_a_response_of_the_declared_type_needs_no_type_in_it(
    client: Any, sdk: Any, server: Server
) -> None:
    server.answer({"name": NAME, "done": True, "response": {"metres": 3}})
    assert client.depots.move("d").wait() == sdk.models.MoveDepotResponse(metres=3)


def test_failures_are_typed(faked: Caller, sdk: Any, clock: Clock) -> None:
    details = [{"@type": "x", "why": "rain"}]
    faked.fake.depots.create.breaks("No ground.", code=9, details=details)
    with pytest.raises(sdk.OperationError) as caught:
        faked("depots.create", {}, then=_then(faked, "wait"))
    error = caught.value
    assert (error.code, error.server_message) == (9, "No ground.")
    assert error.body == sdk.models.Status(code=9, message="No ground.", details=details)
    assert str(error) == "depots.create: operations/operation-1 failed: 9: No ground."
    assert error.operation_id == "buildDepot"


def test_failures_show_no_token(fake: Any, sdk: Any, clock: Clock) -> None:
    fake.depots.create.breaks("fake-token is too old", code=7)
    operation = fake.client.depots.create({})
    with pytest.raises(sdk.OperationError) as caught:
        operation.wait()
    assert "fake-token" not in str(caught.value)
    assert caught.value.server_message == "*** is too old"


def test_waiting_ends_and_may_go_on(fake: Any, sdk: Any, clock: Clock) -> None:
    fake.depots.create.finishes(sdk.models.Building(name="d"), after=60)
    operation = fake.client.depots.create({})
    with pytest.raises(sdk.OperationTimeoutError, match="operation-1 goes on after 2 s"):
        operation.wait(timeout=2, poll=1)
    assert clock.now == 2.0
    assert not operation.done
    fake.clock.advance(60)
    assert operation.wait(timeout=2).name == "d"


def test_async_waiting_ends(faked: Caller, sdk: Any, clock: Clock) -> None:
    faked.fake.depots.create.finishes(sdk.models.Building(), after=60)
    with pytest.raises(sdk.OperationTimeoutError):
        faked("depots.create", {}, then=_then(faked, "wait", timeout=0.5))
    assert clock.now == 0.5


def test_the_server_says_how_long_to_wait(call: Caller, server: Server, clock: Clock) -> None:
    server.answer(_pending())
    server.answer(_pending(), headers={"retry-after": "11"})
    server.answer("", 503, headers={"retry-after": "3"})
    server.answer(_done("Building"))
    call("depots.create", {}, then=_then(call, "wait", poll=5))
    assert 2.5 <= clock.slept[0] <= 5.0
    assert clock.slept[1:] == [11.0, 3.0]


def test_pauses_grow_to_a_limit(client: Any, server: Server, clock: Clock) -> None:
    for _ in range(15):
        server.answer(_pending())
    server.answer(_done("Building"))
    client.depots.create({}).wait()
    assert 15.0 <= clock.slept[-1] <= 30.0
    server.answer(_pending())
    operation = client.depots.create({})
    with pytest.raises(ValueError, match="more than 0"):
        operation.wait(poll=0)


def test_an_error_while_asking_is_raised_and_one_may_wait_again(
    client: Any, sdk: Any, server: Server, clock: Clock
) -> None:
    server.answer(_pending())
    for _ in range(3):
        server.answer("", 503)
    operation = client.depots.create({})
    with pytest.raises(sdk.ServerError):
        operation.wait()
    server.answer(_done("Building", name="d"))
    assert operation.wait().name == "d"


def test_progress(client: Any, sdk: Any, server: Server) -> None:
    server.answer(_pending(metadata={"@type": MESSAGES + "MoveDepotMetadata", "percent": 10}))
    operation = client.depots.move("d")
    assert (operation.name, operation.done, operation.error) == (NAME, False, None)
    assert operation.metadata == sdk.models.MoveDepotMetadata(percent=10)
    assert isinstance(operation.body, sdk.models.Operation)
    server.answer(_pending(metadata={"percent": 60}))
    assert operation.refresh() is operation
    assert operation.metadata == sdk.models.MoveDepotMetadata(percent=60)
    assert repr(operation) == "LongRunningOperation(name='operations/7', done=False)"


def test_cancelling(call: Caller, sdk: Any, server: Server) -> None:
    server.answer(_pending())
    server.answer({})
    assert call("depots.create", {}, then=_then(call, "cancel")) is None
    assert (server.last.method, server.last.path) == ("POST", "/v1/operations/7:cancel")
    assert server.last.json() == {}
    server.answer({"name": "1", "selfLink": "https://x/zones/z/operations/1"})
    with pytest.raises(sdk.ConfigurationError, match="no way to cancel"):
        call("racks.insert", "z", then=_then(call, "cancel"))


def test_headers_hold_for_all_requests_and_masks_for_the_first(
    client: Any, sdk: Any, server: Server, clock: Clock
) -> None:
    server.answer(_pending())
    server.answer(_done("Building"))
    options = sdk.RequestOptions(fields="name", headers={"x-a": "1"})
    client.depots.create({}, options=options).wait()
    assert [dict(sent.query).get("fields") for sent in server.requests] == ["name", None]
    assert [sent.headers["x-a"] for sent in server.requests] == ["1", "1"]


@pytest.mark.parametrize(
    "name", [NAME, "/v1/operations/7", "https://x.example.com/v1/operations/7"]
)
def test_another_process_goes_on(client: Any, sdk: Any, server: Server, name: str) -> None:
    server.answer(_done("MoveDepotResponse", metres=3))
    operation = client.resume(client.depots.move, name)
    assert server.last.path == operation.path == "/v1/operations/7"
    assert operation.wait() == sdk.models.MoveDepotResponse(metres=3)


def test_another_process_goes_on_async(sdk: Any, server: Server) -> None:
    async def main() -> Any:
        async with sdk.AsyncDepot(base_url=server.url) as client:
            server.answer(_done("MoveDepotResponse", metres=3))
            return await (await client.resume(client.depots.move, NAME)).wait()

    assert asyncio.run(main()) == sdk.models.MoveDepotResponse(metres=3)


def test_what_cannot_be_resumed(client: Any) -> None:
    with pytest.raises(ValueError, match="'depots/7' names no operation"):
        client.resume(client.depots.move, "depots/7")
    with pytest.raises(TypeError, match="starts a long-running operation"):
        client.resume(client.depots.get, NAME)


def test_raw_gives_the_operation_too(call: Caller, server: Server) -> None:
    server.answer(_pending(), headers={"x-request-id": "r"})
    with_raw = call("raw", *_raw(call))
    assert with_raw.request_id == "r"
    assert with_raw.data.name == NAME


def _raw(call: Caller) -> tuple[Any, Any]:
    client = call.sdk.AsyncDepot if call.is_async else call.sdk.Depot
    return client(base_url="http://localhost").depots.create, {}


@pytest.mark.parametrize(
    "told",
    [
        {"name": "op-1", "selfLink": "https://depot.example.com/zones/a%20b/operations/op-1"},
        {"name": "op-1"},
    ],
)
def test_operations_with_a_status(
    call: Caller, sdk: Any, server: Server, clock: Clock, told: dict[str, str]
) -> None:
    for status in ("PENDING", "RUNNING", "DONE"):
        server.answer({**told, "status": status, "targetLink": "racks/1"})
    finished = call("racks.insert", "a b", then=_then(call, "wait"))
    assert isinstance(finished, sdk.models.ZoneOperation)
    assert finished.target_link == "racks/1"
    assert {one.path for one in server.requests[1:]} == {"/zones/a%20b/operations/op-1"}


def test_failures_of_operations_with_a_status(client: Any, sdk: Any, server: Server) -> None:
    errors = [{"code": "QUOTA", "message": "No room."}, {"code": "OTHER"}]
    server.answer({"name": "op-1", "status": "DONE", "error": {"errors": errors}})
    with pytest.raises(sdk.OperationError, match="op-1 failed: QUOTA: No room") as caught:
        client.racks.insert("z").wait()
    assert caught.value.code == "QUOTA"
    assert len(caught.value.body.errors) == 2


def test_operations_that_the_document_describes(
    client: Any, sdk: Any, server: Server, clock: Clock
) -> None:
    server.answer({"number": "5", "state": "NEW"}, 202)
    server.answer({"number": "5", "state": "GOOD", "found": {"items": [{"name": "a"}]}})
    found = client.surveys.start().wait()
    assert isinstance(found, sdk.models.ItemList)
    assert server.last.path == "/surveys/5"
    server.answer({"number": "6", "state": "BAD", "trouble": "Fog."}, 202)
    with pytest.raises(sdk.OperationError, match="surveys.start: 6 failed: Fog"):
        client.surveys.start().wait()


def test_what_asks_for_a_running_operation_answers_plainly(
    client: Any, sdk: Any, server: Server
) -> None:
    server.answer(_pending())
    assert isinstance(client.operations.get(NAME), sdk.models.Operation)
    server.answer({"name": "op-1", "status": "DONE"})
    assert isinstance(client.zone_operations.wait("z", "op-1"), sdk.models.ZoneOperation)
