"""Values that remember how they were written: the text goes back as it came."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any


class WireDatetime(datetime):
    """A time whose text on the wire says more than Python's datetime, or says it otherwise.

    Servers write nanoseconds, three digits, or ``+00:00``.
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


class WireTime(time):
    """A time of day that is written otherwise: without seconds, with three digits."""

    text: str = ""

    @classmethod
    def of(cls, value: time, text: str) -> WireTime:
        """Make the time ``value`` that was written as ``text``."""
        parts = (value.hour, value.minute, value.second, value.microsecond)
        made = cls(*parts, value.tzinfo, fold=value.fold)
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        parts = (self.hour, self.minute, self.second, self.microsecond, self.tzinfo)
        return self.of, (time(*parts, fold=self.fold), self.text)


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


class WireDecimal(Decimal):
    """A decimal that is written otherwise: ``+1.50``, ``1e3``."""

    text: str = ""

    @classmethod
    def of(cls, value: Decimal, text: str) -> WireDecimal:
        """Make the decimal ``value`` that was written as ``text``."""
        made = cls(value)
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        return self.of, (Decimal(self), self.text)


class WireBytes(bytes):
    """Bytes whose base64 is written otherwise: without padding, with another alphabet."""

    text: str = ""

    @classmethod
    def of(cls, value: bytes, text: str) -> WireBytes:
        """Make the bytes ``value`` that were written as ``text``."""
        made = cls(value)
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        return self.of, (bytes(self), self.text)


class WireFloat(float):
    """A number in a string that is written otherwise: ``0.50``; or that came as no string."""

    text: str | None = ""
    """None where it came as a number."""

    @classmethod
    def of(cls, value: float, text: str | None) -> WireFloat:
        """Make the number ``value`` that was written as ``text``."""
        made = cls(value)
        made.text = text
        return made

    def __reduce_ex__(self, _: Any, /) -> Any:
        return self.of, (float(self), self.text)


class WireInteger(int):
    """An integer that came as a JSON number where a string was due; it goes back as one."""
