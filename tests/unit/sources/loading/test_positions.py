"""The position scanner against Python's own JSON reader."""

from __future__ import annotations

import json
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from specmill.document import pointers
from specmill.sources.loading.positions import depth_offset, line_and_column, scan, scan_for

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def _parts(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    found = [(pointer, value)]
    if isinstance(value, dict):
        for key, item in value.items():
            found += _parts(item, pointers.join(pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += _parts(item, f"{pointer}/{index}")
    return found


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_every_part_is_found_where_it_is_written(
    value: Any, indent: int | None, ascii_only: bool
) -> None:
    text = "\n " + json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    offsets = scan(text).offsets
    parts = _parts(value)
    assert offsets.keys() == {pointer for pointer, _ in parts}
    reader = json.JSONDecoder()
    for pointer, part in parts:
        read, end = reader.raw_decode(text, offsets[pointer])
        parent = pointers.look_up(value, pointer.rpartition("/")[0]) if pointer else None
        if isinstance(parent, dict):  # a member stands where its key stands
            assert read == pointers.keys(pointer)[-1]
            start = end + len(text[end:]) - len(text[end:].lstrip(": \n"))
            read, _ = reader.raw_decode(text, start)
        assert read == part


@given(VALUES, st.data())
def test_some_parts_are_found_where_all_are(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value, indent=1)
    offsets = scan(text).offsets
    wanted = data.draw(st.lists(st.sampled_from(sorted(offsets)), max_size=3))
    found = scan_for(text, [*wanted, "/not/there"]).offsets
    assert found == {pointer: offsets[pointer] for pointer in found}
    assert {*wanted, ""} <= found.keys()


def test_keys_that_appear_twice_are_listed() -> None:
    found = scan('{"a": {"b": 1, "c": {"b": 2}, "b": 3}}')
    assert found.duplicates == [("/a/b", 30)]


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("abc", 0, (1, 1)), ("a\nbc", 3, (2, 2)), ("é\né", 2, (2, 1)), ("a\n", 2, (2, 1))],
)
def test_lines_and_columns_count_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert line_and_column(text, offset) == place


def test_depth_is_measured_in_broken_text_too() -> None:
    assert depth_offset('["[[[", [[', 2) == 9
    assert depth_offset("[[]][[]]", 2) == 0
