"""Models of `library`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import Model

BindingColor: TypeAlias = Literal["COLOR_UNSPECIFIED", "RED", "WHITE"] | str
"""What it is bound in."""


class Book(Model):
    name: str | None = None
    pages: int | None = OPTIONAL_READ_ONLY
    """Only set by the server."""


class LibraryListBooksResponse(Model):
    books: list[Book] | None = None
