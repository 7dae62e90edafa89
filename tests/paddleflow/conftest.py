"""The generated package, its two faces, and a server that takes what PaddleFlow's takes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from tests.paddleflow.facts import FILE, ROOT
from tests.paddleflow.server import PaddleFlowServer, running

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.overlay import apply
from specmill.lower import lower
from specmill.sources.loading.files import load
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget
from specmill.targets.python.inspect.inspection import describe

FOLDER = ROOT / "specs" / "paddleflow"
PACKAGE = "paddleflow_under_test"


@pytest.fixture(scope="session")
def document() -> Document:
    """The normal form, overlay applied."""
    read = sources.read(FOLDER / "reference.md", report=Report())
    return apply(read, load(FOLDER / "overlay.yaml"))


@pytest.fixture(scope="session")
def described(document: Document) -> dict[str, Any]:
    """What ``inspect`` says of it."""
    return describe(lower(document, key="paddleflow", report=Report()), PACKAGE)


@pytest.fixture(scope="session")
def operations(described: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What ``inspect`` says of each operation, by id."""
    return {one["id"]: one for one in described["operations"]}


@pytest.fixture(scope="session")
def sdk(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The imported package."""
    folder = tmp_path_factory.mktemp("generated")
    api = lower(document, key="paddleflow", report=Report())
    settings = {"facade": "documented", "formatter": "none"}
    given = TargetInput(api, bytes, PACKAGE, settings)
    for path, content in PythonTarget().render(given).items():
        file = folder / PACKAGE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    sys.path.insert(0, str(folder))
    yield __import__(PACKAGE)
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def documented(sdk: Any) -> Any:
    """The module that scripts import in place of the old client."""
    __import__(f"{PACKAGE}.documented")
    return sys.modules[f"{PACKAGE}.documented"]


@pytest.fixture(scope="session")
def running_server() -> Iterator[PaddleFlowServer]:
    """One server for all tests."""
    with running() as server:
        yield server


@pytest.fixture
def server(running_server: PaddleFlowServer) -> Iterator[PaddleFlowServer]:
    """The server, which must have understood everything that a test asked."""
    if not FILE.is_file():
        pytest.skip("the facts are not at hand")
    running_server.clear()
    yield running_server
    assert running_server.misfits == []
    running_server.clear()


@pytest.fixture(scope="session")
def shared_client(sdk: Any, running_server: PaddleFlowServer) -> Iterator[Any]:
    """One client for all tests; it does not load certificates, which takes longer than a test."""
    transport = httpx2.HTTPTransport(verify=False)
    settings = {"transport": transport, "max_retries": 0, "strict": True}
    port = running_server.port
    with sdk.PaddleFlow("127.0.0.1", "ada", "secret1", port, **settings) as client:
        yield client


@pytest.fixture
def client(shared_client: Any, server: PaddleFlowServer) -> Any:
    """The client."""
    return shared_client


@pytest.fixture
def face(documented: Any, client: Any) -> Any:
    """The documented methods over the client."""
    return documented.Client.over(client)
