"""Answers of which single items do not fit: the others are read once, as if nothing were wrong.

A validator of pydantic gives nothing at all of content that does not fit, so that the rest would be
read again. A service that differs from its description does so in each answer, so types that were
seen to misfit get a validator of their own, which leaves a mark where an item of a list or a map
does not fit.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import SchemaValidator, core_schema

from .exactness import is_model_type
from .json_shapes import is_object


class Mark(NamedTuple):
    """What stands where an item does not fit."""

    given: Any
    """Its plain JSON."""


_WRAPPERS = {"nullable": "schema", "default": "schema", "json-or-python": "json_schema"}
"""Schemas that hold the one that JSON is read by."""
_ITEMS = {"list": "items_schema", "dict": "values_schema"}
_OBJECTS = frozenset({"model", "model-fields"})
_DEEPEST = 4
"""Objects around a list that are looked into: services wrap their lists in one or two."""


class Place(NamedTuple):
    """A list or a map whose items may be marked."""

    fields: tuple[tuple[str, str], ...]
    """Attributes and wire names on the way to it, from the whole answer."""
    item: Any
    """The type of its items."""


class Tolerant(NamedTuple):
    """How a type is read when single items may not fit."""

    validator: SchemaValidator
    places: tuple[Place, ...]

    def marked(self, value: Any) -> Iterator[Misfit]:
        """Find the marks in a value, which must not be changed meanwhile."""
        for place in self.places:
            held = _attribute(value, place)
            pairs = held.items() if is_object(held) else enumerate(held or ())
            where = tuple(wire for _, wire in place.fields)
            for key, item in pairs:
                if isinstance(item, Mark):
                    yield Misfit(held, key, item.given, place.item, (*where, key))


class Misfit(NamedTuple):
    """An item that does not fit."""

    holder: Any
    key: Any
    given: Any
    """Its plain JSON."""
    type: Any
    path: tuple[str | int, ...]


def _attribute(value: Any, place: Place) -> Any:
    for name, _ in place.fields:
        value = getattr(value, name, None)
    return value


def tolerant(target: Any, schema: Any) -> Tolerant | None:
    """Make the reader of a type out of its schema; None where no lists or maps are in reach."""
    places: list[Place] = []
    changed = _tolerant(schema, target, (), places)
    if not places:
        return None
    validator = SchemaValidator(changed, _use_prebuilt=False)  # not those of the models
    return Tolerant(validator, tuple(places))


def _tolerant(schema: Any, target: Any, way: Any, places: list[Place]) -> Any:
    """Return a schema that marks items, and note where; the same schema where there are none."""
    kind = schema["type"]
    if kind == "definitions":
        return {**schema, "schema": _tolerant(schema["schema"], target, way, places)}
    if kind in _WRAPPERS:
        key = _WRAPPERS[kind]
        return {**schema, key: _tolerant(schema[key], target, way, places)}
    target = _bare(target)
    if kind in _ITEMS and get_origin(target) in (list, dict) and _ITEMS[kind] in schema:
        key = _ITEMS[kind]
        places.append(Place(way, get_args(target)[-1]))
        mark = core_schema.no_info_plain_validator_function(Mark)
        item = core_schema.union_schema([schema[key], mark], mode="left_to_right")
        return {**schema, key: item}
    if kind in _OBJECTS and is_model_type(target) and len(way) < _DEEPEST:
        inner = schema["schema"] if kind == "model" else schema
        inner = (
            _of_fields(inner, target, way, places)
            if kind == "model-fields"
            else _tolerant(inner, target, way, places)
        )
        return {**schema, "schema": inner} if kind == "model" else inner
    return schema


def _of_fields(schema: Any, model: type[BaseModel], way: Any, places: list[Place]) -> Any:
    fields: dict[str, Any] = {}
    for name, field in schema["fields"].items():
        known = model.model_fields.get(name)
        fields[name] = field
        if known is not None:
            there = (*way, (name, known.alias or name))
            inner = _tolerant(field["schema"], known.annotation, there, places)
            fields[name] = {**field, "schema": inner}
    return {**schema, "fields": fields}


def _bare(target: Any) -> Any:
    """Take off a type what says nothing of its items: notes, names, and that it may be null."""
    while True:
        if isinstance(target, types.GenericAlias) or is_model_type(target):
            return target
        if get_origin(target) is Annotated:
            target = get_args(target)[0]
        elif get_origin(target) in (Union, types.UnionType):
            members = [one for one in get_args(target) if one is not type(None)]
            if len(members) != 1:
                return None
            target = members[0]
        else:
            return getattr(target, "__value__", None) and _bare(target.__value__)
