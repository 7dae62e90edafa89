"""Models that no operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.data.models import FreeModel, Model


class Closed(Model):
    """Has no other properties."""

    only: str | None = None


class Typed(Model):
    """Knows one property and types the rest."""

    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, int]

    name: str | None = None


class Empty(FreeModel):
    """Has no properties."""


class NamedValue(Model):
    inner: str | None = None


Bag: TypeAlias = dict[str, str]
Grid: TypeAlias = list[list[float]]
Named: TypeAlias = dict[str, NamedValue]
