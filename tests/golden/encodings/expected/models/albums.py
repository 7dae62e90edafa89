"""Models of `albums`."""

from __future__ import annotations

from .._runtime.data.models import Model


class About(Model):
    title: str | None = None
    year: int | None = None


class CreateAlbumPlace(Model):
    x: int | None = None
    y: int | None = None


class SearchRequest(Model):
    ids: list[int] | None = None
    words: list[str] | None = None
    filter: About | None = None
    near: About | None = None
    path: str | None = None
