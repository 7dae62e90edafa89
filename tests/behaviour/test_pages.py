"""Lists that come page by page."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.behaviour.server import Server


def _answer_pages(server: Server) -> None:
    server.answer({"items": [{"name": "a"}, {"name": "b"}], "nextPageToken": "t2"})
    server.answer({"nextPageToken": "t3"})
    server.answer({"items": [{"name": "c"}]})


def _tokens(server: Server) -> list[str | None]:
    return [dict(sent.query).get("pageToken") for sent in server.requests]


def test_iterating_follows_the_pages(client: Any, server: Server) -> None:
    _answer_pages(server)
    assert [item.name for item in client.items.list(page_size=2)] == ["a", "b", "c"]
    assert _tokens(server) == [None, "t2", "t3"]
    assert [dict(sent.query)["pageSize"] for sent in server.requests] == ["2"] * 3


def test_pages(client: Any, server: Server) -> None:
    _answer_pages(server)
    counts = [len(page.items) for page in client.items.list().pages()]
    assert counts == [2, 0, 1]


def test_next_page_by_hand(client: Any, sdk: Any, server: Server) -> None:
    _answer_pages(server)
    first = client.items.list()
    assert len(server.requests) == 1
    assert isinstance(first.body, sdk.models.ItemList)
    assert first.next_page_token == "t2"
    second = first.next_page()
    last = second.next_page()
    assert last.items[0].name == "c"
    assert last.next_page() is None
    assert len(server.requests) == 3


def test_starting_in_the_middle(client: Any, server: Server) -> None:
    server.answer({"items": [{"name": "c"}]})
    assert [item.name for item in client.items.list(page_token="t3")] == ["c"]
    assert _tokens(server) == ["t3"]


def test_an_error_on_a_later_page_is_raised_there(client: Any, sdk: Any, server: Server) -> None:
    server.answer({"items": [{"name": "a"}], "nextPageToken": "t2"})
    server.answer({"code": 1}, 400)
    seen = []
    with pytest.raises(sdk.BadRequestError):
        seen.extend(item.name for item in client.items.list())
    assert len(server.requests) == 2


def test_options_hold_for_all_pages(client: Any, sdk: Any, server: Server) -> None:
    _answer_pages(server)
    list(client.items.list(options=sdk.RequestOptions(fields="items", headers={"x-a": "1"})))
    assert [dict(sent.query)["fields"] for sent in server.requests] == ["items"] * 3
    assert [sent.headers["x-a"] for sent in server.requests] == ["1"] * 3


def test_async_pages(sdk: Any, server: Server) -> None:
    async def main() -> None:
        async with sdk.AsyncDepot(base_url=server.url) as client:
            _answer_pages(server)
            assert [item.name async for item in client.items.list()] == ["a", "b", "c"]
            _answer_pages(server)
            assert [len(page.items) async for page in client.items.list().pages()] == [2, 0, 1]
            _answer_pages(server)
            first = await client.items.list()
            second = await first.next_page()
            assert (len(first.items), len(second.items)) == (2, 0)
            assert [item.name async for item in second] == ["c"]

    asyncio.run(main())
    assert _tokens(server) == [None, "t2", "t3"] * 3
