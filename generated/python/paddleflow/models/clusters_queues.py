"""Models that `clusters` and `queues` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Resource(CamelModel):
    """Amounts as the server tells them; quantities of Kubernetes as text."""

    cpu: str
    memory: str
    """Memory with its unit."""
    storage: str | None = None
    scalar_resources: dict[str, str] | None = None
