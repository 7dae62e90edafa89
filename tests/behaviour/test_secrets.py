"""Secrets: what never shows in errors, logs and reprs, and never goes to another server."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import traceback
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import httpx2
import pytest
from pydantic import ValidationError
from tests.behaviour.server import Server, running

PATH, QUERY, HEADER, COOKIE = "p4th-secret", "qu3ry secret", "h3ader-secret", "c00kie-secret"
WORD = "w0rd-secret"
SECRETS = (PATH, QUERY, "qu3ry%20secret", "qu3ry+secret", HEADER, COOKIE, "l1st-secret", WORD)


@pytest.fixture(scope="module")
def safe(generated: Path) -> Any:
    assert generated
    return __import__("safe_v1")


Answer = Callable[[httpx2.Request], httpx2.Response]


def check(safe: Any, answer: Answer, **arguments: Any) -> Any:
    client = safe.Safe(transport=httpx2.MockTransport(answer), **{"max_retries": 0, **arguments})
    return client.checks.check_token(
        PATH,
        pin=QUERY,
        codes=["l1st-secret"],
        x_session_pin=HEADER,
        x_trace="trace-1",
        visit=COOKIE,
        login={"user": "me", "word": WORD},
    )


def shows(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def echo(request: httpx2.Request) -> httpx2.Response:
    said = f"no: {request.url} {dict(request.headers)} {QUERY}"
    return httpx2.Response(400, json={"message": said})


def refused(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError(f"no way to {request.url}")


def garbled(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, content=b"{")


def sent_in(request: httpx2.Request) -> str:
    headers = " ".join(f"{name}: {value}" for name, value in request.headers.items())
    return f"{request.url} {headers} {QUERY}"


def in_other_places(request: httpx2.Request) -> httpx2.Response:
    said = sent_in(request)
    headers = {"location": f"/x?said={quote(said)}", "x-request-id": quote(said), "x-y": said}
    return httpx2.Response(300, headers=headers, extensions={"reason_phrase": said.encode()})


def as_a_status(request: httpx2.Request) -> httpx2.Response:
    said = sent_in(request)
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": said, "domain": said}
    return httpx2.Response(400, json={"error": {"status": said, "code": said, "details": [info]}})


def of_no_form(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(400, json={"odd": [sent_in(request), dict(request.headers)]})


def as_markup(request: httpx2.Request) -> httpx2.Response:
    said = escape(json.dumps(sent_in(request)))
    return httpx2.Response(500, html=f"<html><title>{said}</title></html>")


def as_its_type(request: httpx2.Request) -> httpx2.Response:
    headers = {"content-type": f"text/x; said={quote(sent_in(request))}"}
    return httpx2.Response(200, headers=headers, content=sent_in(request).encode())


def broken(request: httpx2.Request) -> httpx2.Response:
    try:
        raise ValueError(f"illegal line: {sent_in(request)!r}")
    except ValueError as error:
        raise httpx2.RemoteProtocolError(str(error)) from error


ANSWERS = [echo, refused, garbled, in_other_places, as_a_status, of_no_form, as_markup]
ANSWERS += [as_its_type, broken]


@pytest.mark.parametrize("answer", ANSWERS)
def test_parameters_that_are_passwords_never_show(
    safe: Any, answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(safe.ApiError) as caught:
        check(safe, answer, strict=True)
    error = caught.value
    told = [getattr(error, name, "") for name in ("url", "code", "server_message", "request_id")]
    assert not shows(f"{error} {error!r} {told} {pickle.loads(pickle.dumps(str(error)))}")
    chain = "".join(traceback.format_exception(error)).splitlines()
    assert not shows("\n".join(line for line in chain if not line.startswith("  ")))
    assert error.url.startswith("https://safe.example/checks/***?pin=***")
    assert "safe_v1" in caplog.text
    assert not shows(caplog.text)
    assert "trace-1" in caplog.text


ODD = "k3y\"<&>%/+=x'z\\"


@pytest.mark.parametrize(
    "spelled",
    [
        *(str, quote, quote_plus, escape, json.dumps, repr),
        lambda it: json.dumps(escape(quote(it))),
        lambda it: quote(quote(quote(it))),
        lambda it: quote_plus(quote_plus(f"a {it}")),
        lambda it: json.dumps(json.dumps(json.dumps(it))),
        lambda it: "".join(f"&#{ord(sign)};" for sign in it),
        lambda it: "".join(f"&#x{ord(sign):04X};" for sign in it),
        lambda it: escape("".join(f"&#x{ord(sign):x};" for sign in it)),
        lambda it: "".join(f"\\u{ord(sign):04X}" for sign in it),
        lambda it: "".join(f"%{octet:02x}" for octet in it.encode()),
        lambda it: "".join(f"\\x{octet:02x}" for octet in it.encode()),
        lambda it: quote(it[:5]) + escape(it[5:9]) + json.dumps(it[9:])[1:],
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_no_spelling_of_a_secret_shows(
    safe: Any, spelled: Callable[[str], str], *, strict: bool
) -> None:
    said = spelled(ODD).strip("'\"")
    for status, body in ((400, f"no {said}"), (200, f"no {said}"), (500, json.dumps({"no": said}))):

        def answer(_: httpx2.Request, status: int = status, body: str = body) -> httpx2.Response:
            return httpx2.Response(status, text=body)

        transport = httpx2.MockTransport(answer)
        client = safe.Safe(token=ODD, transport=transport, max_retries=0, strict=strict)
        with pytest.raises(safe.ApiError) as caught:
            client.checks.check_token("a")
        assert said not in str(caught.value)
        assert "***" in str(caught.value)


@pytest.mark.parametrize(
    "spelled", [str, lambda it: quote(it, safe=""), lambda it: quote(quote(it))]
)
@pytest.mark.parametrize("place", ["checks/{}", "x?to={}", "x#{}", "//other.example/{}"])
def test_a_redirect_whose_address_repeats_a_token(
    safe: Any, spelled: Callable[[str], str], place: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = "t0ken/of+somebody=="

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/checks/a":
            return httpx2.Response(307, headers={"location": place.format(spelled(token))})
        return httpx2.Response(404, text=f"no {spelled(token)}")

    client = safe.Safe(token=token, transport=httpx2.MockTransport(answer), max_retries=0)
    with pytest.raises(safe.NotFoundError) as caught:
        client.checks.check_token("a")
    for text in (str(caught.value), caught.value.url, caplog.text):
        assert "***" in text
        assert spelled(token) not in text


def test_the_debug_log_shows_no_token_in_what_did_not_fit(
    safe: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def answer(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "x/t0ken-of-somebody"}, content=b"x")

    safe.Safe(token="t0ken-of-somebody", transport=httpx2.MockTransport(answer)).checks.check_token(
        "a"
    )
    assert "x/***" in caplog.text
    assert "t0ken" not in caplog.text


@pytest.mark.parametrize("before", [*range(60, 84), *range(480, 504)])
def test_what_is_cut_shows_no_part_of_a_secret(safe: Any, before: int) -> None:
    said = "x" * before + PATH
    for status, body in ((400, {"message": said}), (400, said), (400, {"odd": said}), (200, said)):

        def answer(_: httpx2.Request, status: int = status, body: Any = body) -> httpx2.Response:
            is_text = isinstance(body, str)
            return httpx2.Response(status, **({"text": body} if is_text else {"json": body}))

        with pytest.raises(safe.ApiError) as caught:
            check(safe, answer, strict=True)
        assert PATH[:4] not in str(caught.value)


def test_the_log_of_the_connection_shows_no_password(
    safe: Any, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="httpx2")
    server.answer({"ok": True})
    with safe.Safe(base_url=server.url) as client:
        whole = client.raw(client.checks.check_token, PATH, pin=QUERY)
    assert "HTTP Request: GET" in caplog.text
    assert not shows(caplog.text + whole.url)
    assert server.requests[0].path == f"/checks/{PATH}"


@pytest.mark.parametrize("status", [302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/x",
        "http://safe.example/x",
        "https://safe.example:8443/x",
        "//evil.example",
    ],
)
def test_a_redirect_to_another_server_takes_harmless_headers_alone(
    safe: Any, status: int, location: str
) -> None:
    seen: list[httpx2.Request] = []

    class Own(httpx2.Auth):
        def auth_flow(self, request: httpx2.Request) -> Any:
            request.headers["X-Custom-Token"] = "custom-secret"
            yield request

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        if len(seen) == 1:
            return httpx2.Response(status, headers={"location": location})
        return httpx2.Response(401, json={"message": f"who? {dict(request.headers)}"})

    with pytest.raises(safe.AuthenticationError, match="are held back from") as caught:
        check(
            safe,
            answer,
            auth=Own(),
            api_key="k3y-secret",
            headers={"X-Mine": "m1ne", "Cookie": "s=1"},
        )
    sent = {name.lower() for name in seen[1].headers}
    assert sent == {"host", "accept", "accept-encoding", "user-agent", "x-trace"}
    assert "x-custom-token" in seen[0].headers
    assert "custom-secret" not in str(caught.value)


def test_a_redirect_on_the_same_server_keeps_everything(safe: Any) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        if len(seen) == 1:
            return httpx2.Response(301, headers={"location": "https://safe.example/other"})
        return httpx2.Response(200, json={"ok": True})

    assert check(safe, answer, base_url="http://safe.example", token="t0ken").ok
    wanted = ("authorization", "x-session-pin", "cookie", "x-trace")
    assert all(seen[1].headers[name] == seen[0].headers[name] for name in wanted)
    assert seen[1].url.scheme == "https"


def test_what_an_auth_has_added_is_not_shown_where_the_server_repeats_it(safe: Any) -> None:
    class Own(httpx2.Auth):
        def auth_flow(self, request: httpx2.Request) -> Any:
            request.headers["X-Odd"] = "odd-secret"
            yield request

    with pytest.raises(safe.ApiError) as caught:
        check(safe, echo, auth=Own())
    assert "odd-secret" not in str(caught.value)


def test_headers_of_the_callers_own_are_not_logged(
    safe: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="safe_v1")
    check(safe, lambda _: httpx2.Response(200, json={}), headers={"X-Mine": "my-secret"})
    assert "x-mine" in caplog.text
    assert "my-secret" not in caplog.text


def test_a_redirect_that_is_not_followed_says_where_it_leads(safe: Any) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(301, headers={"location": f"/v2{request.url.raw_path.decode()}"})

    client = safe.Safe(transport=httpx2.MockTransport(answer))
    with pytest.raises(safe.StatusError, match="301 .*, which leads to /v2/stores"):
        client.stores.create({"name": "x"})


def store() -> dict[str, Any]:
    return {
        "name": "s3",
        "token": "tok-1111",
        "settings": {"user": "ak-2222", "deep": "sk-3333"},
        "keys": ["k-4444", 'k"5é5'],
        "login": "l-6666",
        "backend": {"host": "h.example", "key": "b-7777"},
    }


HIDDEN = ("tok-1111", "ak-2222", "sk-3333", "k-4444", "5é5", "l-6666", "b-7777")


def test_passwords_in_maps_arrays_and_unions_never_show(safe: Any) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if "refuse" in request.headers:
            return httpx2.Response(400, json={"message": f"no: {request.content.decode()}"})
        return httpx2.Response(201, content=request.content)

    client = safe.Safe(transport=httpx2.MockTransport(answer), max_retries=0)
    made = client.stores.create(store())
    assert made.settings["deep"] == "sk-3333"
    assert repr(made) == "Store(name='s3', backend=Backend(host='h.example'))"
    for body in (store(), safe.models.Store(**store())):
        with pytest.raises(safe.BadRequestError) as caught:
            client.stores.create(body, options=safe.RequestOptions(headers={"Refuse": "1"}))
        assert not [one for one in HIDDEN if one in str(caught.value)]
    options = safe.RequestOptions(headers={"Refuse": "1"})
    with pytest.raises(safe.BadRequestError) as caught:
        client.stores.replace_keys("main", {"any": "sk-8888"}, options=options)
    assert "sk-8888" not in str(caught.value)
    assert "main" in str(caught.value)


@pytest.mark.parametrize("status", [303, 307, 308])
def test_a_redirect_whose_address_repeats_a_password(
    safe: Any, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/stores":
            return httpx2.Response(status, headers={"location": "/made/tok-1111?by=sk-3333"})
        return httpx2.Response(400, json={"message": f"no {request.url}"})

    client = safe.Safe(transport=httpx2.MockTransport(answer), max_retries=0)
    with pytest.raises(safe.BadRequestError, match=r"/made/\*\*\*\?by=\*\*\*") as caught:
        client.stores.create(store())
    shown = f"{caught.value} {caught.value.url} {caplog.text}"
    assert not [one for one in HIDDEN if one in shown]


ADDRESSES = ("https://u:pa#55/w:0rd@x@h", "ftp://u:pa%2355@h", "u:pa#55@h", "https://u:pa55@[::1")


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_are_none_show_no_password(
    safe: Any, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**arguments: Any) -> None:
        with pytest.raises(safe.ConfigurationError) as caught:
            safe.Safe(**arguments)
        assert "***@" in str(caught.value)
        chain = traceback.format_exception(caught.value)
        said = [line for line in "".join(chain).splitlines() if not line.startswith(" ")]
        assert not [one for one in ("55", "0rd@", "'pa'") if one in "".join(said)]

    refused(base_url=address)
    refused(proxy=address)
    monkeypatch.setenv("HTTPS_PROXY", address)
    refused()
    monkeypatch.delenv("HTTPS_PROXY")
    monkeypatch.setenv("SAFE_BASE_URL", address)
    refused()


def test_errors_of_validation_show_no_password(safe: Any) -> None:
    for given in ({"token": "tok-1111"}, {"name": "n", "token": [{"x": "tok-1111"}]}):
        for model, values in (
            (safe.models.Store, given),
            (safe.models.Inventory, {"stores": [given]}),
        ):
            with pytest.raises(ValidationError) as caught:
                model.model_validate(values)
            assert "tok-1111" not in str(caught.value)
    with pytest.raises(ValidationError, match="input_value='maybe'"):
        safe.models.Check(ok="maybe")


def test_a_connection_keeps_no_cookies(safe: Any, server: Server) -> None:
    def respond(received: Any) -> Any:
        if received.path.endswith("/a"):
            return 200, b"{}", {"set-cookie": "sid=user-a; Path=/"}
        if received.path.endswith("/b"):
            return 302, b"", {"location": "/checks/c"}
        return 200, b"{}", {}

    server.respond = respond
    with safe.Safe(base_url=server.url, token="user-a") as first:
        first.checks.check_token("a")
        first.with_options(token="user-b").checks.check_token("b")
        with (
            httpx2.Client() as shared,
            safe.Safe(base_url=server.url, http_client=shared) as second,
        ):
            second.checks.check_token("a")
            second.checks.check_token("b")
        assert not [*first._http.cookies.jar]
    assert [one.headers["cookie"] for one in server.requests] == [None] * 6


def test_user_information_of_the_base_url_loses_to_a_token(safe: Any, server: Server) -> None:
    address = server.url.replace("//", "//user:p4ss@")
    for arguments in ({"token": "t0ken"}, {}):
        server.answer({"ok": True})
        with safe.Safe(base_url=address, **arguments) as client:
            client.checks.check_token("a")
    first, second = (one.headers["authorization"] for one in server.requests)
    assert first == "Bearer t0ken"
    assert second == "Basic dXNlcjpwNHNz"


def test_the_async_client_holds_back_the_same(safe: Any) -> None:
    async def run(url: str, there: str) -> None:
        async with safe.AsyncSafe(base_url=url, token="t0ken", max_retries=0) as client:
            with pytest.raises(safe.AuthenticationError, match="are held back"):
                await client.checks.check_token(PATH, x_session_pin=HEADER)

    with running() as here, running() as there:
        here.answer(None, status=307, headers={"location": f"{there.url}/x"})
        there.answer({"message": "who?"}, status=401)
        asyncio.run(run(here.url, there.url))
        (sent,) = there.requests
    assert HEADER not in str(sent.headers)
    assert sent.headers["authorization"] is None
