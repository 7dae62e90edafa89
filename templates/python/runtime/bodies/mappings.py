"""Mappings that stand for models: what the models would add to them, and how they write them."""

from __future__ import annotations

import types
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from typing_extensions import TypeAliasType

from ..data.decoding import declared_type
from ..data.exactness import as_number, is_model_type
from ..data.formats import WireForm
from ..data.json_shapes import is_array, is_object
from ..data.texts import format_date
from ..data.unions import Tagged
from ..data.wire import text

_JSON_SCALARS = (str, bool, int, float)
"""What JSON has values for; some fields write them in another form."""
_FORMED = (*_JSON_SCALARS, date, time, timedelta, bytes, bytearray, Decimal)
"""What fields write in several forms."""
_PLAIN = frozenset((*_JSON_SCALARS, type(None)))
"""What most fields write in one way alone: most of what mappings hold, so it is told first."""


def fitted(value: Any, target: Any, *, inside: bool = False) -> Any:
    """Return a value as a type writes it: with the constants that mappings in the place of models
    lack, and numbers, spans, times and bytes in the form of their field.

    Other values stay as they are, models, too. A mapping in the place of one of several models is
    known by its tag alone.

    Args:
        value: The value.
        target: Its type.
        inside: It stands in such a mapping; elsewhere the type itself writes its forms.
    """
    if type(value) in _PLAIN and not inside:
        return value
    if isinstance(value, _FORMED):
        return _in_form(value, target, inside=inside)
    if isinstance(value, BaseModel) or not (is_object(value) or is_array(value)):
        return value
    return _fitted(value, _narrowed(target, value), inside=inside)


def _fitted(value: Any, target: Any, *, inside: bool) -> Any:
    """Fit a mapping or a list to a type that is narrowed."""
    if is_model_type(target):
        return _of_model(value, target) if is_object(value) else value
    origin, arguments = get_origin(target), get_args(target)
    if origin is Annotated:
        member = _told(value, target.__metadata__)
        return value if member is None else fitted(value, member, inside=inside)
    if origin is dict and is_object(value):
        return {key: fitted(one, arguments[1], inside=inside) for key, one in value.items()}
    if origin is list and is_array(value):
        return [fitted(one, arguments[0], inside=inside) for one in value]
    return value


def _narrowed(target: Any, value: Any) -> Any:
    """Return what of a type mappings or lists are of: a list, a map, a model, or a union with a
    tag. That is Any where it has none of these, or several.
    """
    if isinstance(target, TypeAliasType):
        return _narrowed(target.__value__, value)
    if get_origin(target) is Annotated:
        is_told = any(isinstance(note, Tagged) for note in target.__metadata__)
        return target if is_told else _narrowed(target.__origin__, value)
    if get_origin(target) in (Union, types.UnionType):
        possible = [one for one in get_args(target) if _may_be(value, one)]
        return _narrowed(possible[0], value) if len(possible) == 1 else Any
    return target


def _in_form(value: Any, target: Any, *, inside: bool) -> Any:
    """Write a value in the first form of a type that is for its kind, if there is one.

    Where there is none, a decimal is a number and bytes are text, if the type has these, as models
    write them.

    Raises:
        ValueError: A number has not all digits of the decimal.
    """
    try:
        forms, kinds = _forms_and_kinds(target)
    except TypeError:  # annotations that have no hash
        forms, kinds = _forms_and_kinds.__wrapped__(target)
    if isinstance(value, _JSON_SCALARS) and (not inside or not forms or type(value) in kinds):
        return value
    for form in forms:
        if (written := form.encode(value)) is not value:
            return written if inside else value
    if isinstance(value, bytes | bytearray):
        return value if kinds.isdisjoint((str, bytes)) else text(value)
    if isinstance(value, Decimal) and str not in kinds:
        return value if kinds.isdisjoint((int, float)) else as_number(value)
    if isinstance(value, datetime) and date in kinds and kinds.isdisjoint((str, datetime)):
        return format_date(value)
    return value


@cache
def _forms_and_kinds(target: Any) -> tuple[tuple[WireForm, ...], frozenset[Any]]:
    """Return the forms of a type, and the types that it takes as they are."""
    return tuple(_forms_of(target)), frozenset(_kinds_of(target))


def _kinds_of(target: Any) -> Iterator[Any]:
    """Yield the types that a value without a form may have, those of unions one by one."""
    if isinstance(target, TypeAliasType):
        yield from _kinds_of(target.__value__)
    elif get_origin(target) is Annotated:
        if not any(isinstance(note, WireForm) for note in target.__metadata__):
            yield from _kinds_of(target.__origin__)
    elif get_origin(target) in (Union, types.UnionType):
        for member in get_args(target):
            yield from _kinds_of(member)
    else:
        yield target


def _told(value: Any, notes: tuple[Any, ...]) -> Any:
    """Return the member of a union that a tag tells, if it does."""
    return next(note.member_for(value) for note in notes if isinstance(note, Tagged))


def _may_be(value: Any, target: Any) -> bool:
    """Tell whether a mapping or a list may be of a type, by its shape."""
    if isinstance(target, TypeAliasType):
        return _may_be(value, target.__value__)
    origin, arguments = get_origin(target), get_args(target)
    if origin is Annotated:
        return _may_be(value, arguments[0])
    if origin in (Union, types.UnionType):
        return any(_may_be(value, one) for one in arguments)
    if target is Any:
        return True
    return origin is list if is_array(value) else origin is dict or is_model_type(target)


def _of_model(given: Mapping[Any, Any], model: type[BaseModel]) -> Mapping[Any, Any]:
    fields = _fields(model)
    known = {
        key: one if type(one) in _PLAIN and key not in fields.formed else fields.fitted(key, one)
        for key, one in given.items()
    }
    return {**fields.constants, **known}


@dataclass(frozen=True, slots=True)
class _Fields:
    """What is known of a model's fields, by wire names."""

    constants: Mapping[str, Any]
    declared: Mapping[str, Any]
    for_objects: Mapping[str, Any]
    for_lists: Mapping[str, Any]
    """Their types, narrowed once: most of what a call has to do."""
    formed: Collection[str]
    """Those that write their values in a form of their own."""

    def fitted(self, name: str, value: Any) -> Any:
        """Return a value as a field writes it."""
        if type(value) is dict:
            return _fitted(value, self.for_objects.get(name), inside=True)
        if type(value) is list:
            return _fitted(value, self.for_lists.get(name), inside=True)
        return fitted(value, self.declared.get(name), inside=True)


@cache
def _fields(model: type[BaseModel]) -> _Fields:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    wires = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    constants = {
        wire: field.default
        for wire, (_, field) in wires.items()
        if field.default not in (None, PydanticUndefined)
    }
    declared = {wire: declared_type(model, name) for wire, (name, _) in wires.items()}
    for_objects = {wire: _narrowed(target, {}) for wire, target in declared.items()}
    for_lists = {wire: _narrowed(target, []) for wire, target in declared.items()}
    formed = frozenset(wire for wire, target in declared.items() if any(_forms_of(target)))
    return _Fields(constants, declared, for_objects, for_lists, formed)


def with_wire_forms(fields: Mapping[str, Any], model: type[BaseModel]) -> Mapping[str, Any]:
    """Write the values of a form as the fields of a model are written: bytes are base64, and spans
    of time seconds, where these say so.
    """
    forms = _forms(model)
    return {
        name: _written(value, forms[name]) if name in forms else value
        for name, value in fields.items()
    }


def _written(value: Any, form: WireForm) -> Any:
    return [form.encode(one) for one in value] if is_array(value) else form.encode(value)


@cache
def _forms(model: type[BaseModel]) -> Mapping[str, WireForm]:
    """Return the forms of a model's fields, or of their items, by wire names."""
    declared = _fields(model).declared
    found = {name: next(_forms_of(one), None) for name, one in declared.items()}
    return {name: form for name, form in found.items() if form is not None}


def _forms_of(target: Any) -> Iterator[WireForm]:
    if isinstance(target, TypeAliasType):
        yield from _forms_of(target.__value__)
    elif get_origin(target) is Annotated:
        yield from (note for note in target.__metadata__ if isinstance(note, WireForm))
    if get_origin(target) in (Annotated, Union, types.UnionType, list):
        for inner in get_args(target):
            yield from _forms_of(inner)
