"""Logins that are refused, of other users, and to servers that the caller chooses."""

from __future__ import annotations

import asyncio
import json
import traceback
from typing import Annotated, Any

import pytest
from loopback import Server
from loopback.gate import PASSWORD, READ, SETTINGS, Gate
from sample_sdk._runtime.auth.auth import BasicAuth
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.data.models import Model, wire_name
from sample_sdk._runtime.errors.api_errors import (
    AuthenticationError,
    ConfigurationError,
    CredentialsError,
    LoginError,
    RateLimitError,
    ServerError,
    StatusError,
)
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.requests.settings import ApiSettings


def test_a_wrong_password_is_the_error_of_the_login() -> None:
    gate = Gate()
    client = gate.client(password="Wr0ng-Pass")
    for _ in range(2):
        with pytest.raises(LoginError, match="login: POST .* returned 400") as caught:
            client.send(READ)
        assert isinstance(caught.value, AuthenticationError)
        assert (caught.value.operation_id, caught.value.status_code) == ("login", 400)
        assert caught.value.body["code"] == "Wrong"
        assert caught.value.request_id == "r-2"
        assert "Wr0ng-Pass" not in str(caught.value)
    assert gate.paths == ["/login", "/login"]

    async def main() -> None:
        async with gate.async_client(password="Wr0ng-Pass") as async_client:
            with pytest.raises(LoginError, match="returned 400"):
                await async_client.send(READ)

    asyncio.run(main())


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *((400, LoginError), (401, LoginError), (403, LoginError), (422, LoginError)),
        *((429, RateLimitError), (500, ServerError)),
    ],
)
def test_what_a_login_fails_with(server: Server, status: int, kind: type[Exception]) -> None:
    """A server that refuses says so by its own status; one that fails has refused nothing."""
    server.reply(status, b'{"message": "no"}')
    client = Client(SETTINGS, username="u", password="p", base_url=server.url, max_retries=0)
    with pytest.raises(StatusError, match="no") as caught:
        client.send(READ)
    assert type(caught.value) is kind


def test_a_login_that_the_caller_sends_fails_like_any_other() -> None:
    """The caller's own body is redacted by the names that the request calls secret."""
    gate = Gate()
    bodies: list[Any] = [
        {"user": "me", "pass": "Wr0ng-Pass"},
        {"outer": [{"pass": "Wr0ng-Pass"}]},
        LoginBody.model_validate({"user": "me", "pass": "Wr0ng-Pass"}),
    ]
    for body in bodies:
        request: Request[Any] = Request(
            "login", "POST /login", body=body, security=(), secrets=("pass",)
        )
        with pytest.raises(LoginError) as caught:
            gate.client().send(request)
        assert "Wr0ng-Pass" not in "".join(traceback.format_exception(caught.value))
        assert "Wr0ng-Pass" in caught.value.body["message"]  # what the server said, unchanged


class LoginBody(Model):
    user: str
    secret: Annotated[str, wire_name("pass")]


def test_copies_of_other_users_log_in_for_themselves() -> None:
    gate = Gate()
    client = gate.client()
    client.send(READ)
    wrong = client.with_options(username="you", password="Wr0ng-Pass")
    with pytest.raises(LoginError):
        wrong.send(READ)
    assert json.loads(gate.requests[-1].content)["user"] == "you"
    assert client.send(READ) == [1]
    same = wrong.with_options(username="me", password=PASSWORD)
    assert same.send(READ) == [1]
    assert gate.logins == 2
    changed = gate.client(password="old-Pass").with_options(password=PASSWORD)
    assert changed.send(READ) == [1]
    assert gate.logins == 3


def test_copies_of_other_users_need_both() -> None:
    gate = Gate()
    with pytest.raises(CredentialsError, match="both"):
        gate.client().with_options(username="you")
    with pytest.raises(CredentialsError, match="both"):
        gate.client(username=None, password=None).with_options(password="p")
    with pytest.raises(ConfigurationError, match="exclude"):
        gate.client().with_options(username="u", password="p", auth=BasicAuth("u", "p"))
    plain = ApiSettings(name="plain", package="sample_sdk", base_url="http://h")
    with pytest.raises(ConfigurationError, match="plain has no login"):
        Client(plain).with_options(username="u", password="p")
    basic = gate.client(username=None, password=None, auth=BasicAuth("u", "p"))
    assert basic.with_options(username="me", password=PASSWORD).send(READ) == [1]
    assert "authorization" not in gate.requests[-1].headers


def test_a_base_url_does_without_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    monkeypatch.setenv("LIBRARY_BASE_URL", "http://of-the-environment/api")
    for given, host in (
        ({"server": {"host": None, "port": 8999}}, "of-the-environment"),
        ({"server": {"host": None}, "base_url": "http://given/api"}, "given"),
        ({"server": {"host": "chosen"}}, "chosen"),
    ):
        assert gate.client(**given).send(READ) == [1]
        assert gate.requests[-1].url.host == host
    monkeypatch.delenv("LIBRARY_BASE_URL")
    with pytest.raises(ConfigurationError) as caught:
        gate.client(server={"host": None, "port": 1})
    assert str(caught.value) == "gate needs host, or base_url (or LIBRARY_BASE_URL)"
