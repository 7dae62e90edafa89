"""Stubs of lists in pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import httpx2

from ...data.decoding import decode
from ...pages.pages import is_paged
from ...pages.pagination import CursorPagination, NumberPagination, OffsetPagination
from ...records import dataclass
from ..errors import FakeError
from ..received.reading import Reader
from .answers import Failure, called
from .base import BaseStub
from .home import Home
from .paging import Pager

ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
CallT = TypeVar("CallT")


@dataclass(frozen=True)
class _Listing:
    """A list that is answered in pages."""

    items: Any
    """A sequence, or a function that makes it of a call's arguments."""
    size: int | None
    page: Any
    headers: Mapping[str, str]


class PagedStub(BaseStub[CallT], Generic[ItemT, BodyT, CallT]):
    """The stub of a list in pages of ``ItemT``, each of which comes in a ``BodyT``."""

    def __init__(self, reader: Reader[CallT], status: int, name: str, home: Home) -> None:
        super().__init__(reader, status, name, home)
        self._current: Any = None
        """The list of which further pages may be asked for."""

    def returns(
        self,
        items: Sequence[ItemT] | Callable[[CallT], Sequence[ItemT]],
        *,
        page_size: int | None = None,
        page: BodyT | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer with a list, in pages.

        Args:
            items: The whole list, or a function that makes it of a call's arguments.
            page_size: Items of a page; all are on one by default.
            page: What else a page has, such as fields that it needs beside the items.
            headers: Headers of the responses.

        Raises:
            ValueError: The size is below 1.
            FakeError: The operation does not return such a list.
        """
        self._planned(self._checked(items, page_size, page, headers))

    def sequence(
        self,
        *lists: Sequence[ItemT] | Callable[[CallT], Sequence[ItemT]] | Failure,
        page_size: int | None = None,
        page: BodyT | None = None,
    ) -> None:
        """Answer with one list after the other; the last one answers all that follow.

        Args:
            lists: Lists, functions that make them of a call's arguments, or failures. Requests for
                further pages are for the list whose first page came last.
            page_size: Items of a page; all are on one by default.
            page: What else a page has, such as fields that it needs beside the items.

        Raises:
            ValueError: There are none, or the size is below 1.
            FakeError: The operation does not return such a list.
        """
        self._in_turn(
            [
                one if isinstance(one, Failure) else self._checked(one, page_size, page, None)
                for one in lists
            ]
        )

    def reset(self) -> None:
        super().reset()
        self._current = None

    def _checked(
        self, items: Any, size: int | None, page: Any, headers: Mapping[str, str] | None
    ) -> _Listing:
        if size is not None and size < 1:
            raise ValueError(f"page_size must be at least 1, not {size}")
        listing = _Listing(items, size, page, headers or {})
        if not callable(items):
            received = httpx2.Request("GET", "http://fake.invalid")
            self._pager.response(list(items), size, page, received, listing.headers)
        return listing

    def _next(self, received: httpx2.Request) -> Any:
        goes_on = self._current is not None and not self._pager.is_first(received)
        if goes_on and not (self._passing and isinstance(self._passing[0], Failure)):
            return self._current
        self._current = super()._next(received)
        return self._current

    def _succeeded(
        self, received: httpx2.Request, call: CallT, planned: _Listing
    ) -> httpx2.Response:
        items = called(planned.items, call)
        return self._pager.response(
            list(items), planned.size, planned.page, received, planned.headers
        )

    def _made_up(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        """Answer with one page of made-up items, after which there is none."""
        made = super()._made_up(received, call)
        body = decode(made.content, self._reader.request.returns)
        items = self._pager.items_of(body)
        counts = isinstance(self._pager.pages, NumberPagination | OffsetPagination)
        is_over = counts and not self._pager.is_first(received)
        start = len(items) if is_over else 0
        return self._pager.response(items, None, body, received, {}, start=start)

    def __page__(
        self, items: Sequence[Any], size: int | None, received: httpx2.Request
    ) -> httpx2.Response:
        """Answer with a page of items in wire form."""
        pager, around = self._pager, dict(self.__needed__())
        if isinstance(pager.pages, CursorPagination) and items:  # which names an item by attribute
            start = httpx2.Request("GET", self._home.base_url)
            whole = pager.response(items, None, around, start, {})
            items = pager.items_of(decode(whole.content, self._reader.request.returns))
        return pager.response(items, size, around, received, {})

    @property
    def _pager(self) -> Pager:
        request = self._reader.request
        if not is_paged(request):
            raise FakeError(f"{self._name} is no list in pages")
        return Pager(request, self._name)
