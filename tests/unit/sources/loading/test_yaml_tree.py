"""The YAML builder: the core schema of YAML 1.2, with strings as keys and bounded growth."""

from __future__ import annotations

import json
import re
from typing import Any

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import given

from specmill.diagnostics import SpecmillError
from specmill.sources.loading.files import parse

NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""Numbers of YAML 1.2; PyYAML, which is 1.1, leaves texts that look like some without quotes."""
KEYS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"))).filter(
        lambda text: not NUMBER.fullmatch(text)
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def build(text: str) -> Any:
    return parse(text.encode(), name="t.yaml").tree


@given(VALUES, st.booleans())
def test_plain_data_comes_back(value: Any, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    assert build(text) == yaml.safe_load(text) == value


@given(VALUES)
def test_json_is_yaml(value: Any) -> None:
    assert build("# a comment\n" + json.dumps(value, ensure_ascii=False)) == value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("off", "off"),
        ("True", True),
        ("~", None),
        ("", None),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2024-01-01", "2024-01-01"),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.", 1.0),
        ("+1", 1),
        ("-", "-"),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("!!float 1", 1.0),
        ("18446744073709551615", 2**64 - 1),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_scalars_follow_the_core_schema(written: str, meant: Any) -> None:
    if written == "-":
        written = "'-'"
    value = build(f"a: {written}")["a"]
    assert (value, type(value)) == (meant, type(meant))


def test_keys_stay_as_written() -> None:
    assert list(build("200: a\ntrue: b\n1.10: c\n~: d\n'': e\n")) == [
        "200",
        "true",
        "1.10",
        "~",
        "",
    ]


def test_merge_keys_yield_to_the_mapping_itself_and_to_earlier_ones() -> None:
    tree = build("""
        a: &a {x: 1, y: 1}
        b: &b {y: 2, z: 2}
        c: {<<: [*a, *b], x: 3}
        d: {"<<": 4}
    """)
    assert tree["c"] == {"x": 3, "y": 1, "z": 2}
    assert tree["d"] == {"<<": 4}


def test_a_merge_key_may_have_its_tag() -> None:
    tree = build("a: &a {x: 1, y: 1}\nb:\n  !!merge <<: *a\n  x: 2\n")
    assert tree["b"] == {"x": 2, "y": 1}


def test_aliases_are_copies() -> None:
    tree = build("a: &a {x: [1]}\nb: *a\n")
    tree["b"]["x"].append(2)
    assert tree["a"] == {"x": [1]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: 1\nb: 2\na: 3",
            "t.yaml:3:1: error: the key 'a' appears twice in its mapping; "
            "keep one: their values differ",
        ),
        ("? [a]\n: 1", "t.yaml:1:3: error: a key must be a scalar"),
        ("a: &x b\n*x : 1", "t.yaml:2:1: error: an alias cannot be a key"),
        ("a: {<<: 1}", "t.yaml:1:9: error: `<<` merges mappings only"),
        ("a: !!int b", "t.yaml:1:4: error: 'b' is not a YAML int"),
        (
            "a: !!binary aGk=",
            "t.yaml:1:4: error: the tag `tag:yaml.org,2002:binary` is not supported",
        ),
        ("a: 1e999", "t.yaml:1:4: error: the number `1e999` is too large"),
    ],
)
def test_mistakes_say_where(text: str, message: str) -> None:
    with pytest.raises(SpecmillError) as caught:
        build(text)
    assert str(caught.value) == message


def test_parts_are_located_in_block_and_flow_style() -> None:
    source = parse(b"a:\n  - x: {y: 1}\n  -\n    z: 2\n'b/~': 3\n", name="t.yaml")
    places = {
        pointer: str(source.locate(pointer))
        for pointer in ("", "/a/0", "/a/0/x/y", "/a/1/z", "/b~1~0", "/a/7/q")
    }
    assert places == {
        "": "t.yaml:1:1",
        "/a/0": "t.yaml:2:5",
        "/a/0/x/y": "t.yaml:2:9",
        "/a/1/z": "t.yaml:4:5",
        "/b~1~0": "t.yaml:5:1",
        "/a/7/q": "t.yaml:1:1",
    }
