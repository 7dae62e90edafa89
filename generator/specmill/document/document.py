"""OpenAPI 3.1 document of one API, with references and positions in its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any
from urllib.parse import unquote

from specmill.diagnostics import Location, fail
from specmill.document import pointers
from specmill.document.openapi_shapes import OPENAPI, SCHEMA
from specmill.document.operations import SourceOperation, source_operations
from specmill.document.origins import Origins
from specmill.document.shapes import Place, nodes
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """An API as a normalized OpenAPI 3.1 tree of plain JSON values."""

    root: dict[str, Any]
    family: str
    """``swagger2``, ``openapi3``, ``discovery`` or ``tables``: what the source was written in."""
    origins: Origins = field(default_factory=Origins, repr=False, compare=False)
    _resolved: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _operations: list[SourceOperation] = field(default_factory=list, repr=False, compare=False)
    _places: list[Place] = field(default_factory=list, repr=False, compare=False)
    """What the reader came by on its own walk, for the next one."""

    def nodes(self) -> Iterator[Place]:
        """Walk every object that has known fields, as :func:`specmill.document.shapes.nodes`.

        The caller may change an object, but not where others stand.
        """
        if not self._places:
            return nodes(self.root, OPENAPI)
        places = self._places.copy()
        self._places.clear()  # needed once, and large
        return iter(places)

    def walk_anew(self) -> None:
        """Forget what the reader came by, since objects stand elsewhere now."""
        self._places.clear()

    def has_schema_reference(self) -> bool:
        """Tell whether any schema is a reference."""
        places = self._places or nodes(self.root, OPENAPI)
        return any("$ref" in node for node, record, _ in places if record is SCHEMA)

    def operations(self) -> list[SourceOperation]:
        """Return the operations in the document's order, once none comes or goes any more."""
        if not self._operations:
            self._operations.extend(source_operations(self.root))
        return self._operations

    def locate(self, pointer: str) -> Location:
        """Give the place in the source of a pointer into the normal form."""
        return self.origins.locate(pointer)

    def resolve(self, ref: str) -> Any:
        """Look up a local ``$ref`` such as ``#/components/schemas/Job``, one step; memoized.

        Raises SpecmillError when it leads nowhere.
        """
        try:
            return self._resolved[ref]
        except KeyError:
            pass
        if not ref.startswith("#"):
            raise fail(f"`$ref` {ref!r} is not local to the normal form")
        try:
            value = pointers.look_up(self.root, unquote(ref[1:]))
        except LookupError:
            raise fail(f"`$ref` {ref!r} leads nowhere", location=self.locate("")) from None
        self._resolved[ref] = value
        return value

    def follow(self, node: Mapping[str, Any], pointer: str) -> tuple[dict[str, Any], str]:
        """Follow ``$ref`` to the end; return the node and its pointer.

        A schema that is only ``true`` or ``false`` has no keywords.
        """
        if type(node) is dict and "$ref" not in node:  # as most are
            return node, pointer
        target: Any = node
        while isinstance(target, dict) and "$ref" in target:
            pointer = str(target["$ref"]).removeprefix("#")
            target = self.resolve(target["$ref"])
        return target if isinstance(target, dict) else {}, pointer
