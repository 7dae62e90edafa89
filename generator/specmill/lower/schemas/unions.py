"""Unions (``oneOf``, ``anyOf``) and components that stand for all that extend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from specmill.diagnostics import fail
from specmill.document.pointers import escape, unescape
from specmill.lower.keywords import (
    Subtypes,
    component_name,
    docs_of,
    is_annotation,
    is_composed,
    join_types,
    shared_kinds,
    tell_apart,
    union_of_subtypes,
)
from specmill.lower.schemas.context import SchemaContext
from specmill.lower.schemas.inline_objects import Use
from specmill.lower.schemas.variants import variant_words
from specmill.model.models import Docs, Model, ModelKind
from specmill.model.types import NULL, Anything, Named, TypeRef, UnionOf
from specmill.values import dataclass, replace

_KEYWORDS = ("oneOf", "anyOf")
_KEYWORDS_SET = frozenset(_KEYWORDS)
_TYPING = (
    *("type", "format", "items", "prefixItems", "enum", "contentEncoding", "contentMediaType"),
    *("additionalProperties", "patternProperties"),
)
"""Keywords that a member without them has from what stands beside the union."""
_DEEPEST = 6
"""Unions of unions; deeper ones contain themselves."""
_WIDEST = 900
"""Members of a union; Python compiles no annotation of some thousands."""


@dataclass(slots=True)
class Unions:
    """Lowers the unions of one document."""

    context: SchemaContext
    _subtypes: Subtypes = field(init=False)
    _keys: dict[Any, str] = field(default_factory=dict)
    """Unions that have a name, by what they are."""
    _divided: dict[str, bool] = field(default_factory=dict)
    _plain: set[str] = field(default_factory=set)
    """References to schemas that no union is part of."""

    def __post_init__(self) -> None:
        self._subtypes = Subtypes(self.context.components)
        for name, schema in self.context.components.items():
            union = self._of_references(schema)
            if union is not None:
                self._keys.setdefault(_identity(union), name)

    def _of_references(self, schema: Any) -> UnionOf | None:
        """Return the union of other components that a component is, where that is all it is."""
        if not isinstance(schema, dict):
            return None
        discriminator = schema.get("discriminator")
        said = {keyword for keyword in schema if not is_annotation(keyword)}
        keyword = next((one for one in _KEYWORDS if one in said), "")
        if not isinstance(discriminator, dict) or len(said) != 2 or not keyword:
            return None
        lowered = {
            name: Named(name)
            for member in schema[keyword]
            if (name := component_name(_reference(member)))
        }
        components = map(self.context.components.get, lowered)
        if not len(schema[keyword]) == len(lowered) >= 2 or not all(map(_is_itself, components)):
            return None
        return tell_apart(UnionOf(tuple(lowered.values())), discriminator, lowered)

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
        members: list[TypeRef] = []
        lowered: dict[str, TypeRef] = {}
        variants = schema[keyword]
        component = _component_of(pointer)
        others = self._others(variants, shared)
        for index, (member, word) in enumerate(zip(variants, variant_words(variants), strict=True)):
            if index in others:
                continue
            whole = self._narrowed(member, shared, component) if shared else member
            place = replace(use, member=f"{use.member} {word}".strip())
            type_ = self.context.type_of(whole, f"{pointer}/{keyword}/{index}", place)
            members.append(type_)
            lowered[component_name(_reference(member))] = type_
        joined = join_types(members)
        if isinstance(joined, UnionOf) and len(joined.members) > _WIDEST:
            what = f"a union of more than {_WIDEST} types"
            where = self.context.document.locate(f"{pointer}/{keyword}")
            raise fail(what, location=where, hint="no API needs that; the file may be hostile")
        discriminator = schema.get("discriminator")
        if isinstance(discriminator, dict) and isinstance(joined, UnionOf):
            union = tell_apart(joined, discriminator, lowered)
            if component:
                return union  # the component itself is its name
            return self.named(pointer, union, use, docs_of(schema))
        return joined if component else self.context.told_apart(joined, pointer, use)

    def _others(self, members: Sequence[Any], shared: Mapping[str, Any]) -> set[int]:
        """Return the places of members that have another type than stands beside the union; none
        where that is all of them.
        """
        if "type" not in shared:
            return set()
        others = {
            index
            for index, member in enumerate(members)
            if (kinds := self._kinds(member)) and not shared_kinds(kinds, shared["type"])
        }
        return others if len(others) < len(members) else set()

    def _kinds(self, member: Any) -> Any:
        if not isinstance(member, dict):
            return None
        whole = self.context.merge(member) if "$ref" in member or "allOf" in member else member
        return whole.get("type")

    def _narrowed(self, member: Any, shared: Mapping[str, Any], component: str) -> Any:
        """Return a member with what stands beside the union, where that says anything new of it."""
        if member is True or member == {}:
            return shared
        if not isinstance(member, dict) or _is_null(member):
            return member
        shared = {
            key: shared[key] for key in shared if not self._is_one_of(member, key, shared[key])
        }
        if not shared:
            return member
        flat = self.context.merge(member) if "$ref" in member or "allOf" in member else member
        if "properties" in shared or any(keyword in shared for keyword in _KEYWORDS):
            name = component_name(_reference(member))
            if component and name in self._subtypes.of(component):
                return member
            merged = self.context.merge({**shared, "allOf": [member]})
            return member if _says(merged) == _says(flat) else merged
        if "properties" in flat or any(keyword in flat for keyword in _KEYWORDS):
            return member
        added = {key: shared[key] for key in _TYPING if key in shared and key not in flat}
        return {"allOf": [added, member]} if added else member

    def _is_one_of(self, member: Mapping[str, Any], keyword: str, value: Any) -> bool:
        """Tell whether a keyword is a union that a component is a member of, or its base is."""
        name = _named(member) if keyword in _KEYWORDS else ""
        bases = map(_named, value) if name else ()
        return any(name == base or name in self._subtypes.of(base) for base in bases if base)

    def divides(self, name: str, schema: Mapping[str, Any]) -> bool:
        """Tell whether a component that has properties is a union all the same.

        It is where the members say more than what they need. Those of a component that it extends
        count as well, unless it is one of them, or extends one.
        """
        known = self._divided.get(name)
        if known is None:
            divided = [one for one in self._all_members(schema) if self._divide(name, one)]
            bases = {name, *self._subtypes.bases_of(name)} if divided else set()
            known = self._divided[name] = any(
                bases.isdisjoint(component_name(_reference(one)) for one in members)
                for members in divided
            )
        return known

    def _divide(self, name: str, members: Sequence[Any]) -> bool:
        """Tell whether the members of a union say more than what they need: some of them do, all
        where one extends the component.
        """
        subtypes = self._subtypes.of(name)
        extends = any(component_name(_reference(one)) in subtypes for one in members)
        return (all if extends else any)(map(is_composed, members))

    def without_inherited(
        self, name: str, schema: Mapping[str, Any], flat: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Leave out the union that a component is a member of itself."""
        if _KEYWORDS_SET.isdisjoint(flat) or not _KEYWORDS_SET.isdisjoint(schema):
            return flat
        if self.divides(name, schema):
            return flat
        bases = {name, *self._subtypes.bases_of(name)}
        inherited = any(
            not bases.isdisjoint(component_name(_reference(one)) for one in flat[keyword])
            for keyword in _KEYWORDS
            if keyword in flat
        )
        left_out = {*_KEYWORDS, "discriminator"} if inherited else set()
        return {key: value for key, value in flat.items() if key not in left_out}

    def without_bases(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Leave out of ``allOf`` what other parts extend: a class and its base are the class."""
        parts = [*schema.get("allOf", ())]
        if "$ref" in schema:
            parts.append({"$ref": schema["$ref"]})
        names = [_named(one) for one in parts]
        if len(parts) < 2 or not any(names):
            return schema
        kept = [
            part
            for part, name in zip(parts, names, strict=True)
            if not name
            or not any(self._extends(other, name) for other in parts if other is not part)
        ]
        if len(kept) == len(parts):
            return schema
        return {
            **{key: schema[key] for key in schema if key not in ("$ref", "allOf")},
            "allOf": kept,
        }

    def _extends(self, part: Any, base: str) -> bool:
        """Tell whether a part is a component that extends another, or a union of such alone."""
        if name := _named(part):
            return name in self._subtypes.of(base)
        union = next((part[one] for one in _KEYWORDS if isinstance(part, dict) and one in part), ())
        return bool(union) and all(
            _is_null(one) or component_name(_reference(one)) in (base, *self._subtypes.of(base))
            for one in union
        )

    def extended(self) -> Iterator[UnionOf]:
        """Yield what each component with a discriminator of its own stands for."""
        for name, schema in self.context.components.items():
            discriminator = schema.get("discriminator") if isinstance(schema, dict) else None
            if isinstance(discriminator, dict) and _KEYWORDS_SET.isdisjoint(schema):
                subtypes = self._subtypes.of(name)
                self.context.work.spend(len(subtypes))
                if subtypes:
                    yield union_of_subtypes(name, self.context.components, subtypes, discriminator)

    def _all_members(self, schema: Any) -> Iterator[Sequence[Any]]:
        """Yield the members of each union that a schema has, also by what it is made of."""
        seen: set[str] = set()
        pending = [schema]
        has_any = False
        while pending:
            part = pending.pop()
            if not isinstance(part, dict):
                continue
            for keyword in _KEYWORDS:
                if keyword in part:
                    has_any = True
                    yield part[keyword]
            reference = part.get("$ref")
            if isinstance(reference, str) and not (reference in seen or reference in self._plain):
                seen.add(reference)
                pending.append(self.context.document.resolve(reference))
            pending += reversed(part.get("allOf", ()))
        if not has_any:
            self._plain |= seen

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
        union = union_of_subtypes(name, self.context.components, subtypes, discriminator)
        return self.named(key, union, Use(f"Any {name}"), Docs())

    def family(self, union: UnionOf) -> Iterator[Use]:
        """Yield what a union of all that extend one component is called wherever it stands."""
        keys = {member.key for member in union.members if isinstance(member, Named)}
        if len(keys) < len(union.members) or not keys:
            return
        shared = set.intersection(*map(self._subtypes.bases_of, keys))
        bases = (one for one in sorted(shared) if keys == {*self._subtypes.of(one)})
        yield from (Use("", f"Any {base}") for base in [*bases][:1])

    def named(self, key: str, union: UnionOf, use: Use, docs: Docs) -> TypeRef:
        """Make a model of a union that a property tells apart, of equal ones one; null stays
        outside.
        """
        members = tuple(member for member in union.members if member != NULL)
        target = replace(union, members=members)
        place, key = key, self._keys.setdefault(_identity(target), key)
        known = self.context.models.get(key)
        if known is not None and known.docs != docs:
            docs = Docs()  # what is said of one place is not said of the others
        if key not in self.context.components:
            model = Model(key, "", "", ModelKind.ALIAS, docs, target=target, pointer=key)
            self.context.models[key] = model
            self.context.uses += [(key, one) for one in (*self.family(target), use)]
            if key != place:
                self.context.twins[key].append(place)
        nullable = len(members) != len(union.members)
        return join_types((Named(key), NULL)) if nullable else Named(key)


def _component_of(pointer: str) -> str:
    """Return the component that a pointer leads to; empty for others."""
    is_component = pointer.startswith("/components/schemas/") and pointer.count("/") == 3
    return unescape(pointer.rpartition("/")[2]) if is_component else ""


def _reference(member: Any) -> str:
    """Return what a schema refers to, if that is all that it says."""
    if not isinstance(member, dict):
        return ""
    parts = member.get("allOf", ())
    if len(parts) == 1 and all(key == "allOf" or is_annotation(key) for key in member):
        return _reference(parts[0])
    return str(member.get("$ref", ""))


def _named(schema: Any) -> str:
    """Return the component that a schema is, annotations aside; empty where it says more."""
    if not isinstance(schema, dict):
        return ""
    is_alone = all(key in ("$ref", "allOf") or is_annotation(key) for key in schema)
    parts = schema.get("allOf", ())
    if not is_alone or len(parts) + ("$ref" in schema) != 1:
        return ""
    return component_name(schema["$ref"]) if "$ref" in schema else _named(parts[0])


def _says(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a schema asks, in no order; what has properties is an object."""
    said = {key: value for key, value in schema.items() if not is_annotation(key)}
    if "required" in said:
        said["required"] = sorted(said["required"])
    if said.get("type") == "object":
        del said["type"]
    return said


def _is_itself(component: Any) -> bool:
    """Tell whether a reference to a component means nothing but that."""
    return isinstance(component, dict) and "discriminator" not in component


def _identity(union: UnionOf) -> Any:
    """Return what equal unions have in common, in whatever order they are written."""
    said = frozenset(union.members)
    mapping = frozenset((type(value), value, member) for value, member in union.mapping)
    return said, union.discriminator, mapping, union.other, union.closed


def _is_null(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    single = schema.get("enum", [schema.get("const", 0)])
    return schema.get("type") in ("null", ["null"]) or single == [None]
