"""Lists in pages as frameworks and conventions have them."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("/9j+z==", "/base/songs?cursor=%2F9j%2Bz%3D%3D"),
        ("{}/base/songs?cursor=x", "/base/songs?cursor=x"),
        ("/songs?cursor=x", "/base/songs?cursor=x"),
        ("?cursor=x", "/base/songs?cursor=x"),
    ],
)
def test_a_next_is_a_token_or_an_address(lists: Any, server: Server, said: str, asked: str) -> None:
    server.answer({"data": [A], "meta": {"next": said.format(server.url)}})
    server.answer({"data": [B], "meta": {"next": None}})
    found, targets = _all(lists, server, "songs", "/base")
    assert (found, targets) == (["a", "b"], ["/base/songs", asked])


def test_a_next_stands_beside_the_parameter_that_it_has(lists: Any, server: Server) -> None:
    server.answer({"data": [A], "paging": {"next": "/notes?limit=1&since=4", "since": 4}})
    server.answer({"data": [B], "paging": {"since": 0, "size": 1}})
    found, targets = _all(lists, server, "notes")
    assert (found, targets) == (["a", "b"], ["/notes", "/notes?limit=1&since=4"])


def test_a_token_in_bytes_goes_back_as_it_came(lists: Any, server: Server) -> None:
    server.answer({"data": [A], "nextPageToken": "//4="})
    server.answer({"data": [B], "nextPageToken": ""})
    assert _all(lists, server, "runs") == (["a", "b"], ["/runs", "/runs?pageToken=%2F%2F4%3D"])


def test_a_token_behind_a_flag(lists: Any, server: Server) -> None:
    server.answer({"data": [A], "token": "t", "hasMore": True})
    server.answer({"data": [B], "token": "u", "hasMore": False})
    assert _all(lists, server, "marks") == (["a", "b"], ["/marks", "/marks?pageToken=t"])


def test_a_number_may_be_a_text_too(lists: Any, server: Server) -> None:
    server.answer({"data": [A], "totalPages": 2})
    server.answer({"data": [B], "totalPages": 2})
    assert _all(lists, server, "beds") == (["a", "b"], ["/beds", "/beds?page=2"])


def test_a_next_that_comes_again_is_refused(lists: Any, server: Server) -> None:
    for _ in range(2):
        server.answer({"data": [A], "meta": {"next": "x"}})
    with (
        lists.Lists(base_url=server.url) as client,
        pytest.raises(lists.PaginationError, match="names page 'x' again"),
    ):
        list(client.songs.list())


@pytest.mark.parametrize(
    ("resource", "first", "last"),
    [
        (
            "layers",
            {
                "layers": [A],
                "links": [{"rel": "self", "href": "/l"}, {"rel": "next", "href": "{}"}],
            },
            {"layers": [B], "links": [{"rel": "prev", "href": "/l"}]},
        ),
        (
            "patients",
            {"entry": [A], "link": [{"relation": "next", "url": "{}"}]},
            {"entry": [B]},
        ),
    ],
)
def test_one_of_the_links_in_a_list_has_the_address(
    lists: Any, server: Server, resource: str, first: Any, last: Any
) -> None:
    address = f"{server.url}/{resource}?token=x"
    server.answer(json.loads(json.dumps(first).replace("{}", address)))
    server.answer(last)
    found, targets = _all(lists, server, resource)
    assert (found, targets) == (["a", "b"], [f"/{resource}", f"/{resource}?token=x"])


def test_a_header_has_the_token(lists: Any, server: Server) -> None:
    server.answer({"count": 1, "value": [A]}, headers={"X-MS-ContinuationToken": "x"})
    server.answer({"count": 1, "value": [B]})
    found, targets = _all(lists, server, "builds")
    assert (found, targets) == (["a", "b"], ["/builds", "/builds?continuationToken=x"])


def test_a_header_has_the_token_both_ways(lists: Any, server: Server) -> None:
    server.answer([A], headers={"x-ms-continuation": "x y"})
    server.answer([B], headers={"x-ms-continuation": ""})
    found, _ = _all(lists, server, "docs")
    assert found == ["a", "b"]
    asked = [sent.headers["x-ms-continuation"] for sent in server.requests]
    assert asked == [None, "x y"]


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
