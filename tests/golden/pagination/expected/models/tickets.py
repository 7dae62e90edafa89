"""Models of `tickets`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import CamelModel, wire_name
from .common import Car


class ListTicketsResponse(CamelModel):
    data: list[Car] | None = None
    has_more: Annotated[bool | None, wire_name("has_more")] = None
