"""Who asks, and who must not see it."""

from __future__ import annotations

import asyncio
import base64
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import google.auth.credentials
import google.auth.exceptions
import httpx2
import pytest
from loopback import Server
from sample_sdk import AsyncLibrary, Library, RequestOptions
from sample_sdk._runtime.auth.auth import BasicAuth, BearerAuth
from sample_sdk._runtime.auth.credentials import Credentials
from sample_sdk._runtime.auth.google import GoogleAuth
from sample_sdk._runtime.auth.oauth import ClientCredentials
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.data.omission import omit
from sample_sdk._runtime.errors.api_errors import (
    ApiError,
    AuthenticationError,
    ConfigurationError,
    CredentialsError,
)
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.requests.settings import ApiKey, ApiSettings, BasicLogin, BearerToken

SECRET = "s3cr3t-Value"


class Recorder:
    """A service that takes some tokens, and the requests it got."""

    def __init__(self, *, accepts: Callable[[str], bool] = lambda _: True) -> None:
        self.requests: list[httpx2.Request] = []
        self.authorizations: list[str | None] = []
        self._accepts = accepts
        self.transport = httpx2.MockTransport(self._answer)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        self.authorizations.append(request.headers.get("authorization"))
        accepted = self._accepts(request.headers.get("authorization", ""))
        return httpx2.Response(
            200 if accepted else 401, json={"message": "…"} if not accepted else []
        )


def test_the_environment_stands_in_for_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    monkeypatch.setenv("LIBRARY_TOKEN", f"{SECRET}\n")
    monkeypatch.setenv("LIBRARY_API_KEY", "k&1")
    Library(transport=recorder.transport).books.names()
    Library(token="given", transport=recorder.transport).books.names()
    assert recorder.authorizations == [f"Bearer {SECRET}", "Bearer given"]
    assert recorder.requests[0].url.raw_path == b"/v1/names?key=k%261"


def test_a_token_function_is_asked_again_once_after_401() -> None:
    tokens = iter(["old", "new", "newer"])
    recorder = Recorder(accepts=lambda header: header == "Bearer new")
    client = Library(token=lambda: next(tokens), transport=recorder.transport)
    client.books.names()
    with pytest.raises(AuthenticationError):
        Library(token=lambda: "same", transport=recorder.transport).books.names()
    assert recorder.authorizations == ["Bearer old", "Bearer new", "Bearer same"]


def test_async_token_functions() -> None:
    tokens = iter(["old", "new"])

    async def token() -> str:
        await asyncio.sleep(0)
        return next(tokens)

    recorder = Recorder(accepts=lambda header: header == "Bearer new")
    asyncio.run(AsyncLibrary(token=token, transport=recorder.transport).books.names())
    assert recorder.authorizations == ["Bearer old", "Bearer new"]
    with pytest.raises(TypeError, match="async client"):
        Library(auth=BearerAuth(token), transport=recorder.transport).books.names()


def test_an_api_that_does_not_say_where_tokens_are() -> None:
    with pytest.raises(ConfigurationError, match="no flow for ClientCredentials: give it"):
        Library(token=ClientCredentials("me", SECRET))
    with pytest.raises(ConfigurationError, match="relative to the base URL, which is missing"):
        Client(
            ApiSettings(name="x", package="sample_sdk", credentials=(BearerToken(scheme="b"),)),
            token=ClientCredentials("me", SECRET, token_url="/token"),
        )


KEYED = ApiSettings(
    name="keyed",
    package="sample_sdk",
    base_url="http://h",
    environment="LIBRARY",
    credentials=(
        ApiKey("X-Special", scheme="header"),
        ApiKey("session", place="cookie", scheme="cookie"),
        BasicLogin(scheme="basic"),
    ),
)


def keyed(recorder: Recorder, security: Any = None, **settings: Any) -> httpx2.Request:
    client = Client(KEYED, transport=recorder.transport, **settings)
    client.send(Request("x", "GET /", security=security))
    return recorder.requests[-1]


def test_api_keys_go_where_the_spec_says(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    request = keyed(recorder, api_key={"header": "k1", "session": "k2"})
    assert (request.headers["x-special"], request.headers["cookie"]) == ("k1", "session=k2")
    request = keyed(recorder, api_key="k1")
    assert request.headers["x-special"] == "k1"
    assert "cookie" not in request.headers
    monkeypatch.setenv("LIBRARY_USERNAME", "u")
    monkeypatch.setenv("LIBRARY_PASSWORD", "p:é")
    header = keyed(recorder).headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(header).decode() == "u:p:é"


def test_one_key_is_for_whatever_scheme_a_call_asks_for() -> None:
    keys = (
        ApiKey("X-Key", scheme="header"),
        ApiKey("key", place="query", scheme="query"),
        ApiKey("sid", place="cookie", scheme="cookie"),
    )
    settings = ApiSettings(
        name="x", package="x", base_url="http://h", credentials=(*keys, BearerToken(scheme="b"))
    )
    recorder = Recorder()

    def sent(security: Any, **given: Any) -> tuple[str | None, str, str | None]:
        client = Client(settings, transport=recorder.transport, **{"api_key": "k1", **given})
        client.send(Request("x", "GET /", security=security))
        request = recorder.requests[-1]
        shown = request.headers
        return shown.get("x-key"), request.url.query.decode(), shown.get("cookie")

    assert sent((("header",),)) == ("k1", "", None)
    assert sent((("query",),)) == (None, "key=k1", None)
    assert sent((("cookie",),)) == (None, "", "sid=k1")
    assert sent((("query",), ("header",), ("cookie",))) == (None, "key=k1", None)
    assert sent(None) == ("k1", "", None)
    assert sent((("b", "query"),), token="t") == (None, "key=k1", None)
    assert sent((("header", "query"),)) == (None, "", None)
    assert sent((("header", "query"), ("cookie",))) == (None, "", "sid=k1")
    copy = Client(settings, transport=recorder.transport, api_key={"header": "a", "query": "b"})
    copy.with_options(api_key="k2").send(Request("x", "GET /", security=(("cookie",),)))
    assert recorder.requests[-1].headers["cookie"] == "sid=k2"


def test_one_key_where_two_are_needed_says_so() -> None:
    keys = (ApiKey("X-Key", scheme="key"), ApiKey("X-App", scheme="app"))
    settings = ApiSettings(name="x", package="x", base_url="http://h", credentials=keys)
    transport = httpx2.MockTransport(lambda _: httpx2.Response(401))
    client = Client(settings, transport=transport, api_key="k1")
    with pytest.raises(AuthenticationError, match="one API key was given: give several by the nam"):
        client.send(Request("x", "GET /", security=(("key", "app"),)))


def test_a_key_that_a_call_gives_beats_that_of_the_client() -> None:
    places = ("header", "query", "cookie")
    keys = tuple(ApiKey("k", place=place, scheme=place) for place in places)
    settings = ApiSettings(name="x", package="x", base_url="http://h", credentials=keys)
    recorder = Recorder()
    client = Client(settings, transport=recorder.transport, api_key=dict.fromkeys(places, "c 1"))

    def sent(**given: Any) -> tuple[str, str, str]:
        client.send(Request("x", "GET /", **given))
        request = recorder.requests[-1]
        return request.headers["k"], request.url.query.decode(), request.headers["cookie"]

    assert sent() == ("c 1", "k=c%201", "k=c 1")
    assert sent(headers={"k": omit}, query={"k": omit}) == ("c 1", "k=c%201", "k=c 1")
    mine = sent(headers={"k": "a"}, query={"k": "a", "n": 1}, cookies={"k": "a"})
    assert mine == ("a", "k=a&n=1", "k=a")


def test_a_user_name_and_a_password_are_for_http_basic(monkeypatch: pytest.MonkeyPatch) -> None:
    def sent(request: httpx2.Request) -> str:
        pair = request.headers["authorization"].removeprefix("Basic ")
        return base64.b64decode(pair).decode()

    recorder = Recorder()
    assert sent(keyed(recorder, username="u", password="p")) == "u:p"
    monkeypatch.setenv("LIBRARY_PASSWORD", "of-environment")
    assert sent(keyed(recorder, username="u")) == "u:of-environment"
    assert "authorization" not in keyed(recorder).headers
    client = Client(KEYED, transport=recorder.transport, username="u", password="p")
    client.with_options(username="v", password="q").send(Request("x", "GET /"))
    assert sent(recorder.requests[-1]) == "v:q"
    with pytest.raises(ConfigurationError, match="token and username exclude each other"):
        Client(KEYED, username="u", token="t")
    with pytest.raises(ConfigurationError, match="has no login that takes a user name"):
        Client(replace(KEYED, credentials=()), username="u", password="p")


def test_where_the_spec_says_nothing_of_security_a_token_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    silent = replace(KEYED, credentials=())
    recorder = Recorder()

    def used(settings: ApiSettings, **given: Any) -> str | None:
        Client(settings, transport=recorder.transport, **given).send(Request("x", "GET /"))
        return recorder.requests[-1].headers.get("authorization")

    assert used(silent) is None
    assert used(silent, token="t") == "Bearer t"
    monkeypatch.setenv("LIBRARY_TOKEN", "of-environment")
    assert used(silent) == "Bearer of-environment"
    assert used(silent, auth=BasicAuth("u", "p")) == "Basic dTpw"
    assert used(replace(silent, security=())) is None
    assert used(KEYED) is None


def test_an_operation_takes_its_alternatives_that_can_be_met() -> None:
    recorder = Recorder()
    keys = {"header": "k1", "cookie": "k2"}
    both = BasicAuth("u", "p")
    request = keyed(recorder, (("cookie", "basic"), ("header",)), api_key=keys)
    assert "x-special" in request.headers and "cookie" not in request.headers
    request = keyed(recorder, ((), ("cookie", "basic"), ("other",)), api_key=keys, auth=both)
    assert "cookie" in request.headers and "authorization" in request.headers
    assert "x-special" not in request.headers
    request = keyed(recorder, (("basic",), ("header",)), api_key=keys, auth=both)
    assert "x-special" in request.headers and "authorization" in request.headers
    request = keyed(recorder, (), api_key=keys, auth=both)
    assert not {"x-special", "cookie", "authorization"} & set(request.headers)


def test_secrets_that_cannot_be_sent_are_refused_unseen() -> None:
    for arguments in ({"token": f"{SECRET}\r\nX: y"}, {"api_key": f"{SECRET}é"}, {"token": ""}):
        with pytest.raises(CredentialsError) as caught:
            Library(**arguments)
        assert SECRET not in str(caught.value)
    with pytest.raises(ConfigurationError):
        Library(token="a", auth=BasicAuth("u", "p"))


def test_without_credentials_a_401_says_so() -> None:
    recorder = Recorder(accepts=lambda _: False)
    with pytest.raises(AuthenticationError, match="no credentials were given"):
        Library(transport=recorder.transport).books.names()


@pytest.mark.parametrize(
    ("arguments", "options", "body"),
    [
        ({"headers": {"Authorization": "Bearer good"}}, {}, None),
        ({}, {"headers": {"authorization": "Bearer good"}}, None),
        ({}, {"headers": {"Cookie": "session=1"}}, None),
        ({}, {"query": {"key": "k1"}}, None),
        ({}, {}, {"user": "ann", "password": "wrong"}),
    ],
)
def test_a_request_that_shows_who_asks_is_not_told_that_it_does_not(
    arguments: dict[str, Any], options: dict[str, Any], body: Any
) -> None:
    answer = httpx2.MockTransport(lambda _: httpx2.Response(401, json={"message": "no"}))
    client = Library(transport=answer, **arguments)
    with pytest.raises(AuthenticationError, match="no$"):
        client.send(Request("op", "POST /x", body=body or omit), RequestOptions(**options))
    with pytest.raises(AuthenticationError, match="no credentials were given$"):
        Library(transport=answer).send(Request("op", "POST /x"))
    with pytest.raises(AuthenticationError, match="no$"):
        Library(transport=answer).send(Request("op", "POST /x", security=()))


def test_an_event_hook_may_show_who_asks() -> None:
    answer = httpx2.MockTransport(lambda _: httpx2.Response(403, json={"message": "no"}))

    def sign(request: httpx2.Request) -> None:
        request.headers["authorization"] = "Bearer good"

    with pytest.raises(ApiError, match="no$"):
        Library(transport=answer).with_options(on_request=sign).books.names()


def test_an_api_that_takes_no_credentials_lacks_none() -> None:
    answer = httpx2.MockTransport(lambda _: httpx2.Response(401, json={"message": "no"}))
    client = Client(ApiSettings(name="x", package="x", base_url="http://x"), transport=answer)
    with pytest.raises(AuthenticationError, match="no$"):
        client.send(Request("op", "GET /x"))


def test_no_secret_shows(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    echo = f'{{"message": "bad key {SECRET} and token {SECRET}-t, session {SECRET}-c"}}'.encode()
    server.reply(400, echo, {"Set-Cookie": f"sid={SECRET}"})
    server.hang_up()
    client = Library(
        base_url=server.url,
        token=f"{SECRET}-t",
        api_key=SECRET,
        headers={"Cookie": f"s={SECRET}-c"},
        max_retries=0,
    )
    options = RequestOptions(headers={"X-Api-Key": SECRET}, key=SECRET)
    shown = [repr(client), repr(options), repr(BasicAuth("u", SECRET)), repr(BearerAuth(SECRET))]
    for _ in range(2):
        with pytest.raises(ApiError) as caught:
            client.raw(client.books.get, "s", "b", options=options)
        shown += [
            "".join(traceback.format_exception(caught.value)),
            repr(caught.value),
            caught.value.url,
        ]
    shown.append(repr(Library(base_url=f"http://u:{SECRET}@h")))
    shown.append(repr(Credentials(token=SECRET, api_keys=((ApiKey("k"), SECRET),))))
    shown += [record.getMessage() for record in caplog.records if record.name != "httpcore2.http11"]
    assert len(caplog.records) > 5
    assert any("key=***" in line for line in shown)
    assert [line for line in shown if SECRET in line] == []


def test_no_secret_shows_where_two_packages_share_the_log(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """The filter of another package, which knows no key, may come first."""

    def stringify(record: logging.LogRecord) -> bool:
        given = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(str(one) if isinstance(one, httpx2.URL) else one for one in given)
        return True

    logger = logging.getLogger("httpx2")
    kept, logger.filters = logger.filters, [stringify, *logger.filters]
    caplog.set_level(logging.INFO, logger="httpx2")
    server.reply(200, b"{}")
    try:
        Library(base_url=server.url, api_key=SECRET).books.get("s", "b")
    finally:
        logger.filters = kept
    assert "key=***" in caplog.text
    assert SECRET not in caplog.text


class FakeCredentials(google.auth.credentials.Credentials):
    """Google credentials that count their refreshes."""

    refreshes = 0

    def refresh(self, request: Any) -> None:
        if self.refreshes > 3:
            raise google.auth.exceptions.RefreshError("gone")
        self.refreshes += 1
        self.token = f"google-{self.refreshes}"


def test_google_credentials_are_refreshed_before_use_and_once_after_401() -> None:
    recorder = Recorder(accepts=lambda header: header == "Bearer google-2")
    auth = GoogleAuth(FakeCredentials())
    client = Library(auth=auth, transport=recorder.transport)
    client.books.names()
    client.books.names()
    assert recorder.authorizations == [f"Bearer google-{n}" for n in (1, 2, 2)]
    recorder = Recorder(accepts=lambda header: header == "Bearer google-3")
    asyncio.run(AsyncLibrary(auth=auth, transport=recorder.transport).books.names())
    assert recorder.authorizations == ["Bearer google-2", "Bearer google-3"]
    recorder = Recorder(accepts=lambda _: False)
    for _ in range(2):
        with pytest.raises((AuthenticationError, CredentialsError)):
            Library(auth=auth, transport=recorder.transport).books.names()


def test_google_defaults_take_the_scopes_of_the_api(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def default(scopes: Any = None, request: Any = None) -> tuple[Any, None]:
        asked.append(scopes)
        return FakeCredentials(), None

    monkeypatch.setattr("google.auth.default", default)
    recorder = Recorder()
    Library(auth=GoogleAuth(), transport=recorder.transport).books.names()
    Library(auth=GoogleAuth(scopes=["mine"]), transport=recorder.transport).books.names()
    assert asked == [["https://auth.example/books"], ["mine"]]
    assert recorder.authorizations == ["Bearer google-1"] * 2


def test_without_google_auth_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "google.auth", None)
    with pytest.raises(CredentialsError, match="pip install google-auth"):
        Library(auth=GoogleAuth(), transport=Recorder().transport).books.names()


def test_google_refreshes_go_over_httpx2(server: Server) -> None:
    server.reply(200, b'{"access_token": "fresh", "expires_in": 3600}')
    oauth2 = pytest.importorskip("google.oauth2.credentials")
    auth = GoogleAuth(
        oauth2.Credentials(
            None,
            refresh_token="r",
            token_uri=f"{server.url}/token",
            client_id="i",
            client_secret="s",
        )
    )
    recorder = Recorder()
    Library(auth=auth, transport=recorder.transport).books.names()
    assert recorder.authorizations == ["Bearer fresh"]
    assert server.received[0].path == "/token"
    assert BearerToken().google is False
