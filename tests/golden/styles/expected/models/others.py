"""Models of `others`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import Model


class FilterSize(Model):
    min: int | None = None
    max: int | None = None


class Filter(Model):
    name: str | None = None
    size: FilterSize | None = None
    tags: list[str] | None = None


class QuerySize(Model):
    low: int | None = None
    high: int | None = None


class Query(Model):
    tags: list[str] | None = None
    names: list[str] | None = None
    others: list[str] | None = None
    size: QuerySize | None = None
    where: list[int] | None = None
    path: str | None = None
    since: datetime | None = None
