"""A server on loopback that answers what a test tells it to."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Received:
    """A request that the server got."""

    method: str
    path: str
    headers: dict[str, str]
    size: int
    body: bytes
    """Its first megabyte."""


Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """Answers each request with the next of its replies."""

    url: str = ""
    replies: deque[Reply] = field(default_factory=deque)
    received: list[Received] = field(default_factory=list)

    def reply(
        self, status: int = 200, body: bytes = b"{}", headers: dict[str, str] | None = None
    ) -> None:
        """Add a plain reply."""

        def send(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.replies.append(send)

    def hang_up(self) -> None:
        """Add a reply that closes the connection without a word."""
        self.replies.append(lambda handler: setattr(handler, "close_connection", True))


def _read_chunks(handler: BaseHTTPRequestHandler) -> Iterator[bytes]:
    if handler.headers.get("Transfer-Encoding") == "chunked":
        while size := int(handler.rfile.readline(), 16):
            yield handler.rfile.read(size)
            handler.rfile.readline()
        handler.rfile.readline()
        return
    left = int(handler.headers.get("Content-Length", 0))
    while left:
        chunk = handler.rfile.read(min(left, 1 << 16))
        left -= len(chunk)
        yield chunk


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server on 127.0.0.1 that answers with its ``replies`` in turn."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            size, body = 0, b""
            for chunk in _read_chunks(self):
                size += len(chunk)
                body += chunk[: max(0, (1 << 20) - len(body))]
            headers = {name.lower(): value for name, value in self.headers.items()}
            state.received.append(Received(self.command, self.path, headers, size, body))
            state.replies.popleft()(self)

        do_GET = do_POST = do_PUT = do_DELETE = _answer

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        state.url = f"http://127.0.0.1:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield state
        http.shutdown()
