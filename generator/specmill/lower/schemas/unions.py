"""Unions (``oneOf``, ``anyOf``) and components that stand for all that extend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from specmill.document.pointers import escape
from specmill.lower.keywords import (
    COMPONENTS,
    Subtypes,
    docs_of,
    is_annotation,
    is_composed,
    join_types,
    merge,
    tell_apart,
    union_of_subtypes,
)
from specmill.lower.schemas.context import SchemaContext
from specmill.lower.schemas.inline_objects import Use
from specmill.lower.schemas.variants import variant_words
from specmill.model.models import Docs, Model, ModelKind
from specmill.model.types import NULL, Anything, Named, TypeRef, UnionOf
from specmill.values import replace

_KEYWORDS = ("oneOf", "anyOf")
_DEEPEST = 6
"""Unions of unions; deeper ones contain themselves."""


@dataclass(slots=True)
class Unions:
    """Lowers the unions of one document."""

    context: SchemaContext
    _subtypes: Subtypes = field(init=False)

    def __post_init__(self) -> None:
        self._subtypes = Subtypes(self.context.components)

    def type_of(self, schema: Mapping[str, Any], keyword: str, pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema with ``oneOf`` or ``anyOf``.

        What stands beside the keyword holds for each member.
        """
        shared = {
            key: value
            for key, value in schema.items()
            if key not in {keyword, "discriminator"} and not is_annotation(key)
        }
        if pointer.count("/oneOf/") + pointer.count("/anyOf/") > _DEEPEST:
            return Anything()
        narrows = "properties" in shared or any(other in shared for other in _KEYWORDS)
        members: list[TypeRef] = []
        variants = schema[keyword]
        for index, (member, word) in enumerate(zip(variants, variant_words(variants), strict=True)):
            whole = member
            if narrows and isinstance(member, dict):
                whole = merge({**shared, "allOf": [member]}, self.context.document.resolve)
            place = replace(use, member=f"{use.member} {word}".strip())
            members.append(self.context.type_of(whole, f"{pointer}/{keyword}/{index}", place))
        joined = join_types(members)
        discriminator = schema.get("discriminator")
        if isinstance(discriminator, dict) and isinstance(joined, UnionOf):
            union = tell_apart(joined, discriminator)
            if pointer.startswith("/components/schemas/") and pointer.count("/") == 3:
                return union  # the component itself is its name
            return self.named(pointer, union, use, docs_of(schema))
        return joined

    def divides(self, name: str, schema: Mapping[str, Any]) -> bool:
        """Tell whether a component that has properties is a union all the same.

        It is where the members say more than what they need, and do not extend it themselves.
        """
        members = list(_own_members(schema))
        if "discriminator" in schema or not any(map(is_composed, members)):
            return False
        own = {f"{COMPONENTS}{one}" for one in (name, *self._subtypes.of(name))}
        return not any(_reference(member) in own for member in members)

    def of_component(self, name: str) -> TypeRef:
        """Return a component's type: itself, or a union with the subtypes that it tells apart."""
        schema = self.context.components[name]
        if _is_null(schema):
            return NULL  # an alias of None has no `|`
        discriminator = schema.get("discriminator") if isinstance(schema, dict) else None
        if not isinstance(discriminator, dict) or "oneOf" in schema or "anyOf" in schema:
            return Named(name)
        key = f"/components/schemas/{escape(name)}/discriminator"
        if key in self.context.models:
            return Named(key)
        subtypes = self._subtypes.of(name)
        if not subtypes:
            return Named(name)
        union = union_of_subtypes(name, subtypes, discriminator)
        return self.named(key, union, Use(f"Any {name}"), Docs())

    def named(self, key: str, union: UnionOf, use: Use, docs: Docs) -> TypeRef:
        """Make a model of a union that a property tells apart; null stays outside."""
        members = tuple(member for member in union.members if member != NULL)
        target = UnionOf(members, union.discriminator, union.mapping)
        model = Model(key, "", "", ModelKind.ALIAS, docs, target=target, pointer=key)
        self.context.models[key] = model
        self.context.uses.append((key, use))
        nullable = len(members) != len(union.members)
        return join_types((Named(key), NULL)) if nullable else Named(key)


def _own_members(schema: Any) -> Iterator[Any]:
    """Yield the members of the unions that a schema has, but not of what it refers to."""
    if isinstance(schema, dict):
        for keyword in _KEYWORDS:
            yield from schema.get(keyword, ())
        for part in schema.get("allOf", ()):
            yield from _own_members(part)


def _reference(member: Any) -> str:
    return str(member.get("$ref", "")) if isinstance(member, dict) else ""


def _is_null(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    single = schema.get("enum", [schema.get("const", 0)])
    return schema.get("type") in ("null", ["null"]) or single == [None]
