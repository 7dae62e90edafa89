"""Models of `routes`."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import Annotated, Any, TypeAlias

from .._runtime.data.models import CamelModel
from .._runtime.data.tuples import OPEN_TUPLE


class Route(CamelModel):
    from_: Point
    to: Point
    via: list[Point] | None = None
    leg: Annotated[builtins.tuple[str, *builtins.tuple[float, ...]], OPEN_TUPLE] | None = None
    """A name, then distances in between. At least 1 item. Each item: at least 0."""
    stop: list[str | datetime] | None = None
    """A place and when; the time may be missing.

    At most 2 items. Item 1 is a string. Item 2 is a string (date-time).
    """

    tuple: builtins.tuple[int, Cargo] | None = None
    """Called like the type. Exactly 2 items."""
    open: Annotated[builtins.tuple[bool, *builtins.tuple[Any, ...]], OPEN_TUPLE] | None = None
    """At least 1 item."""
    rest: Annotated[builtins.tuple[bool, *builtins.tuple[int, ...]], OPEN_TUPLE] | None = None
    """At least 1 item."""
    nothing: list[Any] | None = None
    """At most 0 items."""
    full: builtins.tuple[int, str] | None = None
    """Exactly 2 items. Item 1: at least 0."""
    alike: list[str] | None = None


class Cargo(CamelModel):
    mass: float


Point: TypeAlias = tuple[float, float]
"""Longitude and latitude.

Exactly 2 items. Item 1: at least -180, at most 180. Item 2: at least -90, at most 90.
"""
