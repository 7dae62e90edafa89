"""A server on loopback that answers what a test tells it to and remembers what it was asked."""

from __future__ import annotations

import json
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: Message
    body: bytes

    @property
    def path(self) -> str:
        """The path, still encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """The decoded query."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.body)

    def parts(self) -> list[tuple[str, str | None, str | None, bytes]]:
        """The parts of a multipart body: name, file name, media type, content."""
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        message = BytesParser().parsebytes(head + self.body)
        return [
            (
                str(part.get_param("name", header="content-disposition")),
                part.get_filename(),
                part.get_content_type() if part["content-type"] else None,
                bytes(part.get_payload(decode=True)),
            )
            for part in message.get_payload()
            if isinstance(part, Message)
        ]


Answer = tuple[int, bytes, dict[str, str]]
"""Status, body and headers."""


@dataclass
class Server:
    """The script of one test."""

    url: str = ""
    requests: list[Received] = field(default_factory=list)
    respond: Callable[[Received], Answer | None] | None = None
    """Answers what it knows; the script answers the rest."""
    _answers: deque[Answer] = field(default_factory=deque)

    def answer(
        self, content: Any = None, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Add an answer: bytes and text as they are, other values as JSON."""
        kind = "application/octet-stream" if isinstance(content, bytes) else "application/json"
        kind = "text/plain; charset=utf-8" if isinstance(content, str) else kind
        if isinstance(content, str):
            content = content.encode()
        elif content is None:
            content = b""
        elif not isinstance(content, bytes):
            content = json.dumps(content).encode()
        self._answers.append((status, content, {"content-type": kind, **(headers or {})}))

    def next_answer(self) -> Answer:
        """Take the oldest answer; a request that no test expected is an error."""
        known = self.respond(self.last) if self.respond is not None else None
        if known is not None:
            return known
        return self._answers.popleft() if self._answers else (599, b"unexpected", {})

    @property
    def last(self) -> Received:
        """The latest request."""
        return self.requests[-1]


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server on a free port of loopback, with TLS where there is a context."""
    script = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self) -> None:
            body = self._body()
            script.requests.append(Received(self.command, self.path, self.headers, body))
            status, content, headers = script.next_answer()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("content-length", str(len(content)))
            self.end_headers()
            if status != 204 and self.command != "HEAD":
                self.wfile.write(content)

        def _body(self) -> bytes:
            if self.headers.get("transfer-encoding", "") == "chunked":
                chunks = []
                while size := int(self.rfile.readline(), 16):
                    chunks.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(chunks)
            return self.rfile.read(int(self.headers.get("content-length", 0)))

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle
        do_HEAD = do_OPTIONS = do_TRACE = do_QUERY = do_COPY = _handle

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    if context is not None:
        httpd.socket = context.wrap_socket(
            httpd.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    script.url = f"{'https' if context else 'http'}://127.0.0.1:{httpd.server_address[1]}"
    try:
        yield script
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
