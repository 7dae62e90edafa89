"""Formats: types whose Python value is not their JSON form; they read both and write that form."""

from __future__ import annotations

import base64
import binascii
import math
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from email.utils import format_datetime as format_datetime_of_mail
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from .kept import (
    WireBytes,
    WireDatetime,
    WireDecimal,
    WireDuration,
    WireFloat,
    WireInteger,
    WireTime,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

_Clock = TypeVar("_Clock", datetime, time)

_SECONDS = re.compile(r"(-?)(\d+)(?:\.(\d{1,9}))?s")
_ISO = r"^[+-]?P"
_DURATION = re.compile(r"[+-]?P")
_DECIMAL = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
_NUMBER = rf"{_DECIMAL}|^NaN$|^-?Infinity$"
_INTEGER = r"^-?(0|[1-9][0-9]*)$"
"""Texts that numbers are made of; an integer is written as it came, so no other is read."""


def keep_datetime(value: Any, handler: Callable[[Any], datetime]) -> datetime:
    """Validate a time, and remember its text if :func:`format_datetime` would write another.

    Raises:
        ValueError: It is a number, in a text or by itself, of which nobody knows what it counts.
    """
    if isinstance(value, str):
        if value[4:5] != "-":
            raise ValueError("not a time as RFC 3339 writes it")
        read = handler(value)
        return read if format_datetime(read) == value else WireDatetime.of(read, value)
    return handler(no_number(value))


def keep_text(
    write: Callable[[Any], str], kept: Callable[[Any, str], Any]
) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Return a validator that remembers a text which ``write`` would not give."""

    def keep(value: Any, handler: Callable[[Any], Any]) -> Any:
        read = handler(value)
        return kept(read, value) if isinstance(value, str) and write(read) != value else read

    return keep


def keep_time(value: Any, handler: Callable[[Any], time]) -> time:
    """Validate a time of day, and remember its text if Python would write another.

    Raises:
        ValueError: It is a number.
    """
    read: time = _keep_time(no_number(value), handler)
    return read


def keep_local_datetime(value: Any, handler: Callable[[Any], datetime]) -> datetime:
    """Validate a time without an offset, and keep its text.

    Raises:
        ValueError: It has an offset.
    """
    return _local(keep_datetime(value, handler))


def keep_local_time(value: Any, handler: Callable[[Any], time]) -> time:
    """Validate a time of day without an offset, and keep its text.

    Raises:
        ValueError: It has an offset.
    """
    return _local(keep_time(value, handler))


def _local(value: _Clock) -> _Clock:
    if value.tzinfo is not None:
        raise ValueError("a time without an offset is due: the server reads it by its own clock")
    return value


def _of_local(write: Callable[[_Clock], str]) -> Callable[[_Clock], str]:
    """Return a writer that refuses a time with an offset, as validation does."""
    return lambda value: write(_local(value))


def no_number(value: Any) -> Any:
    """Return a value that is no number: a time is not made of one.

    Raises:
        ValueError: It is a number.
    """
    is_number = isinstance(value, int | float)
    if is_number:
        raise ValueError("a number where a time is due")
    return value


def format_datetime(value: datetime) -> str:
    """Write RFC 3339, with ``Z`` for UTC.

    A naive time has no offset, and none is made up: it is written without.
    """
    if isinstance(value, WireDatetime) and value.text:
        return value.text
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def format_spaced_datetime(value: datetime) -> str:
    """Write a time with a space between date and time of day: ``2024-02-29 12:00:00``."""
    return value.text if isinstance(value, WireDatetime) and value.text else value.isoformat(" ")


def format_http_date(value: datetime) -> str:
    """Write a time as HTTP has it, in whole seconds (RFC 9110, section 5.6.7); a naive time is
    taken as UTC.
    """
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return format_datetime_of_mail(aware.astimezone(UTC), usegmt=True)


def format_time(value: time) -> str:
    """Write a time of day as ISO 8601 has it."""
    return value.text if isinstance(value, WireTime) and value.text else value.isoformat()


def format_decimal(value: Decimal) -> str:
    """Write a decimal: ``2.50``."""
    return value.text if isinstance(value, WireDecimal) and value.text else str(value)


def format_seconds(value: timedelta) -> str:
    """Write seconds with the suffix ``s`` (protobuf's JSON mapping): ``1.5s``."""
    if isinstance(value, WireDuration) and _SECONDS.fullmatch(value.text):
        return value.text
    micros = value // timedelta(microseconds=1)
    whole, rest = divmod(abs(micros), 1_000_000)
    fraction = f".{rest:06}".rstrip("0") if rest else ""
    return f"{'-' if micros < 0 else ''}{whole}{fraction}s"


def parse_seconds(value: Any) -> Any:
    """Read ``1.5s``, rounding to microseconds; spans are taken as they are.

    Raises:
        ValueError: It is no such text.
    """
    if isinstance(value, timedelta):
        return value
    match = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("no seconds with the suffix `s`")
    sign, whole, fraction = match.groups(default="")
    nanos = int(fraction.ljust(9, "0"))
    span = timedelta(seconds=int(whole), microseconds=round(nanos / 1000))
    return -span if sign else span


def format_duration(value: timedelta) -> str:
    """Write an ISO 8601 duration: ``P1DT1.5S``, ``-PT3S``."""
    if isinstance(value, WireDuration) and _DURATION.match(value.text):
        return value.text
    sign, span = ("-", -value) if value < timedelta(0) else ("", value)
    seconds = format_seconds(timedelta(seconds=span.seconds, microseconds=span.microseconds))
    days = f"{span.days}D" if span.days else ""
    clock = f"T{seconds[:-1]}S" if seconds != "0s" or not days else ""
    return f"{sign}P{days}{clock}"


def format_number(value: float) -> str:
    """Write a number; what JSON has no number for is ``NaN``, ``Infinity`` or ``-Infinity``."""
    if isinstance(value, WireFloat) and value.text:
        return value.text
    if math.isfinite(value):
        return str(value)
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def format_base64(value: bytes) -> str:
    """Write base64 with the standard alphabet (RFC 4648, section 4)."""
    if isinstance(value, WireBytes) and value.text:
        return value.text
    return base64.b64encode(value).decode("ascii")


def format_base64url(value: bytes) -> str:
    """Write base64 with the URL-safe alphabet (RFC 4648, section 5), padded."""
    if isinstance(value, WireBytes) and value.text:
        return value.text
    return base64.urlsafe_b64encode(value).decode("ascii")


def parse_base64(value: Any) -> Any:
    """Read base64 of either alphabet, padded or not; bytes are taken as they are."""
    if not isinstance(value, str):
        return value
    text = value.translate({ord("-"): "+", ord("_"): "/"})
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


def content_of(value: str | bytes | os.PathLike[str]) -> bytes:
    """Return what is to be sent as text: the content of a file, text as UTF-8, bytes as they are.

    Raises:
        OSError: The file cannot be read.
    """
    if isinstance(value, os.PathLike):
        return Path(value).read_bytes()
    return value.encode() if isinstance(value, str) else value


def format_base64_text(value: str | bytes | os.PathLike[str]) -> str:
    """Write text or the content of a file as base64."""
    return format_base64(content_of(value))


class WireForm:
    """How pydantic reads and writes a type whose JSON form is another: ``Annotated[int, …]``.

    Values of some kinds are written as text, what a server sent in their place is left alone. Where
    it is only read from JSON, what a caller gives is the value itself; ``keep`` goes around all of
    the reading; ``text`` is a pattern of the only texts that are read. Requests name these types,
    and are made without pydantic.
    """

    def __init__(
        self,
        write: Callable[[Any], str],
        *kinds: type,
        read: Callable[[Any], Any] | None = None,
        only_json: bool = False,
        keep: Callable[[Any, Any], Any] | None = None,
        text: str = "",
    ) -> None:
        self._write = write
        self._kinds = kinds
        self._read = read
        self._only_json = only_json
        self._keep = keep
        self._text = text

    def encode(self, value: Any) -> Any:
        """Return what is sent for a value."""
        is_number = isinstance(value, bool | WireInteger) or getattr(value, "text", "") is None
        return value if is_number or not isinstance(value, self._kinds) else self._write(value)

    def as_came(self, value: Any) -> Any:
        """Return a JSON value that is not in this form, so that it goes back as it came."""
        if isinstance(value, bool) or not isinstance(value, self._kinds):
            return value
        if isinstance(value, float):
            return WireFloat.of(value, None)
        return WireInteger(value) if isinstance(value, int) else value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        schema: Any = handler(source)
        read, only_json = self._read, self._only_json
        if self._text:
            text = core_schema.chain_schema([core_schema.str_schema(pattern=self._text), schema])
            own: Any = {**schema, "strict": True}
            number = core_schema.union_schema([own, text])
            schema = core_schema.json_or_python_schema(text, number)
        if read is not None:

            def parse(value: Any, info: ValidationInfo) -> Any:
                return value if only_json and info.mode != "json" else read(value)

            schema = core_schema.with_info_before_validator_function(parse, schema)
        if self._keep is not None:
            schema = core_schema.no_info_wrap_validator_function(self._keep, schema)
        schema["metadata"] = {EXACT: True}
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
            self.encode, when_used="json-unless-none"
        )
        written: CoreSchema = schema
        return written


class JoinedItems:
    """Writes the items of an array that is an item itself as one text (Swagger's nested
    ``collectionFormat``).
    """

    def __init__(self, style: Literal["csv", "ssv", "tsv", "pipes"], of: Any = None) -> None:
        self.separator = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}[style]
        self.of = of
        """The format of the items."""


_keep_time = keep_text(format_time, WireTime.of)

EXACT = "exact"
"""Marks the schemas of pydantic that take JSON types exactly already."""

Int64 = Annotated[int, WireForm(str, int, text=_INTEGER)]
"""An integer that travels as a string: ``"123"``."""

NumberString = Annotated[
    float,
    WireForm(format_number, int, float, text=_NUMBER, keep=keep_text(format_number, WireFloat.of)),
]
"""A number that travels as a string: ``"0.5"``."""

HttpDate = Annotated[datetime | str, WireForm(format_http_date, datetime)]
"""A time in a header of HTTP: ``"Fri, 02 Jan 2026 03:04:05 GMT"``; text is taken as it is."""

DecimalString = Annotated[
    Decimal,
    WireForm(
        format_decimal, Decimal, text=_DECIMAL, keep=keep_text(format_decimal, WireDecimal.of)
    ),
]
"""A decimal that travels as a string: ``"2.50"``."""

Base64 = Annotated[
    bytes,
    WireForm(
        format_base64,
        bytes,
        read=parse_base64,
        keep=keep_text(format_base64, WireBytes.of),
    ),
]
"""Bytes as base64 with the standard alphabet."""

Base64Url = Annotated[
    bytes,
    WireForm(
        format_base64url,
        bytes,
        read=parse_base64,
        keep=keep_text(format_base64url, WireBytes.of),
    ),
]
"""Bytes as base64 with the URL-safe alphabet."""

Base64Text = Annotated[
    str | bytes | os.PathLike[str],
    WireForm(format_base64_text, str, bytes, os.PathLike, read=parse_base64, only_json=True),
]
"""Text as base64: given as text, as bytes or as the path of a file."""

SecondsDuration = Annotated[
    timedelta,
    WireForm(
        format_seconds,
        timedelta,
        read=parse_seconds,
        keep=keep_text(format_seconds, WireDuration.of),
    ),
]
"""A span of time as seconds: ``"3.5s"``."""

IsoDuration = Annotated[
    timedelta,
    WireForm(
        format_duration, timedelta, text=_ISO, keep=keep_text(format_duration, WireDuration.of)
    ),
]
"""A span of time as ISO 8601: ``"PT3.5S"``."""

NaiveDatetime = Annotated[
    datetime, WireForm(_of_local(format_datetime), datetime, keep=keep_local_datetime)
]
"""A time without an offset, with ``T`` or a blank: ``"2024-02-29T12:00:00"``."""

SpacedDatetime = Annotated[
    datetime, WireForm(_of_local(format_spaced_datetime), datetime, keep=keep_local_datetime)
]
"""The same, written with a space: ``"2024-02-29 12:00:00"``."""

NaiveTime = Annotated[time, WireForm(_of_local(format_time), time, keep=keep_local_time)]
"""A time of day without an offset: ``"12:00:00"``."""
