"""Models of `books`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.formats import Base64Url, Int64, SecondsDuration
from .._runtime.data.models import CamelModel

BookState: TypeAlias = Literal["STATE_UNSPECIFIED", "STATE_IN", "STATE_OUT"] | str
"""- `STATE_UNSPECIFIED`: Deprecated.
- `STATE_IN`: It is here.
- `STATE_OUT`: Somebody has it.
"""


class BookAuthor(CamelModel):
    """Who wrote it."""

    name: str | None = None
    books: list[Book] | None = None


class Book(CamelModel):
    """A book on a shelf."""

    name: str | None = OPTIONAL_READ_ONLY
    """Where it stands. Only set by the server."""
    pages: int | None = None
    bytes_: Int64 | None = None
    lend_time: datetime | None = None
    lend_for: SecondsDuration | None = None
    cover: Base64Url | None = None
    mask: str | None = None
    labels: dict[str, str] | None = None
    metadata: dict[str, Any] | None = None
    anything: Any = None
    state: BookState | None = None
    """Whether it can be lent."""
    author: BookAuthor | None = None
    """Who wrote it."""
    notes: list[str] | None = None


class ListBooksResponse(CamelModel):
    books: list[Book] | None = None
    next_page_token: str | None = None
