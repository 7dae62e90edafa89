"""A server on loopback that answers in pieces, each when a test lets it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class StreamServer:
    """The script of one test."""

    url: str = ""
    media_type: str = "text/event-stream"
    pieces: list[bytes] = field(default_factory=list)
    """What is sent at once."""
    cut: bool = False
    """Whether the connection breaks after the pieces instead of ending well."""
    wait: threading.Event | None = None
    """Held open after the pieces until it is set, or until the client is gone."""
    gone: threading.Event = field(default_factory=threading.Event)
    """Set when the client let go of the connection."""
    bodies: list[bytes] = field(default_factory=list)


@contextmanager
def streaming() -> Iterator[StreamServer]:
    """Run a server on a free port of loopback."""
    script = StreamServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self) -> None:
            length = int(self.headers.get("content-length", 0))
            script.bodies.append(self.rfile.read(length))
            self.send_response(200)
            self.send_header("content-type", script.media_type)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            for piece in script.pieces:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
                self.wfile.flush()
            if script.cut:
                self.close_connection = True
                return
            if script.wait is not None and self._left():
                script.gone.set()
                self.close_connection = True
                return
            self.wfile.write(b"0\r\n\r\n")

        def _left(self) -> bool:
            """Wait until the test goes on; True when the client has gone before."""
            assert script.wait is not None
            self.connection.settimeout(0.02)
            while not script.wait.is_set():
                try:
                    if not self.connection.recv(1):
                        return True
                except TimeoutError:
                    continue
                except OSError:
                    return True
            return False

        do_GET = do_POST = _handle

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    script.url = f"http://127.0.0.1:{httpd.server_address[1]}"
    try:
        yield script
    finally:
        if script.wait is not None:
            script.wait.set()
        httpd.shutdown()
        thread.join()
        httpd.server_close()
