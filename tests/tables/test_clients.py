"""Clients of other pages: other columns, other words, no tuples; both faces over HTTP."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.server import Server, running

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

HERE = Path(__file__).parent
ORDER = {"orderId": "o1", "items": [{"sku": "x", "count": 1}]}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The packages of three pages, and their documented modules, by name."""
    folder = tmp_path_factory.mktemp("generated")
    sys.path.insert(0, str(folder))
    found = {}
    for name in ("orders", "own_dialect", "shelves"):
        package = f"page_{name}"
        document = sources.read(HERE / name / "page.md", report=Report())
        api = lower(document, key=name, report=Report())
        given = TargetInput(api, bytes, package, {"facade": "documented", "formatter": "none"})
        for path, content in PythonTarget().render(given).items():
            file = folder / package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        __import__(f"{package}.documented")
        found[name] = sys.modules[package]
    yield found
    sys.path.remove(str(folder))


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with nothing to say yet."""
    with running() as script:
        yield script


def test_list_of_the_client(packages: Any, server: Server) -> None:
    server.answer({"orders": [ORDER], "nextPageToken": "2"})
    server.answer({"orders": [ORDER]})
    with packages["orders"].Orders(base_url=server.url, api_key="k") as client:
        assert [one.id for one in client.orders.list(state="paid")] == ["o1", "o1"]
    assert [one.target for one in server.requests] == [
        "/v2/orders?state=paid",
        "/v2/orders?state=paid&pageToken=2",
    ]
    assert server.last.headers["x-key"] == "k"
    assert server.last.headers["x-shop"] == "main"


def test_list_of_the_page(packages: Any, server: Server) -> None:
    """The page's usage line takes one value, so no tuple comes and a failure is raised."""
    package = packages["orders"]
    server.answer({"orders": [ORDER]})
    server.answer({"code": "missing", "text": "none"}, 404)
    with package.documented.Client(server.url, api_key="k") as client:
        (order,) = client.list_orders(state="open")
        assert order.items[0].sku == "x"
        with pytest.raises(package.NotFoundError):
            client.cancel_order("o1")
    assert server.requests[0].target == "/v2/orders?state=open&pageSize=20"
    assert (server.last.method, server.last.target) == ("DELETE", "/v2/orders/o1")


def test_usage_line_with_a_body(packages: Any, server: Server) -> None:
    server.answer(ORDER, 201)
    with packages["orders"].documented.Client(server.url) as client:
        order = client.place_order(
            customer="c1", items=[{"sku": "x", "count": 1}], note=b"by hand", limit=9.5
        )
    assert order.id == "o1"
    assert server.last.json() == {
        "customerId": "c1",
        "items": [{"sku": "x", "count": 1}],
        "note": "YnkgaGFuZA==",
        "options": {"maxPrice": 9.5},
    }


def test_argument_that_does_not_travel(packages: Any, server: Server) -> None:
    server.answer(b'"beau"', headers={"content-type": "application/json"})
    with packages["own_dialect"].documented.Client(server.url) as client:
        assert client.donner_temps("Lyon", jours=2) == "beau"
    assert server.last.target == "/temps/Lyon"


def test_enumerations_and_inherited_fields_of_the_page(packages: Any, server: Server) -> None:
    package = packages["shelves"]
    shelf = {"name": "a", "kind": "wood", "boards": [{"name": "b"}]}
    server.answer({"shelves": [shelf]})
    server.answer(None)
    with package.documented.Client(server.url) as client:
        (found,) = client.shelves("wood", 2, "up")
        assert (found.name, found.kind, found.boards[0].name) == ("a", "wood", "b")
        client.put(shelf=shelf)
    assert server.requests[0].target == "/shelves/wood?level=2"
    assert server.requests[0].headers["x-way"] == "up"
    assert server.last.json() == {"shelf": shelf}


def test_body_gives_way_to_a_schema_of_its_name(packages: Any, server: Server) -> None:
    package = packages["shelves"]
    server.answer(None)
    with package.Shelves(base_url=server.url) as client:
        body = package.models.PutRequest2(
            shelf={"name": "a", "kind": "wood", "boards": []}, level=1
        )
        client.shelves.create(body)
    assert server.last.json()["level"] == 1
