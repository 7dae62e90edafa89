"""Google's credentials against a token endpoint on loopback, sync and async."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.behaviour.batch_server import BatchServer
from tests.behaviour.server import Answer, Received, Server

Call = Callable[..., str]
SCOPES = "https://auth.example/cargo https://auth.example/read"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("APPLICATION_CREDENTIALS", "CLOUD_QUOTA_PROJECT", "CLOUD_UNIVERSE_DOMAIN"):
        monkeypatch.delenv(f"GOOGLE_{name}", raising=False)


@cache
def private_key() -> str:
    """Return a key of a service account, made once."""
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


class Google:
    """Token endpoints and the API behind them; ``tokens`` are given out in turn."""

    def __init__(self, server: Server) -> None:
        self.url = server.url
        self.server = server
        self.tokens = [f"token-{number}" for number in range(1, 9)]
        self.refused: set[str] = set()
        self.asked: list[Received] = []
        self.calls: list[Received] = []
        server.respond = self.answer

    def answer(self, request: Received) -> Answer:
        """Answer a request for a token, or a call."""
        kind = {"content-type": "application/json"}
        if request.path.startswith("/cargo"):
            self.calls.append(request)
            token = request.headers.get("authorization", "").removeprefix("Bearer ")
            if token in self.refused:
                return 401, b'{"error": {"code": 401, "message": "expired"}}', kind
            return 200, b'{"name": "a", "weight": "1"}', kind
        self.asked.append(request)
        token = self.tokens.pop(0)
        given = {"access_token": token, "expires_in": 3600}
        if request.path.endswith(":generateAccessToken"):
            given = {"accessToken": token, "expireTime": "2999-01-01T00:00:00Z"}
        return 200, json.dumps(given).encode(), kind

    def service_account(self, **more: Any) -> dict[str, Any]:
        """Return the content of a key file."""
        return {
            "type": "service_account",
            "project_id": "p",
            "private_key_id": "1",
            "private_key": private_key(),
            "client_email": "robot@p.example",
            "client_id": "1",
            "token_uri": f"{self.url}/token",
            **more,
        }

    @property
    def scopes_asked(self) -> list[str]:
        """The scopes of the assertions that a service account has sent."""
        assertions = [parse_qs(one.body.decode())["assertion"][0] for one in self.asked]
        claims = [assertion.split(".")[1] for assertion in assertions]
        decoded = [base64.urlsafe_b64decode(one + "=" * (-len(one) % 4)) for one in claims]
        return [json.loads(one)["scope"] for one in decoded]

    @property
    def used(self) -> list[str]:
        """The tokens of the calls."""
        return [call.headers["authorization"].removeprefix("Bearer ") for call in self.calls]


@pytest.fixture
def google(server: Server) -> Google:
    """Google on loopback."""
    return Google(server)


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, cargo: Any, server: Server) -> Callable[..., Any]:
    """Get a crate, ``times`` times on one client."""
    base: dict[str, Any] = {"base_url": server.url}

    def sync(*, times: int = 1, options: Any = None, **settings: Any) -> None:
        with cargo.Cargo(**base, **settings) as client:
            for _ in range(times):
                assert client.crates.get("a", options=options).weight == 1

    async def soon(times: int, options: Any, settings: Any) -> None:
        async with cargo.AsyncCargo(**base, **settings) as client:
            for _ in range(times):
                assert (await client.crates.get("a", options=options)).weight == 1

    def asynchronous(*, times: int = 1, options: Any = None, **settings: Any) -> None:
        asyncio.run(soon(times, options, settings))

    return sync if request.param == "sync" else asynchronous


def write_defaults(monkeypatch: pytest.MonkeyPatch, folder: Path, content: dict[str, Any]) -> None:
    """Make some content the application-default credentials."""
    path = folder / "credentials.json"
    path.write_text(json.dumps(content))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))


def test_application_default_credentials(
    call: Any, cargo: Any, google: Google, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_defaults(monkeypatch, tmp_path, google.service_account())
    call(auth=cargo.GoogleAuth(), times=2)
    assert google.used == ["token-1", "token-1"]
    assert google.scopes_asked == [SCOPES]
    assert "x-goog-user-project" not in google.calls[0].headers
    call(auth=cargo.GoogleAuth(scopes=["https://auth.example/other"]))
    assert google.scopes_asked == [SCOPES, "https://auth.example/other"]


def test_a_refused_token_is_replaced_once(call: Any, cargo: Any, google: Google) -> None:
    service_account = pytest.importorskip("google.oauth2.service_account")
    credentials = service_account.Credentials.from_service_account_info(google.service_account())
    google.refused = {"token-1"}
    call(auth=cargo.GoogleAuth(credentials), times=2)
    assert google.used == ["token-1", "token-2", "token-2"]
    assert google.scopes_asked == [SCOPES, SCOPES]
    google.refused = {"token-2", "token-3", "token-4"}
    with pytest.raises(cargo.AuthenticationError, match="expired"):
        call(auth=cargo.GoogleAuth(credentials))


def test_the_quota_project(
    call: Any, cargo: Any, google: Google, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    oauth2 = pytest.importorskip("google.oauth2.credentials")
    own = oauth2.Credentials("ready", quota_project_id="of-credentials")
    write_defaults(monkeypatch, tmp_path, google.service_account())
    call(auth=cargo.GoogleAuth(own))
    call(auth=cargo.GoogleAuth(own, quota_project="given"))
    call(auth=cargo.GoogleAuth(quota_project="given"))
    options = cargo.RequestOptions(headers={"X-Goog-User-Project": "of-call"})
    call(auth=cargo.GoogleAuth(quota_project="given"), options=options)
    monkeypatch.setenv("GOOGLE_CLOUD_QUOTA_PROJECT", "of-environment")
    call(auth=cargo.GoogleAuth())
    projects = [one.headers["x-goog-user-project"] for one in google.calls]
    assert projects == ["of-credentials", "given", "given", "of-call", "of-environment"]


def test_impersonation(
    call: Any, cargo: Any, google: Google, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    iam = pytest.importorskip("google.auth.iam")
    monkeypatch.setattr(
        iam, "_IAM_ENDPOINT", google.url + "/v1/serviceAccounts/{}:generateAccessToken"
    )
    write_defaults(
        monkeypatch,
        tmp_path,
        {
            "type": "impersonated_service_account",
            "service_account_impersonation_url": "https://iam.example/v1/projects/-/"
            "serviceAccounts/boss@p.example:generateAccessToken",
            "source_credentials": google.service_account(),
        },
    )
    google.refused = {"token-2"}
    call(auth=cargo.GoogleAuth())
    paths = [one.path.rpartition("/")[2] for one in google.asked]
    assert paths[:2] == ["token", "boss@p.example:generateAccessToken"]
    asked = google.asked[1]
    assert asked.json()["scope"] == SCOPES.split()
    assert asked.headers["authorization"] == "Bearer token-1"
    assert google.used == ["token-2", "token-3"]


def test_the_universe_of_credentials_must_be_the_clients(
    call: Any, cargo: Any, google: Google, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_defaults(monkeypatch, tmp_path, google.service_account(universe_domain="u.example"))
    auth = cargo.GoogleAuth()
    with pytest.raises(cargo.CredentialsError, match=r"'googleapis.com'.*'u\.example'"):
        call(auth=auth)
    assert not google.asked and not google.calls
    monkeypatch.setenv("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "u.example")
    with pytest.raises(cargo.CredentialsError, match="universe"):
        call(auth=auth, universe_domain="googleapis.com")


def test_a_valid_token_of_another_universe_is_not_sent(
    call: Any, cargo: Any, google: Google
) -> None:
    oauth2 = pytest.importorskip("google.oauth2.credentials")
    credentials = oauth2.Credentials("ready", universe_domain="u.example")
    with pytest.raises(cargo.CredentialsError, match="universe"):
        call(auth=cargo.GoogleAuth(credentials))
    assert not google.calls
    call(auth=cargo.GoogleAuth(credentials), universe_domain="u.example")
    call(auth=cargo.GoogleAuth(oauth2.Credentials("ready")))
    assert google.used == ["ready", "ready"]


def test_a_batch_replaces_the_token_of_refused_parts(cargo: Any, google: Google) -> None:
    service_account = pytest.importorskip("google.oauth2.service_account")
    credentials = service_account.Credentials.from_service_account_info(google.service_account())
    google.refused = {"token-1"}
    batches = BatchServer(google.answer)
    google.server.respond = lambda request: batches(request) or google.answer(request)
    client = cargo.Cargo(base_url=google.url, auth=cargo.GoogleAuth(credentials))
    with client, client.batch() as batch:
        calls = [batch.add(client.crates.get, name) for name in ("a", "b", "c")]
    assert [one.result().weight for one in calls] == [1, 1, 1]
    assert [len(parts) for parts in batches.parts] == [3, 3]
    assert (google.used, len(google.asked)) == (["token-1"] * 3 + ["token-2"] * 3, 2)
