"""Models of `tolls`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .common import Car


class ListTollsResponse(CamelModel):
    tolls: list[float] | None = None
    next: str | None = None


class ListDueTollsResponse(CamelModel):
    tolls: list[Car] | None = None
    links: list[ListDueTollsResponseLink] | None = None


class ListDueTollsResponseLink(CamelModel):
    rel: str | None = None
    href: str | None = None
