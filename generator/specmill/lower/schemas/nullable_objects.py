"""Nullable components, an object or null: a class has no None, so what refers to one has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from specmill.lower.schemas.objects import is_object
from specmill.text import words
from specmill.values import dataclass

_TELLING_APART = frozenset({"title", "description", "type", "examples"})
"""Keywords that an object and its nullable twin may have otherwise."""
_FARTHEST = 10
"""References that are followed to find whether null is allowed."""


@dataclass(slots=True)
class NullableObjects:
    """Finds them among the components of one document."""

    components: Mapping[str, Any]
    resolve: Callable[[str], Any]
    flatten: Callable[[Any], Mapping[str, Any]]
    """Merges a schema into one with its own ``properties``."""
    _known: dict[str, bool] = field(default_factory=dict)
    _by_properties: defaultdict[tuple[str, ...], list[str]] | None = None

    def includes(self, name: str) -> bool:
        """Tell whether a component is an object, and null as well."""
        known = self._known.get(name)
        if known is None:
            schema = self.components[name]
            known = bool(self._allows_null(schema)) and is_object(self.flatten(schema), named=True)
            self._known[name] = known
        return known

    def object_of(self, name: str) -> str:
        """Return the component that is the object alone: of equal ones the plainest, or itself."""
        twins = self._equal(name)
        return min(twins, key=lambda twin: (self.includes(twin), len(twin), twin), default=name)

    def _equal(self, name: str) -> list[str]:
        schema = self.components[name]
        properties = schema.get("properties")
        if not isinstance(properties, dict) or "discriminator" in schema:
            return []
        if self._by_properties is None:
            self._by_properties = defaultdict(list)
            for other, one in self.components.items():
                if isinstance(one, dict) and isinstance(one.get("properties"), dict):
                    self._by_properties[tuple(one["properties"])].append(other)
        said = _said(schema)
        return [
            twin
            for twin in self._by_properties[tuple(properties)]
            if self._is_called_alike(name, twin) and _said(self.components[twin]) == said
        ]

    def _is_called_alike(self, name: str, twin: str) -> bool:
        title, of_twin = (self.components[one].get("title") for one in (name, twin))
        return (bool(title) and title == of_twin) or _words(twin) <= _words(name)

    def _allows_null(self, schema: Any, steps: int = 0) -> bool | None:
        """Tell whether a schema allows null; None where it says nothing of types."""
        if not isinstance(schema, dict) or steps > _FARTHEST:
            return None
        if says_null(schema):
            return True
        said: list[bool | None] = [False] if "type" in schema else []
        if isinstance(schema.get("$ref"), str):
            said.append(self._allows_null(self.resolve(schema["$ref"]), steps + 1))
        said += [self._allows_null(member, steps + 1) for member in schema.get("allOf", ())]
        known = [one for one in said if one is not None]
        return all(known) if known else None


def says_null(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema allows null itself, which counts also where its parts forbid it."""
    declared = schema.get("type")
    return isinstance(declared, list) and "null" in declared


def _words(name: str) -> set[str]:
    return {word.lower() for word in words(name)}


def _said(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in _TELLING_APART}
