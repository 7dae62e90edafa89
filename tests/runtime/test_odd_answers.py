"""Odd answers of a server: what Python reads is read, and only errors of the API come out."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from sample_sdk import AsyncLibrary, Library, RequestOptions
from sample_sdk._runtime.bodies import server_sent_events
from sample_sdk._runtime.data.models import CamelModel
from sample_sdk._runtime.errors.api_errors import ApiError, DecodeError, PaginationError
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.streams import streams
from sample_sdk._runtime.streams.events import EventStreamRequest
from sample_sdk._runtime.streams.streams import JsonStreamRequest

ALLOWED = (ApiError, OSError, ValueError, TypeError)


def library(answer: Callable[[httpx2.Request], httpx2.Response], **more: Any) -> Library:
    return Library(transport=httpx2.MockTransport(answer), **{"max_retries": 0, **more})


def given(body: bytes, **headers: str) -> Library:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    stream = httpx2.ByteStream(body)
    return library(lambda _: httpx2.Response(200, headers=headers, stream=stream))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_json_in_other_encodings_is_read(encoding: str) -> None:
    assert given('["é", "b"]'.encode(encoding)).books.names() == ["é", "b"]
    assert given('{"id": "é"}'.encode(encoding)).books.get("s", "b").id == "é"


def test_a_byte_order_mark_is_no_reason_to_be_lenient() -> None:
    client = given(b'\xef\xbb\xbf["a"]').with_options(strict=True)
    assert client.books.names() == ["a"]


def test_a_lone_surrogate_loses_nothing_else() -> None:
    book = given(b'{"id": "1", "title": "cut \\ud83d"}').books.get("s", "b")
    assert book.id == "1"
    assert book.title == "cut \ud83d"
    strict = given(b'{"id": "\\ud83d"}').with_options(strict=True)
    assert strict.books.get("s", "b").id == "\ud83d"


class Node(CamelModel):
    inner: Node | None = None
    size: int | None = None


def nested(depth: int) -> Any:
    """Read models in models, the innermost with a value that does not fit."""
    body = b'{"inner": ' * depth + b'{"size": "wrong"}' + b"}" * depth
    return given(body).send(Request("node", "GET /node", returns=Node))


def test_models_nested_deeply_with_a_wrong_value_inside() -> None:
    node = nested(100)
    for _ in range(100):
        assert isinstance(node, Node)
        node = node.inner
    assert node.size == "wrong"


@pytest.mark.parametrize("depth", [190, 300, 900])
def test_what_is_nested_more_deeply_is_plain(depth: int) -> None:
    found = nested(depth)
    for _ in range(depth):
        found = found["inner"] if isinstance(found, dict) else found.inner
    assert (found["size"] if isinstance(found, dict) else found.size) == "wrong"


def test_what_is_nested_too_deeply_is_an_error() -> None:
    with pytest.raises(DecodeError, match="nested too deeply"):
        nested(100_000)


def test_deep_json_is_read_as_far_as_python_can() -> None:
    deep = b"[" * 400 + b"]" * 400
    assert given(b'{"id": "1", "extra": ' + deep + b"}").books.get("s", "b").id == "1"
    with pytest.raises(DecodeError, match="nested too deeply"):
        given(b'{"extra": ' + b"[" * 100_000 + b"]" * 100_000 + b"}").books.get("s", "b")


def test_all_members_of_a_gzip_body_are_read() -> None:
    parts = [b'["a",', b'"b"]']
    body = b"".join(map(gzip.compress, parts))
    for coding in ("gzip", "x-gzip", "GZIP"):
        assert given(body, content_encoding=coding).books.names() == ["a", "b"]
    with pytest.raises(ApiError, match="ends too early"):
        given(body[:-9], content_encoding="gzip").books.names()
    with pytest.raises(ApiError, match="broken gzip"):
        given(b"plain", content_encoding="gzip").books.names()


@pytest.mark.parametrize("coding", ["gzip, gzip", "x-gzip, gzip", "gzip,identity,X-GZIP"])
def test_what_is_gzip_twice_is_read(coding: str) -> None:
    inner = gzip.compress(b'["a",') + gzip.compress(b'"b"]')
    body = gzip.compress(inner[:20]) + gzip.compress(inner[20:])
    assert given(body, content_encoding=coding).books.names() == ["a", "b"]
    with pytest.raises(ApiError, match="ends too early"):
        given(gzip.compress(inner[:-9]), content_encoding=coding).books.names()


@pytest.mark.parametrize("coding", ["x-gzip, deflate", "gzip, " * 6 + "gzip"])
def test_codings_that_are_not_read_are_an_error(coding: str) -> None:
    with pytest.raises(ApiError):
        given(gzip.compress(b'["a"]'), content_encoding=coding).books.names()


def test_the_async_client_reads_all_members() -> None:
    body = gzip.compress(b'["a",') + gzip.compress(b'"b"]')

    async def run() -> list[str]:
        transport = httpx2.MockTransport(
            lambda _: httpx2.Response(
                200, headers={"content-encoding": "gzip"}, stream=httpx2.ByteStream(body)
            )
        )
        async with AsyncLibrary(transport=transport) as client:
            names: list[str] = await client.books.names()
            async with client.stream(client.books.names) as response:
                chunks = [chunk async for chunk in response.iter_bytes(2)]
            assert b"".join(chunks) == b'["a","b"]'
            assert {len(chunk) for chunk in chunks[:-1]} == {2}
            return names

    assert asyncio.run(run()) == ["a", "b"]


def test_a_coding_that_was_not_asked_for_is_named() -> None:
    with pytest.raises(DecodeError, match="content coding 'zz'|content coding 'compress'"):
        given(b"\x1f\x9d", content_encoding="compress").books.names()
    with pytest.raises(DecodeError, match="'compress' was not asked for"):
        given(b"\x1f\x9d", content_encoding="compress").ping()
    assert given(b"pong", content_encoding="utf-8").ping() == "pong"  # a mistake, and no coding


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_limit_holds_for_whole_answers(coding: str) -> None:
    body = json.dumps(["x" * 5000]).encode()
    sent = gzip.compress(body) if coding == "gzip" else body

    def answer(_: httpx2.Request) -> httpx2.Response:
        stream = httpx2.ByteStream(sent)
        return httpx2.Response(200, headers={"content-encoding": coding}, stream=stream)

    assert library(answer, max_response_bytes=len(body)).books.names() == ["x" * 5000]
    small = library(answer, max_response_bytes=len(body) - 1)
    with pytest.raises(ApiError, match=f"more than {len(body) - 1} bytes"):
        small.books.names()
    with small.stream(small.books.names) as response:
        assert len(response.read()) == len(body)


def streamed(request: Any, pieces: list[bytes]) -> Any:
    client = library(
        lambda _: httpx2.Response(
            200, headers={"content-type": request.accept}, stream=Pieces(pieces)
        )
    )
    return client.send_stream(request)


class Pieces(httpx2.SyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def __iter__(self) -> Any:
        yield from self.pieces


def test_an_item_of_a_stream_without_an_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_sent_events, "LONGEST_ITEM", 1000)
    monkeypatch.setattr(streams, "LONGEST_ITEM", 1000)
    lines: Any = JsonStreamRequest("lines", "GET /lines", accept="application/jsonl")
    many: Any = EventStreamRequest("events", "GET /events", returns=dict)
    assert len(list(streamed(lines, [b'{"a": 1}\n'] * 500))) == 500
    assert len(list(streamed(many, [b'data: {"a": 1}\n\n'] * 500))) == 500
    for request, piece in ((lines, b"x" * 90), (many, b"data: x"), (many, b"data: x\n")):
        with pytest.raises(DecodeError, match="more than 1000 bytes"):
            list(streamed(request, [piece] * 600))


def test_a_long_retry_of_an_event_is_no_error() -> None:
    request: Any = EventStreamRequest("events", "GET /events")
    for digits in (3, 9, 17, 400, 5000):
        stream = streamed(request, [b"retry: " + b"9" * digits + b"\ndata: x\n\n"])
        assert [event.data for event in stream] == ["x"]
        assert 0 < stream.retry <= 86400


@pytest.mark.parametrize(
    "link",
    [
        "mailto:a",
        "file:///x",
        "javascript:1",
        "http://\0/",
        "https://xn--\u2028/",
        "http://" + "x" * 70_000,
        "//",
        "http:///x",
        "data:,x",
    ],
)
def test_a_link_to_no_address_of_the_web_is_an_error_when_it_is_followed(link: str) -> None:
    request: Request[Any] = Request("list", "GET", link=link)
    with pytest.raises(PaginationError, match="no address of the web"):
        library(lambda _: httpx2.Response(200)).send(request)


VALUES = (
    "",
    "0",
    "-1",
    "9" * 5000,
    "9" * 30,
    "1e999",
    "\u0665",
    "nan",
    "bytes 0-1/2",
    "bytes=0-",
    "gzip",
    "br",
    "gzip, gzip",
    "Thu, 01 Jan 2020 00:00:00 +9999999999999999",
    "<mailto:a>; rel=next",
    "</x>; rel=next",
    '<http://[>; rel="next"',
    "file:///etc/passwd",
    "http://",
    "//",
    "http://[::1",
    "\xff",
    "utf-7",
    "=",
    "text/plain; charset=no-such",
    "application/json; charset=utf-16",
    "text/plain; charset=utf-7",
    "text/plain; charset=base64",
    "application/json; charset=rot13",
    "application/json; charset=zlib",
    'text/plain; charset="punycode"',
    "text/csv; charset*=idna''x",
    "chunked",
    "a=b; Path=/",
)
NAMES = (
    "retry-after",
    "retry-after-ms",
    "link",
    "location",
    "content-type",
    "content-encoding",
    "content-range",
    "content-length",
    "set-cookie",
    "x-request-id",
    "range",
    "www-authenticate",
    "etag",
)
BODIES = (
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xef\xbb\xbf{}",
    b'{"error": {"code": "x", "details": [1, {}]}}',
    b"\x00",
    b'{"error": {"errors": 5}}',
    b'"\\ud800"',
    b'{"odd": "\\ud800"}',
    b'{"a":' * 900 + b"1" + b"}" * 900,
    b"[" * 3000,
    b"NaN",
    b"1" * 5000,
    b"<html>",
    b'{"message": {}}',
    b'{"error": {"details": [{"@type": "google.rpc.RetryInfo", "retryDelay": "9e99s"}]}}',
    b'{"error": {"details": [{"@type": "google.rpc.RetryInfo", "retryDelay": "-9999999999999s"}]}}',
    b'{"error": {"details": [{"@type": "google.rpc.RetryInfo", "retryDelay": "%bs"}]}}'
    % (b"9" * 99),
    gzip.compress(b"{}", mtime=0),
    gzip.compress(b"{}", mtime=0)[:9],
    "{}".encode("utf-16"),
)
STATUSES = (
    200,
    201,
    204,
    206,
    301,
    302,
    303,
    304,
    307,
    308,
    400,
    401,
    403,
    404,
    416,
    429,
    500,
    503,
    599,
)


def test_only_errors_of_the_api_come_out(no_wait: list[float]) -> None:
    source = random.Random(19)

    def answer(_: httpx2.Request) -> httpx2.Response:
        names = source.sample(NAMES, source.randrange(4))
        headers = [(name.encode(), source.choice(VALUES).encode("utf-8")) for name in names]
        status, body = source.choice(STATUSES), source.choice(BODIES)
        return httpx2.Response(status, headers=headers, stream=httpx2.ByteStream(body))

    client = library(answer, max_retries=1)
    strict = client.with_options(strict=True)
    methods = (
        client.books.names,
        strict.books.names,
        client.ping,
        lambda: client.books.get("s", "b"),
    )
    said: dict[str, str] = {}
    for _ in range(3000):
        method = source.choice(methods)
        try:
            method()
        except ALLOWED as error:
            said[str(error)] = type(error).__name__
    assert "" not in said
    assert len(said) > 100
    assert all(0 <= seconds <= 60 for seconds in no_wait)


def test_a_header_of_the_callers_that_breaks_the_request_is_an_error_of_the_api(
    server: Any,
) -> None:
    client = Library(base_url=server.url, max_retries=0)
    options = RequestOptions(headers={"Content-Length": "500"})
    with pytest.raises(ApiError, match="LocalProtocolError"):
        client.books.create({}, options=options)
    server.reply(200, b'["a"]')
    assert client.books.names() == ["a"]


def test_an_error_of_a_hook_stays_what_it_is() -> None:
    def fail(_: httpx2.Request) -> None:
        raise LookupError("mine")

    client = library(lambda _: httpx2.Response(200)).with_options(on_request=fail)
    with pytest.raises(LookupError, match="mine"):
        client.ping()
