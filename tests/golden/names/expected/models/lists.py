"""Models of `lists`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class List(CamelModel):
    list_: list[List] | None = None
    after: list[str] | None = None
