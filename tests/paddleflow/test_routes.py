"""The table of the server's routes names the methods of the client that call them."""

from __future__ import annotations

import re
from collections import defaultdict
from operator import attrgetter
from typing import Any

from tests.paddleflow.facts import BASE, ROOT

TABLE = ROOT / "docs" / "reference" / "paddleflow-routes.md"
ROUTES = 84
"""Routes that the server has."""
NO_METHOD = "GET /wsjob"
"""A WebSocket, which is no HTTP request."""


def test_each_route_has_the_methods_that_call_it(operations: dict[str, Any]) -> None:
    rows = re.findall(r"^\| `([A-Z]+ /[^`]*)` \| (.*) \|$", TABLE.read_text("utf-8"), re.MULTILINE)
    told = {route: set(re.findall(r"`([\w.]+)`", methods)) for route, methods in rows}
    assert len(rows) == len(told) == ROUTES
    called: defaultdict[str, set[str]] = defaultdict(set)
    for one in operations.values():
        called[_route(one)].add(one["python"])
    assert told == {**called, NO_METHOD: set()}


GUIDE = ROOT / "docs" / "guides" / "from-paddleflow.md"


def test_the_guide_has_each_documented_method_and_its_typed_one(
    operations: dict[str, Any], documented: Any, sdk: Any
) -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| `([\w.]+)` \| `([A-Z]+ /\S*)` \|$", GUIDE.read_text(), re.MULTILINE
    )
    told = {
        (one["documented"]["method"], one["python"], _route(one))
        for one in operations.values()
        if one.get("documented") is not None
    }
    assert len(rows) == len(set(rows)) == 52
    assert set(rows) == told
    client = sdk.PaddleFlow(base_url="http://localhost", username="ada", password="secret1")
    for face, typed, _ in rows:
        assert callable(attrgetter(typed)(client))
        assert callable(getattr(documented.Client, face))


def _route(operation: dict[str, Any]) -> str:
    return f"{operation['method']} {operation['path'].removeprefix(BASE)}"
