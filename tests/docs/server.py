"""A server on loopback that knows one documented request and gives the documented answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass
class Message:
    """A request or a response as a page shows it."""

    start: str
    headers: dict[str, str]
    body: str

    @classmethod
    def of(cls, block: str) -> Message:
        head, _, body = block.strip("\n").partition("\n\n")
        start, *lines = head.splitlines()
        pairs = (line.partition(": ") for line in lines)
        return cls(start, {name.lower(): value for name, _, value in pairs}, body)

    @property
    def facts(self) -> tuple[str, str, list[tuple[str, str]]]:
        """Method, path and query of a request."""
        method, target, _ = self.start.split(" ")
        url = urlsplit(target)
        return method, unquote(url.path), sorted(parse_qsl(url.query, keep_blank_values=True))


@dataclass
class Exchange:
    """What one example should send, and what it sent."""

    request: Message
    response: Message
    login: str = ""
    """Path of a request that only gets a token."""
    found: list[str] = field(default_factory=list)
    """What was wrong."""
    seen: int = 0


class _Handler(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        exchange: Exchange = self.server.exchange  # type: ignore[attr-defined]
        content = self._content()
        url = urlsplit(self.path)
        if exchange.login and unquote(url.path) == exchange.login:
            self._send("200", "application/json", b'{"authorization": "my-token"}')
            return
        exchange.seen += 1
        if exchange.seen > 1:  # the next page: there is none
            self._send("200", "application/json", b"{}")
            return
        exchange.found += _differences(exchange.request, self, content)
        status = exchange.response.start.split(" ")[1]
        type_ = exchange.response.headers.get("content-type", "")
        self._send(status, type_, exchange.response.body.encode())

    def _content(self) -> bytes:
        if self.headers.get("transfer-encoding") == "chunked":
            chunks = []
            while size := int(self.rfile.readline(), 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def _send(self, status: str, type_: str, content: bytes) -> None:
        self.send_response(int(status))
        if type_:
            self.send_header("content-type", type_)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = _answer

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _differences(shown: Message, sent: BaseHTTPRequestHandler, content: bytes) -> Iterator[str]:
    message = Message(f"{sent.command} {sent.path} HTTP/1.1", {}, "")
    if message.facts != shown.facts:
        yield f"the page shows {shown.facts}, {message.facts} was sent"
    for name, value in shown.headers.items():
        if name in ("host", "content-type"):
            continue
        if sent.headers.get(name) != value:
            yield f"the page shows {name}: {value}, sent was {sent.headers.get(name)}"
    shown_type = shown.headers.get("content-type", "").partition(";")[0]
    type_ = (sent.headers.get("content-type") or "").partition(";")[0]
    if shown_type != type_:
        yield f"the page shows a body of {shown_type!r}, sent was {type_!r}"
    elif shown_type.endswith("json"):
        if json.loads(content) != json.loads(shown.body):
            yield f"the page shows {shown.body}, sent was {content!r}"
    elif shown_type == "multipart/form-data":
        names = [line for line in shown.body.splitlines() if line.startswith("Content-Disp")]
        for line in names:
            name = line.partition('name="')[2].partition('"')[0]
            if f'name="{name}"'.encode() not in content:
                yield f"no part {name}"
    elif shown.body and shown.body.encode() != content.removesuffix(b"\n"):
        yield f"the page shows {shown.body!r}, sent was {content!r}"


class Server:
    """The running server; one exchange after the other."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.port = server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def expect(self, exchange: Exchange) -> None:
        self._server.exchange = exchange  # type: ignore[attr-defined]


@contextmanager
def running() -> Iterator[Server]:
    """Run a server for as long as the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Server(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
