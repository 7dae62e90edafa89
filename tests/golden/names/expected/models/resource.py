"""Models of `resource`."""

from __future__ import annotations

from .._runtime.models import CamelModel


class ModelModel(CamelModel):
    model: ModelModel | None = None
