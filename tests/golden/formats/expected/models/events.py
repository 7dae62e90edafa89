"""Models of `events`."""

from __future__ import annotations

from datetime import date, datetime, time

from .._runtime.data.formats import Base64, Int64, IsoDuration, NumberString, SecondsDuration, Uuid
from .._runtime.data.models import Model


class Event(Model):
    at: datetime | None = None
    day: date | None = None
    clock: time | None = None
    lasted: IsoDuration | None = None
    timeout: SecondsDuration | None = None
    number: Int64 | None = None
    positive: Int64 | None = None
    small: int | None = None
    big: int | None = None
    ratio: float | None = None
    price: NumberString | None = None
    digest: Base64 | None = None
    id: Uuid | None = None
    link: str | None = None
    mask: str | None = None
    numbers: list[Int64] | None = None
    times: dict[str, datetime] | None = None
    maybe: datetime | None = None
    strange: str | None = None
