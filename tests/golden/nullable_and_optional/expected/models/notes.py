"""Models of `notes`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.data.models import Model


class Author(Model):
    name: str


class Note(Model):
    text: str
    """Must be there and cannot be null."""
    archived: bool | None
    """Must be there and can be null."""
    pinned: bool | None = None
    """Can be left out and cannot be null."""
    colour: str | None = None
    """Can be left out and can be null."""
    author: Author | None = None
    editor: Author | None = None
    tags: list[str | None] | None = None
    links: list[str] | None = None
    reviewer: Author | None = None
    place: Place | None = None
    places: list[Place | None] | None = None
    cover: Cover | None = None


class Place(Model):
    city: str | None = None


class Cover(Model):
    name: str
    colour: str | None = None


NullableAuthor: TypeAlias = Author | None
