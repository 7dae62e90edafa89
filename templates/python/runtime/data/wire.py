"""Wire forms of Python values outside typed models: in parameters, forms and free JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from .formats import (
    format_base64,
    format_datetime,
    format_decimal,
    format_duration,
    format_number,
    format_time,
)
from .json_shapes import is_array, is_model, is_object


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
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime():
            return format_datetime(value)
        case time():
            return format_time(value)
        case date():
            return value.isoformat()
        case timedelta():
            return format_duration(value)
        case bytes() | bytearray():
            return format_base64(bytes(value))
        case Decimal():
            return format_decimal(value)
        case UUID():
            return str(value)
        case _:
            raise TypeError(f"a value of type {type(value).__name__} cannot be sent")


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
        return value.decode("utf-8", "surrogateescape")
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
