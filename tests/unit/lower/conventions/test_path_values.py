"""Which path parameters span segments, and which may be empty."""

from __future__ import annotations

import pytest

from specmill.lower.conventions.path_values import Paths, spans_segments
from specmill.model.constraints import Bounds
from specmill.model.models import Docs
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Scalar, ScalarKind


@pytest.mark.parametrize(
    ("pattern", "spans"),
    [
        ("shelves/[^/]+/books/[^/]+", True),
        (r"^shelves\/[^/]+$", True),
        ("(projects|folders)/[^/]+", True),
        ("(?:a/b|c/d)", True),
        ("files/.+", True),
        ("[^/]+", False),
        (r"[a-z/]+", False),
        ("a/?b", False),
        ("(a/b)?c", False),
        ("a/b|c", False),
        (".+", False),
        (".*", True),
        ("^.*$", True),
        ("(.*)", True),
        (r"[\s\S]*", True),
        ("[^/]*", False),
        ("a.*", False),
        (r"^\d{4}-\d\d$", False),
    ],
)
def test_a_pattern_that_no_text_without_a_slash_fits(pattern: str, *, spans: bool) -> None:
    assert spans_segments(pattern, ()) is spans


def test_any_segments_of_a_gateway() -> None:
    assert spans_segments(".+", ["rpcStatus", "v1Book"])


def may_be_empty(path: str, *others: str, wire: str = "id", **more: object) -> bool:
    kind = Scalar(more.pop("kind", ScalarKind.STRING))  # type: ignore[arg-type]
    one = Parameter(wire, wire, ParameterPlace.PATH, kind, True, style="simple", **more)  # type: ignore[arg-type]
    [found] = Paths.of([path, *others]).marked(path, [one])
    return found.may_be_empty


def test_a_path_without_its_last_value_may_be_no_other() -> None:
    assert may_be_empty("/users/{name}/servers/{id}", "/users", "/users/{name}")
    assert not may_be_empty("/users/{id}", "/users")
    assert not may_be_empty("/users/{id}", "/users/")
    assert not may_be_empty("/a/{x}/b/{id}", "/a/{y}/b")
    assert not may_be_empty("/users/{id}:stop")
    assert not may_be_empty("/users/{id}", kind=ScalarKind.INTEGER)
    assert not may_be_empty("/users/{id}", bounds=Bounds(min_length=1))
    assert not may_be_empty("/users/{id}", bounds=Bounds(pattern="^[a-z]+$"))
    assert not may_be_empty("/users/{id}", docs=Docs("", "It must not be empty."))


def test_within_a_path_the_description_speaks_of_it() -> None:
    said = Docs("", "Its name; the empty string for the default server.")
    assert not may_be_empty("/servers/{id}/logs")
    assert may_be_empty("/servers/{id}/logs", docs=said)
    assert not may_be_empty("/servers/{id}/logs", "/servers/logs", docs=said)


def test_at_the_end_the_description_may_say_what_the_empty_value_is() -> None:
    said = Docs("", "Name of the server (empty string for the default server).")
    assert may_be_empty("/shares/{owner}/{id}", "/shares/{owner}", docs=said)
    others = ("Empty if there is none.", "It must not be the empty string.")
    assert not any(may_be_empty("/users/{id}", "/users", docs=Docs("", one)) for one in others)
