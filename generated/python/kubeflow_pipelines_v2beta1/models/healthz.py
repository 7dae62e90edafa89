"""Models of `healthz`."""

from __future__ import annotations

from .._runtime.data.models import Model


class GetHealthzResponse(Model):
    """Health report of the server."""

    multi_user: bool | None = None
    """Whether the server runs in multi-user mode."""
    pipeline_store: str | None = None
    """Where pipelines are kept, database or kubernetes."""
