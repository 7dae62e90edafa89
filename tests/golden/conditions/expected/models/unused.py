"""Models that no operation uses."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.data.models import Model


class Contact(Model):
    """Reached one way or the other."""

    mail: str | None = None
    phone: str | None = None


class NamedWithName(Model):
    """Has no other properties."""

    name: str


class NamedWithNumber(Model):
    """Has no other properties."""

    number: int


class ParcelSmall(Model):
    grams: int
    id: str


class ParcelLarge(Model):
    pallets: int
    id: str


Named: TypeAlias = NamedWithName | NamedWithNumber
"""Told by its shape."""

Parcel: TypeAlias = ParcelSmall | ParcelLarge
"""Has what all have, and what only some do."""
