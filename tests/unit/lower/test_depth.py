"""Schemas that hold each other by reference are followed to a bound, and refused in seconds."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from specmill.config import single
from specmill.diagnostics import SpecmillError
from specmill.pipeline.build import build

MANY = 5_000
REFUSED = r"nests.json:1:\d+: error: more than (900 schemas|200 unions)"
SECONDS = 20
"""A step that is not linear takes minutes."""
OBJECT = {"type": "object", "properties": {"b": {"type": "string"}}}
TAGGED = {**OBJECT, "discriminator": {"propertyName": "b"}}


@pytest.fixture(autouse=True)
def _in_seconds() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < SECONDS


def _build(folder: Path, schemas: dict[str, Any]) -> int:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A0"}}}
    response = {"description": "A.", "content": content}
    operation = {"operationId": "a", "responses": {"200": response}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Nests", "version": "1"},
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": schemas},
    }
    (folder / "nests.json").write_text(json.dumps(spec))
    settings = {"formatter": "none"}
    workspace = single(
        folder, name="nests", source="nests.json", targets=("python",), settings=settings
    )
    return len(build(folder, workspace.apis["nests"]).files)


def _chain(
    count: int, hold: Callable[[dict[str, str]], dict[str, Any]], last: dict[str, Any]
) -> dict[str, Any]:
    made = {f"A{one}": hold({"$ref": f"#/components/schemas/A{one + 1}"}) for one in range(count)}
    return {**made, f"A{count}": last}


@pytest.mark.parametrize(
    "hold",
    [
        lambda one: {"type": "array", "items": one},
        lambda one: {"type": "object", "additionalProperties": one},
        lambda one: {"type": "object", "patternProperties": {"a": one}},
        lambda one: {"anyOf": [one, {"type": "null"}]},
        lambda one: {"oneOf": [{"type": "array", "items": one}, {"type": "integer"}]},
        lambda one: {"allOf": [one]},
        lambda one: {"if": one, "then": one},
    ],
    ids=["items", "values", "patterns", "or null", "union", "allOf", "conditions"],
)
def test_a_nest_of_references_is_refused(
    tmp_path: Path, hold: Callable[[dict[str, str]], dict[str, Any]]
) -> None:
    with pytest.raises(SpecmillError, match=REFUSED):
        _build(tmp_path, _chain(MANY, hold, {"type": "string"}))


def test_unions_of_all_that_extend_each_of_many_are_refused(tmp_path: Path) -> None:
    schemas = _chain(MANY, lambda one: {**TAGGED, "allOf": [one]}, OBJECT)
    with pytest.raises(SpecmillError, match="come to more than 500,000 fields"):
        _build(tmp_path, schemas)


@pytest.mark.parametrize(
    ("hold", "last"),
    [
        (lambda one: one, {"type": "string"}),
        (lambda one: {"type": "object", "properties": {"a": one}}, OBJECT),
        (lambda one: {"allOf": [one, OBJECT]}, {"type": "object"}),
    ],
    ids=["references", "properties", "classes"],
)
def test_what_needs_no_nest_is_generated(
    tmp_path: Path, hold: Callable[[dict[str, str]], dict[str, Any]], last: dict[str, Any]
) -> None:
    assert _build(tmp_path, _chain(5_000, hold, last))


def test_circles_and_hundreds_of_levels_are_generated(tmp_path: Path) -> None:
    schemas = _chain(850, lambda one: {"type": "array", "items": one}, {"type": "string"})
    circle = {
        f"Circle{one}": {"type": "array", "items": {"$ref": f"#/components/schemas/Circle{other}"}}
        for one, other in zip(range(100), [*range(1, 100), 0], strict=True)
    }
    assert _build(tmp_path, {**schemas, **circle})


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_unions_that_python_cannot_compile_are_refused(tmp_path: Path, keyword: str) -> None:
    members = [{"type": "object", "properties": {f"p{at}": {}}} for at in range(1_000)]
    with pytest.raises(SpecmillError, match="a union of more than 900 types") as caught:
        _build(tmp_path, {"A0": {keyword: members}})
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.location is not None
    assert diagnostic.location.pointer == f"/components/schemas/A0/{keyword}"


def test_unions_of_unions_are_refused_at_their_place(tmp_path: Path) -> None:
    schemas: dict[str, Any] = {
        f"A{at}": {"oneOf": [{"$ref": f"#/components/schemas/A{at + 1}"}, {"type": "integer"}]}
        for at in range(300)
    }
    with pytest.raises(SpecmillError, match="more than 200 unions stand within") as caught:
        _build(tmp_path, {**schemas, "A300": {"type": "string"}})
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.location is not None
    assert diagnostic.location.pointer == "/components/schemas/A0"
