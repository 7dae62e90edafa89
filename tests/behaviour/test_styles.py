"""Parameters as the tables of the specification have them (OpenAPI 3.1 and 3.2, Style Examples)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server

STRING, ARRAY = "blue", ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
PATHS = {
    "simple": ("blue", "blue,black,brown", "R,100,G,200,B,150"),
    "simple_exploded": ("blue", "blue,black,brown", "R=100,G=200,B=150"),
    "label": (".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    "label_exploded": (".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    "matrix": (";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
    "matrix_exploded": (
        ";color=blue",
        ";color=blue;color=black;color=brown",
        ";R=100;G=200;B=150",
    ),
}
"""Style to a string, an array and an object."""
QUERIES = {
    "form": ("color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    "form_exploded": (
        "color=",
        "color=blue",
        "color=blue&color=black&color=brown",
        "R=100&G=200&B=150",
    ),
    "space_delimited": (
        None,
        None,
        "color=blue%20black%20brown",
        "color=R%20100%20G%20200%20B%20150",
    ),
    "pipe_delimited": (
        None,
        None,
        "color=blue%7Cblack%7Cbrown",
        "color=R%7C100%7CG%7C200%7CB%7C150",
    ),
    "deep_object_exploded": (
        None,
        None,
        None,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
}
"""Style to an empty string, a string, an array and an object; None where there is no form."""
COOKIES = {
    "form": QUERIES["form"],
    "form_exploded": QUERIES["form_exploded"],
    "cookie": ("color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    "cookie_exploded": (
        "color=",
        "color=blue",
        "color=blue; color=black; color=brown",
        "R=100; G=200; B=150",
    ),
}
HEADERS = {
    "simple": ("", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    "simple_exploded": ("", "blue", "blue,black,brown", "R=100,G=200,B=150"),
}


def of(table: dict[str, tuple[str | None, ...]], values: tuple[Any, ...]) -> list[Any]:
    """Return style, value and text of each cell of a table."""
    return [
        pytest.param(style, value, text, id=f"{style}-{type(value).__name__}-{text}")
        for style, texts in table.items()
        for value, text in zip(values, texts, strict=True)
        if text is not None
    ]


VALUES = ("", STRING, ARRAY, OBJECT)


@pytest.mark.parametrize(("style", "value", "text"), of(PATHS, (STRING, ARRAY, OBJECT)))
def test_paths(styles: Caller, server: Server, style: str, value: Any, text: str) -> None:
    server.answer(status=204)
    styles(f"colours.path_{style}", value)
    assert server.last.target.rpartition("/")[2] == text


@pytest.mark.parametrize("style", PATHS)
def test_an_empty_value_must_not_change_the_path(
    styles: Caller, server: Server, style: str
) -> None:
    if "matrix" in style:
        server.answer(status=204)
        styles(f"colours.path_{style}", "")
        assert server.last.target.endswith("/;color")
    else:
        with pytest.raises(ValueError, match="path parameter 'color' must not"):
            styles(f"colours.path_{style}", "")


@pytest.mark.parametrize(("style", "value", "text"), of(QUERIES, VALUES))
def test_queries(styles: Caller, server: Server, style: str, value: Any, text: str) -> None:
    server.answer(status=204)
    styles(f"colours.query_{style}", color=value)
    assert server.last.target.partition("?")[2] == text


@pytest.mark.parametrize(("style", "value", "text"), of(HEADERS, VALUES))
def test_headers(styles: Caller, server: Server, style: str, value: Any, text: str) -> None:
    server.answer(status=204)
    styles(f"colours.header_{style}", color=value)
    assert server.last.headers["color"] == text


@pytest.mark.parametrize(("style", "value", "text"), of(COOKIES, VALUES))
def test_cookies(styles: Caller, server: Server, style: str, value: Any, text: str) -> None:
    server.answer(status=204)
    styles(f"colours.cookie_{style}", color=value)
    assert server.last.headers["cookie"] == text


def test_cookies_are_encoded_where_the_style_says_so(styles: Caller, server: Server) -> None:
    server.answer(status=204)
    styles("colours.cookie_form", color="a;b c")
    assert server.last.headers["cookie"] == "color=a%3Bb%20c"
    server.answer(status=204)
    styles("colours.cookie_cookie", color="a%20b")
    assert server.last.headers["cookie"] == "color=a%20b"
    with pytest.raises(ValueError, match="must not have a semicolon"):
        styles("colours.cookie_cookie", color="a;b")


def test_nothing_is_sent_of_what_is_left_out(styles: Caller, server: Server) -> None:
    for style in QUERIES:
        server.answer(status=204)
        styles(f"colours.query_{style}")
        assert "?" not in server.last.target
    server.answer(status=204)
    styles("colours.cookie_form")
    assert "cookie" not in server.last.headers


def test_objects_in_objects(styles: Caller, server: Server) -> None:
    models = styles.sdk.models
    size = models.FilterSize(min=1, max=2)
    where = models.Filter(name="n", size=size, tags=["a", "b"])
    server.answer(status=204)
    styles("others.list", filter_=where)
    assert server.last.query == [
        ("filter[name]", "n"),
        ("filter[size][min]", "1"),
        ("filter[size][max]", "2"),
        ("filter[tags]", "a"),
        ("filter[tags]", "b"),
    ]


def test_json_in_a_query_and_in_a_header(styles: Caller, server: Server) -> None:
    where = styles.sdk.models.Filter(name="ä", tags=[])
    server.answer(status=204)
    styles("others.list", where=where, x_where={"name": "a"})
    assert server.last.query == [("where", '{"name":"ä","tags":[]}')]
    assert server.last.headers["x-where"] == '{"name":"a"}'


def test_empty_and_reserved_values(styles: Caller, server: Server) -> None:
    server.answer(status=204)
    styles("others.list", page="", path="a/b?c&d")
    assert server.last.target == "/others?page=&path=a/b?c%26d"


def test_a_whole_query(styles: Caller, server: Server) -> None:
    server.answer(status=204)
    styles("others.whole", all_={"a": "1", "b": "x y"})
    assert server.last.target == "/whole?a=1&b=x%20y"


@pytest.mark.parametrize(
    ("name", "method", "status"),
    [
        ("check", "HEAD", 200),
        ("list_methods", "OPTIONS", 204),
        ("trace", "TRACE", 200),
    ],
)
def test_unusual_methods(
    styles: Caller, server: Server, name: str, method: str, status: int
) -> None:
    server.answer(status=status)
    styles(f"others.{name}")
    assert server.last.method == method


def test_a_whole_query_has_no_name(styles: Caller, server: Server) -> None:
    for given, query in (({"name": "a b"}, "%7B%22name%22%3A%22a%20b%22%7D"), (None, "")):
        server.answer(status=204)
        styles("others.filtered", filter_=given)
        assert server.last.target == "/filtered" + (f"?{query}" if query else "")
    server.answer(status=204)
    styles("others.selected", selector="$.a[?(@.b)]")
    assert server.last.target == "/selected?%24.a%5B%3F%28%40.b%29%5D"


def test_the_fields_of_a_whole_query_travel_as_the_spec_says(
    styles: Caller, server: Server
) -> None:
    fields = {
        "tags": ["a", "b c"],
        "names": ["a", "b,c"],
        "others": ["a", "b"],
        "size": {"low": 1, "high": 2},
        "where": [1, 2],
        "path": "a/b?c",
        "since": datetime(2026, 1, 2, tzinfo=UTC),
    }
    sent = [
        "tags=a%7Cb%20c",
        "names=a,b%2Cc",
        "others=a&others=b",
        "size%5Blow%5D=1&size%5Bhigh%5D=2",
        "where=%5B1%2C2%5D",
        "path=a/b?c",
        "since=2026-01-02T00%3A00%3A00Z",
    ]
    for query in (fields, styles.sdk.models.Query(**fields)):
        server.answer(status=204)
        styles("others.encoded", query=query)
        assert server.last.target == f"/encoded?{'&'.join(sent)}"
    for nothing in ({}, {"query": None}):
        server.answer(status=204)
        styles("others.encoded", **nothing)
        assert server.last.target == "/encoded"
