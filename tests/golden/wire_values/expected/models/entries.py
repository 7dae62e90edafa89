"""Models of `entries`."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.data.formats import (
    Base64,
    Base64Url,
    DecimalNumber,
    DecimalString,
    Int64,
    IsoDuration,
    NaiveDatetime,
    NaiveTime,
    NumberString,
    SecondsDuration,
    SpacedDatetime,
    Uuid,
)
from .._runtime.data.models import FreeModel, Model

EntryCodeVariant1: TypeAlias = Literal["a", "b"] | str


class Entry(Model):
    count: int | None = None
    ratio: float | None = None
    flag: bool | None = None
    one: Literal[1] | None = None
    either: int | str | None = None
    price: DecimalString | None = None
    cost: DecimalNumber | None = None
    amount: float | str | None = None
    amounts: dict[str, str | float] | None = None
    size: Int64 | None = None
    share: NumberString | None = None
    when: datetime | None = None
    day: date | None = None
    opens: time | None = None
    starts: NaiveDatetime | None = None
    stamped: SpacedDatetime | None = None
    closed: SpacedDatetime | Literal[""] | None = None
    stamps: list[SpacedDatetime] | None = None
    daily: NaiveTime | None = None
    lasts: IsoDuration | None = None
    text: bytes | None = None
    digest: Base64 | None = None
    mark: Base64Url | None = None
    delay: SecondsDuration | None = None
    owner: Uuid | None = None
    extra: Any = None
    settings: dict[str, Any] | None = None
    address: str | None = None
    level: int | None = None
    """Either at most 2 or at least 4."""
    tags: list[str] | None = None
    """Either at least 2 items or at most 0 items."""
    code: EntryCodeVariant1 | str | None = None
    """Either one of `a`, `b` or at most 2 characters."""
    raw: Raw | None = None
    sample: Sample | None = None


class Raw(FreeModel):
    """Fields that the server chooses."""


class Sample(Model):
    """The value of each name that matches `^n_` is an integer."""

    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, int | Any]

    id: str | None = None
