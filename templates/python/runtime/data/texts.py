"""Texts of times, spans, numbers and bytes: how they are written and read."""

from __future__ import annotations

import base64
import binascii
import json
import math
import os
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from email.utils import format_datetime as format_datetime_of_mail
from pathlib import Path
from typing import Any

from .kept import (
    WireBytes,
    WireDatetime,
    WireDecimal,
    WireDuration,
    WireFloat,
    WireTime,
)

_SECONDS = re.compile(r"(-?)(\d+)(?:\.(\d{1,9}))?s")
_DURATION = re.compile(r"[+-]?P")


def format_datetime(value: datetime) -> str:
    """Write RFC 3339, with ``Z`` for UTC.

    A naive time has no offset, and none is made up: it is written without.
    """
    if isinstance(value, WireDatetime) and value.text:
        return value.text
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def is_usual_datetime(text: str) -> bool:
    """Tell at a glance whether a text that was read as a time is what :func:`format_datetime`
    writes: in UTC, with whole seconds or six digits of a fraction. Of others it tells nothing.
    """
    if text[10:11] != "T" or text[-1] != "Z":
        return False
    length = len(text)
    return length == 20 or (length == 27 and text[19] == "." and text[20:26] != "000000")


def format_date(value: date) -> str:
    """Write a date. A time is its date where that is all it says, at midnight without an offset;
    any other is no date, and is written whole.
    """
    if not isinstance(value, datetime):
        return value.isoformat()
    is_date = value.tzinfo is None and value.time() == time()
    return value.date().isoformat() if is_date else format_datetime(value)


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
    """Write a decimal: ``2.50``.

    Raises:
        ValueError: It is not finite.
    """
    if isinstance(value, WireDecimal) and value.text:
        return value.text
    if not value.is_finite():
        raise ValueError(f"{value} is no number of JSON")
    return str(value)


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
        ValueError: It is no such text, or a span that is longer than Python has any.
    """
    if isinstance(value, timedelta):
        return value
    match = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("no seconds with the suffix `s`")
    sign, whole, fraction = match.groups(default="")
    nanos = int(fraction.ljust(9, "0"))
    try:
        span = timedelta(seconds=int(whole), microseconds=round(nanos / 1000))
    except OverflowError:
        raise ValueError("more seconds than a span of time may have") from None
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


class Digits:
    """The digits of the numbers in a JSON text: a float has 17 of them at most."""

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        self._texts: dict[float, set[str]] | None = None

    def decimal(self, number: float) -> Decimal:
        """Return the decimal that was read as ``number``.

        Raises:
            ValueError: Two decimals were.
        """
        if self._texts is None:
            self._texts = {}
            json.loads(self._content or b"0", parse_float=self._note)
        found = {Decimal(text): text for text in self._texts.get(number, (repr(number),))}
        if len(found) > 1:
            raise ValueError("a decimal that differs from another in digits that a float lacks")
        return Decimal(next(iter(found.values())))

    def _note(self, text: str) -> float:
        number = float(text)
        if self._texts is not None:
            self._texts.setdefault(number, set()).add(text)
        return number


_mark: ContextVar[str] = ContextVar("mark", default="")
_is_rounded: ContextVar[bool] = ContextVar("is_rounded", default=False)


def marked_decimal(value: Decimal) -> str:
    """Return a decimal as a text that :func:`exact_decimals` makes a number of; empty, and noted,
    where nobody does.
    """
    mark = _mark.get()
    if not mark:
        _is_rounded.set(True)
    return mark and f"{mark}{value}{mark}"


def is_rounded() -> bool:
    """Tell whether a decimal was written as a float, which has fewer digits."""
    return _is_rounded.get()


@contextmanager
def exact_decimals() -> Generator[Callable[[bytes], bytes]]:
    """Let decimals be marked texts, of which the function that is given makes numbers.

    pydantic writes floats alone as numbers.
    """
    mark = os.urandom(16).hex()
    start, end = f'"{mark}'.encode(), f'{mark}"'.encode()
    token = _mark.set(mark)
    _is_rounded.set(False)
    try:
        yield lambda content: content.replace(start, b"").replace(end, b"")
    finally:
        _mark.reset(token)
