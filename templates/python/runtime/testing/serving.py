"""A fake on a port of this machine, for programs that are not in this process (ASGI)."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from typing import Any, TypeAlias

import httpx2

from .errors import FakeError
from .service import FakeService

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_NO_SERVER = "a fake is served by uvicorn: pip install uvicorn"
_UNSENT = (b"content-length", b"transfer-encoding")


def app(fake: FakeService) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
    """Return a fake as an ASGI application."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
            return
        if scope["type"] != "http":
            raise ValueError(f"a fake serves HTTP, not {scope['type']}")
        response = _answer(fake, scope, await _body(receive))
        headers = [pair for pair in response.headers.raw if pair[0].lower() not in _UNSENT]
        headers.append((b"content-length", b"%d" % len(response.content)))
        status = response.status_code
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": response.content})

    return serve


def main(fake: type[FakeService], arguments: list[str] | None = None) -> None:
    """Serve a fake until it is interrupted: ``python -m package.testing --port 8080``."""
    parser = argparse.ArgumentParser(
        prog=f"python -m {fake.__module__}",
        description=f"Serve {fake.__name__}, made-up data and all.",
    )
    parser.add_argument("--port", type=_port, default=8080, help="0 is any that is free")
    parser.add_argument("--host", default="127.0.0.1", help="where it listens: this machine alone")
    parser.add_argument("--seed", type=int, default=0, help="what made-up data is made of")
    parser.add_argument("--strict", action="store_true", help="refuse what the spec does not name")
    parser.add_argument("--stateful", action="store_true", help="keep what is created")
    given = parser.parse_args(arguments)
    try:
        uvicorn: Any = import_module("uvicorn")
    except ImportError:
        parser.error(_NO_SERVER)
    try:
        listening = _listening(given.host, given.port)
    except OSError as error:
        parser.error(f"cannot listen on port {given.port} of {given.host}: {error.strerror}")
    with listening:
        served = fake(_url(given.host, listening), strict=given.strict, seed=given.seed)
        if given.stateful:
            served.stateful()
        sys.stdout.write(f"{fake.__name__} listens on {served.base_url}\n")
        sys.stdout.flush()
        uvicorn.Server(uvicorn.Config(app(served))).run(sockets=[listening])


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to 65535")
    return int(text)


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that takes connections from now on, before anybody is told of it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _url(host: str, listening: socket.socket) -> str:
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{listening.getsockname()[1]}"


def _answer(fake: FakeService, scope: Scope, content: bytes) -> httpx2.Response:
    path = scope.get("raw_path") or scope["path"].encode()
    target = path.partition(b"?")[0] + (b"?" + scope["query_string"]).rstrip(b"?")
    base = httpx2.URL(fake.base_url)
    request = httpx2.Request(
        scope["method"], base.copy_with(raw_path=target), headers=scope["headers"], content=content
    )
    try:
        return fake.__answer__(request)
    except FakeError as error:
        return httpx2.Response(501, json={"message": str(error)})


async def _body(receive: Receive) -> bytes:
    content = bytearray()
    while True:
        message = await receive()
        content += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return bytes(content)


async def _lifespan(receive: Receive, send: Send) -> None:
    for _ in range(2):
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
