"""The packages that are called, generated, and the two ways to call them."""

from __future__ import annotations

import asyncio
import inspect
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from tests.behaviour.media_server import MediaServer, serving_media
from tests.behaviour.server import Server, running

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.dump import dump_lines
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
PACKAGE = "depot_v1"
SPECS = {
    PACKAGE: ("depot", HERE / "depot.openapi.yaml"),
    "cargo_v1": ("cargo", HERE / "cargo.discovery.json"),
    "lists_v1": ("lists", HERE / "lists.openapi.yaml"),
    "vault_v1": ("vault", HERE / "vault.openapi.yaml"),
    "gallery_v1": ("gallery", GOLDEN / "media" / "source.discovery.json"),
    "reports_v1": ("reports", GOLDEN / "media_types" / "source.openapi.yaml"),
    "encodings_v1": ("encodings", GOLDEN / "encodings" / "source.openapi.yaml"),
    "styles_v1": ("styles", GOLDEN / "styles" / "source.openapi32.yaml"),
    "methods_v1": ("methods", GOLDEN / "http_methods" / "source.openapi32.yaml"),
    "safe_v1": ("safe", GOLDEN / "secrets" / "source.openapi.yaml"),
    "answers_v1": ("answers", GOLDEN / "answers" / "source.openapi.yaml"),
    "gateways_v1": ("gateways", GOLDEN / "gateways" / "source.swagger.yaml"),
    "repeats_v1": ("repeats", GOLDEN / "idempotency" / "source.openapi.yaml"),
    "waiting_v1": ("waiting", GOLDEN / "waiting" / "source.openapi.yaml"),
    "streams_v1": ("streams", GOLDEN / "streams" / "source.openapi32.yaml"),
}
"""Packages that are called: key and spec of each."""
KITS = {PACKAGE: "Depot", "cargo_v1": "Cargo", "waiting_v1": "Waiting"}
"""Those that have a test kit, and their clients."""


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that holds the packages, on the path."""
    folder = tmp_path_factory.mktemp("generated")
    for package, (key, spec) in SPECS.items():
        _generate(spec, key, folder / package)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def _generate(spec: Path, key: str, folder: Path) -> None:
    report = Report()
    document = sources.read(spec, report=report)
    api = lower(document, key=key, report=report)
    assert not report.findings
    assert not api.skipped
    kit = {"kit": folder.name in KITS}
    given = TargetInput(api, bytes, folder.name, kit, facts=lambda: dump_lines(document.root))
    for path, content in PythonTarget().render(given).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture(scope="session")
def sdk(generated: Path) -> Any:
    """The imported package of the depot."""
    assert generated
    return __import__(PACKAGE)


@pytest.fixture(scope="session")
def cargo(generated: Path) -> Any:
    """The imported package of the cargo API, which was a Discovery document."""
    assert generated
    return __import__("cargo_v1")


@pytest.fixture(scope="session")
def lists(generated: Path) -> Any:
    """The imported package whose lists come in pages of all shapes."""
    assert generated
    return __import__("lists_v1")


@pytest.fixture(scope="session")
def vault(generated: Path) -> Any:
    """The imported package whose operations ask for credentials of all kinds."""
    assert generated
    return __import__("vault_v1")


@pytest.fixture(scope="session")
def gallery(generated: Path) -> Any:
    """The imported package whose methods take and give media."""
    assert generated
    return __import__("gallery_v1")


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with nothing to say yet."""
    with running() as script:
        yield script


@pytest.fixture
def client(sdk: Any, server: Server) -> Iterator[Any]:
    """A sync client of the server."""
    with sdk.Depot(token="secret", base_url=server.url, transport=_plain()) as opened:
        yield opened


def _plain() -> httpx2.HTTPTransport:
    """A transport that does not load certificates, which takes longer than most tests."""
    return httpx2.HTTPTransport(verify=False)


class Caller:
    """Calls a method by its dotted name, with the sync or the async client."""

    def __init__(
        self,
        sdk: Any,
        url: str,
        client: str = "Depot",
        *,
        is_async: bool,
        token: str = "secret",
        fake: Any = None,
    ) -> None:
        self.sdk, self.url, self.is_async, self.fake = sdk, url, is_async, fake
        self._arguments = {"base_url": url, **({"token": token} if token else {})}
        self._class = getattr(sdk, f"Async{client}" if is_async else client)

    def __call__(
        self,
        dotted: str,
        *args: Any,
        settings: Any = None,
        then: Callable[[Any], Any] = lambda result: result,
        **kwargs: Any,
    ) -> Any:
        """Return what the method returns; ``settings`` are those of ``with_options``.

        ``then`` makes something else of that, also something to wait for.
        """
        if self.is_async:
            return asyncio.run(self._soon(dotted, settings, then, args, kwargs))
        transport = self.fake.transport if self.fake else _plain()
        with self._class(**self._arguments, transport=transport) as client:
            method = attrgetter(dotted)(client.with_options(**(settings or {})))
            return then(method(*args, **kwargs))

    async def _soon(self, dotted: str, settings: Any, then: Any, args: Any, kwargs: Any) -> Any:
        transport = self.fake.transport if self.fake else httpx2.AsyncHTTPTransport(verify=False)
        async with self._class(**self._arguments, transport=transport) as client:
            method = attrgetter(dotted)(client.with_options(**(settings or {})))
            result = then(method(*args, **kwargs))
            return await result if inspect.isawaitable(result) else result


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, sdk: Any, server: Server) -> Caller:
    """Each of the two ways to call."""
    return Caller(sdk, server.url, is_async=request.param == "async")


@pytest.fixture(params=["sync", "async"])
def reports(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods with several media types."""
    return _caller("reports_v1", "Reports", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def forms(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods whose forms have encodings."""
    return _caller("encodings_v1", "Encodings", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def styles(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods with parameters in every style."""
    return _caller("styles_v1", "Styles", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def methods(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call operations with methods of OpenAPI 3.2."""
    return _caller("methods_v1", "Methods", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def streams(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods with streams."""
    return _caller("streams_v1", "Streams", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def answers(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods whose answers the spec tells little of."""
    return _caller("answers_v1", "Answers", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def gateways(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods of a gRPC gateway."""
    return _caller("gateways_v1", "Gateways", generated, server, request)


@pytest.fixture(params=["sync", "async"])
def waiting(request: pytest.FixtureRequest, generated: Path, server: Server) -> Caller:
    """Each of the two ways to call methods that wait for a state."""
    return _caller("waiting_v1", "Waiting", generated, server, request)


def _caller(
    package: str, client: str, generated: Path, server: Server, request: pytest.FixtureRequest
) -> Caller:
    assert generated
    sdk, is_async = __import__(package), request.param == "async"
    return Caller(sdk, server.url, client, is_async=is_async, token="")


@pytest.fixture(params=["sync", "async"])
def faked(request: pytest.FixtureRequest, generated: Path) -> Iterator[Caller]:
    """Each of the two ways to call the fake of a test kit; a module has ``KIT``, its package."""
    assert generated
    package = request.module.KIT
    client, is_async = KITS[package], request.param == "async"
    with getattr(import_module(f"{package}.testing"), f"Fake{client}")() as fake:
        sdk = import_module(package)
        yield Caller(sdk, fake.base_url, client, is_async=is_async, fake=fake)


@pytest.fixture
def media_server() -> Iterator[MediaServer]:
    """A server for media."""
    with serving_media() as state:
        yield state


@pytest.fixture(params=["sync", "async"])
def media(request: pytest.FixtureRequest, gallery: Any, media_server: MediaServer) -> Caller:
    """Each of the two ways to call methods with media."""
    is_async = request.param == "async"
    return Caller(gallery, media_server.url, "Gallery", is_async=is_async)


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Sleep no time between tries; the list takes the seconds that were asked for."""
    slept: list[float] = []
    sleep = anyio.sleep

    async def no_sleep(seconds: float) -> None:
        slept.append(seconds)
        await sleep(0)

    monkeypatch.setattr(time, "sleep", slept.append)
    monkeypatch.setattr(anyio, "sleep", no_sleep)
    return slept
