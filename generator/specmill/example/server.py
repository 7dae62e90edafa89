"""Server of the example: pets in memory, on loopback, without any dependency."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import parse_qs, urlsplit

SPEC = Path(__file__).with_name("openapi.yaml")
TOKEN = "let-me-in"  # noqa: S105 - the example's, for everybody
_KINDS = ("cat", "dog", "bird")
_PETS = (
    {"id": 1, "name": "Ada", "kind": "cat", "born": "2024-05-01"},
    {"id": 2, "name": "Bo", "kind": "dog", "born": "2023-11-20"},
    {"id": 3, "name": "Cleo", "kind": "cat"},
)
_SALES = (
    {"pet": 2, "price": 120.5, "at": "2026-11-20T09:30:00Z"},
    {"pet": 3, "price": 80, "at": "2026-11-20T09:31:00Z"},
)
_TITLES = {401: "Unauthorized", 404: "Not Found", 422: "Unprocessable Content", 503: "Busy"}


@dataclass(slots=True)
class Store:
    """What is for sale."""

    pets: list[dict[str, Any]] = field(default_factory=lambda: [dict(one) for one in _PETS])
    photos: dict[int, bytes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


class _RefusedError(Exception):
    """A request that ends in a problem."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    store: Store

    def do_GET(self) -> None:
        """Answer a request."""
        try:
            self._route(self._content())
        except _RefusedError as refused:
            problem = {"title": _TITLES[refused.status], "detail": refused.detail}
            self._answer_json(refused.status, problem, "application/problem+json")

    do_POST = do_PUT = do_GET  # noqa: N815 - names of the base

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing of requests."""

    def _content(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        content = b""
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            content += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return content

    def _route(self, content: bytes) -> None:
        split = urlsplit(self.path)
        for method, pattern, answer in _ROUTES:
            if method == self.command and (match := re.fullmatch(pattern, split.path)):
                query = {key: values[-1] for key, values in parse_qs(split.query).items()}
                answer(self, *map(int, match.groups()), query=query, content=content)
                return
        raise _RefusedError(404, f"{self.command} {split.path} is not here")

    def _spec(self, *, query: dict[str, str], content: bytes) -> None:
        del query, content
        self._answer(200, SPEC.read_bytes(), "application/yaml")

    def _list(self, *, query: dict[str, str], content: bytes) -> None:
        del content
        kind = query.get("kind")
        pets = [one for one in self.store.pets if kind in (None, one["kind"])]
        start, limit = int(query.get("pageToken", 0)), int(query.get("limit", 2))
        page: dict[str, Any] = {"items": pets[start : start + limit]}
        if start + limit < len(pets):
            page["nextPageToken"] = str(start + limit)
        self._answer_json(200, page)

    def _create(self, *, query: dict[str, str], content: bytes) -> None:
        del query
        self._check_token()
        given = json.loads(content)
        if not given.get("name") or given.get("kind") not in _KINDS:
            raise _RefusedError(422, f"a pet has a name, and a kind: {', '.join(_KINDS)}")
        with self.store.lock:
            pet = {"id": len(self.store.pets) + 1, **given}
            self.store.pets.append(pet)
        self._answer_json(201, pet)

    def _get(self, number: int, *, query: dict[str, str], content: bytes) -> None:
        del query, content
        self._answer_json(200, self._pet(number))

    def _photo(self, number: int, *, query: dict[str, str], content: bytes) -> None:
        del query, content
        if number not in self.store.photos:
            raise _RefusedError(404, f"pet {number} has no photo")
        self._answer(200, self.store.photos[number], "image/png")

    def _put_photo(self, number: int, *, query: dict[str, str], content: bytes) -> None:
        del query
        self._check_token()
        self._pet(number)
        self.store.photos[number] = content
        self._answer(204, b"", "image/png")

    def _sales(self, *, query: dict[str, str], content: bytes) -> None:
        del query, content
        events = "".join(f"data: {json.dumps(one)}\n\n" for one in _SALES)
        self._answer(200, events.encode(), "text/event-stream")

    def _pet(self, number: int) -> dict[str, Any]:
        for pet in self.store.pets:
            if pet["id"] == number:
                return pet
        raise _RefusedError(404, f"there is no pet {number}")

    def _check_token(self) -> None:
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise _RefusedError(401, f"the token of this example is {TOKEN!r}")

    def _answer_json(self, status: int, body: object, kind: str = "application/json") -> None:
        self._answer(status, json.dumps(body).encode(), kind)

    def _answer(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


_Answer = Callable[..., None]
_ROUTES: tuple[tuple[str, str, _Answer], ...] = (
    ("GET", r"/openapi\.yaml", Handler._spec),  # noqa: SLF001 - its own
    ("GET", r"/pets", Handler._list),  # noqa: SLF001 - as above
    ("POST", r"/pets", Handler._create),  # noqa: SLF001 - as above
    ("GET", r"/pets/(\d+)", Handler._get),  # noqa: SLF001 - as above
    ("GET", r"/pets/(\d+)/photo", Handler._photo),  # noqa: SLF001 - as above
    ("PUT", r"/pets/(\d+)/photo", Handler._put_photo),  # noqa: SLF001 - as above
    ("GET", r"/sales", Handler._sales),  # noqa: SLF001 - as above
)


@contextmanager
def serving(port: int = 0) -> Iterator[str]:
    """Serve a store of its own on loopback; gives the address, on a free port for 0."""
    with _server(port) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(port: int) -> NoReturn:
    """Serve a store on loopback until the process ends."""
    with _server(port) as server:
        server.serve_forever()
    raise AssertionError("a server that nobody shuts down goes on")


def _server(port: int) -> ThreadingHTTPServer:
    handler = type("StoreHandler", (Handler,), {"store": Store()})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)
