"""Bytes to trees."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from specmill.diagnostics import SpecmillError
from specmill.sources.loading import files as loading
from specmill.sources.loading.files import load, parse


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.txt", "a"])
def test_the_content_decides_not_the_name(name: str) -> None:
    assert parse(b'{"a": [1]}', name=name).tree == {"a": [1]}


@pytest.mark.parametrize("text", [b"a: [1]", b"{a: [1]}", b"# c\na:\n- 1\n"])
def test_yaml_is_read(text: bytes) -> None:
    assert parse(text, name="a.yaml").tree == {"a": [1]}


def test_a_byte_order_mark_is_passed_over() -> None:
    source = parse(codecs.BOM_UTF8 + b'{"a": 1}', name="a.json")
    assert source.tree == {"a": 1}
    assert str(source.locate("/a")) == "a.json:1:2"


def test_two_hundred_levels_are_the_limit_in_both_syntaxes() -> None:
    for name in ("a.json", "a.yaml"):
        assert parse(b"[" * 200 + b"]" * 200, name=name).tree
        with pytest.raises(SpecmillError, match="deeper than 200 levels"):
            parse(b"[" * 201 + b"]" * 201, name=name)


@pytest.mark.parametrize("text", ["[" * 10_000, "".join(f"{' ' * at}a:\n" for at in range(2000))])
def test_yaml_may_nest_deeper_than_its_parser_goes(text: str) -> None:
    with pytest.raises(SpecmillError, match=r"a\.yaml:\d+:\d+: error: .*deeper than 200 levels"):
        parse(text.encode(), name="a.yaml")


def test_keys_in_strings_are_no_duplicates() -> None:
    text = b'{"a" : "\\"a\\": \\"b\\":", "b": {"a": ":"}}'
    assert parse(text, name="a.json").tree == {"a": '"a": "b":', "b": {"a": ":"}}


def test_a_repeated_key_is_found_below_others() -> None:
    with pytest.raises(SpecmillError, match=r"a\.json:2:2: error: .*appears twice.*/x/0/k"):
        parse(b'{"x": [{"k": 1,\n "k": 2}]}', name="a.json")


@pytest.mark.parametrize("text", [r"\u0022:", r"\u003a", r"\u003A"])
def test_a_repeated_key_is_found_beside_escapes_that_count_as_one(text: str) -> None:
    with pytest.raises(SpecmillError, match=r"a\.json:1:10: error: .*appears twice"):
        parse(f'{{"k": 1, "k": 2, "x": "{text}"}}'.encode(), name="a.json")


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}')
    monkeypatch.setattr(loading, "MAX_BYTES", 5)
    with pytest.raises(SpecmillError, match="larger than"):
        load(path)
