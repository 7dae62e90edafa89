"""Operations of OpenAPI 3.2 with methods that 3.1 has no field for: QUERY, and any other.

In the normal form each has a path of its own, ``/search#QUERY``, whose ``post`` it is: a fragment
is never sent, and what the path stands for is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from specmill.diagnostics import Report
from specmill.document import pointers
from specmill.document.openapi_shapes import HTTP_METHOD
from specmill.document.origins import Origin, Origins

STAND_IN = "post"
"""The field that such an operation has in the normal form; like those of 3.2 it may have a body."""
QUERY = "query"
ADDITIONAL = "additionalOperations"
FIELDS = (QUERY, ADDITIONAL)
"""Fields of a Path Item Object (OpenAPI 3.2, 4.9.1) that 3.1 does not have."""
_SHARED = ("summary", "description", "parameters", "servers")
"""Fields of a path that hold for each of its operations."""


def move_operations(
    tree: dict[str, Any], known: dict[str, Origin], version: str, report: Report
) -> None:
    """Give such operations of the paths a place in OpenAPI 3.1.

    Args:
        tree: The document, whose shape was checked; it is changed.
        known: Where parts of it come from, by pointer; gets those that moved.
        version: What the document says that it is.
        report: Takes a finding where that version does not have such operations.
    """
    paths = tree.get("paths", {})
    items = [item for path, item in paths.items() if path.startswith("/")]
    if not any(field in item for item in items for field in FIELDS):
        return
    where = Origins(known)
    moved: dict[str, Any] = {}
    for path, item in paths.items():
        moved[path] = item
        if not path.startswith("/"):
            continue
        here = pointers.join("/paths", path)
        for method, below, operation in [*_taken(item)]:
            if not version.startswith("3.2"):
                report.warn(
                    f"OpenAPI {version} has no operation {method}; read as OpenAPI 3.2 has it",
                    location=where.locate(here + below),
                    code="newer-keyword",
                )
            key = _free(f"{path}#{method}", paths)
            shared = {name: deepcopy(item[name]) for name in _SHARED if name in item}
            operation.setdefault("x-specmill-path", path)
            operation[HTTP_METHOD] = method
            moved[key] = {**shared, STAND_IN: operation}
            there = pointers.join("/paths", key)
            pairs = [(f"{there}/{STAND_IN}", here + below)]
            pairs += [(f"{there}/{name}", f"{here}/{name}") for name in shared]
            for after, before in pairs:
                if (origin := where.find(before)) is not None:
                    known[after] = origin
    tree["paths"] = moved


def _taken(item: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Take such operations out of a path item: method, pointer within the item, and operation."""
    if QUERY in item:
        yield "QUERY", f"/{QUERY}", item.pop(QUERY)
    for method, operation in item.pop(ADDITIONAL, {}).items():
        yield method, pointers.join(f"/{ADDITIONAL}", method), operation


def _free(key: str, taken: dict[str, Any]) -> str:
    while key in taken:
        key += "_"
    return key
