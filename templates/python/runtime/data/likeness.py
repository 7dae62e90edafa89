"""Which member of a union an object means that fits none: constants and required names tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from .exactness import is_model_type
from .json_shapes import is_object
from .unions import Tagged, UnionTag


class _Facts(NamedTuple):
    """What an object of a model has, by wire names."""

    constants: Mapping[str, Any]
    required: frozenset[str]
    names: frozenset[str]


def likeliest(members: Iterable[Any], value: Any) -> Iterator[Any]:
    """Yield the members of a union that a value may mean, the likeliest first.

    An object whose constant contradicts one of several models, or that has none of the names which
    it requires, is not of that model.
    """
    members = tuple(members)
    if not is_object(value) or sum(map(_is_of_models, members)) < 2:
        return iter(members)
    ranked = [(_likeness(member, value), member) for member in members]
    possible = [pair for pair in ranked if pair[0] is not None]
    return (member for _, member in sorted(possible, key=_rank))


def _is_of_models(member: Any) -> bool:
    """Tell whether a member is a model, or a union within which a property tells models apart."""
    notes = member.__metadata__ if get_origin(member) is Annotated else ()
    return is_model_type(member) or any(isinstance(note, Tagged) for note in notes)


def _rank(pair: tuple[Any, Any]) -> tuple[int, ...]:
    return tuple(-number for number in pair[0])


def _likeness(member: Any, value: Mapping[str, Any]) -> tuple[int, ...] | None:
    """Return how like a member an object is: constants that agree, required names and others."""
    if not is_model_type(member):
        return 0, 0, 0
    facts = _facts(member)
    said = {name: value[name] for name in facts.constants if name in value}
    if any(not _same(facts.constants[name], own) for name, own in said.items()):
        return None
    present = len(facts.required & value.keys())
    if facts.required and not present:
        return None
    return len(said), present - len(facts.required), len(facts.names & value.keys())


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


@cache
def _facts(model: type[BaseModel]) -> _Facts:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    constants: dict[str, Any] = {
        wire: get_args(field.annotation)[0]
        for wire, field in fields.items()
        if get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1
    }
    constants |= {
        wire: None
        for wire, field in fields.items()
        if field.annotation is NoneType
        and any(isinstance(note, UnionTag) for note in field.metadata)
    }
    required = {wire for wire, field in fields.items() if field.is_required() or wire in constants}
    return _Facts(constants, frozenset(required), frozenset(fields))
