"""Models of `fines`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class ListFinesResponse(CamelModel):
    fines: list[float] | None = None
