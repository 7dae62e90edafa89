"""Operations of an OpenAPI document: path, method, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.openapi_shapes import HTTP_METHOD, METHODS
from specmill.document.pointers import escape
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class SourceOperation:
    """An operation where it stands in the document."""

    path: str
    method: str
    """In small letters, as names have it."""
    node: dict[str, Any]
    """The Operation Object."""
    item: dict[str, Any]
    """The Path Item Object that it is in."""
    pointer: str

    @property
    def http_method(self) -> str:
        """The method as it is sent."""
        return str(self.node.get(HTTP_METHOD) or self.method.upper())

    @property
    def id(self) -> str:
        """The operationId; method and path where the spec gives none."""
        path = self.path.partition("#")[0] if HTTP_METHOD in self.node else self.path
        return str(self.node.get("operationId") or f"{self.method} {path}")

    @property
    def declared_id(self) -> str:
        """The operationId; empty without one."""
        return str(self.node.get("operationId") or "")

    @property
    def method_and_path(self) -> str:
        """What it is known by, whatever its id is: ``GET /v1/runs``."""
        return f"{self.http_method} {self.path}"

    @property
    def key(self) -> str:
        """The field of the Path Item Object that holds it."""
        return self.pointer.rpartition("/")[2]

    def holders(self) -> tuple[tuple[dict[str, Any], str], ...]:
        """Return what may hold its parameters, with pointers: the path item, then itself."""
        return (self.item, self.pointer.rpartition("/")[0]), (self.node, self.pointer)


def _path_items(root: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the paths and what they hold; extensions stand beside them."""
    for path, item in root.get("paths", {}).items():
        if path.startswith("/"):
            yield path, item


def source_operations(root: Mapping[str, Any]) -> Iterator[SourceOperation]:
    """Walk the operations in the document's order."""
    for path, item in _path_items(root):
        place = f"/paths/{escape(path)}"
        for method in METHODS:
            if method in item:
                node = item[method]
                called = str(node.get(HTTP_METHOD, method)).lower()
                yield SourceOperation(path, called, node, item, f"{place}/{method}")
