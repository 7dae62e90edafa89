"""Unions whose members a property tells apart (OpenAPI 3.1, Discriminator Object)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from specmill.document.pointers import unescape
from specmill.model.types import Named, TypeRef, UnionOf
from specmill.values import dataclass, replace

COMPONENTS = "#/components/schemas/"
DEFAULT_MAPPING = "x-specmill-default-mapping"
"""``defaultMapping`` of OpenAPI 3.2, which 3.1 has no field for."""
_VALUE = "x-ms-discriminator-value"


@dataclass(slots=True)
class Subtypes:
    """Which components extend which by ``allOf``."""

    components: Mapping[str, Any]
    _direct: dict[str, list[str]] = field(default_factory=dict)
    _bases: dict[str, list[str]] | None = None
    _known: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, schema in self.components.items():
            for member in schema.get("allOf", ()) if isinstance(schema, dict) else ():
                base = member.get("$ref", "") if isinstance(member, dict) else ""
                if base.startswith(COMPONENTS):
                    self._direct.setdefault(component_name(base), []).append(name)

    def bases_of(self, name: str) -> set[str]:
        """Return the components that one extends, at any depth."""
        if self._bases is None:
            self._bases = {}
            for base, subtypes in self._direct.items():
                for one in subtypes:
                    self._bases.setdefault(one, []).append(base)
        found: set[str] = set()
        pending = [name]
        while pending:
            new = [one for one in self._bases.get(pending.pop(), ()) if one not in found]
            found.update(new)
            pending += new
        return found - {name}

    def of(self, name: str) -> list[str]:
        """Return the components that extend one at any depth, in the document's order."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._of(name)
        return known

    def _of(self, name: str) -> list[str]:
        if name not in self._direct:
            return []
        found = {name}
        pending = [name]
        while pending:
            new = [one for one in self._direct.get(pending.pop(), ()) if one not in found]
            found.update(new)
            pending += new
        return [one for one in self.components if one in found and one != name]


def union_of_subtypes(
    name: str, components: Mapping[str, Any], subtypes: list[str], discriminator: Mapping[str, Any]
) -> UnionOf:
    """Return the union that stands for a component and all that extend it.

    A component without an entry in the discriminator's mapping is told by its own
    ``x-ms-discriminator-value`` (AutoRest), a subtype else by its name.
    """
    mapping = _declared(discriminator)
    mapped = {target.key for target in mapping.values()}
    for one in (*subtypes, name):
        value = components[one].get(_VALUE, "" if one == name else one)
        if one not in mapped and value:
            mapping.setdefault(str(value), Named(one))
    members = (*(Named(one) for one in subtypes), Named(name))
    other = _default(discriminator) or Named(name)
    return UnionOf(members, _property(discriminator), tuple(mapping.items()), other)


def tell_apart(
    union: UnionOf, discriminator: Mapping[str, Any], lowered: Mapping[str, TypeRef]
) -> UnionOf:
    """Return a union with its discriminator.

    Args:
        union: The union.
        discriminator: As the schema has it.
        lowered: What the components among the members became: with what stands beside the union
            they may be others.
    """
    mapping = _declared(discriminator).items()
    other = _default(discriminator)
    return replace(
        union,
        discriminator=_property(discriminator),
        mapping=tuple((value, lowered.get(target.key, target)) for value, target in mapping),
        other=other if other is None else lowered.get(other.key, other),
    )


def _default(discriminator: Mapping[str, Any]) -> Named | None:
    target = discriminator.get(DEFAULT_MAPPING)
    return None if target is None else Named(component_name(target))


def component_name(reference: Any) -> str:
    """Return the component that a reference, or a bare name, means."""
    return unescape(str(reference).removeprefix(COMPONENTS))


def _declared(discriminator: Mapping[str, Any]) -> dict[str, Named]:
    return {
        value: Named(component_name(target))
        for value, target in discriminator.get("mapping", {}).items()
    }


def _property(discriminator: Mapping[str, Any]) -> str:
    return str(discriminator.get("propertyName", ""))
