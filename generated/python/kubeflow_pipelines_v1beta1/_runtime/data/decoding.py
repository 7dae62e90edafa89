"""Decoding of JSON bodies: from bytes to the declared type, or to the nearest thing to it."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from .adapters import type_adapter
from .json_shapes import is_array, is_object
from .unions import BRANCHES, Tagged


class MisfitError(Exception):
    """Content that does not fit its type."""


class NotJsonError(Exception):
    """Content that is not JSON at all."""


def decode(content: bytes, target: Any) -> Any:
    """Read JSON as ``target``, a type or None for plain JSON.

    Raises:
        MisfitError: The content does not fit the type; the message shows places, no values.
        NotJsonError: The content is not JSON.
    """
    try:
        if target is None:
            return from_json(content)
        if _is_model(target):
            return target.model_validate_json(content)
        return type_adapter(target).validate_json(content)
    except ValidationError as error:
        first, *others = error.errors(include_url=False, include_input=False, include_context=False)
        if first["type"] == "json_invalid":
            raise NotJsonError(first["msg"]) from None
        places = (str(part) for part in first["loc"] if part not in BRANCHES)
        place = ".".join(places) or "the body"
        more = f" and {len(others)} more" if others else ""
        raise MisfitError(f"{place}: {first['msg']}{more}") from None
    except ValueError as error:
        raise NotJsonError(str(error)) from None


def decode_leniently(content: bytes, target: Any) -> Any:
    """Read JSON as far as it fits ``target``: the rest stays plain, a missing field is None."""
    return lenient(target, from_json(content))


def nothing_as(target: Any) -> Any:
    """Read an empty body: a model without fields, None for all else."""
    return _fit_model(target, {}) if _is_model(target) else None


def _is_model(target: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(target, type) and issubclass(target, BaseModel)


def lenient(target: Any, value: Any) -> Any:
    """Fit plain JSON into a type as far as it goes; parts that do not fit stay plain."""
    try:
        return type_adapter(target).validate_python(value)
    except ValidationError:
        return _fit(target, value)


def _fit(target: Any, value: Any) -> Any:
    origin, arguments = get_origin(target), get_args(target)
    if origin is Annotated:
        tagged = next((note for note in arguments[1:] if isinstance(note, Tagged)), None)
        member = None if tagged is None else tagged.member_for(value)
        return _fit(arguments[0] if member is None else member, value)
    if origin in (Union, types.UnionType):
        fits = (_fit(member, value) for member in arguments)
        return next((fitted for fitted in fits if fitted is not value), value)
    if origin is list and is_array(value):
        return [lenient(arguments[0], item) for item in value]
    if is_object(value):
        if origin is dict:
            return {key: lenient(arguments[1], item) for key, item in value.items()}
        if _is_model(target):
            return _fit_model(target, value)
    return value


def _fit_model(model: type[BaseModel], given: Mapping[str, Any]) -> BaseModel:
    model.model_rebuild()  # until then, a model with defer_build has the names of its types only
    extra = dict(given)
    known: dict[str, Any] = {}
    missing: dict[str, None] = {}
    for name, field in model.model_fields.items():
        wire = name if field.alias is None or field.alias not in given else field.alias
        if wire in extra:
            known[name] = lenient(_declared(model, name), extra.pop(wire))
        elif field.is_required():
            missing[name] = None
    instance = model.model_construct()
    vars(instance).update(missing | known)
    instance.model_fields_set.update(known, extra)
    if instance.__pydantic_extra__ is not None:
        instance.__pydantic_extra__.update(extra)
    return instance


@cache
def _declared(model: type[BaseModel], name: str) -> Any:
    """Return the type of a field with the annotations that pydantic took off it."""
    field = model.model_fields[name]
    declared: Any = field.annotation
    for annotation in field.metadata:
        declared = Annotated[declared, annotation]
    return declared
