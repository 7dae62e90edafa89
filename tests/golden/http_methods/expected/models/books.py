"""Models of `books`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Search(CamelModel):
    about: str
    page_token: str | None = None


class Book(CamelModel):
    id: str
    title: str | None = None


class BookList(CamelModel):
    books: list[Book]
    next_page_token: str | None = None
