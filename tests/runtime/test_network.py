"""Retries, timeouts, streams and uploads against a server on loopback."""

from __future__ import annotations

import asyncio
import io
import os
import re
import socket
import time
import tracemalloc
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest
from loopback import Server
from sample_sdk import AsyncLibrary, Library, NotFoundError, RequestOptions
from sample_sdk._runtime.calls.waits import backoff, retry_after
from sample_sdk._runtime.errors.api_errors import (
    ConnectionFailedError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    TimedOutError,
)

MEGABYTE = 1 << 20


def unused_url() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def test_transient_failures_of_idempotent_methods_are_retried(
    server: Server, no_wait: list[float]
) -> None:
    server.reply(503)
    server.hang_up()
    server.reply(200, b'["a"]')
    assert Library(base_url=server.url).books.names() == ["a"]
    assert len(server.received) == 3
    assert 0.25 <= no_wait[0] <= 0.5 <= no_wait[1] <= 1.0

    for reply in (500, 429):
        server.reply(reply)
    server.reply(200, b'["a"]')
    assert asyncio.run(AsyncLibrary(base_url=server.url).books.names()) == ["a"]


def test_retries_end_and_can_be_switched_off(server: Server, no_wait: list[float]) -> None:
    client = Library(base_url=server.url, max_retries=1)
    for _ in range(3):
        server.reply(502)
    with pytest.raises(ServerError):
        client.books.names()
    with pytest.raises(ServerError):
        client.books.names(options=RequestOptions(max_retries=0))
    assert len(server.received) == 3
    assert len(no_wait) == 1


def test_a_post_is_repeated_only_when_that_is_safe(server: Server, no_wait: list[float]) -> None:
    client = Library(base_url=server.url)
    server.reply(503)
    with pytest.raises(ServerError):
        client.books.create({})
    server.hang_up()
    with pytest.raises(ConnectionFailedError):
        client.books.create({})
    assert no_wait == []
    server.reply(429)
    server.reply()
    client.books.create({})
    server.reply(503)
    server.reply()
    client.books.create({}, options=RequestOptions(idempotent=True))
    with pytest.raises(ConnectionFailedError, match="ConnectError"):
        Library(base_url=unused_url()).books.create({})
    assert len(no_wait) == 4


def test_an_idempotency_key_stays_the_same_over_retries(
    server: Server, no_wait: list[float]
) -> None:
    client = Library(base_url=server.url)
    for _ in range(2):
        server.reply(500)
        server.reply()
        client.books.order({})
    keys = [received.headers["idempotency-key"] for received in server.received]
    assert keys[0] == keys[1] != keys[2] == keys[3]
    assert uuid.UUID(keys[0]).version == 4
    server.reply()
    client.books.order({}, options=RequestOptions(headers={"Idempotency-Key": "mine"}))
    assert server.received[-1].headers["idempotency-key"] == "mine"


def test_retry_after_is_kept_and_a_long_one_is_left_to_the_caller(
    server: Server, no_wait: list[float]
) -> None:
    server.reply(429, headers={"Retry-After": "7"})
    later = datetime.now(UTC) + timedelta(seconds=30)
    server.reply(503, headers={"Retry-After": format_datetime(later, usegmt=True)})
    server.reply(429, headers={"Retry-After": "3600"})
    with pytest.raises(RateLimitError) as caught:
        Library(base_url=server.url, max_retries=5).books.names()
    assert caught.value.retry_after == 3600
    assert no_wait[0] == 7
    assert 27 < no_wait[1] <= 30


def test_a_403_that_says_when_to_try_again_is_tried_again(
    server: Server, no_wait: list[float]
) -> None:
    client = Library(base_url=server.url)
    limit = b'{"message": "You have exceeded a secondary rate limit"}'
    server.reply(403, limit, {"Retry-After": "1"})
    server.reply()
    client.books.create({})
    reset = str(int(datetime.now(UTC).timestamp()) + 20)
    server.reply(403, limit, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset})
    server.reply()
    client.books.create({})
    assert no_wait[0] == 1
    assert 18 < no_wait[1] <= 20
    for headers in ({}, {"Retry-After": "3600"}, {"X-RateLimit-Remaining": "7"}):
        server.reply(403, limit, headers)
        with pytest.raises(PermissionDeniedError, match="secondary rate limit"):
            client.books.create({})
    assert len(no_wait) == 2


def test_retry_after_reads_both_forms() -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC)
    assert retry_after({"retry-after": "Mon, 01 Jan 2024 00:01:00 GMT"}, now) == 60
    assert retry_after({"retry-after": "Sun, 31 Dec 2023 00:00:00 GMT"}, now) == 0
    assert retry_after({"retry-after": "soon"}, now) is None
    assert retry_after({"retry-after": "-1"}, now) is None
    assert retry_after({}, now) is None
    assert all(4 <= backoff(9) <= 8 for _ in range(50))


def test_timeouts(server: Server) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.5)

    server.replies += [slow, slow]
    client = Library(base_url=server.url, max_retries=0)
    started = time.monotonic()
    with pytest.raises(TimedOutError, match="ReadTimeout") as caught:
        client.books.names(options=RequestOptions(timeout=0.1))
    assert time.monotonic() - started < 0.4
    assert caught.value.operation_id == "library.books.names"

    async def run() -> None:
        async with AsyncLibrary(base_url=server.url, max_retries=0, timeout=0.1) as client:
            await client.books.names()

    with pytest.raises(TimedOutError):
        asyncio.run(run())


def big_reply(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(32 * MEGABYTE))
    handler.end_headers()
    for _ in range(32):
        handler.wfile.write(bytes(MEGABYTE))


def cut_reply(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"only this")
    handler.close_connection = True


@contextmanager
def little_memory() -> Iterator[None]:
    """Fail when the block, server included, ever holds more than 6 MB."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 6 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_downloads_are_saved_whole_or_not_at_all(server: Server, tmp_path: Path) -> None:
    server.replies += [big_reply, cut_reply, big_reply]
    target = tmp_path / "cover"
    client = Library(base_url=server.url)
    with little_memory(), client.stream(client.books.get_cover, "b") as response:
        assert response.status_code == 200
        assert response.save(target) == 32 * MEGABYTE
    assert target.stat().st_size == 32 * MEGABYTE
    with (
        pytest.raises(ConnectionFailedError, match="RemoteProtocolError"),
        client.stream(client.books.get_cover, "b") as response,
    ):
        response.save(target)
    assert target.stat().st_size == 32 * MEGABYTE
    assert list(tmp_path.iterdir()) == [target]

    async def run() -> int:
        async with (
            AsyncLibrary(base_url=server.url) as client,
            client.stream(client.books.get_cover, "b") as response,
        ):
            return await response.save(tmp_path / "async")

    with little_memory():
        assert asyncio.run(run()) == 32 * MEGABYTE


def test_a_download_takes_the_place_of_the_file_that_is_meant(
    server: Server, tmp_path: Path
) -> None:
    client = Library(base_url=server.url)

    def save(target: Path) -> None:
        server.reply(200, b"new")
        with client.stream(client.books.get_cover, "b") as response:
            assert response.save(target) == 3

    private, link, long = tmp_path / "private", tmp_path / "link", tmp_path / ("é" * 127)
    private.write_bytes(b"old")
    private.chmod(0o600)
    link.symlink_to(private)
    save(link)
    save(long)
    assert link.is_symlink()
    assert (private.read_bytes(), private.stat().st_mode & 0o777) == (b"new", 0o600)
    assert long.read_bytes() == b"new"
    with pytest.raises(IsADirectoryError):
        save(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([private, link, long])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_a_download_into_a_pipe_goes_through_it(server: Server, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as other:
        came = other.submit(pipe.read_bytes)
        server.reply(200, b"cover")
        client = Library(base_url=server.url)
        with client.stream(client.books.get_cover, "b") as response:
            response.save(pipe)
        assert came.result(5) == b"cover"
    assert pipe.is_fifo()


def test_streams_are_read_by_lines_and_chunks_and_raise_errors(server: Server) -> None:
    client = Library(base_url=server.url)
    server.reply(200, b"one\ntwo\r\nthree")
    with client.stream(client.books.get_cover, "b") as response:
        assert list(response.iter_lines()) == ["one", "two", "three"]
    server.reply(200, b"abcdef")
    with client.stream(client.books.get_cover, "b") as response:
        assert list(response.iter_bytes(4)) == [b"abcd", b"ef"]
    server.reply(404, b'{"message": "no cover"}')
    with (
        pytest.raises(NotFoundError, match="no cover"),
        client.stream(client.books.get_cover, "b"),
    ):
        pass
    server.reply(200, b"one\ntwo")
    server.reply(404, b'{"message": "no cover"}')

    async def run() -> list[str]:
        async with AsyncLibrary(base_url=server.url) as client:
            async with client.stream(client.books.get_cover, "b") as response:
                lines = [line async for line in response.iter_lines()]
            with pytest.raises(NotFoundError, match="no cover"):
                async with client.stream(client.books.get_cover, "b"):
                    pass
            return lines

    assert asyncio.run(run()) == ["one", "two"]


@pytest.fixture
def big_file(tmp_path: Path) -> Path:
    path = tmp_path / 'big é".bin'
    with path.open("wb") as file:
        file.truncate(32 * MEGABYTE)
    return path


def test_uploads_take_little_memory(server: Server, big_file: Path) -> None:
    client = Library(base_url=server.url)
    for _ in range(4):
        server.reply()
    with little_memory():
        client.books.put_cover("b", big_file)
        client.books.scan(str(big_file), name="x")
        with big_file.open("rb") as file:
            client.books.scan(file)

        async def run() -> None:
            async with AsyncLibrary(base_url=server.url) as client:
                await client.books.scan(big_file, name="x")

        asyncio.run(run())
    assert [received.size >= 32 * MEGABYTE for received in server.received] == [True] * 4
    assert server.received[0].size == 32 * MEGABYTE
    assert server.received[0].headers["content-type"] == "application/octet-stream"
    assert all("content-length" in received.headers for received in server.received)


def parts_of(server: Server) -> list[tuple[bytes, bytes]]:
    received = server.received[-1]
    boundary = received.headers["content-type"].partition("boundary=")[2]
    pieces = received.body.split(f"--{boundary}".encode())
    assert pieces[0] == b"" and pieces[-1] == b"--\r\n"
    return [
        (head, body.removesuffix(b"\r\n"))
        for head, _, body in (
            piece.removeprefix(b"\r\n").partition(b"\r\n\r\n") for piece in pieces[1:-1]
        )
    ]


def test_multipart_parts_have_names_types_and_content(server: Server, tmp_path: Path) -> None:
    path = tmp_path / 'a "é".txt'
    path.write_bytes(b"text")
    client = Library(base_url=server.url)
    cases: list[tuple[Any, str, str, bytes]] = [
        (path, "a %22é%22.txt", "text/plain", b"text"),
        (b"bytes", "file", "application/octet-stream", b"bytes"),
        (("n.pdf", io.BytesIO(b"x"), "application/x-pdf"), "n.pdf", "application/x-pdf", b"x"),
        (("evil\r\nX: y.png", b"x"), "evil%0D%0AX: y.png", "image/png", b"x"),
    ]
    for file, filename, media_type, content in cases:
        server.reply()
        client.books.scan(file, name="Näme")
        (name_head, name), (head, body) = parts_of(server)
        assert name_head == b'Content-Disposition: form-data; name="name"'
        assert name == "Näme".encode()
        assert head.decode() == (
            f'Content-Disposition: form-data; name="file"; filename="{filename}"\r\n'
            f"Content-Type: {media_type}"
        )
        assert body == content
    server.reply()
    client.books.scan(b"x")
    assert len(parts_of(server)) == 1


def test_uploads_are_retried_from_where_they_began(server: Server, no_wait: list[float]) -> None:
    client = Library(base_url=server.url)
    file = io.BytesIO(b"skipped content")
    file.seek(8)
    server.reply(503)
    server.reply()
    client.books.put_cover("b", file)
    assert [received.body for received in server.received] == [b"content", b"content"]
    server.reply(503)
    server.reply()

    async def run() -> None:
        async with AsyncLibrary(base_url=server.url) as client:
            file.seek(8)
            await client.books.put_cover("b", file)

    asyncio.run(run())
    assert server.received[-1].body == b"content"


class Pipe(io.RawIOBase):
    """Content that can be read only once."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


def test_what_cannot_be_rewound_is_sent_once_in_chunks(
    server: Server, no_wait: list[float]
) -> None:
    pipe: IO[bytes] = io.BufferedReader(Pipe(b"content"))
    server.reply(503)
    client = Library(base_url=server.url)
    with pytest.raises(ServerError):
        client.books.put_cover("b", pipe)
    assert server.received[0].body == b"content"
    assert server.received[0].headers["transfer-encoding"] == "chunked"
    assert no_wait == []


def test_a_named_pipe_is_sent_in_chunks(server: Server, tmp_path: Path) -> None:
    import threading

    path = tmp_path / "pipe"
    os.mkfifo(path)
    threading.Thread(target=path.write_bytes, args=(b"content",), daemon=True).start()
    server.reply()
    Library(base_url=server.url).books.put_cover("b", path)
    assert server.received[0].body == b"content"


def test_what_is_no_file_content_is_refused(tmp_path: Path) -> None:
    client = Library(base_url=unused_url())
    with pytest.raises(FileNotFoundError):
        client.books.put_cover("b", tmp_path / "none")
    with pytest.raises(TypeError, match="binary mode"):
        client.books.put_cover("b", io.StringIO("x"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not int"):
        client.books.put_cover("b", 3)  # type: ignore[arg-type]


def test_a_dropped_keep_alive_connection_does_not_show(server: Server) -> None:
    client = Library(base_url=server.url, max_retries=0)
    for _ in range(2):
        server.reply(200, b"[]", {"Connection": "close"})
    assert client.books.names() == client.books.names() == []


def test_a_custom_transport_carries_the_requests() -> None:
    class Stub(httpx2.BaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            assert re.fullmatch(r"/v1/names", request.url.path)
            return httpx2.Response(200, json=["stub"])

    assert Library(transport=Stub()).books.names() == ["stub"]
