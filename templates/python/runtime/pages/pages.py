"""Pages of a list, and requests for them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeGuard, TypeVar

from ..errors.api_errors import PaginationError
from ..records import dataclass, field
from ..requests.request import Request
from .pagination import Mark, Pagination

if TYPE_CHECKING:
    import httpx2

ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")


@dataclass(frozen=True)
class PagedRequest(Request[BodyT], Generic[ItemT, BodyT]):
    """A request for one page of ``ItemT``, read as a ``BodyT``."""

    is_built_on: ClassVar[bool] = True

    pages: Pagination = field(kw_only=True)


def is_paged(request: Request[Any]) -> TypeGuard[PagedRequest[Any, Any]]:
    """Tell whether a request is for a page of a list."""
    return isinstance(request, PagedRequest)


@dataclass(frozen=True)
class _PageOf(Generic[ItemT, BodyT]):
    """What sync and async pages share."""

    body: BodyT
    """The response that carried this page."""
    request: PagedRequest[ItemT, BodyT] = field(repr=False)
    link: str = field(default="", repr=False, kw_only=True)
    """Where a header of the response says that the list goes on."""

    @property
    def items(self) -> list[ItemT]:
        """The items of this page."""
        return self.request.pages.items_of(self.body)

    @property
    def next_page_token(self) -> str | None:
        """Names the next page; None on the last one.

        The list goes on there when a later call gives it as the argument that asks for a page. A
        list that goes on by links in headers has the address instead.
        """
        mark = self._next_mark
        return None if mark is None else str(mark)

    def next_request(self) -> PagedRequest[ItemT, BodyT] | None:
        """Return the request for the next page, None on the last one.

        Raises:
            PaginationError: The next page is this page.
        """
        mark = self._next_mark
        if mark is None:
            return None
        if self.request.pages.mark_of(self.request) == mark:
            raise repeated_page(self.request, str(mark))
        return self.request.pages.asking(self.request, mark)

    @property
    def _next_mark(self) -> Mark | None:
        return self.request.pages.mark_after(self)


def repeated_page(request: PagedRequest[Any, Any], token: str) -> PaginationError:
    """Make the error of a server that leads the reader of a list in a circle."""
    from ..requests.redaction import shown_link

    return PaginationError(
        f"{request.operation_id}: the server names page {shown_link(token, request)!r} again",
        operation_id=request.operation_id,
        method=request.method,
    )


@dataclass(frozen=True)
class Page(_PageOf[ItemT, BodyT]):
    """One page of a list. A loop over it returns the items of this page and of all later pages."""

    _send: Callable[[PagedRequest[ItemT, BodyT]], Page[ItemT, BodyT]] = field(
        repr=False, compare=False
    )

    def next_page(self) -> Page[ItemT, BodyT] | None:
        """Fetch the next page; None on the last one."""
        request = self.next_request()
        return None if request is None else self._send(request)

    def pages(self) -> Iterator[Page[ItemT, BodyT]]:
        """Iterate over this page and all later pages.

        Raises:
            PaginationError: The server names a page that was already read.
        """
        seen: set[str] = set()
        page: Page[ItemT, BodyT] | None = self
        while page is not None:
            yield page
            note_page(seen, page)
            page = page.next_page()

    def __iter__(self) -> Iterator[ItemT]:
        for page in self.pages():
            yield from page.items


@dataclass(frozen=True)
class AsyncPage(_PageOf[ItemT, BodyT]):
    """One page of a list. A loop over it returns the items of this page and of all later pages."""

    _send: Callable[[PagedRequest[ItemT, BodyT]], Awaitable[AsyncPage[ItemT, BodyT]]] = field(
        repr=False, compare=False
    )

    async def next_page(self) -> AsyncPage[ItemT, BodyT] | None:
        """Fetch the next page; None on the last one."""
        request = self.next_request()
        return None if request is None else await self._send(request)

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, BodyT]]:
        """Iterate over this page and all later pages.

        Raises:
            PaginationError: The server names a page that was already read.
        """
        seen: set[str] = set()
        page: AsyncPage[ItemT, BodyT] | None = self
        while page is not None:
            yield page
            note_page(seen, page)
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in page.items:
                yield item


def note_page(seen: set[str], page: _PageOf[Any, Any]) -> None:
    """Remember where a page leads; PaginationError when an earlier one led there."""
    token = page.next_page_token
    if token is not None:
        if token in seen:
            raise repeated_page(page.request, token)
        seen.add(token)


class AsyncPages(Generic[ItemT, BodyT]):
    """A list in pages: ``await`` returns the first page, ``async for`` returns all items."""

    def __init__(
        self,
        request: PagedRequest[ItemT, BodyT],
        send: Callable[[PagedRequest[ItemT, BodyT]], Awaitable[AsyncPage[ItemT, BodyT]]],
    ) -> None:
        self._request = request
        self._send = send

    def page(self, body: BodyT, response: httpx2.Response) -> AsyncPage[ItemT, BodyT]:
        """Make the first page of the response that carried it."""
        link = self._request.pages.link_in(response)
        return AsyncPage(body, self._request, self._send, link=link)

    def __await__(self) -> Generator[Any, Any, AsyncPage[ItemT, BodyT]]:
        return self._send(self._request).__await__()

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, BodyT]]:
        """Go over all pages."""
        async for page in (await self).pages():
            yield page

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in page.items:
                yield item
