"""Models of `widgets`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import Model, wire_name


class Widget(Model):
    """A part of a machine."""

    name: Annotated[str | None, wire_name("nm")] = None
    """What people call it."""
    x1: str | None = None
