"""Methods beyond those of RFC 9110: QUERY, which reads with a body, and any other (OpenAPI 3.2)."""

from __future__ import annotations

from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server


def test_a_query_has_a_body_and_the_parameters_of_its_path(methods: Caller, server: Server) -> None:
    server.answer({"books": [{"id": "a"}], "nextPageToken": "2"})
    page = methods("books.search", {"about": "whales"}, language="en")
    assert (page.body.books[0].id, page.next_page_token) == ("a", "2")
    assert (server.last.method, server.last.target) == ("QUERY", "/books?language=en")
    assert server.last.json() == {"about": "whales"}


def test_a_query_is_sent_again_since_it_changes_nothing(
    methods: Caller, server: Server, no_wait: list[float]
) -> None:
    server.answer("busy", status=503)
    server.answer({"books": []})
    methods("books.search", {"about": "whales"})
    assert [one.method for one in server.requests] == ["QUERY", "QUERY"]
    assert len(no_wait) == 1


def test_a_method_of_the_api_s_own_is_sent_as_it_is_written(
    methods: Caller, server: Server
) -> None:
    server.answer({"id": "b"}, status=201)
    book = methods("books.copy", "a", destination="/shelves/2")
    assert book.id == "b"
    assert (server.last.method, server.last.path) == ("COPY", "/books/a")
    assert server.last.headers["Destination"] == "/shelves/2"
