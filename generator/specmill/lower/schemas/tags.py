"""Tags of unions: the property whose value tells which member an object is.

A discriminator names it, or each member has a constant or values of its own in the same property.
The tag is filled in by constructors, and it alone chooses the member when an object is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import cast

from specmill.lower.keywords import join_types
from specmill.lower.schemas.inline_objects import Use
from specmill.lower.schemas.tag_fields import (
    Key,
    Value,
    field_of,
    is_closed,
    is_null,
    is_tag,
    key_of,
    with_tags,
)
from specmill.model.models import UNSET, Field, Model, ModelKind
from specmill.model.types import (
    NULL,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.values import dataclass, replace

_HOLDERS = frozenset({UnionOf, ListOf, MapOf, TupleOf})
"""Types that are unions, or may hold some."""
_TELLING = _HOLDERS | {Named}
"""Members of unions that may be told apart, or in which there are such."""


@dataclass(slots=True)
class Tags:
    """The tags of the unions of one document."""

    models: dict[str, Model]
    uses: list[tuple[str, Use]]
    """Where models stand that are made here."""
    family: Callable[[UnionOf], Iterable[Use]]
    """Gives what a union is called wherever it stands."""
    warn: Callable[[str, str], None]
    """Takes a finding and the pointer of the schema that it is about."""
    _places: dict[UnionOf, list[tuple[str, Use]]] = field(default_factory=dict)
    """Where unions without a discriminator stand, null aside."""
    _filled: dict[str, dict[str, dict[Key, Value]]] = field(default_factory=dict)
    """Of a model, the values of each property that tells it from others."""

    def place(self, type_: TypeRef, pointer: str, use: Use) -> None:
        """Remember where a union stands, and what it is about."""
        if isinstance(type_, UnionOf) and not type_.discriminator:
            union = UnionOf(tuple(one for one in type_.members if one != NULL))
            self._places.setdefault(union, []).append((pointer, use))

    def told_apart(self, type_: TypeRef) -> TypeRef:
        """Return a type whose unions know what tells their members apart; they have names."""
        match type_:
            case UnionOf(discriminator=""):
                return self._named(type_)
            case ListOf(item=item):
                inner = self.told_apart(item)
                return type_ if inner is item else ListOf(inner)
            case MapOf(value=value):
                inner = self.told_apart(value)
                return type_ if inner is value else MapOf(inner)
            case TupleOf(items=items, rest=rest):
                told = tuple(map(self.told_apart, items))
                return TupleOf(told, None if rest is None else self.told_apart(rest))
            case _:
                return type_

    def complete(self, extended: Iterable[UnionOf]) -> None:
        """Let the unions with a discriminator know what it leaves to their members; in place.

        Args:
            extended: The unions of components and what extends them, also those that nothing
                refers to.
        """
        for told in extended:
            self._note(told)
        for key, model in self.models.items():
            union = model.target
            if isinstance(union, UnionOf) and union.discriminator:
                completed = self._completed(union, model.pointer)
                self._note(completed)
                if completed != union:
                    self.models[key] = replace(model, target=completed)

    def fill(self, extended: Iterable[UnionOf]) -> None:
        """Let the unions of all models know their tags, then the members theirs; in place.

        Args:
            extended: As for :meth:`complete`.
        """
        self.complete(extended)
        for key, model in [*self.models.items()]:
            told = self._with_unions(model)
            if told is not model:
                self.models[key] = told
        for key, tags in self._filled.items():
            self.models[key] = with_tags(self.models[key], tags)

    def _with_unions(self, model: Model) -> Model:
        """Return a model whose unions without a discriminator know their tags."""
        fields = model.fields
        if any(type(one.type) in _HOLDERS for one in fields):
            fields = tuple(
                self._with_union(one) if type(one.type) in _HOLDERS else one for one in fields
            )
        extra, target = model.extra, model.target
        if extra is not None and _has_union(extra):
            extra = self.told_apart(extra)
        if isinstance(target, UnionOf):
            target = self._derived(target)
        elif target is not None and _has_union(target):
            target = self.told_apart(target)
        if fields == model.fields and extra is model.extra and target is model.target:
            return model
        return replace(model, fields=fields, extra=extra, target=target)

    def _with_union(self, field_: Field) -> Field:
        if not _has_union(field_.type):
            return field_
        told = self.told_apart(field_.type)
        return field_ if told is field_.type else replace(field_, type=told)

    # -- unions ----------------------------------------------------------------------------------

    def _named(self, union: UnionOf) -> TypeRef:
        """Return a union, by a name if its objects are told apart: what tells them is a value, and
        the members of a module must be there before it.
        """
        if _TELLING.isdisjoint(map(type, union.members)):
            return union
        alone = UnionOf(tuple(one for one in union.members if one != NULL))
        places = self._places.get(alone)
        told = self._derived(alone)
        if told is alone:
            return union
        if not told.discriminator:  # what its lists and maps hold is told apart
            return join_types((*told.members, *(one for one in union.members if one == NULL)))
        if not places or len(alone.members) < 2:
            return union
        key = places[0][0]
        if key not in self.models:
            alias = Model(key, "", "", ModelKind.ALIAS, target=told, pointer=key)
            self.models[key] = alias
            self.uses += [(key, use) for use in (*self.family(alone), *(use for _, use in places))]
        return (
            join_types((Named(key), NULL))
            if len(alone.members) < len(union.members)
            else Named(key)
        )

    def _derived(self, union: UnionOf) -> UnionOf:
        """Return a union with the constants that tell its objects apart, if each has one."""
        if union.discriminator:
            return union
        members = tuple(self.told_apart(one) for one in union.members)
        if members != union.members:
            union = replace(union, members=members)
        objects = list(self.objects(union))
        if len(objects) < 2 or self._is_held(union, len(objects)):
            return union
        names = [*self._tagging(objects[0])]
        ways = [(name, nested) for nested in (False, True) for name in names]
        for name, nested in (*ways, *((one, False) for one in self._enumerating(objects[0]))):
            mapping = self._mapped(union, objects, name, nested=nested)
            if mapping:
                closed = all(is_closed(field_of(one, name)) for one in objects)
                told = replace(union, discriminator=name, mapping=mapping, closed=closed)
                self._note(told)
                return told
        return union

    def _is_held(self, union: UnionOf, count: int) -> bool:
        """Tell whether all objects of a union are those of one member, which tells them apart."""
        return any(len([*self.objects(one)]) == count for one in union.members)

    def _mapped(
        self, union: UnionOf, objects: list[Model], name: str, *, nested: bool
    ) -> tuple[tuple[Value, TypeRef], ...]:
        """Return which value of a property leads to which object, empty where it does not tell.

        Args:
            union: The union.
            objects: The objects that it may be.
            name: The property.
            nested: A value may lead to several objects that another property tells apart.
        """
        groups: dict[Key, tuple[Value, list[Model]]] = {}
        for one in objects:
            values = [*self._only(one, name)] or ([] if nested else self._several(one, name))
            if not values:
                return ()
            for value in values:
                groups.setdefault(key_of(value), (value, []))[1].append(one)
        is_told = all(len(group) == 1 for _, group in groups.values())
        if len(groups) < 2 or not (is_told or nested):
            return ()
        found = [(value, self._target(union, group)) for value, group in groups.values()]
        return tuple(found) if is_told or all(self._is_told(target) for _, target in found) else ()

    def _target(self, union: UnionOf, group: list[Model]) -> TypeRef:
        """Return the type of some of the objects of a union: a member, where it is these alone."""
        if len(group) == 1:
            return Named(group[0].key)
        keys = [one.key for one in group]
        for member in union.members:
            if isinstance(member, Named) and [one.key for one in self.objects(member)] == keys:
                return member
        return self._derived(UnionOf(tuple(map(Named, keys))))

    def _is_told(self, type_: TypeRef) -> bool:
        """Tell whether a property tells the objects of a type apart."""
        while isinstance(type_, Named):
            model = self.models[type_.key]
            if model.kind is ModelKind.OBJECT or model.target is None:
                return True
            type_ = model.target
        return isinstance(type_, UnionOf) and bool(self._derived(type_).discriminator)

    def _tagging(self, model: Model) -> Iterator[str]:
        """Yield the properties that may tell a model from others."""
        yield from (one.wire for one in model.fields if one.constant is not UNSET or is_null(one))
        yield from self._filled.get(model.key, ())

    def _only(self, model: Model, name: str) -> Iterator[Value]:
        """Yield the only value that a property has in a model: its constant, or a tag."""
        declared = field_of(model, name)
        if declared is not None and (is_tag(declared.constant) or is_null(declared)):
            yield None if is_null(declared) else cast("Value", declared.constant)
            return
        values = self._filled.get(model.key, {}).get(name, {})
        if len(values) == 1:
            yield from values.values()

    def _enumerating(self, model: Model) -> Iterator[str]:
        """Yield the properties that must have one of several values."""
        return (one.wire for one in model.fields if one.required and self._several(model, one.wire))

    def _several(self, model: Model, name: str) -> list[Value]:
        """Return the values of a property that must be there, which may tell a model by them."""
        declared = field_of(model, name)
        return self._values(declared) if declared is not None and declared.required else []

    def _completed(self, union: UnionOf, pointer: str) -> UnionOf:
        """Return a union with what its discriminator leaves to the members: values that they
        declare, else their names.
        """
        name = union.discriminator
        objects = {one.key: one for one in self.objects(union)}
        mapping = {key_of(value): (value, target) for value, target in union.mapping}
        targets = [target for _, target in mapping.values()]
        mapped = {one.key for target in targets for one in self.objects(target)}
        spoken = {one.key for one in self.objects(union.other)}
        groups: dict[Key, tuple[Value, list[Model]]] = {}
        for key, model in objects.items():
            if key in mapped or key in spoken:
                continue
            values = self._values(field_of(model, name))
            if not values and not key.startswith("/"):
                values = [key]
            for value in values:
                if key_of(value) not in mapping:
                    groups.setdefault(key_of(value), (value, []))[1].append(model)
                mapped.add(key)
        for found, (value, group) in groups.items():
            mapping[found] = value, self._target(union, group)
        rest = [key for key in objects if key not in mapped]
        other = union.other
        if other is None and len(rest) == 1:
            other = Named(rest[0])
        closed = other is None and all(is_closed(field_of(one, name)) for one in objects.values())
        told = replace(union, mapping=tuple(mapping.values()), other=other, closed=closed)
        return self._with_members(told, pointer, objects.keys())

    def _with_members(self, union: UnionOf, pointer: str, known: Iterable[str]) -> UnionOf:
        """Let all that a discriminator leads to be members."""
        members = list(union.members)
        keys = {*known, *(one.key for one in members if isinstance(one, Named))}
        targets = [*union.mapping] + ([("", union.other)] if union.other is not None else [])
        for value, target in targets:
            if isinstance(target, Named) and target.key not in keys:
                keys.add(target.key)
                members.append(target)
                self.warn(
                    f"the discriminator leads {value!r} to {target.key}, which is no member of the"
                    " union; taken as one",
                    pointer,
                )
        return (
            replace(union, members=tuple(members)) if len(members) > len(union.members) else union
        )

    def objects(self, type_: TypeRef | None) -> Iterator[Model]:
        """Yield each object that a type may be, behind aliases and in unions."""
        found: dict[str, Model] = {}
        pending = [type_]
        passed: set[str] = set()
        while pending:
            one = pending.pop(0)
            if isinstance(one, UnionOf):
                pending[:0] = one.members
            elif isinstance(one, Named) and one.key in self.models and one.key not in passed:
                passed.add(one.key)
                model = self.models[one.key]
                if model.kind is ModelKind.OBJECT:
                    found[one.key] = model
                elif model.kind is ModelKind.ALIAS:
                    pending.insert(0, model.target)
        return iter(found.values())

    def _values(self, declared: Field | None) -> list[Value]:
        """Return the values that a member declares for its tag."""
        if declared is None:
            return []
        if declared.constant is not UNSET:
            values = [declared.constant]
        else:
            type_ = declared.type
            if isinstance(type_, Named) and type_.key in self.models:
                values = [one.value for one in self.models[type_.key].values]
            else:
                values = [*type_.values] if isinstance(type_, LiteralOf) else []
        return [cast("Value", one) for one in values if is_tag(one)]

    # -- members ---------------------------------------------------------------------------------

    def _note(self, union: UnionOf) -> None:
        """Remember which value tells which model."""
        for value, target in union.mapping:
            for model in self.objects(target):
                tags = self._filled.setdefault(model.key, {})
                tags.setdefault(union.discriminator, {})[key_of(value)] = value


def _has_union(type_: TypeRef | None) -> bool:
    match type_:
        case UnionOf():
            return True
        case ListOf(item=inner) | MapOf(value=inner):
            return _has_union(inner)
        case TupleOf():
            return True
        case _:
            return False
