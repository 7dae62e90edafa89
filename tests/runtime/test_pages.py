"""Lists over pages."""

from __future__ import annotations

import asyncio

import httpx2
import pytest
from sample_sdk import AsyncLibrary, Library, RequestOptions
from sample_sdk._runtime.errors.api_errors import PaginationError

CHAIN = {"": "b", "b": "c", "c": ""}


def pages_by(chain: dict[str, str]) -> tuple[httpx2.MockTransport, list[str]]:
    """Answer with pages of two items, linked by ``chain``; the list takes the queries."""
    queries: list[str] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        queries.append(request.url.query.decode())
        token = request.url.params.get("pageToken", "")
        items = [{"id": f"{token}1"}, {"id": f"{token}2"}]
        return httpx2.Response(200, json={"books": items, "nextPageToken": chain[token]})

    return httpx2.MockTransport(handler), queries


def test_a_page_iterates_over_all_items_of_all_pages() -> None:
    transport, queries = pages_by(CHAIN)
    page = Library(transport=transport).books.list(
        ids=["x", "y"], options=RequestOptions(fields="f")
    )
    assert [book.id for book in page.items] == ["1", "2"]
    assert page.body.next_page_token == page.next_page_token == "b"
    assert len(queries) == 1
    assert [book.id for book in page] == ["1", "2", "b1", "b2", "c1", "c2"]
    assert queries == [
        "ids=x,y&fields=f",
        "ids=x,y&pageToken=b&fields=f",
        "ids=x,y&pageToken=c&fields=f",
    ]


def test_pages_can_be_turned_by_hand() -> None:
    transport, _ = pages_by(CHAIN)
    client = Library(transport=transport)
    page = client.books.list()
    second = page.next_page()
    assert second is not None
    assert [book.id for book in second.items] == ["b1", "b2"]
    assert page.next_page() == second
    assert len(list(page.pages())) == 3
    last = client.books.list(page_token="c")
    assert last.next_page() is None
    assert client.raw(client.books.list).data.items == page.items


def test_async_lists_are_awaited_or_iterated_over() -> None:
    transport, queries = pages_by(CHAIN)

    async def run() -> None:
        client = AsyncLibrary(transport=transport)
        listing = client.books.list()
        assert queries == []
        assert [book.id async for book in listing] == ["1", "2", "b1", "b2", "c1", "c2"]
        page = await listing
        assert [book.id for book in page.items] == ["1", "2"]
        assert [len(page.items) async for page in listing.pages()] == [2, 2, 2]
        second = await page.next_page()
        assert second is not None
        assert [book.id async for book in second] == ["b1", "b2", "c1", "c2"]
        raw = await client.raw(client.books.list)
        assert len([book async for book in raw.data]) == 6

    asyncio.run(run())


@pytest.mark.parametrize("chain", [{"": "a", "a": "a"}, {"": "a", "a": "b", "b": "a"}])
def test_a_circle_of_pages_ends(chain: dict[str, str]) -> None:
    transport, queries = pages_by(chain)
    with pytest.raises(PaginationError, match="'a' again"):
        list(Library(transport=transport).books.list())

    async def run() -> None:
        async for _ in AsyncLibrary(transport=transport).books.list():
            pass

    with pytest.raises(PaginationError):
        asyncio.run(run())
    assert len(queries) == 2 * len(chain)


@pytest.mark.parametrize("body", [{}, {"books": None}, {"books": "none"}])
def test_a_page_without_items_is_empty(body: dict[str, object]) -> None:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=body))
    assert list(Library(transport=transport).books.list()) == []
