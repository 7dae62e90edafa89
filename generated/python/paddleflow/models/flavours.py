"""Models of `flavours`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class FlavourInfo(CamelModel):
    id: str
    name: str
    cpu: str
    mem: str
    scalar_resources: dict[str, str]
    create_time: str
    update_time: str


class FlavourListResponse(CamelModel):
    flavour_list: list[FlavourInfo] | None
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
