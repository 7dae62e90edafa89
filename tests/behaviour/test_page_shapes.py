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


def test_what_is_no_page_is_not_iterated_over(lists: Any, server: Server) -> None:
    server.answer({"things": [A]})
    with lists.Lists(base_url=server.url) as client:
        answer = client.plain.list()
    with pytest.raises(TypeError, match="is an object, not a list of items or a page"):
        list(answer)
    assert [one.name for one in answer.things] == ["a"]
