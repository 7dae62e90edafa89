"""Servers with variables, and logins."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.lower.security.servers import lower_server
from specmill.model.credentials import Credential, CredentialKind, Login, Renewal
from specmill.model.servers import ServerVariable

LOGIN = {"operation": "logIn", "username": "user", "password": "pass", "token": "a.b"}
KEY = {"type": "apiKey", "in": "header", "name": "X-Session"}


def test_variables_keep_their_order_and_have_types() -> None:
    server = lower_server(
        {
            "url": "http://{host}:{port}/{v}/{undeclared}",
            "variables": {
                "port": {"default": "80", "enum": ["80", "8080"]},
                "host": {"default": "h", "description": "Where."},
                "v": {"default": "1", "enum": ["1", "2b"]},
                "unused": {"default": "x"},
            },
        }
    )
    port, host, version = server.variables
    assert port == ServerVariable("port", "port", 80, (80, 8080))
    assert (host.default, host.docs.description) == ("h", "Where.")
    assert (version.default, version.values) == ("1", ("1", "2b"))
    assert server.default_url == "http://h:80/1/{undeclared}"


@pytest.mark.parametrize("text", ["01", "", "-1", "1.0", "²", "٣", " 1"])
def test_what_is_more_than_a_number_stays_text(text: str) -> None:
    (variable,) = lower_server({"url": "{v}", "variables": {"v": {"default": text}}}).variables
    assert variable.default == text


REGIONAL = {"url": "https://{location}.h", "variables": {"location": {"default": "a"}}}


def test_servers_have_roles(lowered: Lower) -> None:
    servers = [
        {"url": "https://h"},
        {**REGIONAL, "x-specmill-server": "regional"},
        {"url": "https://mtls.h", "x-specmill-server": "mtls"},
    ]
    api = lowered(servers=servers)
    assert [server.role for server in api.servers] == ["main", "regional", "mtls"]
    assert (api.batch_path, api.rpc_errors) == ("", False)
    assert lowered(**{"x-specmill-batch": "/batch"}).batch_path == "/batch"


@pytest.mark.parametrize(
    ("server", "message"),
    [
        ({"url": "https://h", "x-specmill-server": "spare"}, "there is no server role 'spare'"),
        ({"url": "https://h", "x-specmill-server": "regional"}, "one variable, `location`"),
        (
            {**REGIONAL, "url": "https://h", "x-specmill-server": "regional"},
            "one variable, `location`",
        ),
    ],
)
def test_a_role_that_cannot_be_played(lowered: Lower, server: Any, message: str) -> None:
    with pytest.raises(SpecmillError, match=message):
        lowered(servers=[server])


def test_an_operation_has_the_default_url_of_its_server(lowered: Lower) -> None:
    server = {"url": "https://{r}.h", "variables": {"r": {"default": "eu"}}}
    node = {"operationId": "a", "servers": [server], "responses": {}}
    (operation,) = lowered(paths={"/a": {"get": node}}).root.operations
    assert operation.server == "https://eu.h"


def credential(
    lowered: Lower, login: Any, scheme: dict[str, Any] = KEY, path: str = "/login", **operation: Any
) -> Credential:
    node = {"operationId": "logIn", "responses": {}, **operation}
    read = {"operationId": "read", "responses": {}}
    api = lowered(
        paths={path: {"post": node}, "/read": {"get": read}},
        security=[{"session": []}],
        components={"securitySchemes": {"session": {**scheme, "x-specmill-login": login}}},
    )
    assert api.security == ()  # of the login, which comes first; the other has its own
    (found,) = api.credentials
    return found


def test_a_login_is_lowered(lowered: Lower) -> None:
    found = credential(lowered, LOGIN)
    assert (found.kind, found.wire) == (CredentialKind.LOGIN, "X-Session")
    assert found.login == Login("logIn", "POST", "/login", "user", "pass", "a.b")
    renew = {"status": [400, 403], "field": "code", "codes": ["Old", 7]}
    body = {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}}
    found = credential(
        lowered,
        {**LOGIN, "renew": renew},
        {"type": "http", "scheme": "bearer"},
        requestBody=body,
        servers=[{"url": "https://login"}],
    )
    assert found.wire == "Authorization"
    assert found.login == Login(
        *("logIn", "POST", "/login", "user", "pass", "a.b"),
        media_type="application/x-www-form-urlencoded",
        prefix="Bearer ",
        renewal=Renewal((400, 403), "code", ("Old", "7")),
        server="https://login",
    )


@pytest.mark.parametrize(
    ("login", "scheme", "path", "said"),
    [
        ([], KEY, "/login", "is not an object"),
        ({**LOGIN, "token": None}, KEY, "/login", "does not say its token"),
        ({**LOGIN, "operation": "x"}, KEY, "/login", "names 'x', which is no operation"),
        (
            LOGIN,
            {**KEY, "in": "query"},
            "/login",
            "is for a credential outside of headers",
        ),
        (
            LOGIN,
            {"type": "http", "scheme": "basic"},
            "/login",
            "is for a credential outside of headers",
        ),
        (LOGIN, KEY, "/{tenant}/login", "has a path with parameters"),
    ],
)
def test_a_login_that_cannot_be_done(
    lowered: Lower, login: Any, scheme: dict[str, Any], path: str, said: str
) -> None:
    with pytest.raises(SpecmillError, match=f"the login of 'session' {said}"):
        credential(lowered, login, scheme, path)
