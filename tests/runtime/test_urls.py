"""URL templates, parameter styles and what may not get into a URL."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any
from urllib.parse import unquote

import httpx2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_sdk._runtime.bodies.parameters import path_text, plain_text, query_pairs
from sample_sdk._runtime.requests.urls import escape, expand, redact_url


class Colour(Enum):
    RED = "red"


OBJECT = {"R": 100, "G": 200}


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("simple", "a b/c", "a%20b%2Fc"),
        ("simple", [3, "x,y"], "3,x%2Cy"),
        ("simple", OBJECT, "R,100,G,200"),
        ("simple*", OBJECT, "R=100,G=200"),
        ("label", "blue", ".blue"),
        ("label", [1, 2], ".1,2"),
        ("label*", [1, 2], ".1.2"),
        ("label*", OBJECT, ".R=100.G=200"),
        ("matrix", "blue", ";c=blue"),
        ("matrix", "", ";c"),
        ("matrix*", ["a", ""], ";c=a;c"),
        ("matrix", [1, 2], ";c=1,2"),
        ("matrix*", [1, 2], ";c=1;c=2"),
        ("matrix", OBJECT, ";c=R,100,G,200"),
        ("matrix*", OBJECT, ";R=100;G=200"),
        ("simple", True, "true"),
        ("simple", Colour.RED, "red"),
    ],
)
def test_path_styles_are_those_of_openapi(style: Any, value: Any, expected: str) -> None:
    assert path_text("c", value, style) == expected


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("repeat", "a b&c", ["c=a%20b%26c"]),
        ("repeat", [1, None, 2], ["c=1", "c=2"]),
        ("repeat", OBJECT, ["R=100", "G=200"]),
        ("csv", [1, "a,b"], ["c=1,a%2Cb"]),
        ("csv", OBJECT, ["c=R,100,G,200"]),
        ("ssv", [1, 2], ["c=1%202"]),
        ("tsv", [1, 2], ["c=1%092"]),
        ("pipes", [1, 2], ["c=1%7C2"]),
        (
            "deepObject",
            {"a": 1, "b": {"x": [1, 2]}},
            ["c%5Ba%5D=1", "c%5Bb%5D%5Bx%5D=1", "c%5Bb%5D%5Bx%5D=2"],
        ),
        ("json", {"a": [1]}, ["c=%7B%22a%22%3A%5B1%5D%7D"]),
        ("repeat", [], []),
        ("csv", [], []),
        ("repeat", None, []),
        ("repeat", "", ["c="]),
        ("repeat", datetime(2024, 1, 2, 3, 4, 5), ["c=2024-01-02T03%3A04%3A05"]),
        ("repeat", date(2024, 1, 2), ["c=2024-01-02"]),
        ("repeat", timedelta(days=1, seconds=1.5), ["c=P1DT1.5S"]),
        ("repeat", 1.5, ["c=1.5"]),
    ],
)
def test_query_styles_are_those_of_openapi(style: Any, value: Any, expected: list[str]) -> None:
    assert query_pairs("c", value, style) == expected


def test_header_style() -> None:
    assert plain_text(["a", 1]) == "a,1"
    assert plain_text(OBJECT, "simple*") == "R=100,G=200"
    assert plain_text(datetime(2024, 1, 1, tzinfo=UTC)) == "2024-01-01T00:00:00Z"


def test_reserved_expansion_keeps_slashes_and_triplets_but_stays_in_the_path() -> None:
    assert path_text("name", "projects/a:b/%2F c?d#e%", reserved=True) == (
        "projects/a:b/%2F%20c%3Fd%23e%25"
    )
    assert query_pairs("q", "a/b?c&d=e#", reserved=True) == ["q=a/b?c%26d=e%23"]


@pytest.mark.parametrize("value", ["", ".", ".."])
@pytest.mark.parametrize("reserved", [False, True])
def test_a_path_value_cannot_name_another_path(value: str, reserved: bool) -> None:
    with pytest.raises(ValueError, match="jobId"):
        expand("/jobs/{jobId}", lambda name: path_text(name, value, reserved=reserved))


@pytest.mark.parametrize("value", ["a/../b", "a/%2e%2E/b", "../x"])
def test_a_reserved_value_cannot_climb(value: str) -> None:
    with pytest.raises(ValueError, match="name"):
        expand("/v1/{+name}", lambda name: path_text(name, value, reserved=True))


@given(st.text(min_size=1))
@example("%2F")
@example("…/é\x00")
def test_a_path_value_arrives_as_it_was(value: str) -> None:
    if value in (".", ".."):
        return
    try:
        value.encode()
    except UnicodeEncodeError:
        return
    url = "http://h" + expand("/a/{x}:run", lambda name: path_text(name, value))
    raw = httpx2.URL(url).raw_path.decode()
    assert raw.startswith("/a/") and raw.endswith(":run")
    assert raw.count("/") == 2
    assert unquote(raw[3:-4]) == value


def test_urls_are_shown_without_secrets() -> None:
    shown = redact_url("https://u:p@h/x?a=1&key=s3&KEY=s4&%6Bey=s5#f", {"key"})
    assert shown == "https://***@h/x?a=1&key=***&KEY=***&%6Bey=***#f"
    assert escape("~a-b_c.d") == "~a-b_c.d"
