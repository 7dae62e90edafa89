"""The document, its pointers and its file form."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from specmill.diagnostics import Location, SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.document.origins import Origin, Origins

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


class Fake:
    """An input whose every part stands in line 1."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tree: Any = None

    def locate(self, pointer: str) -> Location:
        return Location(self.name, 1, 1, pointer)


@given(st.lists(st.text() | st.integers(0, 9)))
def test_pointers_split_into_what_they_were_joined_from(given_keys: list[str | int]) -> None:
    pointer = pointers.join("", *given_keys)
    assert pointers.keys(pointer) == [str(key) for key in given_keys]


@pytest.mark.parametrize("pointer", ["/a/1", "/a/-1", "/a/x", "/b", "/a/0/x", "/a/٠"])
def test_pointers_to_nothing_are_lookup_errors(pointer: str) -> None:
    with pytest.raises(LookupError):
        pointers.look_up({"a": [1]}, pointer)


def test_references_are_resolved_with_escapes_of_both_kinds() -> None:
    document = Document({"a/b": {"c d": 1}, "e": [2]}, "openapi3")
    assert document.resolve("#/a~1b/c%20d") == 1
    assert document.resolve("#/e/0") == 2
    assert document.resolve("#") is document.root


@pytest.mark.parametrize("ref", ["#/x", "other.yaml#/a", "#/a/b/c"])
def test_references_to_nothing_are_errors(ref: str) -> None:
    with pytest.raises(SpecmillError):
        Document({"a": 1}, "openapi3").resolve(ref)


def test_the_longest_known_prefix_tells_the_origin() -> None:
    one, two = Fake("one"), Fake("two")
    origins = Origins({"": Origin(one), "/a": Origin(one, "/x"), "/a/b": Origin(two, "/y/z")})
    places = {pointer: origins.locate(pointer) for pointer in ("/q/r", "/a/c", "/a/b/0", "/ab")}
    assert {pointer: (place.file, place.pointer) for pointer, place in places.items()} == {
        "/q/r": ("one", "/q/r"),
        "/a/c": ("one", "/x/c"),
        "/a/b/0": ("two", "/y/z/0"),
        "/ab": ("one", "/ab"),
    }


@given(st.dictionaries(st.text(), VALUES))
def test_a_dump_reads_back_and_hides_nothing(root: dict[str, Any]) -> None:
    data = dump(root)
    assert json.loads(data) == root
    text = data.decode("utf-8")
    assert text.endswith("\n")
    hidden = [c for c in text if c != "\n" and not c.isprintable() and c in "\x7f\x85\u200f\u202e"]
    assert hidden == []


def test_a_dump_keeps_order_and_letters_and_escapes_what_deceives() -> None:
    root = {"b": "é\u202e\x7f\u200b", "a": "\x00\U000e0041"}
    text = dump(root).decode()
    assert text == ('{\n  "b": "é\\u202e\\u007f\\u200b",\n  "a": "\\u0000\\udb40\\udc41"\n}\n')
