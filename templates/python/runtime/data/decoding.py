"""Decoding of JSON bodies: from bytes to the declared type, or to the nearest thing to it."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json
from typing_extensions import TypeAliasType

from ..collector import uncollected
from .exactness import is_model_type, type_adapter
from .formats import DIGITS, WireForm
from .json_shapes import is_array, is_object
from .likeness import likeliest
from .texts import Digits
from .unions import BRANCHES, Tagged

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from .tolerance import Tolerant

_SCALARS = frozenset({int, float, bool, Decimal, datetime, date, time, timedelta})


class MisfitError(Exception):
    """Content that does not fit its type."""


class NotJsonError(ValueError):
    """Content that is not JSON at all."""


class _DigitsWantedError(MisfitError):
    """Decimals that are numbers of JSON are read with its text at hand."""


@uncollected
def decode(content: bytes, target: Any) -> Any:
    """Read JSON as ``target``, a type or None for plain JSON.

    Raises:
        MisfitError: The content does not fit the type; the message shows places, no values.
        NotJsonError: The content is not JSON.
    """
    if target is None:
        return read_json(content)
    try:
        if is_model_type(target):
            return target.__pydantic_validator__.validate_json(content, context=DIGITS)
        return type_adapter(target).validate_json(content, context=DIGITS)
    except ValidationError as error:
        misfit = _misfit(error)
    if isinstance(misfit, _DigitsWantedError):
        return _decode_with_digits(content, target)
    if isinstance(misfit, MisfitError):
        raise misfit
    value = _read_slowly(content, str(misfit))
    try:
        return type_adapter(target).validate_python(value, context=Digits(content))
    except ValidationError as error:
        raise _misfit(error) from None


def _decode_with_digits(content: bytes, target: Any) -> Any:
    try:
        return type_adapter(target).validate_json(content, context=Digits(content))
    except ValidationError as error:
        raise _misfit(error) from None


def read_json(content: bytes) -> Any:
    """Read plain JSON.

    Raises:
        NotJsonError: It is none.
    """
    try:
        return from_json(content)
    except ValueError as error:
        return _read_slowly(content, str(error))


def _read_slowly(content: bytes, why: str) -> Any:
    """Read what Python's own parser reads, and pydantic's does not.

    That is JSON with a byte order mark or in UTF-16 (RFC 8259, section 8.1), with a surrogate that
    stands alone (section 8.2), or nested more deeply.

    Raises:
        NotJsonError: It is no JSON either way.
    """
    try:
        return json.loads(content)
    except RecursionError:
        raise NotJsonError(f"nested too deeply: {why}") from None
    except ValueError:
        raise NotJsonError(why) from None


def decode_texts(fields: Mapping[str, str], target: Any) -> Any:
    """Read the fields of a form, which knows text alone, as ``target``.

    Raises:
        MisfitError: They do not fit the type.
    """
    try:
        return type_adapter(target).validate_strings(fields)
    except ValidationError as error:
        raise _misfit(error) from None


def _misfit(error: ValidationError) -> MisfitError | NotJsonError:
    """Tell the first place that does not fit, without its value."""
    return _told(error.errors(include_url=False, include_input=False, include_context=False))


def _told(found: Sequence[ErrorDetails]) -> MisfitError | NotJsonError:
    if any(one["type"] == DIGITS for one in found):
        return _DigitsWantedError()
    first, *others = found
    if first["type"] == "json_invalid":
        return NotJsonError(first["msg"])
    places = (str(part) for part in first["loc"] if part not in BRANCHES)
    place = ".".join(places) or "the body"
    more = f" and {len(others)} more" if others else ""
    return MisfitError(f"{place}: {first['msg']}{more}")


@uncollected
def decode_or_keep(content: bytes, target: Any) -> tuple[Any, MisfitError | None]:
    """Read JSON as far as it fits ``target``, and tell what does not.

    The first misfit of a type takes three times as long as content that fits; after the second,
    single items of its lists that do not fit take hardly any.

    Raises:
        NotJsonError: The content is not JSON.
    """
    if _MISFITTING and target in _MISFITTING and (reader := _tolerant(target)) is not None:
        try:
            value = reader.validator.validate_json(content, context=DIGITS)
            return value, _repair(reader, value, content)
        except (ValidationError, _DigitsWantedError):
            pass  # more than single items; what it is, is told below
    try:
        return decode(content, target), None
    except MisfitError as error:
        if is_model_type(target) or _is_list(target):
            _MISFITTING.add(target)
        return decode_leniently(content, target), error


_MISFITTING: set[Any] = set()
"""Types of which an answer was seen that did not fit."""


@cache
def _tolerant(target: Any) -> Tolerant | None:
    from .tolerance import tolerant  # most services keep to their description

    made = target.__pydantic_core_schema__ if is_model_type(target) else None
    return tolerant(target, made or type_adapter(target).core_schema)


def _is_list(target: Any) -> bool:
    return get_origin(target) is list and is_model_type(get_args(target)[0])


def _repair(reader: Tolerant, value: Any, content: bytes) -> MisfitError | None:
    """Put what an item is, as far as it fits, in the place of each mark.

    Raises:
        _DigitsWantedError: Decimals want the text of the content.
    """
    found: list[ErrorDetails] = []
    for one in [*reader.marked(value)]:
        try:
            given = to_json(one.given, inf_nan_mode="constants")
            type_adapter(one.type).validate_json(given, context=DIGITS)
        except ValidationError as error:
            told = error.errors(include_url=False, include_input=False)
            for detail in told:
                detail["loc"] = (*one.path, *detail["loc"])
            found += told
        except PydanticSerializationError:
            pass  # nested too deeply
        one.holder[one.key] = _fit(one.type, one.given, Digits(content))
    misfit = _told(found) if found else None
    if isinstance(misfit, _DigitsWantedError):
        raise misfit
    return misfit if isinstance(misfit, MisfitError) else None


def decode_leniently(content: bytes, target: Any) -> Any:
    """Read JSON as far as it fits ``target``: the rest stays plain, a missing field is None."""
    value = read_json(content)
    try:
        return lenient(target, value, Digits(content))
    except RecursionError:
        return value  # a value that does not fit, at a depth that Python cannot walk to


def needs_content(target: Any) -> bool:
    """Tell whether nothing is no value of a type: a list, a model that has required fields, a
    number, a Boolean, a time.
    """
    if isinstance(target, TypeAliasType):
        return needs_content(target.__value__)
    origin, arguments = get_origin(target), get_args(target)
    if origin is Annotated:
        return needs_content(arguments[0])
    if origin in (Union, types.UnionType):
        return all(map(needs_content, arguments))
    if is_model_type(target):
        return _has_required_fields(target)
    return origin is list or target in _SCALARS


def _has_required_fields(model: type[BaseModel]) -> bool:
    """Tell whether ``{}`` lacks a field, be it a constant that constructors fill in."""
    try:
        model.model_validate_json(b"{}")
    except ValidationError:
        return True
    given = (field for field in model.model_fields.values() if not field.is_required())
    return any(field.get_default() is not None for field in given)


_NO_DIGITS = Digits()


def nothing_as(target: Any) -> Any:
    """Read an empty body: a model of which no field is known, None for all else."""
    return _fit_model(target, {}, _NO_DIGITS) if is_model_type(target) else None


def none_as(target: Any) -> Any:
    """Read what says that it has no content: a model that has no fields, None for all else."""
    return nothing_as(target) if is_model_type(target) and not target.model_fields else None


def takes_none(target: Any) -> bool:
    """Tell whether no content is a value of a type, as :func:`none_as` reads it."""
    if none_as(target) is not None:
        return True
    try:
        type_adapter(target).validate_json(b"null")
    except ValidationError:
        return False
    return True


def lenient(target: Any, value: Any, digits: Digits = _NO_DIGITS) -> Any:
    """Fit plain JSON into a type as far as it goes; parts that do not fit stay plain."""
    try:
        content = to_json(value, inf_nan_mode="constants")
        return type_adapter(target).validate_json(content, context=digits)
    except (ValidationError, PydanticSerializationError):  # the latter: nested too deeply
        return _fit(target, value, digits)


def _fit(target: Any, value: Any, digits: Digits) -> Any:
    origin, arguments = get_origin(target), get_args(target)
    if isinstance(target, TypeAliasType):
        return _fit(target.__value__, value, digits)
    if origin is Annotated:
        return _fit_annotated(arguments[0], arguments[1:], value, digits)
    if origin in (Union, types.UnionType):
        fits = (_fit(member, value, digits) for member in likeliest(arguments, value))
        return next((fitted for fitted in fits if fitted is not value), value)
    if origin is list and is_array(value):
        return [lenient(arguments[0], item, digits) for item in value]
    if is_object(value):
        if origin is dict:
            return {key: lenient(arguments[1], item, digits) for key, item in value.items()}
        if is_model_type(target):
            return _fit_model(target, value, digits)
    return value


def _fit_annotated(target: Any, notes: tuple[Any, ...], value: Any, digits: Digits) -> Any:
    for note in notes:
        if isinstance(note, WireForm):
            return note.as_came(value)
        if isinstance(note, Tagged):
            member = note.member_for(value)
            return _fit(target if member is None else member, value, digits)
    return _fit(target, value, digits)


def _fit_model(model: type[BaseModel], given: Mapping[str, Any], digits: Digits) -> BaseModel:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    extra = dict(given)
    known: dict[str, Any] = {}
    missing: dict[str, None] = {}
    for name, field in model.model_fields.items():
        wire = name if field.alias is None or field.alias not in given else field.alias
        if wire in extra:
            known[name] = lenient(declared_type(model, name), extra.pop(wire), digits)
        elif field.is_required():
            missing[name] = None
    instance = model.model_construct()
    vars(instance).update(missing | known)
    instance.model_fields_set.update(known, extra)
    if instance.__pydantic_extra__ is not None:
        instance.__pydantic_extra__.update(extra)
    return instance


@cache
def declared_type(model: type[BaseModel], name: str) -> Any:
    """Return the type of a field with the annotations that pydantic took off it."""
    field = model.model_fields[name]
    declared: Any = field.annotation
    for annotation in field.metadata:
        declared = Annotated[declared, annotation]
    return declared
