"""Packages made from the specs of applications, and clients that call these applications."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from inspect import Parameter, isawaitable, ismethod, signature
from operator import attrgetter
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx2
import orjson
from anyio.from_thread import BlockingPortal, start_blocking_portal

from specmill import generate

CALLS: list[object] = []
"""The calls that were made; whoever counts them clears it."""


@dataclass(frozen=True)
class Application:
    """An application, and the package that is generated from its spec."""

    package: Any
    """The imported package."""
    client: str
    """Name of its sync client class."""
    asgi: Any = None
    wsgi: Any = None
    base_url: str = "http://app.test"
    """Where it listens, if it is neither of them."""
    connect: Callable[[], httpx2.AsyncBaseTransport] | None = None
    """Opens a transport to it, if it is neither of them and not called where it listens."""

    @property
    def models(self) -> Any:
        """The models of the package."""
        return self.package.models

    def methods(self) -> set[str]:
        """Name the methods that call an operation: ``toys.create``."""
        with getattr(self.package, self.client)(base_url=self.base_url) as client:
            return set(_methods_of(client, f"{self.package.__name__}.resources.", ""))

    def surface(self) -> str:
        """Write the calls that clients have, with the arguments of each, as a person reads them."""
        with getattr(self.package, self.client)(base_url=self.base_url) as client:
            calls = {name: attrgetter(name)(client) for name in self.methods()}
        shown = (f"client.{name}({_arguments(method)})" for name, method in calls.items())
        return "".join(f"{line}\n" for line in sorted(shown))

    def not_called_in(self, test: str) -> set[str]:
        """Name the methods that a file of tests never calls as ``client.toys.create(…)``."""
        text = Path(test).read_text("utf-8")
        return self.methods() - set(re.findall(r"client\.(\w+(?:\.\w+)+)\(", text))


def _methods_of(owner: Any, resources: str, prefix: str) -> Iterator[str]:
    for name in dir(owner):
        if name.startswith("_"):
            continue
        value = getattr(owner, name)
        if type(value).__module__.startswith(resources):
            yield from _methods_of(value, resources, f"{prefix}{name}.")
        elif prefix and ismethod(value):
            yield f"{prefix}{name}"


def _arguments(method: Any) -> str:
    told: list[str] = []
    for one in signature(method).parameters.values():
        if one.kind is Parameter.KEYWORD_ONLY and "*" not in told:
            told.append("*")
        told.append(one.name)
    told.remove("options")
    return ", ".join(told[:-1] if told[-1:] == ["*"] else told)


def golden_surface(name: str, application: Application) -> str:
    """Return what the surface of an application's client should be: ``surfaces/<name>.txt``.

    ``SPECMILL_GOLDEN=rewrite`` writes it anew, to be read.
    """
    file = Path(__file__).parent / "surfaces" / f"{name}.txt"
    if os.environ.get("SPECMILL_GOLDEN") == "rewrite":
        file.write_text(application.surface(), "utf-8")
    return file.read_text("utf-8")


def load_application(folder: Path, name: str, spec: Mapping[str, Any], **apps: Any) -> Application:
    """Generate a package from the spec that an application publishes, and import it.

    Args:
        folder: Where to write the package; it must be on ``sys.path``.
        name: Name of the package.
        spec: The OpenAPI document as the framework makes it.
        apps: Where the application is: a field of ``Application``.
    """
    file = folder / f"{name}.json"
    file.write_bytes(orjson.dumps(spec))
    generate(file, name=name, out=folder, settings={"formatter": "none"})
    package = import_module(name)
    client = next(
        one for one in dir(package) if f"Async{one}" in dir(package) and _is_client(package, one)
    )
    return Application(package, client, **apps)


def _is_client(package: Any, name: str) -> bool:
    return hasattr(getattr(package, name), "with_options")


class Async:
    """Calls with the async client, on an event loop of its own."""

    def __init__(self, application: Application, portal: BlockingPortal, **options: Any) -> None:
        self._portal = portal
        transport = _transport(application)
        cls = getattr(application.package, f"Async{application.client}")
        self.client = cls(base_url=application.base_url, transport=transport, **options)

    def __call__(self, make: Callable[[Any], Any]) -> Any:
        """Call a method of the client; pages and streams come as lists."""

        CALLS.append(make)

        async def run() -> Any:
            value = make(self.client)
            value = await value if isawaitable(value) else value
            return [one async for one in value] if hasattr(value, "__aiter__") else value

        return self._portal.call(run)

    def close(self) -> None:
        self._portal.call(
            self.client.aclose if hasattr(self.client, "aclose") else self.client.close
        )


class Sync:
    """Calls with the sync client."""

    def __init__(self, application: Application, portal: BlockingPortal, **options: Any) -> None:
        cls = getattr(application.package, application.client)
        transport = _Blocking(_transport(application), portal)
        self.client = cls(base_url=application.base_url, transport=transport, **options)

    def __call__(self, make: Callable[[Any], Any]) -> Any:
        """Call a method of the client; pages and streams come as lists."""
        CALLS.append(make)
        value = make(self.client)
        return list(value) if hasattr(value, "__next__") or hasattr(value, "next_page") else value

    def close(self) -> None:
        self.client.close()


@contextmanager
def calling(application: Application, way: str, **options: Any) -> Iterator[Sync | Async]:
    """Open a client of the application: ``sync`` or ``async``."""
    with ExitStack() as stack:
        portal = stack.enter_context(start_blocking_portal())
        caller = (Sync if way == "sync" else Async)(application, portal, **options)
        stack.callback(caller.close)
        yield caller


def _transport(application: Application) -> httpx2.AsyncBaseTransport:
    if application.connect is not None:
        return application.connect()
    if application.asgi is not None:
        return httpx2.ASGITransport(application.asgi)
    if application.wsgi is not None:
        return _Threaded(httpx2.WSGITransport(application.wsgi))
    return httpx2.AsyncHTTPTransport()


class _Blocking(httpx2.BaseTransport):
    """Lets a sync client talk to an async transport."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, portal: BlockingPortal) -> None:
        self._inner, self._portal = inner, portal

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        async def handle() -> httpx2.Response:
            body = request.read()
            asked = httpx2.Request(
                request.method, request.url, headers=request.headers, content=body
            )
            response = await self._inner.handle_async_request(asked)
            content = b"".join([part async for part in response.stream])  # type: ignore[union-attr]
            return httpx2.Response(response.status_code, headers=response.headers, content=content)

        return self._portal.call(handle)


class _Threaded(httpx2.AsyncBaseTransport):
    """Lets an async client talk to a sync transport."""

    def __init__(self, inner: httpx2.BaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = await request.aread()
        asked = httpx2.Request(request.method, request.url, headers=request.headers, content=body)

        def handle() -> httpx2.Response:
            response = self._inner.handle_request(asked)
            response.read()
            return response

        response = await anyio.to_thread.run_sync(handle)
        return httpx2.Response(
            response.status_code, headers=response.headers, content=response.content
        )


@contextmanager
def importable(folder: Path) -> Iterator[Path]:
    """Put a folder on the path of imports for a while."""
    sys.path.insert(0, str(folder))
    try:
        yield folder
    finally:
        sys.path.remove(str(folder))
