"""Fields that a schema names, in all the schemas that hold for the same value."""

from __future__ import annotations

from collections.abc import Iterator

from ...data.json_shapes import is_object
from .document import Located, Spec, is_list

_APPLIED = ("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas")
"""Keywords whose schemas hold for the same value."""


def fields_of(spec: Spec, schema: Located) -> frozenset[str] | None:
    """Return the fields that a schema names in any way, None where it may have others."""
    found = _Found(spec)
    found.take(schema)
    return frozenset(found.names) if found.says and not found.is_open else None


class _Found:
    """Fields that were found."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._seen: set[str] = set()
        self.names: set[str] = set()
        self.says = False
        """Whether any schema speaks of fields."""
        self.is_open = False
        """Whether one says that others may be there."""

    def take(self, schema: Located) -> None:
        """Take the fields of a schema, and of all that hold for the same value."""
        node = schema.node
        if schema.pointer in self._seen or not is_object(node):
            return
        self._seen.add(schema.pointer)
        extra = node.get("additionalProperties")
        self.is_open |= extra not in (None, False) or "patternProperties" in node
        self.says |= "properties" in node or extra is False
        self.names.update(
            map(str, (*(node.get("properties") or ()), *(node.get("required") or ())))
        )
        tag = node.get("discriminator")
        self.names |= {str(tag.get("propertyName"))} if is_object(tag) else set()
        for one in self._parts(schema):
            self.take(one)

    def _parts(self, schema: Located) -> Iterator[Located]:
        if isinstance(schema.node.get("$ref"), str):
            yield self._spec.at(schema.node["$ref"])
        for keyword in _APPLIED:
            found = schema.child(keyword)
            if is_list(found.node) or keyword == "dependentSchemas":
                yield from (one for _, one in schema.children(keyword))
            elif found:
                yield found
