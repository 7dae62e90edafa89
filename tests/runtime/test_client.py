"""Requests as they are built and responses as they are read, without a network."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest
from sample_sdk import AsyncLibrary, Library, NotFoundError, RequestOptions
from sample_sdk._client import API
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.data.formats import Base64
from sample_sdk._runtime.data.omission import omit
from sample_sdk._runtime.errors.api_errors import (
    ApiError,
    BadRequestError,
    ClientError,
    ConfigurationError,
    DecodeError,
    GoneError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StatusError,
    status_error_class,
)
from sample_sdk._runtime.requests.request import FieldEncoding, Multipart, Request
from sample_sdk._runtime.requests.settings import ApiSettings
from sample_sdk.models.books import Book, Problem

Handler = Callable[[httpx2.Request], httpx2.Response]


def sync_and_async(handler: Handler, call: str, *args: Any, **kwargs: Any) -> list[Any]:
    """Return what the same method of both clients returns."""
    transport = httpx2.MockTransport(handler)
    with Library(token="t", transport=transport, max_retries=0) as client:
        first = getattr(client.books, call)(*args, **kwargs)

    async def run() -> Any:
        async with AsyncLibrary(token="t", transport=transport, max_retries=0) as client:
            return await getattr(client.books, call)(*args, **kwargs)

    return [first, asyncio.run(run())]


def sent(call: Callable[[Library], Any], **settings: Any) -> httpx2.Request:
    """Return the request that a call sends."""
    requests: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(200, json={})

    call(Library(transport=httpx2.MockTransport(handler), **{"token": "t", **settings}))
    return requests[-1]


def test_a_request_has_its_path_query_and_headers() -> None:
    request = sent(
        lambda c: c.books.get("a b", "x/y", genre="NOVEL", ttl=timedelta(seconds=1.5)),
        headers={"X-Team": "blue"},
    )
    assert request.method == "GET"
    assert str(request.url) == (
        "https://library.example/v1/shelves/a%20b/books/x%2Fy?genre=NOVEL&ttl=1.5s"
    )
    assert request.headers["authorization"] == "Bearer t"
    assert request.headers["accept"] == "application/json"
    assert request.headers["x-team"] == "blue"
    assert request.headers["user-agent"].startswith("sample_sdk httpx2/")
    assert "content-type" not in request.headers


@pytest.mark.parametrize("body", [Book(id="a", page_count=3), {"id": "a", "pageCount": "3"}])
def test_a_body_is_a_model_or_a_mapping(body: Any) -> None:
    request = sent(lambda c: c.books.create(body))
    assert request.content == b'{"id":"a","pageCount":"3"}'
    assert request.headers["content-type"] == "application/json"
    assert request.headers["content-length"] == "26"


def test_results_are_typed_and_the_same_sync_and_async() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"pageCount": "3"})

    assert sync_and_async(handler, "get", "s", "b") == [Book(page_count=3)] * 2
    names = sync_and_async(lambda _: httpx2.Response(200, json=["a"]), "names")
    assert names == [["a"]] * 2
    covers = sync_and_async(lambda _: httpx2.Response(200, content=b"\0"), "get_cover", "b")
    assert covers == [b"\0"] * 2


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (410, GoneError),
        (418, ClientError),
        (429, RateLimitError),
        (500, ServerError),
        (599, ServerError),
        (304, StatusError),
    ],
)
def test_statuses_raise_their_errors(status: int, kind: type[StatusError]) -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(
            status, json={"code": 5, "message": "no such book"}, headers={"X-Request-Id": "r1"}
        )

    with pytest.raises(StatusError, match="no such book") as caught:
        sync_and_async(handler, "get", "s", "b")
    error = caught.value
    assert type(error) is kind is status_error_class(status)
    assert isinstance(error.body, Problem)
    assert error.body.code == 5
    assert (error.status_code, error.request_id) == (status, "r1")
    assert (error.operation_id, error.method) == ("library.books.get", "GET")
    assert error.url == "https://library.example/v1/shelves/s/books/b"


@pytest.mark.parametrize(
    ("status", "kind"), [(404, Book), (409, Book), (410, dict), (503, Problem)]
)
def test_errors_of_one_type_share_an_entry(status: int, kind: type) -> None:
    request: Request[None] = Request(
        "x", "GET /x", errors={"404 409": Book, "4XX": None, "default": Problem}
    )
    transport = httpx2.MockTransport(lambda _: httpx2.Response(status, json={"code": 5}))
    with (
        Library(token="t", transport=transport, max_retries=0) as client,
        pytest.raises(StatusError) as caught,
    ):
        client.send(request)
    assert isinstance(caught.value.body, kind)


def test_an_error_body_that_is_not_json_is_text() -> None:
    with pytest.raises(ServerError) as caught:
        sync_and_async(lambda _: httpx2.Response(502, text="<html>"), "get", "s", "b")
    assert caught.value.body == "<html>"


def test_a_misfit_is_kept_unless_strict() -> None:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"id": 7}))
    client = Library(token="t", transport=transport)
    assert client.books.get("s", "b").id == 7  # type: ignore[comparison-overlap]
    with pytest.raises(DecodeError, match="id: Input should be a valid string") as caught:
        client.books.get("s", "b", options=RequestOptions(strict=True))
    assert caught.value.content == b'{"id":7}'
    with pytest.raises(DecodeError):
        client.with_options(strict=True).books.get("s", "b")


def test_what_is_no_json_at_all_raises_and_nothing_reads_as_a_model_without_fields() -> None:
    with pytest.raises(DecodeError, match="not JSON"):
        sync_and_async(lambda _: httpx2.Response(200, text="<html>"), "get", "s", "b")
    assert sync_and_async(lambda _: httpx2.Response(200), "get", "s", "b") == [Book()] * 2
    with pytest.raises(DecodeError, match="the body is empty"):  # a list, none of it
        sync_and_async(lambda _: httpx2.Response(200), "names")
    strict = RequestOptions(strict=True)
    answers = [httpx2.Response(204), httpx2.Response(200)]
    client = Library(transport=httpx2.MockTransport(lambda _: answers.pop(0)))
    with pytest.raises(DecodeError, match="its status has no content"):
        client.books.get("s", "b", options=strict)
    with pytest.raises(DecodeError, match="the body is empty"):
        client.books.get("s", "b", options=strict)


def test_options_win_over_the_client_and_the_arguments() -> None:
    options = RequestOptions(
        headers={"ACCEPT": "a/b"}, query={"genre": "POEM"}, timeout=3, fields="id"
    )
    request = sent(lambda c: c.books.get("s", "b", genre="NOVEL", options=options))
    assert request.headers["accept"] == "a/b"
    assert request.url.params.multi_items() == [("fields", "id"), ("genre", "POEM")]
    assert request.extensions["timeout"]["read"] == 3


def test_copies_differ_and_share_the_connections() -> None:
    seen: list[str] = []
    original = Library(
        token="t",
        api_key="original-key",
        transport=httpx2.MockTransport(
            lambda request: (seen.append(str(request.url)), httpx2.Response(200, json={}))[1]
        ),
    )
    books = original.books
    copied = original.with_options(
        query={"q": 1},
        token="u",
        on_request=lambda request: seen.append(request.headers["authorization"]),
        on_response=lambda response: seen.append(str(response.status_code)),
    )
    assert copied.books is not books
    copied.books.names()
    assert seen == [
        "Bearer u",
        "https://library.example/v1/names?q=1&key=original-key",
        "200",
    ]
    assert original.books is books
    copied.close()
    with pytest.raises(ConfigurationError, match="closed"):
        original.books.names()


def test_async_hooks_are_awaited() -> None:
    seen: list[str] = []

    async def note(message: httpx2.Request | httpx2.Response) -> None:
        await asyncio.sleep(0)
        seen.append(type(message).__name__)

    async def run() -> None:
        transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=[]))
        client = AsyncLibrary(transport=transport).with_options(on_request=note, on_response=note)
        await client.books.names()

    asyncio.run(run())
    assert seen == ["Request", "Response"]


def test_a_base_url_may_have_a_path_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    assert str(sent(lambda c: c.books.names(), base_url="http://h:1/p/q/").url) == (
        "http://h:1/p/q/v1/names"
    )
    monkeypatch.setenv("LIBRARY_BASE_URL", "http://env")
    assert sent(lambda c: c.books.names()).url.host == "env"
    for bad in ("ftp://h", "h/x", "http://h?x=1", "http://", "http://h/#f"):
        with pytest.raises(ConfigurationError):
            Library(base_url=bad)


def test_an_api_may_be_known_by_variables_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELF_ENDPOINT", " http://shelf/ ")
    monkeypatch.setenv("SHELF_SECRET", "s3")
    known = {"base_url": "SHELF_ENDPOINT", "token": "SHELF_SECRET"}
    settings = replace(API, known_variables=known)
    seen: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={})

    def send() -> httpx2.Request:
        Client(settings, transport=httpx2.MockTransport(handler)).send(Request("x", "GET /x"))
        return seen[-1]

    assert send().url.host == "shelf"
    assert send().headers["authorization"] == "Bearer s3"
    monkeypatch.setenv("LIBRARY_BASE_URL", "http://own")  # ours comes first
    assert send().url.host == "own"
    monkeypatch.delenv("LIBRARY_BASE_URL")
    monkeypatch.setenv("SHELF_ENDPOINT", "ftp://shelf")
    with pytest.raises(ConfigurationError, match="SHELF_ENDPOINT is 'ftp://"):
        send()


def test_defaults_of_parameters_are_for_calls_that_have_them_and_leave_them_out() -> None:
    def query_of(call: Callable[[Library], Any], **given: Any) -> str:
        return sent(lambda c: call(c.with_options(**given))).url.query.decode()

    team = {"defaults": {"genre": "POEM"}}
    assert query_of(lambda c: c.books.get("s", "b"), **team) == "genre=POEM"
    assert query_of(lambda c: c.books.get("s", "b", genre="NOVEL"), **team) == "genre=NOVEL"
    assert query_of(lambda c: c.books.names(), **team) == ""
    options = RequestOptions(query={"genre": "ESSAY"})
    assert query_of(lambda c: c.books.get("s", "b", options=options), **team) == "genre=ESSAY"
    more = {"defaults": {"pageToken": "p"}}
    assert query_of(lambda c: c.with_options(**more).books.get("s", "b"), **team) == "genre=POEM"
    again = {"defaults": {"genre": omit}}
    assert query_of(lambda c: c.with_options(**again).books.get("s", "b"), **team) == ""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("genres", "; did you mean 'genre'?"),
        ("page_token", "; did you mean 'pageToken'?"),
        ("x", ""),
    ],
)
def test_a_default_that_no_operation_has_is_an_error(name: str, hint: str) -> None:
    text = f"no operation of library may leave '{name}' out of its query{hint} ("
    for client in (Library(base_url="http://h"), AsyncLibrary(base_url="http://h")):
        with pytest.raises(ConfigurationError, match=re.escape(text)):
            client.with_options(defaults={"genre": "POEM", name: 1})


def test_a_default_is_no_field_of_a_body() -> None:
    def make(client: Library) -> Any:
        return client.with_options(defaults={"genre": "POEM"}).books.create({"title": "T"})

    request = sent(make)
    assert (request.url.query, json.loads(request.content)) == (b"", {"title": "T"})


def test_without_a_base_url_the_error_says_what_to_do() -> None:
    settings = ApiSettings(name="thing", package="sample_sdk", environment="THING")
    with pytest.raises(ConfigurationError, match="THING_BASE_URL"):
        Client(settings).send(Request("x", "GET /"))


def test_an_operations_own_server_yields_to_the_callers_base_url() -> None:
    urls: list[str] = []
    transport = httpx2.MockTransport(
        lambda request: (urls.append(str(request.url)), httpx2.Response(200, json={}))[1]
    )
    request: Request[Any] = Request("x", "GET /x", server="https://other.example/")
    Client(API, transport=transport).send(request)
    Client(API, transport=transport, base_url="http://mine").send(request)
    assert urls == ["https://other.example/x", "http://mine/x"]
    request = Request("x", "GET /x", server="//other.example/")
    Client(API, transport=transport).send(request)
    Client(API, transport=transport, base_url="http://mine").send(request)
    assert urls[2:] == ["https://other.example/x", "http://mine/x"]


def test_forms_texts_and_header_and_cookie_parameters() -> None:
    def build(**arguments: Any) -> httpx2.Request:
        return sent(lambda c: c.send(Request("x", "POST /x", **arguments)))

    form = build(
        body={"a": [1, 2], "b": "x y&", "c": None, "d": {"k": "v"}},
        encodings={"a": FieldEncoding(style="csv"), "d": FieldEncoding(style="deepObject")},
        media_type="application/x-www-form-urlencoded",
    )
    assert form.content == b"a=1,2&b=x%20y%26&d%5Bk%5D=v"
    assert build(body="é", media_type="text/plain").content == "é".encode()
    assert build(body=None).content == b"null"
    request = build(headers={"X-Ids": [1, 2]}, cookies={"s": "é"})
    assert request.headers["x-ids"] == "1,2"
    assert request.headers["cookie"] == "s=%C3%A9"
    with pytest.raises(ValueError, match="x-evil"):
        build(headers={"X-Evil": "a\r\nX-Other: b"})
    with pytest.raises(ValueError, match="'größe' is no name of a header"):
        build(headers={"Größe": "1"})


def test_raw_gives_status_headers_and_data() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(201, json={"id": "a", "x": 1}, headers={"Request-Id": "r"})

    transport = httpx2.MockTransport(handler)
    client = Library(token="t", transport=transport)
    response = client.raw(client.books.get, "s", "b", genre="POEM")
    assert (response.status_code, response.request_id, response.data.id) == (201, "r", "a")
    assert response.json() == {"id": "a", "x": 1}
    assert response.url == "https://library.example/v1/shelves/s/books/b?genre=POEM"
    ping = client.raw(client.ping)
    assert (ping.data, ping.content) == (response.json(), response.content)  # it is no text
    with pytest.raises(TypeError, match="method of this client"):
        client.raw(len, [])
    text = httpx2.MockTransport(lambda _: httpx2.Response(200, text="no JSON"))
    with pytest.raises(ValueError, match="expected"):
        Library(transport=text).raw(client.ping).json()

    async def run() -> Any:
        client = AsyncLibrary(token="t", transport=transport)
        await client.raw(client.ping)
        return await client.raw(client.books.get, "s", "b")

    assert asyncio.run(run()).data.id == "a"


def test_redirects_are_followed_without_credentials_to_strangers() -> None:
    seen: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        if request.url.host == "library.example":
            return httpx2.Response(302, headers={"Location": "https://cdn.example/c"})
        return httpx2.Response(200, content=b"picture")

    client = Library(
        token="secret-token", headers={"X-Api-Key": "k"}, transport=httpx2.MockTransport(handler)
    )
    assert client.books.get_cover("b") == b"picture"
    assert seen[1].url.host == "cdn.example"
    assert "authorization" not in seen[1].headers
    assert "x-api-key" not in seen[1].headers
    with pytest.raises(StatusError, match="302"):
        client.books.create({})


def test_endless_redirects_end() -> None:
    location = {"Location": "/v1/names"}
    client = Library(
        transport=httpx2.MockTransport(lambda _: httpx2.Response(307, headers=location))
    )
    with pytest.raises(StatusError, match="307"):
        client.books.names()


def test_errors_pickle() -> None:
    import pickle

    error = NotFoundError("gone", body={"a": 1}, status_code=404, operation_id="x")
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.body, copied.status_code) == ("gone", {"a": 1}, 404)
    assert isinstance(copied, ApiError)


def test_one_logger_tells_what_happens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="sample_sdk")
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"id": 7}))
    Library(token="secret-token", transport=transport).books.get("s", "b")
    lines = [record.message for record in caplog.records if record.name == "sample_sdk"]
    assert lines[0].startswith("library.books.get: GET https://library.example/v1/shelves/s")
    assert "'authorization': '***'" in lines[0]
    assert lines[1].startswith("library.books.get: 200 ")
    assert "kept what does not fit: id" in lines[2]


def test_common_parameters_may_be_headers() -> None:
    request = sent(
        lambda c: c.send(Request("x", "GET /x"), RequestOptions(tenant="blue", tags=["a", "b"]))
    )
    assert request.headers["x-tenant"] == "blue"
    assert request.url.query == b"tag=a,b"
    assert "blue" not in repr(RequestOptions(tenant="blue"))
    assert (
        "x-tenant" not in sent(lambda c: c.send(Request("x", "GET /x"), RequestOptions())).headers
    )


def test_bodies_that_are_no_models_encode_by_their_type() -> None:
    books = [Book(page_count=1), Book(create_time=datetime(2024, 1, 1))]
    expected = b'[{"pageCount":"1"},{"createTime":"2024-01-01T00:00:00"}]'
    for body_type in (None, list[Book]):
        request: Request[Any] = Request("x", "POST /x", body=books, body_type=body_type)
        assert sent(lambda c, r=request: c.send(r)).content == expected
    typed: Request[Any] = Request("x", "POST /x", body=b"\xff", body_type=Base64)
    assert sent(lambda c: c.send(typed)).content == b'"/w=="'


def test_several_files_may_share_a_part() -> None:
    multipart = Multipart(
        files={"f": [b"1", ("two.txt", b"2")]},
        fields={"meta": Book(page_count=3), "n": [1, True], "none": None},
        encodings={"n": FieldEncoding(("text/plain",))},
    )
    request = sent(lambda c: c.send(Request("x", "POST /x", multipart=multipart)))
    content = request.content.decode()
    assert content.count('name="f"; filename=') == 2
    assert 'name="meta"\r\nContent-Type: application/json\r\n\r\n{"pageCount":"3"}\r\n' in content
    assert 'name="n"\r\nContent-Type: text/plain\r\n\r\ntrue\r\n' in content
    assert "none" not in content
    assert request.headers["content-length"] == str(len(request.content))


def test_a_failing_hook_closes_the_response() -> None:
    responses: list[httpx2.Response] = []

    def fail(response: httpx2.Response) -> None:
        responses.append(response)
        raise LookupError

    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=iter([b"x"])))
    client = Library(transport=transport).with_options(on_response=fail)
    with pytest.raises(LookupError), client.stream(client.books.get_cover, "b"):
        pass
    assert responses[0].is_closed
