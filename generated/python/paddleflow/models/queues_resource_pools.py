"""Models that `queues` and `resource_pools` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class ResourceRequest(CamelModel):
    """Amounts as the server takes them."""

    cpu: str | None = None
    mem: str | None = None
    scalar_resources: dict[str, str] | None = None
