"""Models that `operations` and `plots` share."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import CamelModel


class Status(CamelModel):
    code: int | None = None
    message: str | None = None
    details: list[dict[str, Any]] | None = None


class Operation(CamelModel):
    name: str | None = None
    done: bool | None = None
    metadata: dict[str, Any] | None = None
    response: dict[str, Any] | None = None
    error: Status | None = None
