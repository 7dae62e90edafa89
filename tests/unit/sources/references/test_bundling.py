"""References between files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document
from specmill.sources.references import library as references

Read: TypeAlias = Callable[..., Document]
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def schemas(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = document.root["components"]["schemas"]
    return found


def test_parts_of_other_files_become_components(read: Read) -> None:
    document = read(
        HEAD + "paths: {}\ncomponents: {schemas: {A: {items: {$ref: 'b.yaml#/B'}}}}\n",
        b_yaml="B: {type: object, properties: {c: {$ref: 'c.yaml'}, b: {$ref: '#/B'}}}\n",
        c_yaml="type: string\n",
    )
    assert schemas(document) == {
        "A": {"items": {"$ref": "#/components/schemas/B"}},
        "B": {
            "type": "object",
            "properties": {
                "c": {"$ref": "#/components/schemas/c"},
                "b": {"$ref": "#/components/schemas/B"},
            },
        },
        "c": {"type": "string"},
    }


def test_a_component_that_is_only_a_reference_keeps_its_name(read: Read) -> None:
    document = read(
        HEAD
        + "paths: {}\ncomponents:\n  schemas:\n    Z: {items: {$ref: 'a.yaml'}}\n"
        + "    A: {$ref: 'a.yaml'}\n",
        a_yaml="type: object\n",
    )
    assert schemas(document) == {
        "Z": {"items": {"$ref": "#/components/schemas/A"}},
        "A": {"type": "object"},
    }


def test_equal_names_of_different_parts_are_numbered(read: Read) -> None:
    document = read(
        HEAD
        + "paths: {}\ncomponents:\n  schemas:\n    A: {type: string}\n"
        + "    B: {anyOf: [{$ref: 'x.yaml#/A'}, {$ref: 'y.yaml#/A'}]}\n",
        x_yaml="A: {type: integer}\n",
        y_yaml="A: {type: boolean}\n",
    )
    assert schemas(document) == {
        "A": {"type": "string"},
        "B": {
            "anyOf": [{"$ref": "#/components/schemas/A_2"}, {"$ref": "#/components/schemas/A_3"}]
        },
        "A_2": {"type": "integer"},
        "A_3": {"type": "boolean"},
    }


def test_path_items_of_the_same_file_are_put_in_place(tmp_path: Path) -> None:
    answers = {"204": {"description": "Done."}}
    shared = {"summary": "Shared.", "get": {"operationId": "a", "responses": answers}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"$ref": "#/components/pathItems/B", "description": "Own."}},
        "webhooks": {"w": {"$ref": "#/components/pathItems/A"}},
        "components": {
            "pathItems": {"A": shared, "B": {"$ref": "#/components/pathItems/A"}},
        },
    }
    file = tmp_path / "spec.json"
    file.write_text(json.dumps(spec), encoding="utf-8")
    report = Report()
    document = sources.read(file, report=report)
    item = document.root["paths"]["/a"]
    assert (item["get"]["operationId"], item["summary"], item["description"]) == (
        *("a", "Shared."),
        "Own.",
    )
    assert document.locate("/paths/~1a/get").pointer == "/components/pathItems/A/get"
    assert document.root["webhooks"]["w"] == {"$ref": "#/components/pathItems/A"}
    assert not report.findings


def test_path_items_are_put_in_place_and_point_back(read: Read) -> None:
    document = read(
        HEAD + "paths: {/a: {$ref: 'paths/a.yaml'}}\ncomponents: {schemas: {A: {type: string}}}\n",
        paths__a_yaml=(
            "get:\n  operationId: a\n  responses:\n    '200':\n      description: ''\n"
            "      content: {a/b: {schema: {$ref: '../spec.yaml#/components/schemas/A'}}}\n"
        ),
    )
    operation = document.root["paths"]["/a"]["get"]
    schema = operation["responses"]["200"]["content"]["a/b"]["schema"]
    assert schema == {"$ref": "#/components/schemas/A"}
    assert list(schemas(document)) == ["A"]
    place = document.locate("/paths/~1a/get/operationId")
    assert (Path(place.file).name, place.line, place.pointer) == ("a.yaml", 2, "/get/operationId")


def test_every_kind_of_part_goes_to_its_own_section(read: Read) -> None:
    document = read(
        HEAD
        + "paths:\n  /a:\n    get:\n      parameters: [{$ref: 'p.yaml#/parameters/q'}]\n"
        + "      responses: {default: {$ref: 'p.yaml#/responses/e'}}\n",
        p_yaml=(
            "parameters: {q: {name: q, in: query, schema: {type: string}}}\n"
            "responses: {e: {description: e, headers: {H: {$ref: '#/headers/h'}}}}\n"
            "headers: {h: {schema: {type: string}}}\n"
        ),
    )
    components = document.root["components"]
    assert components["responses"]["e"]["headers"] == {"H": {"$ref": "#/components/headers/h"}}
    assert {section: list(parts) for section, parts in components.items()} == {
        "parameters": ["q"],
        "responses": ["e"],
        "headers": ["h"],
    }


def test_discriminators_may_name_files(read: Read) -> None:
    document = read(
        HEAD
        + "paths: {}\ncomponents:\n  schemas:\n    A:\n      oneOf: [{$ref: 'cat.yaml'}]\n"
        + "      discriminator: {propertyName: kind, mapping: {cat: cat.yaml}}\n",
        cat_yaml="type: object\n",
    )
    assert schemas(document)["A"]["discriminator"]["mapping"] == {"cat": "#/components/schemas/cat"}


def test_swagger_pulls_into_its_own_sections(read: Read) -> None:
    document = read(
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n"
        "      responses: {200: {description: '', schema: {$ref: 'd.yaml#/definitions/D'}}}\n",
        d_yaml="definitions: {D: {type: string, x-nullable: true}}\n",
    )
    assert schemas(document) == {"D": {"type": ["string", "null"]}}
    assert document.locate("/components/schemas/D").pointer == "/definitions/D"


def test_swagger_may_refer_into_its_paths(read: Read) -> None:
    document = read(
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n"
        "      responses: {200: {description: '', schema: {type: string}}}\n"
        "definitions:\n  A: {items: {$ref: '#/paths/~1a/get/responses/200/schema'}}\n"
    )
    assert schemas(document) == {
        "A": {"items": {"$ref": "#/components/schemas/schema"}},
        "schema": {"type": "string"},
    }


def test_addresses_are_fetched_only_when_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetch(address: str, place: object) -> bytes:
        asked.append(address)
        return b"A: {$ref: 'b.yaml'}" if address.endswith("a.yaml") else b"{type: string}"

    monkeypatch.setattr(references, "_fetch", fetch)
    path = tmp_path / "spec.yaml"
    path.write_text(
        HEAD
        + "paths: {}\ncomponents: {schemas: {X: {items: {$ref: 'https://h.example/x/a.yaml#/A'}}}}"
    )
    with pytest.raises(SpecmillError, match="is an address"):
        sources.read(path, report=Report())
    assert asked == []
    document = sources.read(path, report=Report(), allow_remote=True)
    assert asked == ["https://h.example/x/a.yaml", "https://h.example/x/b.yaml"]
    assert schemas(document)["b"] == {"type": "string"}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://h.example/a", "//h.example/a"])
def test_other_schemes_are_never_followed(tmp_path: Path, address: str) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(HEAD + f"paths: {{}}\ncomponents: {{schemas: {{X: {{$ref: '{address}'}}}}}}")
    with pytest.raises(SpecmillError, match="no file name or web address"):
        sources.read(path, report=Report(), allow_remote=True)
