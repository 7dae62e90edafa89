"""The package ``depot_v1``, generated, and the two ways to call it."""

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

SPEC = Path(__file__).with_name("depot.openapi.yaml")
PACKAGE = "depot_v1"


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the package."""
    folder = tmp_path_factory.mktemp("generated")
    report = Report()
    api = lower(sources.read(SPEC, report=report), key="depot", report=report)
    assert not report.findings
    assert not api.skipped
    for path, content in PythonTarget().render(TargetInput(api, b"", PACKAGE)).items():
        file = folder / PACKAGE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.fixture(scope="session")
def sdk(generated: Path) -> Iterator[Any]:
    """The imported package."""
    sys.path.insert(0, str(generated))
    yield __import__(PACKAGE)
    sys.path.remove(str(generated))


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
