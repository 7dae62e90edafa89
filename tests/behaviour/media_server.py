"""A server on loopback that takes and gives media as Google documents it, and fails as told.

Uploads: ``uploadType`` is ``media``, ``multipart`` or ``resumable``; a session keeps whole units of
256 KiB. Downloads: ``Range``, ``If-Range``, ETag, generation and ``x-goog-hash``. Memory stays
constant, so that a test may move more than it may hold.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

UNIT = 256 * 1024
PATTERN = bytes(hashlib.shake_256(b"media").digest(1_000_003))
"""Repeats at no multiple of a chunk, so that a piece in the wrong place shows."""


def pattern(start: int, size: int) -> bytes:
    """Return some bytes of endless test data."""
    first = start % len(PATTERN)
    times = (first + size) // len(PATTERN) + 1
    return (PATTERN * times)[first : first + size]


def pattern_digest(size: int) -> str:
    """Return the SHA-256 of test data."""
    digest = hashlib.sha256()
    for start in range(0, size, 1 << 20):
        digest.update(pattern(start, min(1 << 20, size - start)))
    return digest.hexdigest()


@dataclass(frozen=True)
class Received:
    """A request as it came; ``body`` is that of requests without media."""

    method: str
    target: str
    headers: Message
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path, still encoded."""
        return urlsplit(self.target).path

    def query(self, name: str) -> str:
        """The last value of a query parameter, empty without one."""
        return parse_qs(urlsplit(self.target).query).get(name, [""])[-1]


@dataclass
class Session:
    """A resumable upload: the whole units that are stored, as their digest."""

    metadata: Any
    content_type: str
    declared: str | None
    method: str
    stored: int = 0
    digest: Any = field(default_factory=hashlib.sha256)
    finished: bool = False

    def store(self, data: bytes) -> None:
        """Keep bytes."""
        self.digest.update(data)
        self.stored += len(data)

    def forget(self) -> None:
        """Lose everything that was stored."""
        self.stored, self.digest = 0, hashlib.sha256()

    def answer(self) -> dict[str, Any]:
        """Tell what was stored."""
        return {
            **self.metadata,
            "size": str(self.stored),
            "sha256": self.digest.hexdigest(),
            "contentType": self.content_type,
        }


@dataclass
class Download:
    """What the server gives: test data, or bytes."""

    size: int = 0
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    ranges: bool = True
    chunked: bool = False

    def part(self, start: int, size: int) -> bytes:
        """Return some of the bytes."""
        return pattern(start, size) if self.content is None else self.content[start : start + size]

    @property
    def length(self) -> int:
        """All bytes."""
        return self.size if self.content is None else len(self.content)

    @classmethod
    def of(cls, content: bytes, **headers: str) -> Download:
        """Give bytes with the headers that an object store sends."""
        md5 = base64.b64encode(hashlib.md5(content).digest()).decode()
        known = {"etag": '"one"', "x-goog-generation": "1", "x-goog-hash": f"md5={md5}"}
        return cls(content=content, headers={**known, **headers})

    @classmethod
    def compressed(cls, content: bytes) -> Download:
        """Give bytes that are stored compressed."""
        return cls.of(
            gzip.compress(content),
            **{"content-encoding": "gzip", "x-goog-stored-content-encoding": "gzip"},
        )


@dataclass
class MediaServer:
    """The state of one server."""

    url: str = ""
    requests: list[Received] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    faults: deque[str] = field(default_factory=deque)
    """What happens to the next chunks, queries or downloads:

    ``cut N``: the connection breaks after N bytes of the body. ``lost answer``: it breaks after the
    whole body. ``NNN``: that status. ``forget``: 308 without Range. ``half``: half a chunk is kept.
    ``short N``: a body ends after N bytes as if that was all. ``ok``: nothing happens.
    """
    download: Download = field(default_factory=Download)
    next_download: Download | None = None
    """What there is to download after the first response."""
    moved: bool = False
    """Let each 308 name another address of the session."""

    def next_fault(self) -> tuple[str, int]:
        """Take the oldest fault: its name and its number."""
        name, _, number = (self.faults.popleft() if self.faults else "ok").rpartition(" ")
        return (name, int(number)) if name and number.isdigit() else (f"{name} {number}".strip(), 0)

    @property
    def chunks(self) -> list[str]:
        """The Content-Range of every request to a session."""
        return [one.headers["content-range"] for one in self.requests if "/session/" in one.target]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: MediaServer

    def do_POST(self) -> None:
        kind = Received(self.command, self.path, self.headers).query("uploadType")
        handle = {"resumable": self._begin, "media": self._simple, "multipart": self._related}
        handle.get(kind, self._plain)()

    do_PATCH = do_POST

    def do_PUT(self) -> None:
        if "/session/" in self.path:
            self._chunk()
        else:
            self.do_POST()

    # -- uploads ---------------------------------------------------------------------------------

    def _plain(self) -> None:
        body = b"".join(self._pieces())
        self._note(body)
        self._json(200, {**json.loads(body or b"{}")})

    def _begin(self) -> None:
        body = b"".join(self._pieces())
        self._note(body)
        fault, _ = self.state.next_fault()
        if fault.isdigit():
            self._json(int(fault), {"error": {"message": "no"}})
            return
        kind = self.headers["x-upload-content-type"]
        length = self.headers["x-upload-content-length"]
        session = Session(json.loads(body or b"{}"), kind, length, self.command)
        self.state.sessions.append(session)
        location = f"{self.state.url}/session/{len(self.state.sessions) - 1}?upload_id=secret"
        self._json(200, {}, location=location)

    def _simple(self) -> None:
        self._note()
        session = Session({}, self.headers["content-type"], None, self.command)
        for piece in self._pieces():
            session.store(piece)
        self._json(200, session.answer())

    def _related(self) -> None:
        body = b"".join(self._pieces())
        self._note(body)
        kind, _, boundary = self.headers["content-type"].partition("; boundary=")
        assert kind == "multipart/related", kind
        start, first, second, end = body.split(b"--" + boundary.strip('"').encode())
        assert (start, end) == (b"", b"--\r\n")
        (_, metadata), (head, media) = (
            part.removeprefix(b"\r\n").removesuffix(b"\r\n").split(b"\r\n\r\n", 1)
            for part in (first, second)
        )
        content_type = head.split(b"\r\n")[0].decode().removeprefix("Content-Type: ")
        session = Session(json.loads(metadata), content_type, None, self.command)
        session.store(media)
        self._json(200, session.answer())

    def _chunk(self) -> None:
        self._note()
        session = self.state.sessions[int(urlsplit(self.path).path.rpartition("/")[2])]
        fault, number = self.state.next_fault()
        span, _, total = self.headers["content-range"].removeprefix("bytes ").partition("/")
        if fault.isdigit():
            list(self._pieces())
            self._json(int(fault), {"error": {"message": "no"}}, **{"retry-after": "0"})
            return
        if span != "*":
            first, last = map(int, span.split("-"))
            assert first == session.stored, (first, session.stored)
            ends = total != "*" and last + 1 == int(total)
            assert ends or (last + 1 - first) % UNIT == 0, "an odd chunk"
            kept = (last + 1 - first) // 2 // UNIT * UNIT if fault == "half" else None
            if not self._receive(session, number if fault == "cut" else None, kept, whole=ends):
                return
        if fault == "lost answer":
            session.finished = total != "*" and session.stored == int(total)
            self._cut()
        elif fault == "forget":
            session.forget()
            self._incomplete(session)
        elif total != "*" and session.stored == int(total):
            session.finished = True
            self._json(200, session.answer())
        else:
            self._incomplete(session)

    def _receive(self, session: Session, cut: int | None, kept: int | None, *, whole: bool) -> bool:
        """Store a chunk by units, or ``kept`` bytes of it; False where the connection is cut."""
        pending, seen, start = b"", 0, session.stored
        for piece in self._pieces():
            seen += len(piece)
            pending += piece
            while len(pending) >= UNIT:
                if kept is None or session.stored - start < kept:
                    session.store(pending[:UNIT])
                pending = pending[UNIT:]
            if cut is not None and seen >= cut:
                self._cut()
                return False
        if whole and kept is None:
            session.store(pending)
        return True

    def _incomplete(self, session: Session) -> None:
        headers = {"range": f"bytes=0-{session.stored - 1}"} if session.stored else {}
        if self.state.moved:
            headers["location"] = f"{self.path.partition('?')[0]}?upload_id=moved"
        self._json(308, None, **headers)

    # -- downloads -------------------------------------------------------------------------------

    def do_GET(self) -> None:
        self._note()
        fault, number = self.state.next_fault()
        if fault.isdigit():
            self._json(int(fault), {"error": {"message": "no"}}, **{"retry-after": "0"})
            return
        given = self.state.download
        if self.state.next_download is not None:
            self.state.download = self.state.next_download
        start, end = self._span(given)
        if start and start >= given.length:
            self._json(416, None, **{"content-range": f"bytes */{given.length}"})
            return
        partial = (start, end) != (0, given.length)
        self.send_response(206 if partial else 200)
        for name, value in given.headers.items():
            self.send_header(name, value)
        if partial:
            self.send_header("content-range", f"bytes {start}-{end - 1}/{given.length}")
        size = number if fault == "short" else end - start
        if given.chunked:
            self.send_header("transfer-encoding", "chunked")
        else:
            self.send_header("content-length", str(size))
        self.end_headers()
        if fault == "cut":
            self._give(given, start, min(number, size))
            self._cut()
            return
        self._give(given, start, size)
        if given.chunked:
            self.wfile.write(b"0\r\n\r\n")

    def _span(self, given: Download) -> tuple[int, int]:
        asked = self.headers["range"]
        unchanged = self.headers["if-range"] in (None, given.headers.get("etag"))
        if asked is None or not given.ranges or not unchanged:
            return 0, given.length
        first, last = asked.removeprefix("bytes=").split("-")
        return int(first), min(int(last) + 1, given.length) if last else given.length

    def _give(self, given: Download, start: int, size: int) -> None:
        with suppress(ConnectionError):
            for offset in range(start, start + size, UNIT):
                piece = given.part(offset, min(UNIT, start + size - offset))
                if given.chunked:
                    piece = b"%x\r\n%b\r\n" % (len(piece), piece)
                self.wfile.write(piece)

    # -- both ------------------------------------------------------------------------------------

    def _note(self, body: bytes = b"") -> None:
        self.state.requests.append(Received(self.command, self.path, self.headers, body))

    def _pieces(self) -> Iterator[bytes]:
        if self.headers["transfer-encoding"] == "chunked":
            while line := self.rfile.readline():
                if not (size := int(line, 16)):
                    break
                yield self.rfile.read(size)
                self.rfile.readline()
            else:
                raise ConnectionError("the client has left")
            self.rfile.readline()
            return
        left = int(self.headers["content-length"] or 0)
        while left and (piece := self.rfile.read1(min(left, UNIT))):
            left -= len(piece)
            yield piece

    def _json(self, status: int, content: Any, **headers: str) -> None:
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _cut(self) -> None:
        """Break the connection, as a router that forgets it does."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def handle(self) -> None:
        with suppress(ConnectionError):  # a client that has read enough
            super().handle()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving_media() -> Iterator[MediaServer]:
    """Run a server on a free port of loopback."""
    state = MediaServer()
    handler = type("Handler", (_Handler,), {"state": state})
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.url = f"http://127.0.0.1:{httpd.server_address[1]}"
    try:
        yield state
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
