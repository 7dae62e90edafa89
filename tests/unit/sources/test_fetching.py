"""Downloads of specs: whole or an error that says why, from odd servers and odd addresses."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from specmill.diagnostics import SpecmillError
from specmill.sources import fetch

BODY = b'{"openapi": "3.1.0"}'


@contextmanager
def answering(answer: Callable[[socket.socket, bytes], None]) -> Iterator[str]:
    """A server that gives each connection, and the head of its request, to a function."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    try:
                        answer(connection, connection.recv(65536))
                    except OSError:
                        continue

        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def head(*lines: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode()


def fails(answer: bytes, match: str) -> None:
    with (
        answering(lambda connection, _: connection.sendall(answer)) as host,
        pytest.raises(SpecmillError, match=match),
    ):
        fetch(f"http://{host}/spec.json")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (head("Content-Length: 500") + BODY, "ended before all of it"),
        (head("Transfer-Encoding: chunked") + b"40\r\nshort", "ended before all of it"),
        (head("Transfer-Encoding: chunked") + b"zz\r\n", "ended before all of it"),
        (b"SSH-2.0-OpenSSH_9\r\n", "is no HTTP"),
        (b"", "cannot download"),
        (head(*(f"X-{number}: y" for number in range(200))) + BODY, "more than 100 headers"),
        (head("X: " + "y" * 70_000) + BODY, "no HTTP"),
        (head("Content-Encoding: br", "Content-Length: 3") + b"abc", "'br' was not asked for"),
        (head("Content-Encoding: gzip", "Content-Length: 3") + b"abc", "data is broken"),
        (head("Content-Encoding: gzip") + gzip.compress(BODY, mtime=0)[:-6], "ends too early"),
        (b"HTTP/1.1 302 Found\r\nLocation: ftp://h/x\r\nContent-Length: 0\r\n\r\n", "refusing"),
        (b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", "not allowed"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n", "cannot download|refusing"),
        (head("Content-Length: 20", "Content-Length: 50") + BODY, "no number: 20, 50"),
        (head("Content-Length: 20, 50") + BODY, "no number: 20, 50"),
        (head("Content-Length: abc") + BODY, "no number: abc"),
        (head("Content-Length: -5") + BODY, "no number: -5"),
        (head("Content-Encoding: gzip") + gzip.compress(BODY, mtime=0) + b"junk", "data is broken"),
        *(
            (b"HTTP/1.1 %d So\r\nContent-Length: 2\r\n\r\n{}" % status, f"says {status} So")
            for status in (201, 202, 206, 226)
        ),
        (b"HTTP/1.1 204 So\r\n\r\n", "says 204 So"),
        (b"HTTP/1.1 404 Not \x1b[31m Here\r\nContent-Length: 0\r\n\r\n", "says 404"),
    ],
)
def test_an_answer_that_is_no_file_is_a_clear_error(answer: bytes, why: str) -> None:
    fails(answer, why)


@pytest.mark.parametrize(
    "address",
    ["ftp://h/x", "file:///etc/passwd", "data:,x", "http://[", "http:// x", "http://h:0x/", "http:///x",
     "http://h\n/x", "//h/x", "HTTP://", "gopher://h", "http://h:99999/"],
)  # fmt: skip
def test_an_address_that_is_none_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(SpecmillError, match="refusing|cannot download"):
        fetch(address)


def test_a_compressed_answer_is_read() -> None:
    parts = [gzip.compress(BODY[:5]), gzip.compress(BODY[5:])]
    for body in (gzip.compress(BODY), b"".join(parts), bytes(9).join([*parts, b""])):
        answer = head("Content-Encoding: gzip", f"Content-Length: {len(body)}") + body
        with answering(lambda connection, _, answer=answer: connection.sendall(answer)) as host:
            assert fetch(f"http://{host}/") == BODY


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/bäume.json", b"GET /b%C3%A4ume.json HTTP/1.1"),
        ("/x?q=ü%20", b"GET /x?q=%C3%BC%20 HTTP/1.1"),
        ("/a%20b/~x;y=1#part", b"GET /a%20b/~x;y=1 HTTP/1.1"),
    ],
)
def test_an_address_with_other_letters_is_one(path: str, sent: bytes) -> None:
    heads: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        heads.append(request)
        connection.sendall(head(f"Content-Length: {len(BODY)}") + BODY)

    with answering(answer) as host:
        assert fetch(f"http://{host}{path}") == BODY
    assert heads[0].startswith(sent)


def test_the_whole_download_has_a_time_limit() -> None:
    def drip(connection: socket.socket, _: bytes) -> None:
        connection.sendall(head("Content-Length: 500"))
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    def drip_head(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    for answer in (drip, drip_head):
        started = time.monotonic()
        with answering(answer) as host, pytest.raises(SpecmillError, match="too long|not complete"):
            fetch(f"http://{host}/", seconds=0.5)
        assert time.monotonic() - started < 4


def test_a_password_in_an_address_is_sent_to_its_server_and_never_shown() -> None:
    heads: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        heads.append(request)
        connection.sendall(head(f"Content-Length: {len(BODY)}") + BODY)

    with answering(answer) as host:
        assert fetch(f"http://me:p%40ss-w0rd@{host}/") == BODY
    assert b"Authorization: Basic bWU6cEBzcy13MHJk" in heads[0]
    assert b"me:" not in heads[0]
    with pytest.raises(SpecmillError) as caught:
        fetch("http://me:p4ss-w0rd@127.0.0.1:1/")
    assert "p4ss" not in str(caught.value)
    with pytest.raises(SpecmillError) as caught:
        fetch("ftp://me:p4ss-w0rd@127.0.0.1/")
    assert "p4ss" not in str(caught.value)


def test_headers_go_to_the_server_of_the_address_alone() -> None:
    heads: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        heads.append(request)
        connection.sendall(head(f"Content-Length: {len(BODY)}") + BODY)

    with answering(answer) as other:

        def redirect(connection: socket.socket, request: bytes) -> None:
            heads.append(request)
            lines = (
                "HTTP/1.1 302 Found",
                f"Location: http://{other}/",
                "Content-Length: 0",
                "",
                "",
            )
            connection.sendall("\r\n".join((*lines, "", "")).encode())

        with answering(redirect) as host:
            assert fetch(f"http://{host}/", headers={"X-Token": "s3cret"}) == BODY
    assert [b"s3cret" in one for one in heads] == [True, False]
    with pytest.raises(SpecmillError) as caught:
        fetch("http://127.0.0.1:1/", headers={"X-Token": "s3cret"})
    assert "s3cret" not in str(caught.value)
