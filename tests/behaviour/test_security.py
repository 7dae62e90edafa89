"""Alternatives of credentials, and tokens that a client fetches itself."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from operator import attrgetter
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest
from tests.behaviour.server import Answer, Received, Server

SECRET = "s3cret+of/client"
JSON = {"content-type": "application/json"}


class Vault:
    """An API and the server that gives its tokens, both on loopback."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = server.url
        self.asked: list[Received] = []
        """Requests for tokens."""
        self.calls: list[Received] = []
        """Requests to the API."""
        self.refused: set[str] = set()
        self.answer: dict[str, Any] = {"token_type": "Bearer", "expires_in": 3600}
        self.status = 200
        self.discovered: dict[str, Any] = {"token_endpoint": f"{server.url}/found/token"}
        self.delay = 0.0
        self._lock = threading.Lock()
        server.respond = self._respond

    def _respond(self, request: Received) -> Answer:
        if request.path == "/.well-known/openid-configuration":
            return 200, json.dumps(self.discovered).encode(), JSON
        with self._lock:
            if request.path.endswith(("/token", "/refresh")):
                return self._give(request)
            self.calls.append(request)
        token = (request.headers["authorization"] or "").removeprefix("Bearer ")
        if token in self.refused:
            return 401, b'{"message": "expired"}', JSON
        return (200, b'["a"]', JSON) if request.method == "GET" else (204, b"", {})

    def _give(self, request: Received) -> Answer:
        self.asked.append(request)
        time.sleep(self.delay)
        given = {"access_token": f"token-{len(self.asked)}", **self.answer}
        return self.status, json.dumps(given).encode(), JSON

    @property
    def used(self) -> list[str | None]:
        """What showed who called."""
        return [call.headers["authorization"] for call in self.calls]

    @property
    def forms(self) -> list[dict[str, str]]:
        """The forms of the requests for tokens."""
        return [
            {name: values[0] for name, values in parse_qs(one.body.decode()).items()}
            for one in self.asked
        ]


@pytest.fixture
def served(server: Server) -> Vault:
    """The vault on loopback."""
    return Vault(server)


Call = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, vault: Any, served: Vault) -> Call:
    """Call methods, one after the other, on one client of some settings."""

    def sync(*dotted: str, **settings: Any) -> None:
        with vault.Vault(**{"base_url": served.url, **settings}) as client:
            for name in dotted:
                attrgetter(name.partition(" ")[0])(client)(*name.split()[1:])

    async def soon(dotted: tuple[str, ...], settings: Any) -> None:
        async with vault.AsyncVault(**{"base_url": served.url, **settings}) as client:
            for name in dotted:
                await attrgetter(name.partition(" ")[0])(client)(*name.split()[1:])

    def asynchronous(*dotted: str, **settings: Any) -> None:
        asyncio.run(soon(dotted, settings))

    return sync if request.param == "sync" else asynchronous


CLIENT = {"client_id": "me", "client_secret": SECRET}


# -- alternatives --------------------------------------------------------------------------------


def test_the_first_alternative_that_can_be_met(call: Call, vault: Any, served: Vault) -> None:
    keys = {"key": "k", "sid": "c", "app": "a", "tenant": "t"}
    call("boxes.get b", api_key=keys)
    call("boxes.get b", api_key={"key": "k"}, auth=vault.BasicAuth("u", "p"))
    call("boxes.list", api_key=keys)
    both, basic, app = served.calls
    assert (both.headers["x-key"], both.headers["cookie"]) == ("k", "sid=c")
    assert both.headers["authorization"] is None
    assert basic.headers["authorization"].startswith("Basic ")
    assert basic.headers["x-key"] is None
    assert (app.headers["x-app"], app.headers["x-key"], app.query) == ("a", None, [])


def test_all_of_an_alternative_is_sent_or_nothing(call: Call, vault: Any, served: Vault) -> None:
    call("boxes.create", token="t", api_key={"app": "a", "tenant": "n"})
    sent = served.calls[0]
    assert sent.headers["authorization"] == "Bearer t"
    assert (sent.headers["x-app"], sent.query) == ("a", [("tenant", "n")])
    served.refused.add("")
    wanted = "the credentials given are others than clients with app with tenant"
    with pytest.raises(vault.AuthenticationError, match=wanted):
        call("boxes.create", token="t", api_key={"app": "a"})
    assert served.used[-1] is None


def test_nothing_is_sent_where_nothing_is_asked_for(call: Call, served: Vault) -> None:
    call("health.get", token="t", api_key={"app": "a"})
    call("health.get", **CLIENT)
    call("doors.list")
    call("doors.list", token="t")
    assert served.used == [None, None, None, "Bearer t"]
    assert served.calls[0].headers["x-app"] is None
    assert not served.asked


def test_auths_by_the_name_of_their_scheme(call: Call, vault: Any, served: Vault) -> None:
    auths = {"basic": vault.BasicAuth("u", "p"), "users": vault.BearerAuth("of-user")}
    call("people.list", "boxes.get b", "boxes.list", auth=auths, token="t")
    assert served.used == ["Bearer of-user", "Basic dTpw", "Bearer t"]
    with pytest.raises(vault.ConfigurationError, match=r"auth has 'nobody', which is none of"):
        call(auth={"nobody": vault.BasicAuth("u", "p")})


def test_a_user_name_and_a_password_are_for_http_basic(
    call: Call, vault: Any, served: Vault
) -> None:
    call("boxes.get b", api_key={"key": "k"}, username="u", password="p")
    call("boxes.get b", api_key={"key": "k"}, username="u")
    call("people.list", "boxes.get b", username="u", password="p", token="t")
    call("boxes.get b", username="u", password="p", auth={"users": vault.BearerAuth("of-user")})
    of_basic = ("Basic dTpw", "Basic dTo=")
    assert served.used == [*of_basic, "Bearer t", of_basic[0], of_basic[0]]
    for other in (vault.BasicAuth("u", "p"), {"basic": vault.BasicAuth("u", "p")}):
        with pytest.raises(vault.ConfigurationError, match="username and auth exclude each other"):
            call(username="u", password="p", auth=other)
    with pytest.raises(vault.CredentialsError, match="a password needs its user name"):
        call(password="p")


def test_digest(call: Call, vault: Any, served: Vault) -> None:
    challenge = 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256'

    def respond(request: Received) -> Answer:
        served.calls.append(request)
        if request.headers["authorization"] is None:
            return 401, b"", {"www-authenticate": challenge}
        return 200, b"[]", JSON

    served.server.respond = respond
    call("boxes.list", auth=httpx2.DigestAuth("u", "p"))
    assert [bool(used) for used in served.used] == [False, True]
    assert str(served.used[1]).startswith("Digest username=")


# -- client credentials --------------------------------------------------------------------------


def test_a_token_is_fetched_once_for_its_scopes(call: Call, served: Vault) -> None:
    keys = {"app": "a", "tenant": "n"}
    call("boxes.list", "boxes.list", "doors.list", "boxes.create", **CLIENT, api_key=keys)
    assert served.used == ["Bearer token-1"] * 3 + ["Bearer token-2"]
    assert served.forms == [
        {"grant_type": "client_credentials", "scope": "read"},
        {"grant_type": "client_credentials", "scope": "read write"},
    ]
    first = served.asked[0]
    assert (first.path, first.method) == ("/oauth/token", "POST")
    pair = base64.b64decode(first.headers["authorization"].removeprefix("Basic ")).decode()
    assert pair == "me:s3cret%2Bof%2Fclient"


def test_the_base_url_is_the_folder_of_a_relative_address(call: Call, served: Vault) -> None:
    call("boxes.list", **CLIENT, base_url=f"{served.url}/api/v1")
    assert served.asked[0].path == "/api/v1/oauth/token"


def test_the_environment_has_the_client(
    call: Call, vault: Any, served: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAULT_CLIENT_ID", "me")
    with pytest.raises(vault.CredentialsError, match="both client_id and client_secret"):
        call("boxes.list")
    monkeypatch.setenv("VAULT_CLIENT_SECRET", SECRET)
    call("boxes.list")
    call("boxes.list", token="given")
    monkeypatch.setenv("VAULT_TOKEN", "of-environment")
    call("boxes.list")
    assert served.used == ["Bearer token-1", "Bearer given", "Bearer of-environment"]
    with pytest.raises(vault.ConfigurationError, match="exclude each other"):
        call("boxes.list", **CLIENT, token="t")


def test_what_a_client_may_choose(call: Call, vault: Any, served: Vault) -> None:
    source = vault.ClientCredentials(
        "me",
        SECRET,
        scopes=["all"],
        client_auth="post",
        token_url=f"{served.url}/other/token",
        parameters={"audience": "vault"},
    )
    call("boxes.list", "people.list", token=source)
    assert served.used == ["Bearer token-1"] * 2
    assert served.asked[0].path == "/other/token"
    assert served.asked[0].headers["authorization"] is None
    assert served.forms == [
        {
            "grant_type": "client_credentials",
            "audience": "vault",
            "scope": "all",
            "client_id": "me",
            "client_secret": SECRET,
        }
    ]


def test_a_token_is_replaced_shortly_before_it_expires(
    call: Call, served: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("vault_v1._runtime.auth.oauth.time.monotonic", lambda: now[0])
    served.answer["expires_in"] = 1050
    steps = iter([600.0, 389.0, 1.0, 0.0])  # of 1050 s, less 60 s
    answer = served.server.respond

    def respond(request: Received) -> Any:
        if request.path == "/boxes":
            now[0] += next(steps)
        return answer(request) if answer is not None else None

    served.server.respond = respond
    call(*["boxes.list"] * 4, **CLIENT)
    assert served.used == [*["Bearer token-1"] * 3, "Bearer token-2"]


@pytest.mark.parametrize("seconds", [10**399, -(10**399), 1e308, "9" * 400, "soon", None, [], True])
def test_a_token_may_say_anything_of_when_it_expires(
    call: Call, served: Vault, seconds: Any
) -> None:
    served.answer["expires_in"] = seconds
    call("boxes.list", **CLIENT)
    assert served.used == ["Bearer token-1"]


def test_a_refused_token_is_replaced_once(call: Call, vault: Any, served: Vault) -> None:
    served.refused = {"token-1"}
    call("boxes.list", "boxes.list", **CLIENT)
    assert served.used == ["Bearer token-1", "Bearer token-2", "Bearer token-2"]
    served.refused = {"token-3", "token-4"}
    with pytest.raises(vault.AuthenticationError, match="expired"):
        call("boxes.list", **CLIENT)
    assert len(served.asked) == 4


def test_many_threads_fetch_one_token(vault: Any, served: Vault) -> None:
    served.delay = 0.05
    with vault.Vault(base_url=served.url, **CLIENT) as client:
        threads = [threading.Thread(target=client.boxes.list) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert Counter(served.used) == {"Bearer token-1": 8}
    assert len(served.asked) == 1


def test_many_tasks_fetch_one_token(vault: Any, served: Vault) -> None:
    served.delay = 0.05

    async def main() -> None:
        async with vault.AsyncVault(base_url=served.url, **CLIENT) as client:
            await asyncio.gather(*(client.boxes.list() for _ in range(8)))

    asyncio.run(main())
    assert Counter(served.used) == {"Bearer token-1": 8}
    assert len(served.asked) == 1


def test_nothing_of_the_caller_goes_to_the_server_of_tokens(call: Call, served: Vault) -> None:
    call("boxes.list", **CLIENT, headers={"Cookie": "s=1", "X-Mine": "m"}, api_key={"app": "a"})
    told = {name.lower() for name in served.asked[0].headers}
    assert not {"cookie", "x-mine", "x-app"} & told
    assert served.calls[0].headers["x-mine"] == "m"


def test_a_refused_client(
    call: Call, vault: Any, served: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    words = f"no such client with {SECRET}, {SECRET.replace('+', '%2B').replace('/', '%2F')}"
    served.answer = {"error": "invalid_client", "error_description": words}
    served.status = 401
    sources = [vault.ClientCredentials("me", SECRET, client_auth=one) for one in ("basic", "post")]
    for source in sources:
        with pytest.raises(vault.AuthenticationError) as caught:
            call("boxes.list", token=source)
        said = f"OAuth 2.0 token: POST {served.url}/oauth/token returned 401 Unauthorized: "
        assert str(caught.value) == f"{said}invalid_client: no such client with ***, ***"
        assert SECRET not in repr(source) + repr(vars(source)) + repr(caught.value)
    assert not [record for record in caplog.records if SECRET in record.getMessage()]
    assert not served.calls


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"access_token": None}, "no access_token"),
        ({"token_type": "mac"}, "a token of type 'mac' cannot be sent"),
        ({"access_token": "a\nb"}, "characters that a header cannot hold"),
    ],
)
def test_an_answer_that_is_no_token(
    vault: Any, served: Vault, answer: dict[str, Any], why: str
) -> None:
    served.answer |= answer
    with (
        vault.Vault(base_url=served.url, **CLIENT) as client,
        pytest.raises(vault.CredentialsError, match=why),
    ):
        client.boxes.list()


def test_a_failing_server_of_tokens_is_asked_again(
    vault: Any, served: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vault_v1._runtime.client.client.time.sleep", lambda _: None)
    give = served.server.respond
    failures = iter([503, 503])

    def respond(request: Received) -> Any:
        if request.path == "/oauth/token" and (status := next(failures, 0)):
            return status, b"", {}
        return give(request) if give is not None else None

    served.server.respond = respond
    with vault.Vault(base_url=served.url, **CLIENT) as client:
        assert client.boxes.list() == ["a"]


def test_another_client_on_the_same_connections(vault: Any, served: Vault) -> None:
    with vault.Vault(base_url=served.url, **CLIENT) as client:
        client.boxes.list()
        copy = client.with_options(timeout=3.0)
        copy.boxes.list()
        other = client.with_options(token=vault.ClientCredentials("you", "other"))
        other.boxes.list()
    assert served.used == ["Bearer token-1", "Bearer token-1", "Bearer token-2"]


# -- other flows ---------------------------------------------------------------------------------


def test_the_password_of_a_user(call: Call, vault: Any, served: Vault) -> None:
    call("people.list", token=vault.PasswordGrant("me", "pass word", client_id="app"))
    call("people.list", token=vault.PasswordGrant("me", "p", client_id="app", client_secret="s"))
    form = {"grant_type": "password", "username": "me", "password": "pass word", "scope": "names"}
    assert served.forms[0] == {**form, "client_id": "app"}
    assert served.forms[1] == {**form, "password": "p"}
    assert served.asked[0].headers["authorization"] is None
    assert served.asked[1].headers["authorization"].startswith("Basic ")
    served.refused.add("")
    with pytest.raises(vault.AuthenticationError, match="others than clients or app"):
        call("boxes.list", token=vault.PasswordGrant("me", "p"))


def test_a_grant_may_be_given_as_auth(call: Call, vault: Any, served: Vault) -> None:
    call("people.list", auth=vault.PasswordGrant("me", "pass word", client_id="app"))
    assert served.forms[0]["username"] == "me"
    assert served.used == ["Bearer token-1"]
    with pytest.raises(vault.ConfigurationError, match="exclude each other"):
        call("people.list", auth=vault.PasswordGrant("me", "p"), token="t")
    with pytest.raises(vault.ConfigurationError, match="PasswordGrant of 'users' as token="):
        call("people.list", auth={"users": vault.PasswordGrant("me", "p")})


def test_a_refresh_token_may_be_replaced(call: Call, vault: Any, served: Vault) -> None:
    served.answer["refresh_token"] = "r2"
    served.refused = {"token-1"}
    kept: list[str] = []
    call("people.list", token=vault.RefreshToken("r1", client_id="app", on_new=kept.append))
    assert [one.path for one in served.asked] == ["/oauth/refresh"] * 2
    assert [form["refresh_token"] for form in served.forms] == ["r1", "r2"]
    assert kept == ["r2"]


def test_open_id_connect_says_where_tokens_are(call: Call, vault: Any, served: Vault) -> None:
    methods = "token_endpoint_auth_methods_supported"
    call("keys.list", "keys.list", **CLIENT)
    served.discovered[methods] = ["client_secret_post", "private_key_jwt"]
    call("keys.list", **CLIENT)
    assert served.used == ["Bearer token-1"] * 2 + ["Bearer token-2"]
    assert [one.path for one in served.asked] == ["/found/token"] * 2
    assert [bool(one.headers["authorization"]) for one in served.asked] == [True, False]
    assert served.forms[1]["client_secret"] == SECRET
    assert served.forms[0] == {"grant_type": "client_credentials", "scope": "keys"}
    served.discovered = {}
    with pytest.raises(vault.CredentialsError, match="no token_endpoint"):
        call("keys.list", **CLIENT)
