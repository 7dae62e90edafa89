"""Mappings that stand for models: what the models would add to them, and how they write them."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from typing_extensions import TypeAliasType

from ..data.adapters import is_model_type
from ..data.decoding import declared_type
from ..data.exactness import with_all_digits
from ..data.formats import WireForm
from ..data.json_shapes import is_array, is_object
from ..data.unions import Tagged
from ..data.wire import text

_FORMED = (datetime, time, timedelta, bytes, Decimal)
"""What JSON has no values for, and fields write in several forms."""


def fitted(value: Any, target: Any, *, inside: bool = False) -> Any:
    """Return a value as a type writes it: with the constants that mappings in the place of models
    lack, and spans, times and bytes in the form of their field.

    Other values stay as they are, models, too. A mapping in the place of one of several models is
    known by its tag alone.

    Args:
        value: The value.
        target: Its type.
        inside: It stands in such a mapping; elsewhere the type itself writes its forms.
    """
    if isinstance(value, _FORMED):
        return _in_form(value, target, inside=inside)
    if isinstance(value, BaseModel) or not (is_object(value) or is_array(value)):
        return value
    origin, arguments = get_origin(target), get_args(target)
    if isinstance(target, TypeAliasType):
        return fitted(value, target.__value__, inside=inside)
    if origin is Annotated:
        member = _told(value, arguments[0], arguments[1:])
        return value if member is None else fitted(value, member, inside=inside)
    if origin in (Union, types.UnionType):
        possible = [one for one in arguments if _may_be(value, one)]
        return fitted(value, possible[0], inside=inside) if len(possible) == 1 else value
    if is_object(value):
        if origin is dict:
            return {key: fitted(one, arguments[1], inside=inside) for key, one in value.items()}
        return _of_model(value, target) if is_model_type(target) else value
    is_list = origin is list
    return [fitted(one, arguments[0], inside=inside) for one in value] if is_list else value


def _in_form(value: Any, target: Any, *, inside: bool) -> Any:
    """Write a value in the first form of a type that is for its kind, if there is one.

    Where there is none, a decimal is a number and bytes are text, if the type has these, as models
    write them.

    Raises:
        ValueError: A number has not all digits of the decimal.
    """
    target = target.__value__ if isinstance(target, TypeAliasType) else target
    for form in _forms_of(target):
        if (written := form.encode(value)) is not value:
            return written if inside else value
    kinds = set(_kinds_of(target))
    if isinstance(value, Decimal) and float in kinds and str not in kinds:
        return float(with_all_digits(value))
    is_text = isinstance(value, bytes) and not kinds.isdisjoint((str, bytes))
    return text(value) if is_text else value


def _kinds_of(target: Any) -> Iterator[Any]:
    """Yield the types that a value may have, those of unions one by one."""
    if isinstance(target, TypeAliasType):
        yield from _kinds_of(target.__value__)
    elif get_origin(target) is Annotated:
        yield from _kinds_of(target.__origin__)
    elif get_origin(target) in (Union, types.UnionType):
        for member in get_args(target):
            yield from _kinds_of(member)
    else:
        yield target


def _told(value: Any, target: Any, notes: tuple[Any, ...]) -> Any:
    """Return the type itself, or the member of a union that a tag tells; None where it has none."""
    tagged = (note for note in notes if isinstance(note, Tagged))
    return next((note.member_for(value) for note in tagged), target)


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
    constants, declared = _fields(model)
    known = {key: fitted(one, declared.get(key), inside=True) for key, one in given.items()}
    return {**constants, **known}


@cache
def _fields(model: type[BaseModel]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the constants of a model and the types of its fields, by wire names."""
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    wires = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    constants = {
        wire: field.default
        for wire, (_, field) in wires.items()
        if field.default not in (None, PydanticUndefined)
    }
    return constants, {wire: declared_type(model, name) for wire, (name, _) in wires.items()}


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
    _, declared = _fields(model)
    found = {name: next(_forms_of(one), None) for name, one in declared.items()}
    return {name: form for name, form in found.items() if form is not None}


def _forms_of(target: Any) -> Iterator[WireForm]:
    if get_origin(target) is Annotated:
        yield from (note for note in target.__metadata__ if isinstance(note, WireForm))
    if get_origin(target) in (Annotated, Union, types.UnionType, list):
        for inner in get_args(target):
            yield from _forms_of(inner)
