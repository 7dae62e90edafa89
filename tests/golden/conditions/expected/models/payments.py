"""Models of `payments`."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from .._runtime.data.models import Model

PaymentKind: TypeAlias = Literal["card", "transfer", "cash"] | str


class Payment(Model):
    """Needs `cvc` when `card` is set. Needs `bank` and `holder` when `account` is set. When
    `cvc` is set: needs `expiry`, `expiry` is a string (date). Not allowed: `card` and
    `account` are set. When `kind` is `transfer`: needs `account`, `reference` is a string.
    Otherwise: `card`: at least 12 characters.
    """

    kind: PaymentKind
    card: str | None = None
    cvc: str | None = None
    account: str | None = None
    """Not allowed: matches `^0`."""
    note: Any = None
    """Not an object."""
    amount: int | None = None
    """Not one of `13`, `666`."""
    method: str | None = None
    """Not `free`."""
    codes: list[str] | None = None
    """1 to 2 of the items: `main`."""
    lines: list[int] | None = None
    """Each item: at least 1. At least 1 of the items: at least 100."""
    size: str | int | None = None
    """At least 1, at most 3 characters."""
    step: int | None = None
    """Either an integer, at most 0 or an integer, at least 10."""
    never: Any = None
    """Must not be set."""
    closed: dict[str, Any] | None = None
    """Has no other properties."""
    reference: str | Any | None = None
    """Shown to who is paid."""
    expiry: date | Any | None = None
    bank: Any = None
    holder: Any = None
