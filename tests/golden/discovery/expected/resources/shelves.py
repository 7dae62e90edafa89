"""The resource `shelves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .shelves_books import AsyncBooks, Books


class Shelves(Resource):
    """Operations on `shelves`."""

    books: Lazy[Books] = Lazy(".resources.shelves_books:Books")


class AsyncShelves(AsyncResource):
    """Operations on `shelves`. Async; documented at :class:`Shelves`."""

    books: Lazy[AsyncBooks] = Lazy(".resources.shelves_books:AsyncBooks")
