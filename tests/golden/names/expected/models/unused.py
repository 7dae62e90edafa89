"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class List2(CamelModel):
    a: str | None = None


class Optional(CamelModel):
    a: str | None = None


class Resource(CamelModel):
    a: str | None = None


class Page(CamelModel):
    a: str | None = None


class Omit(CamelModel):
    a: str | None = None
