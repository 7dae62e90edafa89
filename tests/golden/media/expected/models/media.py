"""Models of `media`."""

from __future__ import annotations

from .._runtime.models import CamelModel


class Media(CamelModel):
    resource_name: str | None = None
