"""Models of `tolls`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class ListTollsResponse(CamelModel):
    tolls: list[float] | None = None
    next: str | None = None


class ListDueTollsResponse(CamelModel):
    tolls: list[float] | None = None
    links: list[ListDueTollsResponseLink] | None = None


class ListDueTollsResponseLink(CamelModel):
    rel: str | None = None
    href: str | None = None
