"""Schemas of secrets: what `format: password` says of a value, and of all that is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.values import dataclass

_ALTERNATIVES = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_ITEMS = frozenset({"items", "unevaluatedItems"})
_VALUES = ("additionalProperties", "unevaluatedProperties")
_LEADS = frozenset({*_ALTERNATIVES, *_ITEMS, *_VALUES, "$ref", "patternProperties"})
"""Keywords that lead to other schemas of the same value, of its items or of its values."""
_TELLING = _LEADS | {"format"}


@dataclass(slots=True)
class SecretSchemas:
    """Which schemas of a document are those of secrets."""

    resolve: Callable[[str], Any]
    _known: dict[str, bool] = field(default_factory=dict)
    """What was found of references: many schemas share them."""

    def has(self, schema: Any) -> bool:
        """Tell whether a schema calls a value a password, or what is in its arrays and maps.

        An object with properties of its own hides them, and the others, by itself.
        """
        if not isinstance(schema, dict):
            return False
        if _TELLING.isdisjoint(schema):
            return False
        if _LEADS.isdisjoint(schema):
            return bool(schema["format"] == "password")
        if len(schema) == 1 and (known := self._known.get(schema.get("$ref", ""))) is not None:
            return known
        came_from: dict[str, str] = {}
        found = self._search(schema, came_from)
        if found is None:
            self._known.update(dict.fromkeys(came_from, False))
            return False
        while found:  # what leads to a password is secret, too
            self._known[found] = True
            found = came_from.get(found, "")
        return True

    def has_extras(self, schema: Mapping[str, Any]) -> bool:
        """Tell whether the values of undeclared properties of an object are passwords."""
        return any(self.has(inner) for inner in _extras(schema))

    def _search(self, schema: Any, came_from: dict[str, str]) -> str | None:
        """Look for a password in a schema and all that it leads to, each reference once.

        Notes for each reference the one that led to it. Returns the last one before the password,
        empty where the schema has it without any, None where there is no password.
        """
        ahead: list[tuple[Any, str]] = [(schema, "")]
        while ahead:
            one, owner = ahead.pop()
            if not isinstance(one, dict):
                continue
            if one.get("format") == "password":
                return owner
            reference = one.get("$ref")
            if isinstance(reference, str) and reference not in came_from:
                known = self._known.get(reference)
                if known:
                    return owner
                if known is None:
                    came_from[reference] = owner
                    ahead.append((self.resolve(reference), reference))
            if not _LEADS.isdisjoint(one):
                ahead += [(inner, owner) for inner in _inner(one)]
        return None


def _inner(schema: Mapping[str, Any]) -> list[Any]:
    found: list[Any] = []
    for key, inner in schema.items():
        if key in _ITEMS:
            found.append(inner)
        elif key in _ALTERNATIVES and isinstance(inner, list):
            found += inner
    return found if schema.get("properties") else [*found, *_extras(schema)]


def _extras(schema: Mapping[str, Any]) -> Iterator[Any]:
    for key in _VALUES:
        if key in schema:
            yield schema[key]
    if isinstance(patterns := schema.get("patternProperties"), dict):
        yield from patterns.values()
