"""A token that a login gives: got once, sent along, got again when the server refuses it."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from loopback import Server
from loopback.gate import LOGIN, OPEN, PASSWORD, READ, SETTINGS, Gate, Things
from sample_sdk import RequestOptions
from sample_sdk._runtime.auth.auth import BasicAuth
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.errors.api_errors import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    CredentialsError,
    ServerError,
    StatusError,
    TimedOutError,
)
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.requests.settings import ApiSettings, BearerToken


def test_the_first_call_that_needs_it_logs_in() -> None:
    gate = Gate()
    client = gate.client()
    client.send(OPEN)
    assert client.send(READ) == [1]
    assert client.send(READ) == [1]
    assert gate.paths == ["/open", "/login", "/things", "/things"]
    sent = [request.headers.get("x-session") for request in gate.requests]
    assert sent == [None, None, "t0ken-1", "t0ken-1"]
    assert str(gate.requests[1].url) == "http://h:8999/api/login"


def test_async_too() -> None:
    gate = Gate()

    async def main() -> None:
        async with gate.async_client() as client:
            await client.send(OPEN)
            assert await client.send(READ) == [1]
            gate.good.clear()
            assert await client.with_options(max_retries=0).send(READ) == [1]

    asyncio.run(main())
    assert gate.paths == ["/open", "/login", "/things", "/things", "/login", "/things"]


def test_a_refused_token_is_replaced_once() -> None:
    gate = Gate()
    client = gate.client(max_retries=0)
    client.send(READ)
    gate.good.clear()
    assert client.send(READ) == [1]
    assert gate.paths[2:] == ["/things", "/login", "/things"]
    gate.refusal["code"] = 17
    gate.good.clear()
    assert client.raw(Things(client).read).data == [1]
    gate.good.clear()
    with client.stream(Things(client).read) as response:
        assert response.read() == b"[1]"
    assert gate.logins == 4


def test_a_server_that_refuses_every_token_is_believed() -> None:
    gate = Gate(json={"data": {"token": "never"}})
    with pytest.raises(AuthenticationError, match="who") as caught:
        gate.client().send(READ)
    assert gate.paths == ["/login", "/things", "/login", "/things"]
    assert (caught.value.body["code"], caught.value.request_id) == ("Expired", "r-1")


def test_other_errors_ask_for_no_login() -> None:
    for refusal in ({"code": "Other"}, {}, [], None):
        gate = Gate()
        gate.refusal = refusal  # type: ignore[assignment]
        client = gate.client()
        client.send(READ)
        gate.good.clear()
        with pytest.raises(BadRequestError):
            client.send(READ)
        assert gate.logins == 1


def test_a_body_that_cannot_be_sent_again_is_not(server: Server, tmp_path: Path) -> None:
    refusal = b'{"code": "Expired", "message": "who?"}'
    path = tmp_path / "file"
    path.write_bytes(b"x" * 10)

    class Once:
        def read(self, size: int = -1) -> bytes:
            return b""

    client = Client(SETTINGS, username="u", password="p", base_url=server.url)
    server.reply(200, b'{"data": {"token": "t1"}}')
    server.reply(400, refusal)
    with pytest.raises(AuthenticationError, match="who"):
        client.send(Request("put", "PUT /things", upload=Once()))
    server.reply(200, b'{"data": {"token": "t2"}}')
    server.reply(400, refusal)
    server.reply(200, b'{"data": {"token": "t3"}}')
    server.reply(200, b"[1]")
    assert client.send(Request("put", "PUT /things", upload=path)) == [1]
    paths = ["/login", "/things"] * 3
    assert [one.path for one in server.received] == paths
    assert server.received[-1].body == b"x" * 10


def test_threads_share_one_login() -> None:
    gate = Gate(wait=0.02)
    client = gate.client()
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(lambda _: client.send(READ), range(32))) == [[1]] * 32
        assert gate.logins == 1
        gate.good.clear()
        copy = client.with_options(headers={"x": "y"})
        assert list(threads.map(lambda _: copy.send(READ), range(16))) == [[1]] * 16
    assert gate.logins == 2


def test_tasks_share_one_login() -> None:
    gate = Gate(wait=0.01)

    async def main() -> None:
        async with gate.async_client() as client:
            assert await asyncio.gather(*(client.send(READ) for _ in range(32))) == [[1]] * 32
            assert gate.logins == 1
            gate.good.clear()
            await asyncio.gather(*(client.send(READ) for _ in range(16)))

    asyncio.run(main())
    assert gate.logins == 2


def test_a_cancelled_login_leaves_the_next_one_free() -> None:
    gate = Gate(wait=0.05)

    async def main() -> None:
        async with gate.async_client() as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.send(READ), 0.01)
            assert await client.send(READ) == [1]

    asyncio.run(main())


def test_logins_are_tried_again_like_calls(no_wait: list[float], server: Server) -> None:
    server.hang_up()
    server.reply(503)
    server.reply(200, b'{"data": {"token": "t"}}')
    server.reply(200, b"[1]")
    client = Client(SETTINGS, username="u", password="p", base_url=server.url)
    assert client.send(READ) == [1]
    assert [one.path for one in server.received] == ["/login"] * 3 + ["/things"]
    assert len(no_wait) == 2
    server.reply(503)
    fresh = Client(SETTINGS, username="u", password="p", base_url=server.url)
    with pytest.raises(ServerError):
        fresh.send(READ, RequestOptions(max_retries=0))


def test_a_login_has_the_timeout_of_its_call(server: Server) -> None:
    server.replies.append(lambda _: time.sleep(0.3))
    client = Client(SETTINGS, username="u", password="p", base_url=server.url, max_retries=0)
    with pytest.raises(TimedOutError, match="login"):
        client.send(READ, RequestOptions(timeout=0.05))


def test_hooks_see_logins() -> None:
    gate = Gate()
    seen: list[Any] = []
    client = gate.client().with_options(
        on_request=lambda request: seen.append(request.url.path),
        on_response=lambda response: seen.append(response.status_code),
    )
    client.send(READ)
    assert seen == ["/api/login", 200, "/api/things", 200]


def test_an_answer_without_a_token() -> None:
    for answer in ({"json": {"data": None}}, {"json": []}, {"json": {"data": {"token": 1}}}):
        with pytest.raises(CredentialsError, match="no token in 'data.token'"):
            Gate(**answer).client().send(READ)
    with pytest.raises(CredentialsError, match="cannot hold"):
        Gate(json={"data": {"token": "a\nb"}}).client().send(READ)
    with pytest.raises(CredentialsError, match="no token"):
        Gate(content=b"<html>").client().send(READ)


def test_no_secret_shows(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    gate = Gate()
    gate.refusal["message"] = "t0ken-1 and t0ken-9 are old"
    client = gate.client()
    client.send(READ)
    gate.good.clear()
    gate.answers = {"json": {"data": {"token": "t0ken-9"}}}
    shown = [repr(client), repr(client._configuration), repr(LOGIN)]
    with pytest.raises(ApiError) as caught:
        client.send(READ, RequestOptions(headers={"x": "t0ken"}))
    shown += traceback.format_exception(caught.value)
    session = client._configuration.credentials.session
    assert session is not None
    shown += [repr(session), repr(session.request()), repr(session.token)]
    assert "t0ken-1 and *** are old" in str(caught.value)
    shown += [record.getMessage() for record in caplog.records]
    assert any("***" in line for line in shown)
    assert [line for line in shown if PASSWORD in line or "t0ken-9" in line] == []


def test_no_password_goes_to_another_origin(server: Server) -> None:
    server.reply(307, b"", {"Location": "http://127.0.0.1:1/login"})
    client = Client(SETTINGS, username="u", password="p", base_url=server.url, max_retries=0)
    with pytest.raises(StatusError, match="307"):
        client.send(READ)
    server.reply(200, b'{"data": {"token": "t0ken"}}')
    server.reply(302, b"", {"Location": f"{server.url.replace('127.0.0.1', 'localhost')}/there"})
    server.reply(400, b'{"code": "Expired"}')
    with pytest.raises(AuthenticationError):
        client.send(READ)
    assert server.received[-1].path == "/there"
    assert "x-session" not in server.received[-1].headers


def test_the_environment_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    monkeypatch.setenv("LIBRARY_USERNAME", "me")
    with pytest.raises(CredentialsError, match="both"):
        gate.client(username=None, password=None)
    monkeypatch.setenv("LIBRARY_PASSWORD", PASSWORD)
    gate.client(username=None, password=None).send(READ)
    monkeypatch.setenv("LIBRARY_USERNAME", "another")
    gate.client(password=None).send(READ)
    assert gate.logins == 2
    gate.client(username=None, password=None, auth=BasicAuth("u", "p"))


def test_without_a_login_the_refusal_says_so() -> None:
    gate = Gate()
    with pytest.raises(AuthenticationError, match="no credentials were given"):
        gate.client(username=None, password=None).send(READ)
    assert gate.paths == ["/things"]


def test_others_ways_to_sign_do_without_a_login() -> None:
    gate = Gate()
    gate.good = {"mine"}
    assert gate.client(headers={"X-Session": "mine"}).send(READ) == [1]
    assert gate.client().send(READ, RequestOptions(headers={"x-session": "mine"})) == [1]
    with pytest.raises(ConfigurationError):
        gate.client(auth=BasicAuth("u", "p"))
    other = gate.client().with_options(auth=BasicAuth("u", "p"))
    with pytest.raises(AuthenticationError):
        other.send(READ)
    assert "authorization" in gate.requests[-1].headers
    keyed = gate.client(api_key="k").with_options(api_key="k2")
    keyed.send(Request("x", "GET /open", security=(("key",),)))
    assert gate.requests[-1].headers["x-key"] == "k2"
    assert gate.logins == 0
    keyed.send(Request("x", "GET /open", security=None))
    assert gate.logins == 1


def test_a_token_of_another_scheme_beside_a_login() -> None:
    gate = Gate()
    settings = ApiSettings(
        name="two",
        package="sample_sdk",
        base_url="http://h/api",
        credentials=(LOGIN, BearerToken(scheme="bearer")),
        security=(("session",), ("bearer",)),
    )
    client = Client(
        settings, username="me", password=PASSWORD, token="b", transport=gate.sync_transport
    )
    client.send(READ)
    client.with_options(token="c").send(READ)
    pairs = [
        (one.headers.get("authorization"), one.headers.get("x-session")) for one in gate.requests
    ]
    assert pairs == [(None, None), ("Bearer b", "t0ken-1"), ("Bearer c", "t0ken-1")]
