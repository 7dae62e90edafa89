"""Lists that come page by page."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server, running


def _answer_pages(server: Server) -> None:
    server.answer({"items": [{"name": "a"}, {"name": "b"}], "nextPageToken": "t2"})
    server.answer({"nextPageToken": "t3"})
    server.answer({"items": [{"name": "c"}]})


def _all(call: Caller, method: str, *args: Any, **kwargs: Any) -> list[Any]:
    """Return all items of a list."""

    async def gather(items: Any) -> list[Any]:
        return [item async for item in items]

    return call(method, *args, then=gather if call.is_async else list, **kwargs)


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


def test_the_body_asks_for_the_next_page(call: Caller, sdk: Any, server: Server) -> None:
    for body in ({"query": "q"}, sdk.models.ShelfSearch(query="q"), sdk.omit):
        server.requests.clear()
        _answer_pages(server)
        assert [item.name for item in _all(call, "shelves.search", body)] == ["a", "b", "c"]
        said = {} if body is sdk.omit else {"query": "q"}
        first, *others = (sent.body for sent in server.requests)
        assert first == (b"" if body is sdk.omit else b'{"query":"q"}')
        assert [json.loads(other) for other in others] == [
            {**said, "pageToken": "t2"},
            {**said, "pageToken": "t3"},
        ]


def test_the_callers_body_stays_as_it_is(client: Any, sdk: Any, server: Server) -> None:
    _answer_pages(server)
    body = sdk.models.ShelfSearch(query="q")
    assert len(list(client.shelves.search(body))) == 3
    assert body == sdk.models.ShelfSearch(query="q")


def test_a_page_that_the_body_names_twice(client: Any, sdk: Any, server: Server) -> None:
    server.answer({"nextPageToken": "t2"})
    server.answer({"nextPageToken": "t2"})
    with pytest.raises(sdk.PaginationError, match="'t2' again"):
        list(client.shelves.search({"query": "q"}))


def test_a_map_gives_its_keys_and_values(call: Caller, server: Server) -> None:
    server.answer({"halls": {"a": {"hall": "A"}, "b": {}}, "nextPageToken": "t2"})
    server.answer({"halls": {"a": {"hall": "A2"}}})
    pairs = _all(call, "shelves.by_hall")
    assert [(key, shelf.hall) for key, shelf in pairs] == [("a", "A"), ("b", None), ("a", "A2")]


def test_pages_of_a_part_of_the_answer(call: Caller, server: Server) -> None:
    server.answer({"hall": "A", "held": {"items": [{"name": "a"}], "nextPageToken": "t2"}})
    server.answer({"hall": "A"})
    assert [item.name for item in _all(call, "shelves.get", "s")] == ["a"]
    assert [dict(sent.query).get("marker") for sent in server.requests] == [None, "t2"]


def test_answers_without_a_list_are_items(call: Caller, server: Server) -> None:
    server.answer({"count": 1, "nextPageToken": "t2"})
    server.answer({"count": 2})
    assert [answer.count for answer in _all(call, "shelves.count")] == [1, 2]


def _doors(*numbers: int, **more: bool) -> dict[str, Any]:
    return {"doors": [{"number": number} for number in numbers], **more}


def test_offsets(call: Caller, server: Server) -> None:
    for answer in (_doors(1, 2), _doors(3), _doors()):
        server.answer(answer)
    assert [door.number for door in _all(call, "doors.list", offset=4)] == [1, 2, 3]
    assert [dict(sent.query)["offset"] for sent in server.requests] == ["4", "6", "7"]


def test_page_numbers_and_a_field_that_says_when_to_stop(call: Caller, server: Server) -> None:
    server.answer(_doors(1, more=True))
    server.answer(_doors(2, more=False))
    assert [door.number for door in _all(call, "doors.numbered")] == [1, 2]
    assert [sent.headers["page"] for sent in server.requests] == [None, "2"]


def test_the_last_item_names_the_next_page(call: Caller, server: Server) -> None:
    for answer in (_doors(1, 2), _doors(5), _doors()):
        server.answer(answer)
    assert [door.number for door in _all(call, "doors.after")] == [1, 2, 5]
    assert [dict(sent.query).get("after") for sent in server.requests] == [None, "2", "5"]


def test_resuming_with_a_token_that_was_kept(client: Any, server: Server) -> None:
    _answer_pages(server)
    kept = client.items.list().next_page_token
    assert [item.name for item in client.items.list(page_token=kept)] == ["c"]


# -- links in headers ----------------------------------------------------------------------------


def _linked(server: Server, *targets: str) -> None:
    """Answer pages of crates; each of them but the last has a header with a link."""
    for number, target in enumerate((*targets, ""), start=1):
        links = f'<{server.url}/crates>; rel="first", {target}' if target else ""
        server.answer([{"name": str(number)}], headers={"link": links} if links else {})


def test_links_lead_from_page_to_page(call: Caller, server: Server) -> None:
    second = (
        f'<{server.url}/other/crates?page=2&per_page=1&x=%2F>; title="a, b"; rel="prefetch next"'
    )
    _linked(server, second, "</crates?page=3>; REL=next")
    found = _all(call, "crates.list", per_page=1)
    assert [item.name for item in found] == ["1", "2", "3"]
    targets = [sent.target for sent in server.requests]
    assert targets == [
        "/crates?per_page=1",
        "/other/crates?page=2&per_page=1&x=%2F",
        "/crates?page=3",
    ]
    assert [sent.headers["authorization"] for sent in server.requests] == ["Bearer secret"] * 3


def test_links_of_a_list_in_a_field(call: Caller, server: Server) -> None:
    server.answer({"stacks": ["a"]}, headers={"link": '</crates/stacks?page=2>; rel="next"'})
    server.answer({"stacks": ["b"]}, headers={"link": '</crates/stacks>; rel="prev"'})
    assert _all(call, "crates.list_stacks") == ["a", "b"]


@pytest.mark.parametrize(
    "header",
    [
        "",
        "<>",
        "nonsense; rel=next",
        '</crates?page=2>; rel="last"; rel="next"',
        '</crates?page=2>; rel="next"; anchor="/others"',
        '</crates?page=2>; title="x; rel=next"',
    ],
)
def test_links_that_lead_to_no_page(client: Any, server: Server, header: str) -> None:
    server.answer([{"name": "1"}], headers={"link": header})
    page = client.crates.list()
    assert (page.next_page_token, page.next_page()) == (None, None)


def test_an_api_key_goes_to_the_next_page_once(sdk: Any, server: Server) -> None:
    _linked(server, "</crates?page=2>; rel=next", "</crates?page=3&key=k%261>; rel=next")
    with sdk.Depot(api_key="k&1", base_url=server.url) as client:
        assert len(list(client.crates.list())) == 3
    assert [dict(sent.query)["key"] for sent in server.requests] == ["k&1"] * 3
    assert [len(sent.query) for sent in server.requests] == [1, 2, 2]


def test_credentials_do_not_follow_a_link_to_another_origin(sdk: Any, server: Server) -> None:
    with running() as other:
        _linked(server, f"<{other.url}/crates?page=2>; rel=next")
        other.answer(
            [{"name": "there"}], headers={"link": f"<{server.url}/crates?page=3>; rel=next"}
        )
        with sdk.Depot(
            token="secret", api_key="k", headers={"Cookie": "s=1"}, base_url=server.url
        ) as client:
            options = sdk.RequestOptions(headers={"X-Api-Key": "mine", "X-Kept": "1"})
            found = [item.name for item in client.crates.list(options=options)]
        assert found == ["1", "there", "2"]
        (sent,) = other.requests
    assert (sent.target, sent.headers["accept"]) == ("/crates?page=2", "application/json")
    assert not [
        name for name in ("authorization", "cookie", "x-api-key", "x-kept") if sent.headers[name]
    ]
    assert [one.headers["authorization"] for one in server.requests] == ["Bearer secret"] * 2


def test_the_error_says_that_credentials_were_held_back(sdk: Any, server: Server) -> None:
    with running() as other:
        _linked(server, f"<{other.url}/crates?page=2>; rel=next")
        other.answer({"message": "who?"}, status=401)
        with (
            sdk.Depot(token="secret", base_url=server.url, max_retries=0) as client,
            pytest.raises(sdk.AuthenticationError, match="held back") as raised,
        ):
            list(client.crates.list())
        assert other.url in str(raised.value)
        assert server.url in str(raised.value)
        assert "no credentials" not in str(raised.value)


def test_a_circle_of_links(client: Any, sdk: Any, server: Server) -> None:
    _linked(server, "</crates?page=2&key=k>; rel=next", "</crates?page=2&key=k>; rel=next")
    with pytest.raises(sdk.PaginationError, match=r"page=2&key=\*\*\*' again"):
        list(client.crates.list())
