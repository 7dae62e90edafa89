"""Models that `operations` and `plants` share."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import Model


class OperationError(Model):
    code: int | None = None
    message: str | None = None


class Operation(Model):
    name: str | None = None
    done: bool | None = None
    metadata: dict[str, Any] | None = None
    error: OperationError | None = None
    response: dict[str, Any] | None = None
