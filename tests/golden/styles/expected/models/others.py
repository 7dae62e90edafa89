"""Models of `others`."""

from __future__ import annotations

from .._runtime.data.models import Model


class FilterSize(Model):
    min: int | None = None
    max: int | None = None


class Filter(Model):
    name: str | None = None
    size: FilterSize | None = None
    tags: list[str] | None = None
