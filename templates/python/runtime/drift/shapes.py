"""What of a JSON value its declared type lacks: fields, values of enumerations, kinds of JSON."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from ..data.json_shapes import is_array, is_object
from ..data.models import FreeModel

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.:/-]{0,63}")
"""What a value of an enumeration looks like; anything else might be a user's text."""
_KINDS: Mapping[Any, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
    date: "string",
    datetime: "string",
    time: "string",
}
_MOST_DEPTH = 40


class Lack(NamedTuple):
    """Something that a declared type does not have."""

    kind: str
    """``field``, ``value`` or ``type``."""
    at: str
    """Where: names of fields, ``*`` for items of a list, ``{}`` for values of a map."""
    found: str
    """A kind of JSON; of ``value``, the unknown word."""


def lacks(target: Any, value: Any, at: str = "", depth: int = 0) -> Iterator[Lack]:
    """Yield what a JSON value has that its declared type lacks.

    Names of maps are a user's, and never told; nor is any text but a word where the type has a list
    of words.
    """
    members = list(_members(target))
    if depth > _MOST_DEPTH or not members or any(member is Any for member in members):
        return
    kind = json_kind(value)
    known = {_kind(member) for member in members}
    if None in known:
        return  # a type that may be written in several ways
    if kind not in known and not (kind == "integer" and "number" in known):
        yield Lack("type", at, kind)
    elif kind == "string":
        words = [set(get_args(one)) for one in members if get_origin(one) is Literal]
        is_unknown = words and value not in set().union(*words)
        if is_unknown and _WORD.fullmatch(value):
            yield Lack("value", at, value)
    elif is_array(value):
        lists = [get_args(one)[0] for one in members if get_origin(one) is list and get_args(one)]
        for item in value if len(lists) == 1 else ():
            yield from lacks(lists[0], item, f"{at}/*", depth + 1)
    elif is_object(value):
        yield from _of_object(members, value, at, depth)


def json_kind(value: Any) -> str:
    """Return the kind of a JSON value."""
    if isinstance(value, bool):
        return "boolean"
    if is_object(value):
        return "object"
    return "array" if is_array(value) else _KINDS.get(type(value), "string")


def _of_object(members: list[Any], value: Mapping[str, Any], at: str, depth: int) -> Iterator[Lack]:
    objects = [one for one in members if _kind(one) == "object"]
    if len(objects) != 1:
        return  # a union, whose member only the decoder knows
    member = objects[0]
    if get_origin(member) is dict:
        for one in value.values():
            yield from lacks(get_args(member)[1], one, f"{at}/{{}}", depth + 1)
    elif isinstance(member, type) and issubclass(member, BaseModel):
        fields = _fields(member)
        is_open = _is_map(member)
        for name, one in value.items():
            place = f"{at}/{name.replace('~', '~0').replace('/', '~1')}"
            if name in fields:
                yield from lacks(fields[name], one, place, depth + 1)
            elif not is_open:
                yield Lack("field", place, json_kind(one))


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, Any]:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    return {one.alias or name: one.annotation for name, one in model.model_fields.items()}


def _is_map(model: type[BaseModel]) -> bool:
    """Tell whether a model takes properties of any name."""
    return issubclass(model, FreeModel) or "__pydantic_extra__" in vars(model).get(
        "__annotations__", {}
    )


def _members(target: Any) -> Iterator[Any]:
    """Yield the plain types that a type stands for."""
    if isinstance(target, TypeAliasType):
        yield from _members(target.__value__)
    elif get_origin(target) is Annotated:
        yield from _members(get_args(target)[0])
    elif get_origin(target) in (Union, types.UnionType):
        for member in get_args(target):
            yield from _members(member)
    else:
        yield target


def _kind(member: Any) -> str | None:
    """Return the kind of JSON that a type is read from; None where that is not certain."""
    origin = get_origin(member)
    if origin is Literal:
        kinds = {json_kind(one) for one in get_args(member)}
        return kinds.pop() if len(kinds) == 1 else None
    if origin is list:
        return "array"
    if origin is dict or (isinstance(member, type) and issubclass(member, BaseModel)):
        return "object"
    return _KINDS.get(member)
