"""Updates that tempt names to change hands: they stay with what they name, or `diff` says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from specmill.config import load
from specmill.pipeline.generation import generate
from specmill.pipeline.lock import load_lock
from specmill.pipeline.versions import Side, compare_sides

Node = dict[str, Any]
TEXT: Node = {"type": "string"}
_SETTINGS = '[workspace]\n[targets.python]\nformatter = "none"\n[apis.f]\n'


def _object(**properties: Node) -> Node:
    return {"type": "object", "properties": properties}


def _values(*values: str) -> Node:
    return {"type": "string", "enum": [*values]}


def _ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def _get(id_: str, tag: str = "things", *, answer: Node = TEXT, path: str = "") -> Node:
    content = {"application/json": {"schema": answer}}
    parameters = [{"name": one, "in": "path", "required": True, "schema": TEXT} for one in path]
    return {
        "get": {
            "operationId": id_,
            "tags": [tag],
            "parameters": parameters,
            "responses": {"200": {"description": "OK", "content": content}},
        }
    }


def _spec(paths: Mapping[str, Node], **schemas: Node) -> Node:
    info = {"title": "F", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def _thing(**properties: Node) -> Node:
    return _spec({"/t": _get("getThing", answer=_ref("Thing"))}, Thing=_object(**properties))


A, B = _object(a=TEXT, b=TEXT, c=TEXT), _object(x=TEXT, y=TEXT, z=TEXT)
ONE, OTHER = _values("a", "b"), _values("x", "y")
LEVELS: Node = {"type": "integer", "enum": [0, 1], "x-enum-varnames": ["LOW", "HIGH"]}
SHIFTED: Node = {"type": "integer", "enum": [0, 2, 1], "x-enum-varnames": ["LOW", "HIGH", "MID"]}


CASES: dict[str, tuple[Node, Node, set[str]]] = {
    "ids trade places": (
        _spec({"/a": _get("getA"), "/b": _get("getB")}),
        _spec({"/a": _get("getB"), "/b": _get("getA")}),
        set(),
    ),
    "an id moves on and its path stays": (
        _spec({"/a": _get("getA")}),
        _spec({"/a": _get("listA"), "/b": _get("getA")}),
        {"operation-added"},
    ),
    "a path of another version": (
        _spec({"/v1/a": _get("getA", answer=A)}),
        _spec({"/v2/a": _get("getA", answer=A)}),
        {"path-changed"},
    ),
    "variables of a path trade places": (
        _spec({"/t/{a}/u/{b}": _get("getA", path="ab")}),
        _spec({"/t/{b}/u/{a}": _get("getA", path="ab")}),
        {"path-changed"},
    ),
    "tags trade names": (
        _spec({"/a": _get("listAs", "one"), "/b": _get("listBs", "two")}),
        _spec({"/a": _get("listAs", "two"), "/b": _get("listBs", "one")}),
        {"method-renamed"},
    ),
    "tags become one": (
        _spec({"/a": _get("listAs", "one"), "/b": _get("listBs", "two")}),
        _spec({"/a": _get("listAs", "all"), "/b": _get("listBs", "all")}),
        {"resource-name-deprecated"},
    ),
    "a tag is split": (
        _spec({"/a": _get("listAs", "all"), "/b": _get("listBs", "all")}),
        _spec({"/a": _get("listAs", "one"), "/b": _get("listBs", "two")}),
        {"resource-renamed"},
    ),
    "components trade names": (
        _spec({"/t": _get("getThing", answer=_ref("A"))}, A=A, B=B),
        _spec({"/t": _get("getThing", answer=_ref("B"))}, A=B, B=A),
        {"field-removed", "field-added", "returns-changed"},
    ),
    "a property is called otherwise and stands elsewhere": (
        _thing(a=ONE, b=OTHER, c=_values("p", "q")),
        _thing(c=_values("p", "q"), d=ONE, b=OTHER),
        {"field-removed", "field-added"},
    ),
    "properties trade their values": (
        _thing(a=ONE, b=OTHER),
        _thing(a=OTHER, b=ONE),
        {"enum-value-removed", "enum-value-added"},
    ),
    "an object becomes the items of a list": (
        _thing(a=A),
        _thing(a={"type": "array", "items": A}),
        {"field-type"},
    ),
    "an inline schema becomes a component": (
        _thing(a=A),
        _spec({"/t": _get("getThing", answer=_ref("Thing"))}, Thing=_object(a=_ref("A")), A=A),
        {"model-name-deprecated"},
    ),
    "a schema may be null": (
        _spec({"/t": _get("getThing", answer=_ref("Thing"))}, Thing=_object(a=_ref("A")), A=A),
        _spec(
            {"/t": _get("getThing", answer=_ref("Thing"))},
            Thing=_object(a={"anyOf": [_ref("A"), {"type": "null"}]}),
            A=A,
        ),
        set(),
    ),
    "a property moves into a shared part": (
        _thing(a=ONE, b=TEXT),
        _spec(
            {"/t": _get("getThing", answer=_ref("Thing"))},
            Base=_object(a=ONE),
            Thing={"allOf": [_ref("Base"), _object(b=TEXT)]},
        ),
        set(),
    ),
    "a name is that of another value": (
        _spec({"/t": _get("getThing", answer=_ref("Level"))}, Level=LEVELS),
        _spec({"/t": _get("getThing", answer=_ref("Level"))}, Level=SHIFTED),
        {"constant-changed", "constant-added", "enum-value-added"},
    ),
    "a field comes that is spelled the same in Python": (
        _thing(runTime=TEXT),
        _thing(runTime=TEXT, run_time=TEXT),
        {"field-added"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_is_all_that_changes(name: str, tmp_path: Path) -> None:
    before, after, rules = CASES[name]
    old = _generated(tmp_path / "old", before)
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    new = _generated(tmp_path / "new", after)
    report = compare_sides(old, new).report
    assert {change.rule for change in report.changes} == rules


def _generated(folder: Path, spec: Node) -> Side:
    source = folder / "specs" / "f" / "source.json"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(json.dumps(spec))
    (folder / "specmill.toml").write_text(_SETTINGS)
    workspace = load(folder / "specmill.toml")
    generate(workspace)
    return Side(folder.name, folder, workspace.apis["f"], load_lock(folder).apis["f"].names)
