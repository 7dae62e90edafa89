"""Index of what a file may be referred to by: ``$id``, ``$anchor`` and ``$dynamicAnchor``.

One walk over the whole file, before anything in it is rewritten, finds them all (JSON Schema Core,
section 8.2), also in extensions and in schemas that stand where they are used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from specmill.document import pointers
from specmill.values import dataclass

_ANCHORS = ("$anchor", "$dynamicAnchor")
_VALUES = frozenset({"default", "example", "examples", "enum", "const", "value"})
"""Keywords that hold values of an API: nothing in them says what it is called."""
_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs", "definitions"})
"""Keywords whose keys are names and no keywords."""


@dataclass(slots=True)
class TargetIndex:
    """The schemas of one file that have a name, by what they are called."""

    tree: Any
    ids: dict[str, str] = field(default_factory=dict)
    """Absolute ``$id`` of schemas by pointer."""
    _by_id: dict[str, str] = field(default_factory=dict)
    _anchors: dict[str, list[str]] = field(default_factory=dict)
    """Pointers of the schemas with an anchor, in the order of the document."""

    def __post_init__(self) -> None:
        for node, pointer in _objects(self.tree):
            identifier = node.get("$id")
            if isinstance(identifier, str) and pointer:
                address = urljoin(self.around(pointer)[1], identifier).rstrip("#")
                self.ids[pointer] = address
                self._by_id.setdefault(address, pointer)
            for keyword in _ANCHORS:
                if isinstance(node.get(keyword), str):
                    self._anchors.setdefault(node[keyword], []).append(pointer)

    @property
    def has_addresses(self) -> bool:
        """Whether some ``$id`` is an address: one in this document alone (``#/…``) is no base."""
        return any(not one.startswith("#") for one in self.ids.values())

    @property
    def anchors(self) -> list[str]:
        """All names of anchors."""
        return list(self._anchors)

    def anchor(self, name: str, within: str = "") -> str | None:
        """Return the pointer of an anchor, that of the schema ``within`` first."""
        found = self._anchors.get(name, ())
        near = (one for one in found if one == within or one.startswith(f"{within}/"))
        return next(near, found[0] if found else None)

    def around(self, pointer: str) -> tuple[str, str]:
        """Return pointer and ``$id`` of the innermost schema with one around a place."""
        if not self.ids:
            return "", ""
        while pointer:
            if pointer in self.ids:
                return pointer, self.ids[pointer]
            pointer = pointer.rpartition("/")[0]
        return "", ""

    def find(self, reference: str, pointer: str) -> str | None:
        """Return the pointer that a reference at a place means, None where it is not by name."""
        home, base = self.around(pointer)
        address, fragment = urldefrag(urljoin(base, reference) if base else reference)
        if reference.startswith("#"):
            scope = home
        elif address in self._by_id:
            scope = self._by_id[address]
        else:
            return None
        fragment = unquote(fragment)
        if not fragment:
            return scope or None
        if not fragment.startswith("/"):
            return self.anchor(fragment, scope)
        try:
            pointers.look_up(self.tree, scope + fragment)
        except LookupError:
            return None
        return scope + fragment


def _objects(tree: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Walk the objects of a file, outer before inner; values of the API are passed over."""
    stack: list[tuple[Any, str, bool]] = [(tree, "", False)]
    while stack:
        node, pointer, named = stack.pop()
        if isinstance(node, dict):
            if not named:
                yield node, pointer
            children = [
                (child, pointers.join(pointer, key), key in _NAMED and not named)
                for key, child in node.items()
                if isinstance(child, dict | list) and (named or key not in _VALUES)
            ]
        else:
            children = [
                (child, f"{pointer}/{at}", False)
                for at, child in enumerate(node)
                if isinstance(child, dict | list)
            ]
        stack += reversed(children)
