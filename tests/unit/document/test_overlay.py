"""OpenAPI Overlay 1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.document import overlay
from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.sources.loading.files import parse

SPEC = """\
openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: a}]
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - {name: x, in: query, schema: {type: string}}
        - {name: y, in: query, schema: {type: string}}
      responses: {default: {description: d}}
    post: {operationId: postA, tags: [a], responses: {default: {description: d}}}
  /b:
    get: {operationId: getB, responses: {default: {description: d}}}
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC)
    return sources.read(path, report=Report())


def applied(document: Document, actions: str) -> Document:
    text = f"overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nactions:\n{actions}"
    return overlay.apply(document, parse(text.encode(), name="overlay.yaml"))


def get_a(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = document.root["paths"]["/a"]["get"]
    return found


def test_objects_merge_lists_grow_and_values_are_replaced(document: Document) -> None:
    changed = applied(
        document,
        "- target: $\n  update:\n    info: {title: New, x-a: {b: 1}}\n    tags: [{name: b}]\n",
    )
    assert changed.root["info"] == {"title": "New", "version": "1", "x-a": {"b": 1}}
    assert changed.root["tags"] == [{"name": "a"}, {"name": "b"}]


def test_a_list_as_target_takes_one_more_entry(document: Document) -> None:
    changed = applied(document, "- target: $.tags\n  update: {name: b}\n")
    assert changed.root["tags"] == [{"name": "a"}, {"name": "b"}]


def test_the_given_document_stays_as_it_was(document: Document) -> None:
    before = dump(document)
    applied(document, "- target: $.info\n  update: {title: New}\n")
    assert dump(document) == before


def test_several_targets_get_copies_of_their_own(document: Document) -> None:
    changed = applied(
        document,
        "- target: $.paths.*.get\n  update: {x-a: {n: [1]}}\n"
        "- target: $.paths['/a'].get['x-a'].n\n  update: 2\n",
    )
    assert get_a(changed)["x-a"] == {"n": [1, 2]}
    assert changed.root["paths"]["/b"]["get"]["x-a"] == {"n": [1]}


def test_removing_takes_out_every_match(document: Document) -> None:
    changed = applied(
        document,
        "- target: $.paths.*.*.parameters[?@.in == 'query']\n  remove: true\n"
        "- target: $.paths['/b']\n  remove: true\n",
    )
    assert get_a(changed)["parameters"] == []
    assert list(changed.root["paths"]) == ["/a"]


def test_actions_see_what_earlier_ones_did(document: Document) -> None:
    changed = applied(
        document,
        "- target: $.info\n  update: {x-new: {}}\n- target: $.info.x-new\n  update: {a: 1}\n"
        "- target: $.info['x-new']\n  update: {b: 2}\n".replace("$.info.x-new", "$.info['x-new']"),
    )
    assert changed.root["info"]["x-new"] == {"a": 1, "b": 2}


def test_changed_parts_point_at_the_overlay(document: Document) -> None:
    changed = applied(
        document,
        "- target: $.paths.*[?@.operationId=='getA']\n  update:\n    summary: S\n"
        "- target: $.paths['/a'].get.parameters[0]\n  remove: true\n",
    )
    assert str(changed.locate("/paths/~1a/get/summary")) == "overlay.yaml:6:5"
    assert changed.locate("/paths/~1a/get/operationId").line == 7


def test_every_mistake_of_an_overlay_is_reported(document: Document) -> None:
    with pytest.raises(SpecmillError) as caught:
        applied(document, "- target: $.x\n  remove: true\n- target: $[\n  remove: true\n")
    assert [item.location and item.location.line for item in caught.value.diagnostics] == [4, 6]


def test_a_value_may_not_replace_an_object(document: Document) -> None:
    with pytest.raises(SpecmillError, match="overlay.yaml:5:12: .*does not fit an object"):
        applied(document, "- target: $\n  update: {info: 5}\n")


BY_ID = "$.paths.*[?@.operationId=='list']"


def _operations(**ids: str) -> dict[str, Any]:
    return {"paths": {f"/{path}": {"get": {"operationId": id_}} for path, id_ in ids.items()}}


def _schemas(**properties: list[str]) -> dict[str, Any]:
    schemas = {name: {"properties": {one: {} for one in own}} for name, own in properties.items()}
    return {"components": {"schemas": schemas}}


@pytest.mark.parametrize(
    ("root", "earlier", "target", "now"),
    [
        (_operations(a="fetch"), _operations(a="list"), BY_ID, "fetch"),
        (_operations(b="fetch"), _operations(a="list"), BY_ID, ""),
        (_operations(b="list"), _operations(a="list"), "$.paths['/a'].get", "/b"),
        (_operations(b="fetch"), _operations(a="list"), "$.paths['/a'].get", ""),
        (_operations(b="x", a="x"), _operations(a="x", c="x"), "$.paths['/c']", "/b"),
        (_operations(b="x", d="x"), _operations(a="x"), "$.paths['/a'].get", ""),
        (
            _operations(**{"{b}": "x", "c/{b}": "y"}),
            _operations(**{"{a}": "z"}),
            "$.paths['/{a}'].get",
            "/{b}",
        ),
        (_schemas(New=["a", "b"]), _schemas(Old=["b", "a"]), "$.components.schemas.Old", "New"),
        (_schemas(New=["a", "c"]), _schemas(Old=["b", "a"]), "$.components.schemas.Old", ""),
        (_schemas(N1=["a"], N2=["a"]), _schemas(Old=["a"]), "$.components.schemas.Old", ""),
        (_schemas(New=["a"]), _schemas(Old=["a"], New=["a"]), "$.components.schemas.Old", ""),
        (_schemas(New=["a"]), {}, "$.components.schemas.Old", ""),
    ],
)
def test_a_lost_target_says_what_it_became(
    root: dict[str, Any], earlier: dict[str, Any], target: str, now: str
) -> None:
    actions = json.dumps({"overlay": "1.0.0", "actions": [{"target": target, "remove": True}]})
    source = parse(actions.encode(), name="overlay.json")
    with pytest.raises(SpecmillError) as refused:
        overlay.apply(Document(root, "openapi3"), source, lambda: earlier)
    assert ("now, as it seems" in str(refused.value)) is bool(now)
    assert not now or f"it is {now!r} now" in str(refused.value)
