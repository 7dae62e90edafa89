"""What the models of this API share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Model(CamelModel):
    """An object of this API."""
