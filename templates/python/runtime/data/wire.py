"""Wire forms of Python values outside typed models: in parameters, forms and free JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any
from uuid import UUID

from .json_shapes import is_array, is_model, is_object
from .texts import (
    format_base64,
    format_datetime,
    format_decimal,
    format_duration,
    format_number,
    format_time,
)


def plain(value: Any) -> Any:
    """Turn a value that JSON does not know into one that it does.

    Raises:
        TypeError: There is no such form.
    """
    if is_model(value):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    if is_object(value):
        return dict(value)
    if is_array(value):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | time() | date() | timedelta():
            return _plain_time(value)
        case bytes() | bytearray():
            return format_base64(bytes(value))
        case Decimal():
            return format_decimal(value)
        case UUID():
            return str(value)
        case _:
            return _as_pydantic_has_it(value)


def _plain_time(value: date | time | timedelta) -> str:
    match value:
        case datetime():
            return format_datetime(value)
        case time():
            return format_time(value)
        case timedelta():
            return format_duration(value)
        case _:
            return value.isoformat()


def _as_pydantic_has_it(value: Any) -> Any:
    """Write what has one form for everybody, such as paths and addresses of the network."""
    from pydantic_core import PydanticSerializationError, to_jsonable_python

    if hasattr(value, "__fspath__"):
        return value.__fspath__()
    if hasattr(value, "get_secret_value"):  # which pydantic has stars for
        raise TypeError(f"a {type(value).__name__} cannot be sent: give its get_secret_value()")
    try:
        return to_jsonable_python(value)
    except PydanticSerializationError:
        name = type(value).__name__
        raise TypeError(f"a value of type {name} cannot be sent") from None


_JSON_KINDS = frozenset({str, int, bool, NoneType})


class TooDeepError(ValueError):
    """A value is nested deeper than Python's stack lets it be looked through."""


def free_json(value: Any) -> Any:
    """Return a value of any type with plain JSON in the place of all but models.

    Raises:
        TooDeepError: It is nested too deeply; pydantic keeps this as a cause, a RecursionError not.
        TypeError: There is no such form.
        ValueError: It has a number that JSON has not.
    """
    try:
        return _free_json(value)
    except RecursionError:
        raise TooDeepError("the value is nested too deeply") from None


def _free_json(value: Any) -> Any:
    if type(value) in _JSON_KINDS or is_model(value):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no number of JSON")
        return value
    if is_object(value):
        return {key: _free_json(inner) for key, inner in value.items()}
    if is_array(value):
        return [_free_json(inner) for inner in value]
    made = plain(value)
    return made if isinstance(made, str) else _free_json(made)


def json_bytes(value: Any, default: Callable[[Any], Any] = plain) -> bytes:
    """Write any value as compact JSON; mappings and lists may hold models, dates and the like,
    which ``default`` makes plain.

    Raises:
        TypeError: There is no JSON for a value.
        ValueError: A number is not finite.
    """
    written = json.dumps(
        value, default=default, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return written.encode("utf-8")


def text(value: Any) -> str:
    """Write a scalar as a parameter; mappings and lists become JSON, bytes the text that they are.

    Bytes that are no UTF-8 are kept for what encodes the text.
    """
    if isinstance(value, Enum):
        return text(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, int | float):
        return format_number(value)
    if isinstance(value, bytes | bytearray):
        return bytes(value).decode("utf-8", "surrogateescape")
    if is_object(value) or is_array(value):
        return json_bytes(value).decode("utf-8")
    return text(plain(value))


MOST_DIGITS = 18
LONGEST_ITEM = 64 * 1024 * 1024
"""Bytes of one item of a stream; what is longer is taken for one without an end."""


class TooLongError(Exception):
    """An item of a stream without an end in sight."""


def whole_number(text: str) -> int | None:
    """Read a number of ASCII digits; None for another text, or a number beyond all counting."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= MOST_DIGITS else None
