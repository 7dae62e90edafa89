"""Books."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from .._runtime.data.formats import Base64, Int64, SecondsDuration
from .._runtime.data.models import wire_name
from ._base import Model

Genre = Literal["NOVEL", "POEM"] | str


class Author(Model):
    """Who wrote a book."""

    full_name: str
    born: datetime | None = None


class Book(Model):
    """A book."""

    id: str | None = None
    page_count: Int64 | None = None
    create_time: datetime | None = None
    reading_time: SecondsDuration | None = None
    cover: Base64 | None = None
    genre: Genre | None = None
    authors: list[Author] | None = None
    odd: Annotated[str | None, wire_name("$.odd")] = None


class ListBooksResponse(Model):
    """A page of books."""

    books: list[Book] | None = None
    next_page_token: str | None = None


class Problem(Model):
    """What went wrong."""

    code: int | None = None
    message: str | None = None
