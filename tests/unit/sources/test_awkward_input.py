"""What the readers make of awkward input, over whole specs."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.document.dump import dump
from specmill.document.prose import drop

ODD: tuple[Any, ...] = (
    *(None, 5, -1, 1.5, True, "", "x", "#/", "{}", [], {}, [1], {"a": 1}, [None], [{}]),
    *({"$ref": 5}, {"$ref": "#/a"}, {"$ref": "#/components/schemas/Nope"}, {"x": {}}),
)
OPENAPI = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "https://a/{v}", "variables": {"v": {"default": "x"}}}],
    "tags": [{"name": "t", "externalDocs": {"url": "u"}}],
    "paths": {
        "/a/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "get": {
                "operationId": "get",
                "parameters": [{"$ref": "#/components/parameters/P"}],
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"H": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/A"},
                                "examples": {"e": {"$ref": "#/components/examples/E"}},
                            }
                        },
                        "links": {"l": {"operationId": "get"}},
                    },
                    "default": {"$ref": "#/components/responses/R"},
                },
                "callbacks": {"c": {"{$url}": {"post": {"responses": {}}}}},
                "security": [{"o": ["s"]}],
            },
        }
    },
    "components": {
        "schemas": {
            "A": {
                "type": "object",
                "properties": {
                    "b": {"type": "string", "format": "byte", "nullable": True},
                    "a": {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True},
                    "n": {"minimum": 1, "exclusiveMinimum": True, "example": 1},
                },
                "discriminator": {"propertyName": "b", "mapping": {"a": "#/components/schemas/A"}},
            }
        },
        "parameters": {"P": {"name": "q", "in": "query", "content": {"a/b": {"schema": {}}}}},
        "examples": {"E": {"value": 1}},
        "responses": {"R": {"description": ""}},
        "securitySchemes": {
            "o": {
                "type": "oauth2",
                "flows": {"implicit": {"authorizationUrl": "https://a/", "scopes": {"s": "d"}}},
            }
        },
    },
}
SWAGGER = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "host": "h",
    "schemes": ["https"],
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/parameters/id"}, {"$ref": "#/parameters/body"}],
            "put": {"operationId": "put", "schemes": ["http"], "responses": {}},
            "post": {
                "operationId": "post",
                "consumes": ["multipart/form-data"],
                "parameters": [
                    {"name": "f", "in": "formData", "type": "file"},
                    {
                        "name": "l",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "string"}},
                        "collectionFormat": "multi",
                    },
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "schema": {"$ref": "#/definitions/A"},
                        "headers": {"X": {"type": "integer"}},
                        "examples": {"a/b": 1},
                    },
                    "default": {"$ref": "#/responses/R"},
                },
            },
        }
    },
    "definitions": {
        "A": {"type": "object", "properties": {"a": {"$ref": "#/definitions/A"}}},
        "B": {"allOf": [{"$ref": "#/definitions/A"}], "x-nullable": True, "discriminator": "a"},
    },
    "parameters": {
        "id": {"name": "id", "in": "path", "required": True, "type": "string"},
        "body": {"name": "body", "in": "body", "schema": {"type": "object"}},
    },
    "responses": {"R": {"description": ""}},
    "securityDefinitions": {
        "o": {
            "type": "oauth2",
            "flow": "implicit",
            "authorizationUrl": "https://a/",
            "scopes": {"s": "d"},
        }
    },
}
DISCOVERY = {
    "kind": "discovery#restDescription",
    "name": "zoo",
    "version": "v1",
    "rootUrl": "https://zoo.example/",
    "servicePath": "v1/",
    "auth": {"oauth2": {"scopes": {"s": {"description": "d"}}}},
    "parameters": {"key": {"type": "string", "location": "query"}},
    "schemas": {
        "A": {
            "id": "A",
            "type": "object",
            "properties": {
                "e": {"type": "string", "enum": ["A"], "enumDescriptions": ["d"]},
                "l": {"type": "array", "items": {"$ref": "A"}},
                "n": {"type": "integer", "minimum": "1", "default": "2"},
            },
            "variant": {"discriminant": "e", "map": [{"type_value": "A", "$ref": "A"}]},
        }
    },
    "resources": {
        "a": {
            "methods": {
                "get": {
                    "id": "zoo.a.get",
                    "path": "{+name}",
                    "flatPath": "a/{aId}",
                    "httpMethod": "GET",
                    "parameterOrder": ["name"],
                    "parameters": {
                        "name": {"type": "string", "location": "path", "required": True},
                        "l": {"type": "string", "location": "query", "repeated": True},
                    },
                    "request": {"$ref": "A"},
                    "response": {"$ref": "A"},
                    "scopes": ["s"],
                    "mediaUpload": {"accept": ["*/*"]},
                }
            }
        }
    },
}


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, item in value.items():
            found += _places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += _places(item, (*path, index))
    return found


@pytest.mark.parametrize("spec", [OPENAPI, SWAGGER, DISCOVERY], ids=["openapi", "swagger", "disco"])
def test_no_wrong_value_anywhere_is_a_traceback(tmp_path: Path, spec: dict[str, Any]) -> None:
    """Each place of a spec takes a few odd values: it reads, or says what is wrong and where."""
    path = tmp_path / "spec.json"
    choose = random.Random(7)
    text = json.dumps(spec)
    for place in _places(spec):
        for value in choose.sample(ODD, 4):
            tree = json.loads(text)
            holder = tree
            for key in place[:-1]:
                holder = holder[key]
            holder[place[-1]] = value
            path.write_text(json.dumps(tree))
            try:
                document = sources.read(path, report=Report())
            except SpecmillError as error:
                where = error.diagnostics[0].location
            else:
                where = document.locate("")
                assert dump(document), (place, value)
            assert where is not None, (place, value)
            assert where.line == 1, (place, value)


def test_odd_but_workable_specs_give_findings(tmp_path: Path) -> None:
    operation: dict[str, Any] = {
        "responses": {"204": {"description": ""}},
        "security": [{"ghost": []}],
    }
    parameters = [{"name": "x", "in": "path", "required": True, "schema": {}}]
    others = [{"name": "y", "in": "path", "required": True, "schema": {}}]
    paths = {
        "/a/{x}": {"parameters": parameters, "get": operation},
        "/a/{y}": {"parameters": others, "get": operation, "put": operation},
    }
    path = tmp_path / "spec.json"
    path.write_text(json.dumps({**OPENAPI, "paths": paths}))
    report = Report()
    sources.read(path, report=report)
    assert [finding.what for finding in report.findings] == [
        "the security scheme 'ghost' is not declared",
        "GET /a/{y} and /a/{x} are the same route to a server",
    ]


def test_reading_loads_only_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    path.write_text(json.dumps(OPENAPI))
    code = (
        "import sys; from pathlib import Path; from specmill import sources;"
        "from specmill.diagnostics import Report; from specmill.document import overlay;"
        f"sources.read(Path({str(path)!r}), report=Report());"
        "print({'yaml', 'jsonpath_rfc9535', 'openapi_spec_validator', 'http'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_no_missing_value_anywhere_is_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    for spec in (OPENAPI, SWAGGER, DISCOVERY):
        for place in _places(spec):
            tree = json.loads(json.dumps(spec))
            holder = tree
            for key in place[:-1]:
                holder = holder[key]
            del holder[place[-1]]
            path.write_text(json.dumps(tree))
            with contextlib.suppress(SpecmillError):
                sources.read(path, report=Report())


@pytest.mark.parametrize("spec", [OPENAPI, SWAGGER, DISCOVERY], ids=["openapi", "swagger", "disco"])
def test_dropping_prose_before_or_after_reading_is_the_same(
    tmp_path: Path, spec: dict[str, Any]
) -> None:
    whole, bare = tmp_path / "whole.json", tmp_path / "bare.json"
    whole.write_text(json.dumps(spec))
    bare.write_bytes(dump(drop(spec)))
    after = drop(sources.read(whole, report=Report()).root)
    assert dump(after) == dump(sources.read(bare, report=Report()))
