"""What the constructors of clients take."""

from __future__ import annotations

import pytest

from specmill.model.api import Api
from specmill.model.credentials import Credential, CredentialKind, Login
from specmill.model.servers import Server, ServerVariable
from specmill.targets.python.constructor import Constructor, constructor_of, environment_of
from specmill.targets.python.example import example
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import choose_names
from specmill.values import replace

LOGIN = Credential("s", CredentialKind.LOGIN, login=Login("l", "POST", "/l", "u", "p", "t"))
TOKEN = Credential("t", CredentialKind.TOKEN)


def api(*variables: ServerVariable, credentials: tuple[Credential, ...] = ()) -> Api:
    url = "//".join(["https:", "/".join(f"{{{one.wire}}}" for one in variables) or "h"])
    servers = (Server("/relative"), Server(url, variables))
    return Api("key", "key", "", "", servers=servers, credentials=credentials)


def spelled(made: Constructor) -> str:
    leading = [f"{one.name}: {one.annotation}{one.default}" for one in made.leading]
    named = [f"{one.name}: {one.annotation}{one.default}" for one in made.named]
    return ", ".join([*leading, "*", *named])


HOST = ServerVariable("host", "host", "127.0.0.1")
PORT = ServerVariable("port", "port", 80)
ZONE = ServerVariable("zone", "zone", "a", ("a", "b"))


def test_a_login_leads() -> None:
    made = constructor_of(api(ZONE, PORT, HOST, credentials=(LOGIN, TOKEN)), Imports(), ".")
    assert spelled(made) == (
        "host: str | None = None, username: str | None = None, password: str | None = None, "
        "port: int = 80, *, zone: Literal['a', 'b'] | str = 'a', token: Token | None = None"
    )
    assert made.needed == ("host",)
    assert made.passed == (
        "server={'zone': zone, 'port': port, 'host': host}",
        *("username=username", "password=password", "token=token"),
    )
    assert made.settings[1:] == ("variables={'zone': 'a', 'port': 80}",)


def test_without_a_login_all_is_named() -> None:
    open_to_all = replace(api(HOST, PORT), security=())
    made = constructor_of(open_to_all, Imports(), ".")
    assert spelled(made) == "*, host: str = '127.0.0.1', port: int = 80"
    assert "host: Part of the address of the server." in made.doc
    assert spelled(constructor_of(api(credentials=(LOGIN,)), Imports(), ".")) == (
        "username: str | None = None, password: str | None = None, *"
    )


def test_a_spec_that_says_nothing_of_security_gets_a_token() -> None:
    made = constructor_of(api(), Imports(), ".")
    assert spelled(made) == "*, token: Token | None = None"
    assert "token: Bearer token, or a function that returns it; by default" in made.doc


def test_http_basic_takes_a_user_name_and_a_password() -> None:
    basic = Credential("basic", CredentialKind.BASIC)
    made = constructor_of(api(credentials=(basic,)), Imports(), ".")
    assert spelled(made) == "*, username: str | None = None, password: str | None = None"
    assert made.passed == ("username=username", "password=password")
    of_login = constructor_of(api(credentials=(basic, LOGIN)), Imports(), ".")
    assert spelled(of_login) == "username: str | None = None, password: str | None = None, *"


STAND_INS = (
    *("", "localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "0.0.0.0", "::1", "[::1]"),
    *("example.com", "api.example.org", "my.test", "a.example", "x.invalid"),
)


@pytest.mark.parametrize("default", STAND_INS)
def test_hosts_that_stand_for_another(default: str) -> None:
    host = ServerVariable("host", "host", default)
    made = constructor_of(api(host, credentials=(LOGIN,)), Imports(), ".")
    assert made.needed == ("host",)


@pytest.mark.parametrize("default", ["api.vendor.com", "10.0.0.1", "contest", "myexample.com"])
def test_hosts_that_are_meant(default: str) -> None:
    host = ServerVariable("host", "host", default)
    made = constructor_of(api(host, credentials=(LOGIN,)), Imports(), ".")
    assert made.needed == ()
    assert spelled(made).startswith(f"host: str = {default!r}, username")


def test_names_that_are_taken_or_alike() -> None:
    wires = ("timeout", "class", "base-url", "a-b", "a_b", "str", "1st", "username")
    variables = [ServerVariable(wire, wire, "x") for wire in wires]
    made = constructor_of(api(*variables, credentials=(LOGIN,)), Imports(), ".")
    names = [one.name for one in made.named]
    assert len({*names, "username", "password"}) == len(wires) + 2
    assert names[:3] == ["server_timeout", "server_class", "server_base_url"]
    assert all(name.isidentifier() for name in names)


def test_the_environment_is_spelled_like_the_key_where_only_the_joints_differ() -> None:
    assert environment_of(Api("paddleflow", "Paddle Flow", "", "")) == "PADDLEFLOW"
    assert environment_of(Api("paddle-flow", "Paddle Flow", "", "")) == "PADDLE_FLOW"
    assert environment_of(Api("other", "Paddle Flow", "", "")) == "PADDLE_FLOW"


def test_the_example_logs_in() -> None:
    made = api(HOST, credentials=(LOGIN,))
    text = example(made, choose_names(made), "key")
    assert 'Key(host="localhost", username="me", password="secret")' in text
