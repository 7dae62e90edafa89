"""The table of the server's routes names the methods of the client that call them."""

from __future__ import annotations

import re
from collections import defaultdict
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
        called[f"{one['method']} {one['path'].removeprefix(BASE)}"].add(one["python"])
    assert told == {**called, NO_METHOD: set()}
