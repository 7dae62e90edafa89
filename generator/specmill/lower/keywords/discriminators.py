"""Unions whose members a property tells apart (OpenAPI 3.1, Discriminator Object)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from specmill.model.types import Named, UnionOf

COMPONENTS = "#/components/schemas/"


@dataclass(slots=True)
class Subtypes:
    """Which components extend which by ``allOf``."""

    components: Mapping[str, Any]
    _direct: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, schema in self.components.items():
            for member in schema.get("allOf", ()) if isinstance(schema, dict) else ():
                base = member.get("$ref", "") if isinstance(member, dict) else ""
                if base.startswith(COMPONENTS):
                    self._direct.setdefault(base.removeprefix(COMPONENTS), []).append(name)

    def of(self, name: str) -> list[str]:
        """Return the components that extend one at any depth, in the document's order."""
        found: set[str] = set()
        pending = [name]
        while pending:
            new = [one for one in self._direct.get(pending.pop(), ()) if one not in found | {name}]
            found.update(new)
            pending += new
        return [one for one in self.components if one in found]


def union_of_subtypes(name: str, subtypes: list[str], discriminator: Mapping[str, Any]) -> UnionOf:
    """Return the union that stands for a component and all that extend it.

    A subtype without an entry in the discriminator's mapping is told by its name.
    """
    mapping = _declared(discriminator)
    mapped = {target.key for target in mapping.values()}
    mapping.update({one: Named(one) for one in subtypes if one not in mapped})
    members = (*(Named(one) for one in subtypes), Named(name))
    return UnionOf(members, _property(discriminator), tuple(mapping.items()))


def tell_apart(union: UnionOf, discriminator: Mapping[str, Any]) -> UnionOf:
    """Return a union with its discriminator; members without an entry are told by their name."""
    mapping = _declared(discriminator)
    mapped = {target.key for target in mapping.values()}
    for member in union.members:
        if isinstance(member, Named) and member.key[0] != "/" and member.key not in mapped:
            mapping[member.key] = member
    return UnionOf(union.members, _property(discriminator), tuple(mapping.items()))


def _declared(discriminator: Mapping[str, Any]) -> dict[str, Named]:
    return {
        value: Named(str(target).removeprefix(COMPONENTS))
        for value, target in discriminator.get("mapping", {}).items()
    }


def _property(discriminator: Mapping[str, Any]) -> str:
    return str(discriminator.get("propertyName", ""))
