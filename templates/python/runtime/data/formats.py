"""Formats: types whose Python value is not their JSON form; they read both and write that form."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from uuid import UUID

from .kept import (
    WireBytes,
    WireDatetime,
    WireDecimal,
    WireDuration,
    WireFloat,
    WireInteger,
    WireTime,
)
from .texts import (
    Digits,
    format_base64,
    format_base64_text,
    format_base64url,
    format_datetime,
    format_decimal,
    format_duration,
    format_http_date,
    format_number,
    format_seconds,
    format_spaced_datetime,
    format_time,
    is_usual_datetime,
    marked_decimal,
    parse_base64,
    parse_seconds,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

_Clock = TypeVar("_Clock", datetime, time)

_BYTES = (bytes, bytearray)
_ISO = r"^[+-]?P"
_DECIMAL = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
_NUMBER = rf"{_DECIMAL}|^NaN$|^-?Infinity$"
_INTEGER = r"^-?(0|[1-9][0-9]*)$"
"""Texts that numbers are made of; an integer is written as it came, so no other is read."""


def keep_datetime(value: Any, handler: Callable[[Any], datetime]) -> datetime:
    """Validate a time, and remember its text if :func:`format_datetime` would write another.

    A date is midnight to compute with, and is written as the date that it is.

    Raises:
        ValueError: It is a number, in a text or by itself, of which nobody knows what it counts.
    """
    if isinstance(value, str):
        if value[4:5] != "-":
            raise ValueError("not a time as RFC 3339 writes it")
        read = handler(value)  # which unions need to tell text from time
        is_same = is_usual_datetime(value) or format_datetime(read) == value
        return read if is_same else WireDatetime.of(read, value)
    read = handler(no_number(value))
    is_date = isinstance(value, date) and not isinstance(value, datetime)
    return WireDatetime.of(read, value.isoformat()) if is_date else read


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


class DecimalForm(WireForm):
    """How pydantic reads and writes a decimal that is a number of JSON."""

    def __init__(self) -> None:
        super().__init__(format_decimal, Decimal)

    def encode(self, value: Any) -> Any:
        """Return what is sent for a value.

        Raises:
            ValueError: It is no number of JSON, or one of more digits than a float has, and no
                :func:`.texts.exact_decimals` sees to them.
        """
        if not isinstance(value, Decimal):
            return value
        text = format_decimal(value)
        if text.lstrip("-").isdigit():
            return int(value)
        number = float(value)
        if repr(number) == text:
            return number
        if marked := marked_decimal(value):
            return marked
        if Decimal(repr(number)) != value:
            raise ValueError(f"{value} has more digits than a float")
        return number

    def as_came(self, value: Any) -> Any:
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: Any, _: Any, info: ValidationInfo) -> Decimal:
            if isinstance(value, Decimal):
                return value
            if isinstance(value, str) and info.mode not in ("json", "python"):
                return Decimal(value)  # of a form
            if isinstance(value, int) and not isinstance(value, bool):
                return Decimal(value)
            if not isinstance(value, float):
                raise PydanticCustomError("decimal_type", "Input should be a valid decimal number")
            if isinstance(info.context, Digits):
                return info.context.decimal(value)
            if info.context is DIGITS:
                raise PydanticCustomError(DIGITS, "a decimal whose digits are wanted")
            return Decimal(repr(value))

        return core_schema.with_info_wrap_validator_function(
            read,
            core_schema.float_schema(),  # which schemas of JSON show
            metadata={EXACT: True},
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.encode, when_used="json-unless-none"
            ),
        )


class GivenText:
    """Takes values of some kinds, whose text everybody writes alike, where text is due."""

    def __init__(self, *kinds: type) -> None:
        self._kinds = kinds

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        def read(value: Any) -> Any:
            return str(value) if isinstance(value, self._kinds) else value

        schema = handler(source)
        given = core_schema.no_info_before_validator_function(read, schema)
        return core_schema.json_or_python_schema(schema, given)


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
DIGITS = "digits"
"""Context of pydantic, and the kind of its error, where decimals are not to be made of floats."""

Int64 = Annotated[int, WireForm(str, int, text=_INTEGER)]
"""An integer that travels as a string: ``"123"``."""

Uuid = Annotated[str, GivenText(UUID)]
"""The text of a UUID; a ``UUID`` is taken for it."""

NumberString = Annotated[
    float,
    WireForm(format_number, int, float, text=_NUMBER, keep=keep_text(format_number, WireFloat.of)),
]
"""A number that travels as a string: ``"0.5"``."""

HttpDate = Annotated[datetime | str, WireForm(format_http_date, datetime)]
"""A time in a header of HTTP: ``"Fri, 02 Jan 2026 03:04:05 GMT"``; text is taken as it is."""

DecimalNumber = Annotated[Decimal, DecimalForm()]
"""A decimal that travels as a number, with all its digits: ``2.50``."""

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
        *_BYTES,
        read=parse_base64,
        keep=keep_text(format_base64, WireBytes.of),
    ),
]
"""Bytes as base64 with the standard alphabet."""

Base64Url = Annotated[
    bytes,
    WireForm(
        format_base64url,
        *_BYTES,
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
