"""A document keeps the order that it had, and still tells where its parts stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.document.order import identities, ordered_like
from specmill.document.origins import Origin, Origins
from specmill.sources import load

BEFORE: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://a"}, {"url": "https://b"}],
    "paths": {
        "/a": {"get": {"tags": ["x", "y"], "parameters": [{"name": "p", "in": "query"}]}},
        '/quoted": {"': {"get": {"x-odd": [2, 1], "responses": {"default": {}, "200": {}}}},
        "/b": {"get": {"parameters": [{"name": "q", "in": "path"}, {"name": "q", "in": "query"}]}},
    },
    "components": {
        "schemas": {
            "A": {"type": "object", "properties": {"default": {"enum": ["b", "a"]}, "x": {}}},
            "U": {"oneOf": [{"title": "1"}, {"title": "2"}], "default": [2, 1]},
            "N": {"enum": ["b", "a"], "x-enum-varnames": ["B", "A"]},
        }
    },
}


def _turned(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _turned(tree[key]) for key in reversed(tree)}
    return [_turned(one) for one in reversed(tree)] if isinstance(tree, list) else tree


def _ordered(change: Callable[[Any], None] = lambda _: None) -> dict[str, Any]:
    """Return the document in another order and with a change, in its order of before."""
    now = _turned(json.loads(json.dumps(BEFORE)))
    change(now)
    document = Document(now, "openapi3")
    return ordered_like(document, dump(now), dump(BEFORE)).root


def test_a_document_in_another_order_is_as_it_was() -> None:
    found = _ordered()
    expected = json.loads(json.dumps(BEFORE))
    # What is data, or may be, is not touched.
    expected["components"]["schemas"]["U"]["default"] = [1, 2]
    expected["paths"]['/quoted": {"']["get"]["x-odd"] = [1, 2]
    expected["components"]["schemas"]["N"] = {"enum": ["a", "b"], "x-enum-varnames": ["A", "B"]}
    assert json.dumps(found) == json.dumps(expected)


def test_the_same_document_is_left_alone() -> None:
    document = Document(BEFORE, "openapi3")
    assert ordered_like(document, dump(BEFORE), dump(BEFORE)) is document
    assert ordered_like(document, dump(BEFORE), b"") is document
    assert ordered_like(document, dump(BEFORE), b"{\n broken") is document


def test_what_is_new_stands_behind_what_it_was_behind() -> None:
    def change(now: Any) -> None:
        now["paths"] = {"/first": {}, "/b": now["paths"]["/b"], "/new": {}, **now["paths"]}
        now["paths"]["/a"]["get"]["tags"].insert(0, "added")

    found = _ordered(change)
    assert [*found["paths"]] == ["/first", "/a", '/quoted": {"', "/b", "/new"]
    assert found["paths"]["/a"]["get"]["tags"] == ["x", "y", "added"]


def test_places_in_the_source_are_still_told(tmp_path: Path) -> None:
    file = tmp_path / "s.json"
    file.write_text(json.dumps({"oneOf": [{"title": "2"}, {"title": "1"}]}, indent=1))
    source = load(file)
    root = {"components": {"schemas": {"U": source.tree}}}
    origins = Origins({"/components/schemas/U": Origin(source)})
    earlier = {"components": {"schemas": {"U": {"oneOf": [{"title": "1"}, {"title": "2"}]}}}}
    document = ordered_like(Document(root, "openapi3", origins), dump(root), dump(earlier))
    members = document.root["components"]["schemas"]["U"]["oneOf"]
    assert [one["title"] for one in members] == ["1", "2"]
    lines = [document.locate(f"/components/schemas/U/oneOf/{at}/title").line for at in (0, 1)]
    assert lines == [7, 4]


@pytest.mark.parametrize(
    ("elements", "known"),
    [
        ([{"title": "a"}, {"title": "a", "required": ["x"]}], ["title=a", "title=a requires=x"]),
        ([{"type": "string"}, {"type": "string"}], None),
        ([True, False], ["True", "False"]),
    ],
)
def test_no_two_elements_are_known_by_the_same(
    elements: list[Any], known: list[str] | None
) -> None:
    found = identities("oneOf", elements)
    assert len({*found}) == len(elements)
    assert known is None or found == known


@pytest.mark.parametrize("odd", [True, 7, None, "text", [], {}, [[], {}, None]], ids=repr)
@pytest.mark.parametrize(
    "keyword",
    [
        "required",
        "enum",
        "properties",
        "allOf",
        "type",
        "items",
        "title",
        "format",
        "$ref",
        "const",
    ],
)
def test_elements_are_told_apart_whatever_stands_in_them(keyword: str, odd: Any) -> None:
    elements = [{keyword: odd}, {"allOf": [{keyword: odd}], "properties": {"a": {keyword: odd}}}]
    found = identities("oneOf", elements)
    assert len({*found}) == len(elements)
