"""What settings say of servers, logins and secrets."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import parse_qs

import httpx2
import pytest
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.data.models import SECRET, Model, wire_name
from sample_sdk._runtime.errors.api_errors import ConfigurationError
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.requests.settings import ApiSettings, Login

SETTINGS = ApiSettings(
    name="gate",
    package="sample_sdk",
    base_url="http://{host}:{port}/api",
    variables={"port": 8999},
    environment="LIBRARY",
)
READ: Request[Any] = Request("read", "GET /things")
OPEN: Request[Any] = Request("open", "GET /open", security=())


def test_logins_of_another_form() -> None:
    sent: list[httpx2.Request] = []
    headers: list[str | None] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        headers.append(request.headers.get("authorization"))
        if request.url.host == "login":
            return httpx2.Response(200, json={"t": f"n{len(sent)}"})
        return httpx2.Response(401 if len(sent) < 3 else 200, json=[])

    settings = ApiSettings(
        name="form",
        package="sample_sdk",
        base_url="http://h",
        credentials=(
            Login(
                "PUT /l",
                operation_id="l",
                username="u",
                password="p",
                token="t",
                prefix="Bearer ",
                media_type="application/x-www-form-urlencoded",
                server="http://login",
            ),
        ),
    )
    client = Client(settings, username="é", password="&", transport=httpx2.MockTransport(answer))
    client.send(READ)
    assert parse_qs(sent[0].content.decode()) == {"u": ["é"], "p": ["&"]}
    assert headers == [None, "Bearer n1", None, "Bearer n3"]


def url_of(monkeypatch: pytest.MonkeyPatch, environment: str = "", **arguments: Any) -> str:
    if environment:
        monkeypatch.setenv("LIBRARY_BASE_URL", environment)
    sent: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(str(request.url))
        return httpx2.Response(200, json={})

    client = Client(SETTINGS, transport=httpx2.MockTransport(answer), **arguments)
    client.send(OPEN)
    return sent[0]


def test_variables_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    assert url_of(monkeypatch, server={"host": "a"}) == "http://a:8999/api/open"
    assert url_of(monkeypatch, server={"host": "a", "port": 1}) == "http://a:1/api/open"
    assert url_of(monkeypatch, server={"host": "::1"}) == "http://[::1]:8999/api/open"
    assert url_of(monkeypatch, server={"host": "[::1]"}) == "http://[::1]:8999/api/open"
    given = url_of(monkeypatch, server={"host": "a"}, base_url="https://b/c/")
    assert given == "https://b/c/open"
    assert url_of(monkeypatch, "http://e", server={"host": "a"}) == "http://a:8999/api/open"
    assert url_of(monkeypatch, "http://e", server={"port": 8999}) == "http://e/open"
    monkeypatch.delenv("LIBRARY_BASE_URL")
    for host in ("http://a", "", "a?b", "a#b"):
        with pytest.raises(ConfigurationError):
            url_of(monkeypatch, server={"host": host})


class Account(Model):
    user: str
    pin: Annotated[str | None, wire_name("the-pin"), SECRET] = None


def test_secret_fields_do_not_show() -> None:
    account = Account(user="me", pin="s3cr3t")
    assert repr(account) == "Account(user='me')"
    assert account.model_dump() == {"user": "me", "the-pin": "s3cr3t"}
    assert Account.model_validate_json('{"user": "me", "the-pin": "1"}').pin == "1"
