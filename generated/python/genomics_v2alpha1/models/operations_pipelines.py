"""Models that `operations` and `pipelines` share."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import CamelModel
from .common import Status


class Operation(CamelModel):
    """Work that goes on after the call that started it."""

    done: bool | None = None
    """Whether the work is over, with either error or response set."""
    error: Status | None = None
    """Why it failed or was cancelled."""
    metadata: dict[str, Any] | None = None
    """Progress and description of the work; always present."""
    name: str | None = None
    """Identifier that the server assigns, unique within this service."""
    response: dict[str, Any] | None = None
    """Result on success."""
