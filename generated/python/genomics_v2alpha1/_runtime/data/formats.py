"""Formats: types whose Python value is not their JSON form; they read both and write that form."""

from __future__ import annotations

import base64
import binascii
import math
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

_SECONDS = re.compile(r"(-?)(\d+)(?:\.(\d{1,9}))?s")
_ISO = re.compile(r"[+-]?P")


class WireDatetime(datetime):
    """A time whose text on the wire says more than Python's datetime, or says it otherwise.

    Servers write nanoseconds, three digits, or ``+00:00``: the text goes back as it came.
    """

    text: str = ""

    @classmethod
    def of(cls, value: datetime, text: str) -> WireDatetime:
        """Make the time ``value`` that was written as ``text``."""
        made = cls.combine(value.date(), value.timetz())
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        return self.of, (datetime.combine(self.date(), self.timetz()), self.text)


class WireDuration(timedelta):
    """A span of time whose text on the wire says more than Python's timedelta, or says it
    otherwise: months, nanoseconds, ``PT1H`` for ``PT3600S``.
    """

    text: str = ""

    @classmethod
    def of(cls, value: timedelta, text: str) -> WireDuration:
        """Make the span ``value`` that was written as ``text``."""
        made = cls(value.days, value.seconds, value.microseconds)
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        return self.of, (timedelta(self.days, self.seconds, self.microseconds), self.text)


def keep_datetime(value: Any, handler: Callable[[Any], datetime]) -> datetime:
    """Validate a time, and remember its text if :func:`format_datetime` would write another."""
    read = handler(value)
    if isinstance(value, str) and format_datetime(read) != value:
        return WireDatetime.of(read, value)
    return read


def keep_duration(write: Callable[[timedelta], str]) -> Callable[[Any, Any], Any]:
    """Return a validator of spans that remembers a text which ``write`` would not give."""

    def keep(value: Any, handler: Callable[[Any], timedelta]) -> timedelta:
        read = handler(value)
        if isinstance(value, str) and write(read) != value:
            return WireDuration.of(read, value)
        return read

    return keep


def format_datetime(value: datetime) -> str:
    """Write RFC 3339, with ``Z`` for UTC; a naive time is taken as UTC."""
    if isinstance(value, WireDatetime) and value.text:
        return value.text
    text = value.isoformat() if value.tzinfo else value.replace(tzinfo=UTC).isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def format_seconds(value: timedelta) -> str:
    """Write seconds with the suffix ``s`` (protobuf's JSON mapping): ``1.5s``."""
    if isinstance(value, WireDuration) and _SECONDS.fullmatch(value.text):
        return value.text
    micros = value // timedelta(microseconds=1)
    whole, rest = divmod(abs(micros), 1_000_000)
    fraction = f".{rest:06}".rstrip("0") if rest else ""
    return f"{'-' if micros < 0 else ''}{whole}{fraction}s"


def parse_seconds(value: Any) -> Any:
    """Read ``1.5s``, rounding to microseconds; other values are left for pydantic to judge."""
    match = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return value
    sign, whole, fraction = match.groups(default="")
    nanos = int(fraction.ljust(9, "0"))
    span = timedelta(seconds=int(whole), microseconds=round(nanos / 1000))
    return -span if sign else span


def format_duration(value: timedelta) -> str:
    """Write an ISO 8601 duration: ``P1DT1.5S``, ``-PT3S``."""
    if isinstance(value, WireDuration) and _ISO.match(value.text):
        return value.text
    sign, span = ("-", -value) if value < timedelta(0) else ("", value)
    seconds = format_seconds(timedelta(seconds=span.seconds, microseconds=span.microseconds))
    days = f"{span.days}D" if span.days else ""
    time = f"T{seconds[:-1]}S" if seconds != "0s" or not days else ""
    return f"{sign}P{days}{time}"


def format_number(value: float) -> str:
    """Write a number; what JSON has no number for is ``NaN``, ``Infinity`` or ``-Infinity``."""
    if math.isfinite(value):
        return str(value)
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def format_base64(value: bytes) -> str:
    """Write base64 with the standard alphabet (RFC 4648, section 4)."""
    return base64.b64encode(value).decode("ascii")


def format_base64url(value: bytes) -> str:
    """Write base64 with the URL-safe alphabet (RFC 4648, section 5), padded."""
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
    the reading. Requests name these types, and are made without pydantic.
    """

    def __init__(
        self,
        write: Callable[[Any], str],
        *kinds: type,
        read: Callable[[Any], Any] | None = None,
        only_json: bool = False,
        keep: Callable[[Any, Any], Any] | None = None,
    ) -> None:
        self._write = write
        self._kinds = kinds
        self._read = read
        self._only_json = only_json
        self._keep = keep

    def encode(self, value: Any) -> Any:
        """Return what is sent for a value."""
        return self._write(value) if isinstance(value, self._kinds) else value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        schema: Any = handler(source)
        read, only_json = self._read, self._only_json
        if read is not None:

            def parse(value: Any, info: ValidationInfo) -> Any:
                return value if only_json and info.mode != "json" else read(value)

            schema = core_schema.with_info_before_validator_function(parse, schema)
        if self._keep is not None:
            schema = core_schema.no_info_wrap_validator_function(self._keep, schema)
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
            self.encode, when_used="json-unless-none"
        )
        written: CoreSchema = schema
        return written


Int64 = Annotated[int, WireForm(str, int)]
"""An integer that travels as a string: ``"123"``."""

NumberString = Annotated[float, WireForm(format_number, int, float)]
"""A number that travels as a string: ``"0.5"``."""

Base64 = Annotated[bytes, WireForm(format_base64, bytes, read=parse_base64)]
"""Bytes as base64 with the standard alphabet."""

Base64Url = Annotated[bytes, WireForm(format_base64url, bytes, read=parse_base64)]
"""Bytes as base64 with the URL-safe alphabet."""

Base64Text = Annotated[
    str | bytes | os.PathLike[str],
    WireForm(format_base64_text, str, bytes, os.PathLike, read=parse_base64, only_json=True),
]
"""Text as base64: given as text, as bytes or as the path of a file."""

SecondsDuration = Annotated[
    timedelta,
    WireForm(format_seconds, timedelta, read=parse_seconds, keep=keep_duration(format_seconds)),
]
"""A span of time as seconds: ``"3.5s"``."""

IsoDuration = Annotated[
    timedelta, WireForm(format_duration, timedelta, keep=keep_duration(format_duration))
]
"""A span of time as ISO 8601: ``"PT3.5S"``."""
