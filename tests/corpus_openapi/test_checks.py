"""The checks of ``make corpus-openapi`` pass where they should, and tell what is wrong."""

from __future__ import annotations

import copy
import io
import json
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from corpus import generation
from corpus_openapi import counting, examination, fetching, growth, table
from corpus_openapi.__main__ import fetched
from corpus_openapi.samples import Samples
from corpus_openapi.source import Source
from corpus_openapi.table import Entry, Package
from differential import spec as specs

SPEC = """
openapi: 3.0.3
info: {title: Ponds, version: "1"}
paths:
  x-about: {get: no operation}
  /ponds/{pond}:
    parameters: [{$ref: "#/components/parameters/pond"}]
    get:
      operationId: getPond
      parameters:
        - {name: Accept, in: header, schema: {type: string}}
        - {name: depth, in: query, schema: {type: integer, minimum: 3}}
      responses:
        "200":
          description: One.
          headers: {X-Left: {$ref: "#/components/headers/Left"}, Content-Type: {schema: {}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Pond"}}}
    put:
      operationId: fill
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Water"}}, text/plain: {}}
      responses: {"204": {description: Done.}}
  /by/{water.litres}:
    get:
      operationId: find
      parameters: [{name: water.litres, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: Found.}}
components:
  headers: {Left: {schema: {type: integer}}}
  parameters:
    pond: {name: pond, in: path, required: true, schema: {type: string}}
  schemas:
    Water: {type: object, required: [litres], properties: {litres: {type: integer}}}
    Pond:
      allOf:
        - $ref: "#/components/schemas/Water"
        - {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a small spec."""
    file = tmp_path_factory.mktemp("source") / "ponds.yaml"
    file.write_text(SPEC)
    return file


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder from which packages can be imported."""
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def inspected(path: Path) -> Mapping[str, Any]:
    """Return what ``inspect`` says of the spec."""
    return generation.inspected(path)


def test_a_spec_passes(path: Path, out: Path) -> None:
    entry = Entry("ponds", Package("npm", "ponds", "1", ""), "ponds.yaml", "small")
    made = examination.generate((entry, path, out))
    examined = examination.examine((entry, path, out, made))
    assert examined.failures == {}
    assert examined.family == "OpenAPI 3.0.3"
    counted = (examined.operations, examined.parameters, examined.bodies)
    assert counted == (3, 4, 1)
    assert (examined.schemas, examined.models) == (2, 2)


def test_what_is_missing_is_told(path: Path, inspected: Mapping[str, Any]) -> None:
    source = Source(path)
    assert not list(counting.operations_complete(source, inspected))
    root = copy.deepcopy(source.root)
    item = root["paths"]["/ponds/{pond}"]
    item["delete"] = {}
    item["get"]["parameters"].append({"name": "colour", "in": "cookie"})
    item["get"]["requestBody"] = {"content": {"text/plain": {}}}
    item["put"]["requestBody"]["content"]["text/csv"] = {}
    root["components"]["schemas"]["Water"]["properties"]["salt"] = {}
    root["components"]["schemas"]["Fish"] = {}
    item["get"]["responses"]["200"]["headers"]["X-Right"] = {}
    root["webhooks"] = {"drained": {"post": {}}}
    source.root = root
    assert list(counting.operations_complete(source, inspected)) == [
        "DELETE /ponds/{pond}: no method",
        "1 webhooks, 0 of them generated",
    ]
    assert list(counting.parameters_complete(source, inspected)) == [
        "GET /ponds/{pond}: no argument for colour in cookie",
        "DELETE /ponds/{pond}: no argument for pond in path",
    ]
    assert list(counting.bodies_complete(source, inspected)) == [
        "GET /ponds/{pond}: no body",
        "PUT /ponds/{pond}: no body of text/csv",
    ]
    assert list(counting.headers_complete(source, inspected)) == [
        "GET /ponds/{pond}: no header X-Right of 200"
    ]
    assert list(counting.properties_complete(source, inspected)) == [
        "Water: no field for salt",
        "Fish: no model",
    ]


def test_the_table_names_each_spec_once() -> None:
    entries = table.entries()
    assert len(entries) == len({entry.name for entry in entries}) >= 14
    assert {entry.package.registry for entry in entries} == {
        "github",
        "maven",
        "npm",
        "pypi",
        "pypi-source",
    }


def test_another_package_than_the_table_names_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "ponds.tgz"
    with tarfile.open(file, "w:gz") as archive:
        member = tarfile.TarInfo("package/ponds.yaml")
        member.size = len(SPEC)
        archive.addfile(member, io.BytesIO(SPEC.encode()))
    assert fetching.member(file, "package/ponds.yaml").decode() == SPEC
    with pytest.raises(fetching.FetchError, match="has no file lakes"):
        fetching.member(file, "lakes.yaml")
    for integrity in ("sha512-AAAA", "sha256:00"):
        with pytest.raises(fetching.FetchError, match="not what the table says"):
            fetching.check(file, Package("npm", "ponds", "1", integrity))


def test_copies_of_a_spec_stand_side_by_side() -> None:
    root = {
        "paths": {
            "/a": {
                "get": {"operationId": "a", "tags": ["t"], "x": {"$ref": "#/components/schemas/A"}}
            }
        },
        "components": {"schemas": {"A": {"properties": {"b": {"$ref": "#/components/schemas/A"}}}}},
    }
    made = growth.multiplied(root, 3)
    assert [*made["paths"]] == ["/a", "/copy1/a", "/copy2/a"]
    assert [*made["components"]["schemas"]] == ["A", "ACopy1", "ACopy2"]
    assert json.dumps(made).count("#/components/schemas/ACopy2") == 2
    assert made["paths"]["/copy2/a"]["get"]["tags"] == ["t copy2"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"$ref": "#/components/schemas/Pond"}, {"litres": 1, "name": "text"}),
        ({"type": ["null", "string"], "minLength": 6}, "textxx"),
        ({"type": "integer", "minimum": 3, "multipleOf": 5}, 5),
        ({"type": "number", "exclusiveMinimum": 4}, 5),
        ({"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2}, ["a", "a"]),
        ({"anyOf": [{"type": "null"}, {"type": "boolean"}]}, True),
        ({"type": "string", "format": "date"}, "2024-02-29"),
        ({"const": 7}, 7),
        (
            {"type": "object", "additionalProperties": {"type": "integer"}, "required": ["x"]},
            {"x": 1},
        ),
    ],
)
def test_samples_fit(path: Path, schema: dict[str, Any], expected: Any) -> None:
    assert Samples(specs.of(Source(path).root)).value(schema) == expected


def test_types_that_are_stated_are_looked_for() -> None:
    schemas: dict[str, Any] = {
        "Pond": {
            "properties": {
                "name": {"type": ["string", "null"]},
                "depths": {"type": "array", "items": {"type": "number"}},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                "either": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
                "free": {},
                "maybe": {"type": "null"},
            }
        },
        "Names": {"type": "array", "items": {"type": "string"}},
    }

    def model(*types: str) -> list[dict[str, Any]]:
        wires = ("name", "depths", "labels", "either", "free", "maybe")
        fields = [{"wire": one, "type": type_} for one, type_ in zip(wires, types, strict=True)]
        pond = {"wire": "Pond", "kind": "object", "fields": fields}
        return [pond, {"wire": "Names", "kind": "alias", "type": "list[Any]"}]

    def found(*types: str) -> list[str]:
        root = {"components": {"schemas": schemas}}
        return [*counting.Stated(root, {"models": model(*types)}).findings()]

    right = ("str | None", "list[float] | None", "dict[str, str] | None", "str | int", "Any", "Any")
    assert found(*right) == ["Names[]: string is Any"]
    wrong = ("Any", "list[Any] | None", "dict[str, Any] | None", "Any", "Any", "Any")
    assert found(*wrong) == [
        "Pond.name: ['string', 'null'] is Any",
        "Pond.depths[]: number is Any",
        "Pond.labels{}: string is Any",
        "Pond.either: one of several types is Any",
        "Names[]: string is Any",
    ]


def test_what_cannot_be_reached_is_skipped_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    near, far = (
        Entry(name, Package("github", name, "1", ""), "a.json", "") for name in ("near", "far")
    )

    def fetch(entry: Entry) -> Path:
        if entry is far:
            raise fetching.UnreachableError("far 1: Could not resolve host: github.com")
        return Path("near.json")

    assert fetched([near, far], fetch) == {"near": Path("near.json")}
    told = "skipped: far: far 1: Could not resolve host: github.com"
    assert capsys.readouterr().err.strip() == told
    with pytest.raises(fetching.UnreachableError):
        fetched([far], fetch)


def test_another_file_than_the_table_names_is_no_skip() -> None:
    def fetch(entry: Entry) -> Path:
        raise fetching.FetchError(f"{entry.name} has no file a.json")

    with pytest.raises(fetching.FetchError, match="has no file"):
        fetched([Entry("near", Package("github", "near", "1", ""), "a.json", "")], fetch)
