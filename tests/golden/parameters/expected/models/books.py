"""Models of `books`."""

from __future__ import annotations

from .._runtime.data.models import Model


class BookFilter(Model):
    author: str | None = None
    year: int | None = None
