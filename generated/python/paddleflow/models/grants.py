"""Models of `grants`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

GrantInfoResourceType: TypeAlias = Literal["queue", "user", "fs"] | str


class GrantQueueRequest(CamelModel):
    user_name: str
    """Who gets the queue."""
    resource_type: Literal["queue"] = "queue"
    queuename: Annotated[str, wire_name("resourceID")]
    """The queue's name."""


class CreateGrantResponse(CamelModel):
    grant_id: Annotated[str, wire_name("grantID")]
    """The grant's id."""


class GrantInfo(CamelModel):
    grant_id: Annotated[str, wire_name("grantID")]
    """The grant's id."""
    user_name: str
    """Whose it is."""
    resource_type: GrantInfoResourceType
    """Kind of the resource."""
    resource_name: Annotated[str, wire_name("resourceID")]
    """The queue."""
    create_time: datetime
    update_time: datetime

    @property
    def username(self) -> str:
        """The reference page's name of `user_name`."""
        return self.user_name

    @property
    def resourceName(self) -> str:
        """The reference page's name of `resource_name`."""
        return self.resource_name


class GrantListResponse(CamelModel):
    grant_list: list[GrantInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
