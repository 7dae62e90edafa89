"""Models of `flavours`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class CreateFlavourRequest(CamelModel):
    name: str
    """Name of the flavour."""
    cpu: str
    """CPU, such as `4` or `500m`."""
    mem: str
    """Memory, such as `8Gi`."""
    scalar_resources: dict[str, str] | None = None
    """Other resources by name."""
    cluster_name: str | None = None
    """The cluster that it is for; all of them if left out."""


class UpdateFlavourRequest(CamelModel):
    cpu: str | None = None
    """CPU, such as `4` or `500m`."""
    mem: str | None = None
    """Memory, such as `8Gi`."""
    scalar_resources: dict[str, str] | None = None
    """Other resources by name."""
    cluster_name: str | None = None
    """The cluster that it is for."""


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
