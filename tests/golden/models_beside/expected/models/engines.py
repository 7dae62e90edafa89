"""Models of `engines`."""

from __future__ import annotations

from .._runtime.data.models import Model
from .common import ModelModel


class Engine(Model):
    models: list[ModelModel] | None = None
