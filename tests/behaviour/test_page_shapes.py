"""Lists in pages as frameworks and conventions have them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.behaviour.server import Server

A, B = {"name": "a"}, {"name": "b"}


def _all(lists: Any, server: Server, resource: str, base: str = "") -> tuple[list[str], list[Any]]:
    """Return the names of all items of a list, and what each request asked for."""
    with lists.Lists(base_url=f"{server.url}{base}") as client:
        found = [one.name for one in getattr(client, resource).list()]
    return found, [sent.target for sent in server.requests]


@pytest.mark.parametrize(
    ("resource", "pages", "second"),
    [
        (
            "boats",
            [
                {"boats": [A], "continuation_token": "t2"},
                {"boats": [B], "continuation_token": ""},
            ],
            "continuation_token=t2",
        ),
        (
            "pods",
            [{"items": [A], "metadata": {"continue": "t2"}}, {"items": [B], "metadata": {}}],
            "continue=t2",
        ),
        (
            "edges",
            [
                {"nodes": [A], "pageInfo": {"hasNextPage": True, "endCursor": "x"}},
                {"nodes": [B], "pageInfo": {"hasNextPage": False, "endCursor": "y"}},
            ],
            "after=x",
        ),
        (
            "sheets",
            [{"items": [A], "pages": 2, "page": 1}, {"items": [B], "pages": 2, "page": 2}],
            "page=2",
        ),
        (
            "books",
            [
                {"content": [A], "number": 0, "totalPages": 2, "last": False},
                {"content": [B], "number": 1, "totalPages": 2, "last": True},
            ],
            "page=1",
        ),
        (
            "cards",
            [{"total_entries": 2, "cards": [A]}, {"total_entries": 2, "cards": [B]}],
            "Offset=1",
        ),
        (
            "blocks",
            [
                {"results": [A], "next_cursor": "x", "has_more": True},
                {"results": [B], "next_cursor": None, "has_more": False},
            ],
            "start_cursor=x",
        ),
        (
            "deals",
            [{"results": [A], "paging": {"next": {"after": "x"}}}, {"results": [B]}],
            "after=x",
        ),
        (
            "roles",
            [
                {"roles": [A], "Marker": "x", "IsTruncated": True},
                {"roles": [B], "IsTruncated": False},
            ],
            "Marker=x",
        ),
        ("logs", [{"items": [A], "next_start_after": "x"}, {"items": [B]}], "start_after=x"),
        (
            "users",
            [{"totalResults": 2, "Resources": [A]}, {"totalResults": 2, "Resources": [B]}],
            "startIndex=2",
        ),
        ("spans", [{"total": 2, "spans": [A]}, {"total": 2, "spans": [B]}], "start=1"),
    ],
)
def test_a_parameter_asks_for_the_next_page(
    lists: Any, server: Server, resource: str, pages: list[Any], second: str
) -> None:
    for page in pages:
        server.answer(page)
    found, targets = _all(lists, server, resource)
    assert (found, targets) == (["a", "b"], [f"/{resource}", f"/{resource}?{second}"])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("{}/base/addresses?page=2", "/base/addresses?page=2"),
        ("/base/addresses?page=2", "/base/addresses?page=2"),
        ("/addresses?page=2", "/base/addresses?page=2"),
        ("?page=2", "/base/addresses?page=2"),
    ],
)
def test_the_body_has_the_address_of_the_next_page(
    lists: Any, server: Server, address: str, asked: str
) -> None:
    server.answer({"count": 2, "next": address.format(server.url), "results": [A]})
    server.answer({"count": 2, "next": None, "results": [B]})
    found, targets = _all(lists, server, "addresses", "/base")
    assert (found, targets) == (["a", "b"], ["/base/addresses", asked])


def test_a_link_object_has_the_address(lists: Any, server: Server) -> None:
    server.answer({"_embedded": {"halves": [A]}, "_links": {"next": {"href": "/halves?page=1"}}})
    server.answer({"_embedded": {"halves": [B]}, "_links": {}})
    found, targets = _all(lists, server, "halves")
    assert (found, targets) == (["a", "b"], ["/halves", "/halves?page=1"])


@pytest.mark.parametrize("address", ["/articles?page=2", {"href": "/articles?page=2"}])
def test_a_link_is_an_address_or_an_object(lists: Any, server: Server, address: Any) -> None:
    server.answer({"data": [A], "links": {"next": address}})
    server.answer({"data": [B], "links": {"next": None}})
    found, targets = _all(lists, server, "articles")
    assert (found, targets) == (["a", "b"], ["/articles", "/articles?page=2"])


def test_odata_2_has_the_address_beside_the_results(lists: Any, server: Server) -> None:
    server.answer({"d": {"results": [A], "__next": f"{server.url}/orders?$skiptoken=1"}})
    server.answer({"d": {"results": [B]}})
    found, targets = _all(lists, server, "orders")
    assert (found, targets) == (["a", "b"], ["/orders", "/orders?$skiptoken=1"])


def test_a_list_whose_header_counts_goes_on_to_an_empty_page(lists: Any, server: Server) -> None:
    for page in ([A], [B], []):
        server.answer(page)
    found, targets = _all(lists, server, "ranges")
    assert (found, targets) == (["a", "b"], ["/ranges", "/ranges?offset=1", "/ranges?offset=2"])


def test_the_ends_of_a_range_are_no_offset(lists: Any, server: Server) -> None:
    server.answer({"total": 2, "times": [A]})
    with lists.Lists(base_url=server.url) as client:
        assert [one.name for one in client.times.list(from_=1, to=9).times] == ["a"]


def test_what_is_no_page_is_not_iterated_over(lists: Any, server: Server) -> None:
    server.answer({"things": [A]})
    with lists.Lists(base_url=server.url) as client:
        answer = client.plain.list()
    with pytest.raises(TypeError, match="is an object, not a list of items or a page"):
        list(answer)
    assert [one.name for one in answer.things] == ["a"]
