"""Models of `media`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Media(CamelModel):
    resource_name: str | None = None
