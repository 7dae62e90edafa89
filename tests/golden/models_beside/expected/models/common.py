"""Models that `client`, `engines`, `makers` and `models` share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

State: TypeAlias = Literal["new", "old"] | str


class ModelModel(Model):
    id: str
    state: State | None = None


class Fault(Model):
    message: str | None = None
