"""Many calls in one HTTP request, sync and async."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest
from tests.behaviour.batch_server import BatchServer
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Answer, Received, Server

KIT = "cargo_v1"
JSON = {"content-type": "application/json; charset=UTF-8"}
Add = Callable[..., Any]


def crate(request: Received) -> Answer:
    """Answer as a store of crates, of which those called ``no…`` do not exist."""
    name = request.path.rpartition("/")[2]
    if name.startswith("no"):
        error = {"error": {"code": 404, "message": f"{name} is gone", "status": "NOT_FOUND"}}
        return 404, json.dumps(error).encode(), JSON
    match request.method:
        case "DELETE":
            return 204, b"", {}
        case "POST":
            return 200, request.body, JSON
        case _ if name == "crates":
            return (
                200,
                b'{"crates": [{"name": "first", "weight": "1"}], "nextPageToken": "2"}',
                JSON,
            )
    return (
        200,
        json.dumps(
            {"name": name, "weight": "7", "note": "é\u2028\r\n\r\n"}, ensure_ascii=False
        ).encode(),
        JSON,
    )


class Runner:
    """Sends a batch with the sync or the async client."""

    def __init__(self, package: Any, server: Server, *, is_async: bool) -> None:
        self._package, self._server, self._is_async = package, server, is_async

    def __call__(
        self, fill: Callable[[Any, Add], Any], *, with_options: Any = None, **settings: Any
    ) -> Any:
        """Fill a batch, send it, and return what ``fill`` returned; ``batch`` are its arguments."""
        given = {"token": "secret", "base_url": self._server.url, **settings}
        arguments = given.pop("batch", {})
        if self._is_async:
            return asyncio.run(self._soon(fill, with_options, arguments, given))
        with self._package.Cargo(transport=httpx2.HTTPTransport(verify=False), **given) as opened:
            client = opened.with_options(**(with_options or {}))
            with client.batch(**arguments) as batch:
                return fill(client, batch.add)

    async def _soon(self, fill: Any, with_options: Any, arguments: Any, given: Any) -> Any:
        transport = httpx2.AsyncHTTPTransport(verify=False)
        async with self._package.AsyncCargo(transport=transport, **given) as opened:
            client = opened.with_options(**(with_options or {}))
            async with client.batch(**arguments) as batch:
                return fill(client, batch.add)


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, cargo: Any, server: Server) -> Runner:
    """Each of the two ways to send."""
    return Runner(cargo, server, is_async=request.param == "async")


@pytest.fixture
def store(server: Server) -> BatchServer:
    """A store of crates that takes batches."""
    server.respond = BatchServer(crate)
    return server.respond


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Wait no time between tries; the list takes the seconds that were asked for."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(anyio, "sleep", sleep)
    return slept


def test_calls_of_every_kind_in_one_request(
    run: Runner, cargo: Any, store: BatchServer, server: Server
) -> None:
    def fill(client: Any, add: Add) -> Any:
        options = cargo.RequestOptions(fields="name,weight", headers={"x-mine": "1"})
        return (
            add(client.crates.get, "a/b c?", options=options),
            add(client.crates.delete, "one"),
            add(client.crates.insert, cargo.models.Crate(name="new", weight=3)),
            add(client.crates.get, "none"),
            add(client.crates.list, page_size=1),
        )

    got, deleted, inserted, missing, listed = run(fill)
    assert len(server.requests) == 1
    assert got.result() == cargo.models.Crate(name="b%20c%3F", weight=7, note="é\u2028\r\n\r\n")
    assert deleted.result() is None and deleted.response().status_code == 204
    assert inserted.result() == cargo.models.Crate(name="new", weight=3)
    assert inserted.response().headers["content-type"] == JSON["content-type"]
    assert [one.name for one in listed.result().items] == ["first"]
    assert isinstance(missing.error, cargo.NotFoundError)
    with pytest.raises(cargo.NotFoundError, match="404 Reason: none is gone") as raised:
        missing.result()
    assert raised.value.operation_id == "cargo.crates.get"
    assert raised.value.rpc_status.status == "NOT_FOUND"
    get, delete, insert, *_ = store.parts[0]
    assert get.target == "/cargo/v1/crates/a/b%20c%3F?fields=name%2Cweight"
    assert (get.headers["x-mine"], get.headers["host"]) == ("1", server.url.removeprefix("http://"))
    assert [delete.method, delete.path] == ["DELETE", "/cargo/v1/crates/one"]
    assert (insert.json(), insert.headers["content-type"]) == (
        {"name": "new", "weight": "3"},
        "application/json",
    )
    assert {part.headers["authorization"] for part in store.parts[0]} == {"Bearer secret"}
    assert server.last.headers["authorization"] == "Bearer secret"
    assert "secret" not in f"{missing!r} {raised.value!r} {raised.value}"


def test_pages_go_on_outside_the_batch(faked: Caller) -> None:
    crates = faked.fake.crates
    crates.list.returns([{"name": one, "weight": "1"} for one in ("first", "second")], page_size=1)
    with faked.fake.client.batch() as batch:
        listed = batch.add(faked.fake.client.crates.list)
    assert len(crates.list.calls) == 1
    assert [one.name for one in listed.result()] == ["first", "second"]
    assert [call.page_token or "" for call in crates.list.calls] == ["", "1"]


def test_a_batch_that_is_too_long_is_split(run: Runner, store: BatchServer) -> None:
    def fill(client: Any, add: Add) -> Any:
        return [add(client.crates.get, f"c{number}") for number in range(7)]

    calls = run(fill, batch={"size": 3})
    assert [call.result().name for call in calls] == [f"c{number}" for number in range(7)]
    assert [len(parts) for parts in store.parts] == [3, 3, 1]
    assert run(lambda client, add: None) is None
    assert len(store.parts) == 3, "an empty batch is not sent"
    for size in (0, 1001):
        with pytest.raises(ValueError, match="1 to 1000"):
            run(fill, batch={"size": size})


def test_parts_that_may_succeed_later_are_sent_again(
    run: Runner, store: BatchServer, waits: list[float], cargo: Any
) -> None:
    busy = {
        "error": {
            "code": 503,
            "message": "busy",
            "details": [
                {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "2.5s"}
            ],
        }
    }
    tries: list[str] = []

    def route(request: Received) -> Answer:
        tries.append(request.path)
        if tries.count(request.path) == 1 and not request.path.endswith("fine"):
            return 503, json.dumps(busy).encode(), JSON
        return crate(request)

    store.route = route
    fine, later, insert = run(
        lambda client, add: (
            add(client.crates.get, "fine"),
            add(client.crates.get, "later"),
            add(client.crates.insert, {"name": "x", "weight": "1"}),
        )
    )
    assert (fine.result().name, later.result().name) == ("fine", "later")
    assert [len(parts) for parts in store.parts] == [3, 1]
    assert isinstance(insert.error, cargo.ServerError), "a POST may not be repeated"
    assert insert.error.retry_after == 2.5
    assert [seconds for seconds in waits if seconds] == [2.5]
    tries.clear()
    (once,) = run(lambda client, add: [add(client.crates.get, "later")], max_retries=0)
    assert isinstance(once.error, cargo.ServerError)


def test_refused_parts_get_a_new_token_once(run: Runner, store: BatchServer, cargo: Any) -> None:
    def route(request: Received) -> Answer:
        fresh = request.headers["authorization"] == "Bearer new"
        if request.path.endswith("none") or not (fresh or request.path.endswith("open")):
            return 401, b'{"error": {"code": 401, "message": "who?"}}', JSON
        return crate(request)

    store.route = route
    token = ["old"]
    store.spoil = lambda answers: (token.append("new"), answers)[1]
    opened, kept, never = run(
        lambda client, add: [add(client.crates.get, name) for name in ("open", "kept", "none")],
        token=lambda: token[-1],
    )
    assert (opened.result().name, kept.result().name) == ("open", "kept")
    assert isinstance(never.error, cargo.AuthenticationError)
    assert [len(parts) for parts in store.parts] == [3, 2]


def test_hooks_see_every_call(run: Runner, store: BatchServer) -> None:
    asked: list[str] = []
    came: list[int] = []

    def mark(request: httpx2.Request) -> None:
        asked.append(request.url.path)
        request.headers["x-hook"] = "seen"

    hooks = {"on_request": mark, "on_response": lambda response: came.append(response.status_code)}
    run(
        lambda client, add: [add(client.crates.get, name) for name in ("a", "none")],
        with_options=hooks,
    )
    assert asked == ["/cargo/v1/crates/a", "/cargo/v1/crates/none", "/batch/cargo/v1"]
    assert sorted(came) == [200, 200, 404]
    assert [part.headers["x-hook"] for part in store.parts[0]] == ["seen", "seen"]


def test_partial_and_odd_parts(run: Runner, store: BatchServer, cargo: Any) -> None:
    def lose(answers: list[bytes]) -> list[bytes]:
        return [answer.replace(b"\r\n", b"\n") for answer in answers[:-1]]

    store.spoil = lose
    lost, kept = run(lambda client, add: [add(client.crates.get, name) for name in ("a", "b")])
    assert kept.result().name == "b"
    with pytest.raises(cargo.BatchError, match=r"cargo.crates.get: .* no part for it"):
        lost.result()
    store.spoil = list
    store.route = lambda _: (200, b'{"weight": "heavy"}', JSON)
    odd, strict = run(
        lambda client, add: [
            add(client.crates.get, "a"),
            add(client.crates.get, "a", options=cargo.RequestOptions(strict=True)),
        ]
    )
    assert (odd.result().weight, odd.result().name) == ("heavy", None)
    assert isinstance(strict.error, cargo.DecodeError)


GZIPPED = {**JSON, "Content-Encoding": "gzip"}
WHOLE = gzip.compress(b'{"name": "a"}', mtime=0)


@pytest.mark.parametrize(
    ("answer", "kind", "message"),
    [
        ((200, b"plain", GZIPPED), "TransportError", "broken gzip"),
        ((200, WHOLE[:-9], GZIPPED), "TransportError", "ends too early"),
        ((200, b"{", JSON), "DecodeError", "not JSON"),
        ((200, b"x", {**JSON, "Content-Encoding": "br"}), "DecodeError", "'br' was not asked for"),
        ((404, b"plain", GZIPPED), "TransportError", "broken gzip"),
        (
            (200, gzip.compress(b" " * 3000, mtime=0), GZIPPED),
            "TransportError",
            "more than 2000 bytes",
        ),
    ],
)
def test_a_part_that_cannot_be_read_fails_alone(
    run: Runner, store: BatchServer, cargo: Any, answer: Answer, kind: str, message: str
) -> None:
    store.route = lambda request: answer if request.path.endswith("odd") else crate(request)
    first, odd, last = run(
        lambda client, add: [add(client.crates.get, name) for name in ("a", "odd", "b")],
        max_response_bytes=2000,
    )
    assert (first.result().name, last.result().name) == ("a", "b")
    with pytest.raises(getattr(cargo, kind), match=f"cargo.crates.get: .*{message}") as raised:
        odd.result()
    assert (raised.value.method, raised.value.operation_id) == ("GET", "cargo.crates.get")
    assert raised.value.url.endswith("/cargo/v1/crates/odd")
    assert len(store.parts) == 1


def test_a_part_that_is_no_response_fails_alone(
    run: Runner, store: BatchServer, cargo: Any
) -> None:
    store.spoil = lambda answers: [answers[0].replace(b"HTTP/1.1", b"HELLO"), *answers[1:]]
    kept, odd = run(lambda client, add: [add(client.crates.get, name) for name in ("a", "b")])
    assert kept.result().name == "a"
    with pytest.raises(
        cargo.BatchError, match="cargo.crates.get: .* not an HTTP response"
    ) as raised:
        odd.result()
    assert raised.value.operation_id == "cargo.crates.get"
    assert raised.value.url.endswith("/cargo/v1/crates/b")


def test_a_part_that_is_cut_is_sent_again_where_it_may_be(
    run: Runner, store: BatchServer, cargo: Any, waits: list[float]
) -> None:
    def cut(answers: list[bytes]) -> list[bytes]:
        return [answer[:-5] for answer in answers] if len(store.parts) == 1 else answers

    store.spoil = cut
    read, made = run(
        lambda client, add: [
            add(client.crates.get, "a"),
            add(client.crates.insert, {"name": "x", "weight": "1"}),
        ]
    )
    assert read.result().name == "a"
    with pytest.raises(cargo.ConnectionFailedError, match=r"has \d+ bytes of \d+"):
        made.result()
    assert [[part.method for part in parts] for parts in store.parts] == [["GET", "POST"], ["GET"]]
    assert any(waits)


def test_parts_are_decoded_as_whole_answers_are(run: Runner, store: BatchServer) -> None:
    body = gzip.compress(b'{"name": ') + gzip.compress(b'"a"}')
    store.route = lambda _: (200, body, {**JSON, "Content-Encoding": "x-gzip", "X-Place": "Köln"})
    (call,) = run(lambda client, add: [add(client.crates.get, "a")])
    assert call.result().name == "a"
    assert call.response().headers["x-place"] == "Köln"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Encoding": "gzip"},
        {"Content-Encoding": "br"},
        {"Content-Length": "9" * 5000},
        {"Content-Type": "application/json; charset=no-such"},
        {"Retry-After": "9" * 5000},
    ],
)
def test_headers_of_a_part_that_are_not_true(
    run: Runner, store: BatchServer, cargo: Any, headers: dict[str, str]
) -> None:
    store.route = lambda _: (200, b'{"name": "a"}', {**JSON, **headers})
    (call,) = run(lambda client, add: [add(client.crates.get, "a")])
    assert call.error is not None or call.result().name == "a"
    assert call.error is None or isinstance(call.error, cargo.ApiError)


def test_a_batch_that_fails_as_a_whole(run: Runner, server: Server, cargo: Any) -> None:
    calls: list[Any] = []

    def fill(client: Any, add: Add) -> None:
        calls.append(add(client.crates.insert, {"name": "x", "weight": "1"}))

    server.answer({"error": {"code": 403, "message": "not you"}}, 403)
    with pytest.raises(cargo.PermissionDeniedError, match="not you"):
        run(fill)
    with pytest.raises(cargo.PermissionDeniedError):
        calls[-1].result()
    server.answer({"ok": True})
    with pytest.raises(cargo.BatchError, match="not multipart/mixed"):
        run(fill)
    server.answer({}, 503)
    with pytest.raises(cargo.ServerError):
        run(fill)
    assert len(server.requests) == 3, "a batch with a POST in it is not repeated"


def test_a_batch_of_reads_is_repeated_as_a_whole(
    run: Runner, store: BatchServer, server: Server, waits: list[float]
) -> None:
    answers: list[Answer | None] = [(503, b"", {}), None]
    server.respond = lambda request: answers.pop(0) or store(request)
    (call,) = run(lambda client, add: [add(client.crates.get, "a")])
    assert call.result().name == "a"
    assert len(server.requests) == 2
    assert any(waits)


def test_what_breaks_a_batch_off_is_told_to_its_calls(
    run: Runner, store: BatchServer, cargo: Any
) -> None:
    calls: list[Any] = []

    def fail(_: httpx2.Response) -> None:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        run(
            lambda client, add: calls.extend(add(client.crates.get, name) for name in "ab"),
            with_options={"on_response": fail},
        )
    for call in calls:
        with pytest.raises(cargo.BatchError, match="the batch ended in LookupError"):
            call.result()


def test_calls_that_were_not_sent_wait_on(cargo: Any, store: BatchServer, server: Server) -> None:
    with cargo.Cargo(base_url=server.url, max_retries=0) as client:
        batch = client.batch(size=1)
        first, second = (batch.add(client.crates.get, name) for name in "ab")
        server.respond = lambda _: (500, b"", {})
        with pytest.raises(cargo.ServerError):
            batch.send()
        assert isinstance(first.error, cargo.ServerError)
        assert (second.done, len(batch)) == (False, 1)
        server.respond = store
        batch.send()
        assert second.result().name == "b"


def test_nothing_is_sent_before_the_block_ends(
    cargo: Any, store: BatchServer, server: Server
) -> None:
    with cargo.Cargo(base_url=server.url) as client, client.batch() as batch:
        call = batch.add(client.crates.get, "a")
        with pytest.raises(cargo.BatchError, match="not sent yet"):
            call.result()
        assert (len(batch), call.done, call.error) == (1, False, None)
        assert not server.requests
    assert call.done and len(batch) == 0 and len(store.parts) == 1


def test_nothing_is_sent_when_the_block_fails(run: Runner, server: Server) -> None:
    def fill(client: Any, add: Add) -> None:
        add(client.crates.get, "a")
        raise KeyError

    with pytest.raises(KeyError):
        run(fill)
    assert not server.requests


def test_a_batch_is_of_use_again(cargo: Any, store: BatchServer, server: Server) -> None:
    with cargo.Cargo(base_url=server.url) as client:
        batch = client.batch()
        call = batch.add(client.crates.get, "b")
        batch.send()
        again = batch.add(client.crates.get, "c")
        batch.send()
    assert (call.result().name, again.result().name) == ("b", "c")
    assert [repr(one) for one in (call, again)] == ["<Pending cargo.crates.get: done>"] * 2
    assert [len(parts) for parts in store.parts] == [1, 1]


def test_a_resource_of_that_name_steps_aside(cargo: Any, server: Server) -> None:
    server.answer({"weight": "1"})
    with cargo.Cargo(base_url=server.url) as client:
        assert client.batch_.get().weight == 1
