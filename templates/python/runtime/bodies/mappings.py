"""Mappings that stand for models: what the models would add to them, and how they write them."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, cached_property, partial
from itertools import chain, repeat
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from typing_extensions import TypeAliasType

from ..data.decoding import declared_type
from ..data.exactness import as_number, is_model_type, items_of
from ..data.formats import WireForm
from ..data.json_shapes import is_array, is_object
from ..data.texts import format_date
from ..data.unions import Tagged
from ..data.wire import text
from ..records import dataclass

_Writer: TypeAlias = Callable[[Any], Any]

_JSON_SCALARS = (str, bool, int, float)
"""What JSON has values for; some fields write them in another form."""
_FORMED = (*_JSON_SCALARS, date, time, timedelta, bytes, bytearray, Decimal)
"""What fields write in several forms."""
_PLAIN = frozenset((*_JSON_SCALARS, type(None)))
"""What most fields write in one way alone: most of what mappings hold, so it is told first."""


def fitted(value: Any, target: Any) -> Any:
    """Return a value as a type writes it: with the constants that mappings in the place of models
    lack, and numbers, spans, times and bytes in the form of their field.

    Other values stay as they are, models, too, and what the type itself writes in its form. A
    mapping in the place of one of several models is known by its tag alone.
    """
    return _place(target, inside=False).fitted(value)


class _Place:
    """A type in whose place values stand: that of a body, a field, an item or a value of a map.

    What is known of the type is found out once: a body has many values, and most stay as they are.
    """

    def __init__(self, target: Any, *, inside: bool) -> None:
        self.target = target
        self.inside = inside
        """It is inside a mapping in the place of a model; elsewhere the type writes its forms."""
        self.is_formed = inside and any(_forms_of(target))
        """Whether plain values are written in a form of its own."""

    @cached_property
    def _objects(self) -> _Writer:
        return _writer_of_objects(_narrowed(self.target, {}), inside=self.inside)

    @cached_property
    def _arrays(self) -> _Writer:
        return _writer_of_arrays(_narrowed(self.target, []), inside=self.inside)

    def fitted(self, value: Any) -> Any:
        """Return a value as it is written here."""
        kind: Any = value.__class__
        if kind is dict:
            return self._objects(value)
        if kind is list:
            return self._arrays(value)
        if kind in _PLAIN and not self.is_formed:
            return value
        if isinstance(value, _FORMED):
            return _in_form(value, self.target, inside=self.inside)
        if isinstance(value, BaseModel):
            return value
        if is_object(value):
            return self._objects(value)
        return self._arrays(value) if is_array(value) else value

    def _keeps(self, values: Iterable[Any]) -> bool:
        """Tell whether values are written here as they are, where that is seen at once."""
        return not self.is_formed and _PLAIN.issuperset(map(type, values))

    def fitted_values(self, given: Mapping[Any, Any]) -> Mapping[Any, Any]:
        """Return a map with its values as they are written here."""
        if self._keeps(given.values()):
            return given
        return {key: self.fitted(value) for key, value in given.items()}

    def fitted_items(self, given: Iterable[Any]) -> Iterable[Any]:
        """Return a list with its items as they are written here."""
        return given if self._keeps(given) else [self.fitted(item) for item in given]


@cache
def _cached_place(target: Any, inside: bool) -> _Place:  # keywords would make keys slow
    return _Place(target, inside=inside)


def _place(target: Any, *, inside: bool) -> _Place:
    """Return a type as a place of values, which is made once."""
    try:
        return _cached_place(target, inside)
    except TypeError:  # annotations that have no hash
        return _Place(target, inside=inside)


def _writer_of_objects(target: Any, *, inside: bool) -> _Writer:
    """Return how a narrowed type writes mappings."""
    if is_model_type(target):
        return partial(_of_model, target)
    if get_origin(target) is dict:
        return _place(get_args(target)[1], inside=inside).fitted_values
    if get_origin(target) is Annotated:
        return partial(_of_member, target.__metadata__, inside)
    return _unchanged


def _writer_of_arrays(target: Any, *, inside: bool) -> _Writer:
    """Return how a narrowed type writes lists."""
    if get_origin(target) is tuple:
        first, rest = items_of(target)
        places = [_place(one, inside=inside) for one in first]
        return partial(_of_tuple, places, _place(rest, inside=inside))
    is_list = get_origin(target) is list
    return _place(get_args(target)[0], inside=inside).fitted_items if is_list else _unchanged


def _of_tuple(places: Iterable[_Place], rest: _Place, given: Iterable[Any]) -> list[Any]:
    """Write each item of a list by the type of its place."""
    return [
        place.fitted(item) for place, item in zip(chain(places, repeat(rest)), given, strict=False)
    ]


def _unchanged(value: Any) -> Any:
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
    return origin in (list, tuple) if is_array(value) else origin is dict or is_model_type(target)


def _of_member(notes: tuple[Any, ...], inside: bool, given: Any) -> Any:
    """Write a mapping as the member of a union that its tag tells, if it does."""
    member = next(note.member_for(given) for note in notes if isinstance(note, Tagged))
    return given if member is None else _place(member, inside=inside).fitted(given)


def _of_model(model: type[BaseModel], given: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Write a mapping as a model; it is copied where that changes something."""
    fields = _fields(model)
    changed: dict[Any, Any] = {}
    for key, value in given.items():
        if type(value) in _PLAIN and key not in fields.formed:
            continue
        place = fields.places.get(key) or _place(None, inside=True)
        written = place.fitted(value)
        if written is not value:
            changed[key] = written
    return {**fields.constants, **given, **changed} if fields.constants or changed else given


@dataclass(frozen=True)
class _Fields:
    """What is known of a model's fields, by wire names."""

    constants: Mapping[str, Any]
    places: Mapping[str, _Place]
    formed: Collection[str]
    """Those that write plain values in a form of their own."""


@cache
def _fields(model: type[BaseModel]) -> _Fields:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    wires = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    constants = {
        wire: field.default
        for wire, (_, field) in wires.items()
        if field.default not in (None, PydanticUndefined)
    }
    places = {
        wire: _place(declared_type(model, name), inside=True) for wire, (name, _) in wires.items()
    }
    formed = frozenset(wire for wire, place in places.items() if place.is_formed)
    return _Fields(constants, places, formed)


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
    places = _fields(model).places
    found = {wire: next(_forms_of(place.target), None) for wire, place in places.items()}
    return {wire: form for wire, form in found.items() if form is not None}


def _forms_of(target: Any) -> Iterator[WireForm]:
    if isinstance(target, TypeAliasType):
        yield from _forms_of(target.__value__)
    elif get_origin(target) is Annotated:
        yield from (note for note in target.__metadata__ if isinstance(note, WireForm))
    if get_origin(target) in (Annotated, Union, types.UnionType, list):
        for inner in get_args(target):
            yield from _forms_of(inner)
