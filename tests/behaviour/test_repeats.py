"""What is sent again, what is final, codes of errors, requests that no method is made for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

Answers = list[Callable[[], httpx2.Response]]


@pytest.fixture
def sdk(generated: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The package whose spec says what repeating does; it waits for nothing."""
    assert generated
    module = __import__("repeats_v1")
    monkeypatch.setattr("time.sleep", lambda _: None)
    return module


class Script(httpx2.BaseTransport):
    """Gives answers in turn, the last one for ever, and keeps what was sent."""

    def __init__(self, *answers: httpx2.Response | Exception) -> None:
        self.answers, self.sent = list(answers), list[httpx2.Request]()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.sent.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def failed(status: int, code: str | None = None, text: str = "") -> httpx2.Response:
    problem = {"text": text} if code is None else {"code": code, "text": text}
    return httpx2.Response(status, json={"problem": problem})


@pytest.fixture
def client(sdk: Any) -> Callable[..., tuple[Any, Script]]:
    """Make a client of answers."""

    def make(*answers: Any, **settings: Any) -> tuple[Any, Script]:
        script = Script(*answers)
        made = sdk.Repeats(base_url="http://localhost/base", transport=script, **settings)
        return made, script

    return make


@pytest.mark.parametrize("answer", [httpx2.ReadError("reset"), failed(504)], ids=["lost", "504"])
def test_what_is_not_idempotent_is_sent_once(sdk: Any, client: Any, answer: Any) -> None:
    one, script = client(answer, httpx2.Response(200))
    with pytest.raises(sdk.ApiError):
        one.jobs.repeat("a")
    assert len(script.sent) == 1
    one.jobs.repeat("a", options=sdk.RequestOptions(idempotent=True))


def test_what_the_server_has_not_done_is_sent_again(client: Any) -> None:
    one, script = client(failed(429), httpx2.ConnectError("refused"), httpx2.Response(200))
    one.jobs.repeat("a")
    assert len(script.sent) == 3


def test_a_post_that_may_come_twice_is_sent_again(client: Any) -> None:
    one, script = client(httpx2.ReadError("reset"), httpx2.Response(204))
    one.jobs.search()
    assert len(script.sent) == 2


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        (failed(500, "JobBroken"), 1),
        (failed(500, ""), 1),
        (failed(503, "NoSuchJob"), 1),
        (failed(500, "Other"), 3),
        (failed(500), 3),
        (httpx2.Response(502, text="<html>"), 3),
    ],
    ids=["code", "empty code", "code of the operation", "other code", "no code", "gateway"],
)
def test_final_errors_are_not_tried_again(
    sdk: Any, client: Any, answer: httpx2.Response, count: int
) -> None:
    one, script = client(answer)
    with pytest.raises(sdk.ServerError):
        one.jobs.get("a")
    assert len(script.sent) == count


def test_errors_have_code_and_message(sdk: Any, client: Any) -> None:
    one, _ = client(failed(404, "NoSuchJob", "it is gone"))
    with pytest.raises(sdk.NotFoundError) as caught:
        one.jobs.get("a")
    assert (caught.value.code, caught.value.server_message) == ("NoSuchJob", "it is gone")
    assert str(caught.value).endswith("404 Not Found: NoSuchJob: it is gone")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": "A", "message": "m"}, "A"),
        ({"error": {"code": "B", "message": "m"}}, "B"),
        ({"errors": [{"errorCode": 7}]}, "7"),
        ({"error": "invalid_grant", "error_description": "it is over"}, "invalid_grant"),
        ({"code": True}, ""),
        ({"error": "no code at all"}, ""),
        ({"Code": "C", "Message": "m"}, "C"),
        ({"detail": {"code": "D", "message": "m"}}, "D"),
        ({"odata.error": {"code": "E", "message": {"value": "m"}}}, "E"),
        ({"type": "error", "error": {"type": "overloaded", "message": "m"}}, "overloaded"),
        ({"error": {"type": "card", "code": "declined", "message": "m"}}, "declined"),
        ({"type": "https://api.example/gone", "detail": "m"}, ""),
        ({"error": {"type": "card"}}, ""),
        ([], ""),
        ("<html>", ""),
    ],
)
def test_codes_in_usual_places(generated: Path, body: Any, code: str) -> None:
    assert generated
    codes = __import__("repeats_v1._runtime.errors.codes", fromlist=["code_in"])
    assert (codes.code_in(body) or "") == code
    assert (codes.code_in(body, "no.such.place") or "") == code
    assert codes.code_in({"at": {"the": ""}, "code": "A"}, "at.the") == ""


def test_a_request_id_that_comes_twice_is_one(sdk: Any, client: Any) -> None:
    headers = [("x-pf-request-id", "30c2"), ("x-pf-request-id", "30c2")]
    one, _ = client(httpx2.Response(404, headers=headers))
    with pytest.raises(sdk.NotFoundError) as caught:
        one.jobs.get("a")
    assert caught.value.request_id == "30c2"


# -- client.request ------------------------------------------------------------------------------


def test_any_request_goes_to_the_server_of_the_client(sdk: Any, client: Any) -> None:
    one, script = client(httpx2.Response(200, json={"n": [1]}))
    answer = one.request("patch", "/things?x=1", query={"y": [1, "a b"]}, json="text")
    assert (answer.data, answer.status_code) == ({"n": [1]}, 200)
    (sent,) = script.sent
    assert (sent.method, str(sent.url)) == (
        "PATCH",
        "http://localhost/base/things?x=1&y=1&y=a%20b",
    )
    assert (sent.content, sent.headers["content-type"]) == (b'"text"', "application/json")
    assert issubclass(sdk.NotFoundError, sdk.StatusError)


@pytest.mark.parametrize(
    ("given", "content", "media_type"),
    [
        ({"body": {"a": None}}, b'{"a":null}', "application/json"),
        ({"body": "text"}, b"text", "text/plain; charset=utf-8"),
        ({"body": b"\0"}, b"\0", "application/octet-stream"),
        ({"body": b"<a/>", "content_type": "application/xml"}, b"<a/>", "application/xml"),
        (
            {"body": {"a": "b c"}, "content_type": "application/x-www-form-urlencoded"},
            b"a=b%20c",
            "application/x-www-form-urlencoded",
        ),
    ],
)
def test_bodies(client: Any, given: Any, content: bytes, media_type: str) -> None:
    one, script = client(httpx2.Response(204))
    assert one.request("POST", "/things", **given).data is None
    (sent,) = script.sent
    assert (sent.content, sent.headers["content-type"]) == (content, media_type)


def test_files_are_sent_as_a_form(client: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("hello")
    one, script = client(httpx2.Response(200, text="done"))
    assert one.request("POST", "/files", body={"title": "x"}, files={"file": file}).data == "done"
    (sent,) = script.sent
    assert sent.headers["content-type"].startswith("multipart/form-data")
    assert b'name="title"' in sent.content
    assert b'filename="a.txt"' in sent.content


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("http://elsewhere/x", "not on the server"),
        ("//elsewhere/x", "not on the server"),
        ("https://localhost/base/x", "not on the server"),
        ("http://u:p@localhost/base/x", "not on the server"),
        ("/a/../b", "no segment"),
        ("/a/%2e%2E/b", "no segment"),
        ("/a%2F..%2fb", "no segment"),
        ("/things/{id}", "fill in"),
        ("/a b", "percent-encode"),
        ("/a#b", "percent-encode"),
        ("things", "begins with a slash"),
    ],
)
def test_other_servers_and_paths_are_refused(client: Any, path: str, why: str) -> None:
    one, script = client(httpx2.Response(200))
    with pytest.raises(ValueError, match=why):
        one.request("GET", path)
    assert script.sent == []


def test_an_address_of_the_server_is_taken(client: Any) -> None:
    one, script = client(httpx2.Response(200, json=[]))
    one.request("GET", "http://localhost/health?a=1", query={"b": 2})
    assert str(script.sent[0].url) == "http://localhost/health?a=1&b=2"


def test_two_bodies_are_a_mistake(client: Any) -> None:
    one, _ = client(httpx2.Response(200))
    with pytest.raises(TypeError, match="one body"):
        one.request("POST", "/x", body={}, json={})


def test_untyped_requests_are_tried_again_and_have_errors(sdk: Any, client: Any) -> None:
    one, script = client(failed(503, "Other"), failed(404, "NoSuchJob", "gone"))
    with pytest.raises(sdk.NotFoundError, match="NoSuchJob: gone"):
        one.request("GET", "/x")
    assert len(script.sent) == 2


def test_the_async_twin(sdk: Any) -> None:
    async def call() -> Any:
        transport = httpx2.MockTransport(
            lambda request: httpx2.Response(200, json=[request.method])
        )
        async with sdk.AsyncRepeats(base_url="http://localhost", transport=transport) as one:
            return (await one.request("GET", "/x")).data

    assert asyncio.run(call()) == ["GET"]
