"""Places of schemas by meaning: pointers without indices, which tell an element by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.document.order import identities
from specmill.document.pointers import escape, unescape
from specmill.values import dataclass

_INDEX = re.compile(r"/\d+(?=/|\Z)")


@dataclass(slots=True)
class KnownPlaces:
    """Says the places of one document by meaning.

    ``/paths/~1films/get/parameters/1/schema`` is
    ``/paths/~1films/get/parameters/query.shape/schema``, and ``/components/schemas/Step/oneOf/0``
    is ``/components/schemas/Step/oneOf/type=archive``.
    """

    root: Mapping[str, Any]
    _identities: dict[str, list[str]] = field(default_factory=dict)
    """Those of the elements of an array, by its pointer."""
    _told: dict[str, str] = field(default_factory=dict)

    def of(self, pointer: str) -> str:
        """Return the place of a schema; the name of a component is one already."""
        found = self._told.get(pointer)
        if found is None:
            found = pointer
            if _INDEX.search(pointer):
                found = "/".join(["", *self._said(pointer)])
            self._told[pointer] = found
        return found

    def _said(self, pointer: str) -> Iterator[str]:
        node: Any = self.root
        around, keyword = "", ""
        for token in pointer.split("/")[1:]:
            if isinstance(node, list) and token.isdecimal() and int(token) < len(node):
                said = self._identities.get(around)
                if said is None:
                    said = self._identities[around] = identities(keyword, node)
                yield escape(said[int(token)])
                node = node[int(token)]
            else:
                keyword = unescape(token)
                node = self._part(node, keyword, set())
                yield token
            around = f"{around}/{token}"

    def _part(self, node: Any, key: str, seen: set[str]) -> Any:
        """Return what a node has under a key, also by what it refers to or is made of."""
        if not isinstance(node, dict):
            return None
        if key in node:
            return node[key]
        for part in (self._target(node, seen), *node.get("allOf", ())):
            found = self._part(part, key, seen)
            if found is not None:
                return found
        return None

    def _target(self, node: Mapping[str, Any], seen: set[str]) -> Any:
        reference = node.get("$ref")
        if not isinstance(reference, str) or reference in seen:
            return None
        seen.add(reference)
        target: Any = self.root
        for token in reference.removeprefix("#").split("/")[1:]:
            target = target.get(unescape(token)) if isinstance(target, dict) else None
        return target
