"""Where the parts of a surface stand in the spec, and what its extensions say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specmill.document import pointers
from specmill.document.document import Document

_SUNSET = "x-sunset"


class Places:
    """Looks up parts of a document by their pointers."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def node(self, pointer: str) -> Any:
        """Return what a pointer leads to, references followed; None where it leads nowhere."""
        try:
            node = pointers.look_up(self._document.root, pointer)
        except LookupError:
            return None
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            node = self._document.resolve(node["$ref"])
        return node

    def sunset(self, pointer: str) -> str:
        """Return the date after which a deprecated thing is gone; empty where none is told."""
        node = self.node(pointer)
        return str(node.get(_SUNSET) or "") if isinstance(node, dict) else ""

    def parts(self) -> frozenset[str]:
        """Return the pointers of the components that other ones take with ``allOf``."""
        components = self.node("/components/schemas")
        schemas = components.values() if isinstance(components, dict) else ()
        members = (one.get("allOf") for one in schemas if isinstance(one, dict))
        return frozenset(
            str(member["$ref"]).removeprefix("#")
            for some in members
            if isinstance(some, list)
            for member in some
            if isinstance(member, dict) and "$ref" in member
        )

    def parameters(self, operation: str) -> dict[tuple[str, str], str]:
        """Return the pointers of an operation's parameters, by place and wire name."""
        item = operation.rpartition("/")[0]
        return dict((*self._parameters(item), *self._parameters(operation)))

    def _parameters(self, pointer: str) -> Iterator[tuple[tuple[str, str], str]]:
        owner = self.node(pointer)
        declared = owner.get("parameters") if isinstance(owner, dict) else None
        if not isinstance(declared, list):
            return
        for index, one in enumerate(declared):
            place = f"{pointer}/parameters/{index}"
            node = self.node(place)
            if isinstance(node, dict):
                ref = one.get("$ref", "") if isinstance(one, dict) else ""
                key = str(node.get("in", "")), str(node.get("name", ""))
                yield key, ref.removeprefix("#") or place
