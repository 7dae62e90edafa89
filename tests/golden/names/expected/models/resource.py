"""Models of `resource`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class ModelModel(CamelModel):
    model: ModelModel | None = None
