"""Models of `things`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

ThingResourceKeyType: TypeAlias = Literal["A", "B"] | str


class AddThingRequest(Model):
    points: list[list[float]] | None = None
