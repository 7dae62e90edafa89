"""The packages ``depot_v1`` and ``cargo_v1``, generated, and the two ways to call the first."""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.behaviour.server import Server, running

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

HERE = Path(__file__).parent
PACKAGE = "depot_v1"
SPECS = {
    PACKAGE: ("depot", HERE / "depot.openapi.yaml"),
    "cargo_v1": ("cargo", HERE / "cargo.discovery.json"),
}


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
    api = lower(sources.read(spec, report=report), key=key, report=report)
    assert not report.findings
    assert not api.skipped
    for path, content in PythonTarget().render(TargetInput(api, b"", folder.name)).items():
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

    def __init__(self, sdk: Any, server: Server, *, is_async: bool) -> None:
        self.sdk, self.server, self.is_async = sdk, server, is_async

    def __call__(
        self,
        dotted: str,
        *args: Any,
        settings: Any = None,
        then: Callable[[Any], Any] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Return what the method returns, or what ``then`` makes of it while the client is open.

        ``settings`` are those of ``with_options``; ``then`` is async where the client is.
        """
        if self.is_async:
            return asyncio.run(self._soon(dotted, settings, then, args, kwargs))
        url = self.server.url
        with self.sdk.Depot(token="secret", base_url=url, transport=_plain()) as client:
            result = attrgetter(dotted)(client.with_options(**(settings or {})))(*args, **kwargs)
            return result if then is None else then(result)

    async def _soon(self, dotted: str, settings: Any, then: Any, args: Any, kwargs: Any) -> Any:
        url, transport = self.server.url, httpx2.AsyncHTTPTransport(verify=False)
        async with self.sdk.AsyncDepot(token="secret", base_url=url, transport=transport) as client:
            result = attrgetter(dotted)(client.with_options(**(settings or {})))(*args, **kwargs)
            if then is not None:
                return await then(result)
            return await result if inspect.isawaitable(result) else result


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, sdk: Any, server: Server) -> Caller:
    """Each of the two ways to call."""
    return Caller(sdk, server, is_async=request.param == "async")
