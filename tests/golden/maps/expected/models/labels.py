"""Models of `labels`."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import Model


class Label(Model):
    counts: dict[str, int] | None = None
    labels: dict[str, Label] | None = None
    free: dict[str, Any] | None = None
    open: dict[str, Any] | None = None
    value: Any = None
