"""Swagger 2.0 to the normal form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document

Read: TypeAlias = Callable[..., Document]


def swagger(**fields: Any) -> dict[str, Any]:
    return {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}, **fields}


def operation(*parameters: dict[str, Any], **fields: Any) -> dict[str, Any]:
    given = {"parameters": list(parameters), "responses": {"204": {"description": "d"}}, **fields}
    return swagger(paths={"/a": {"post": given}})


def post(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = document.root["paths"]["/a"]["post"]
    return found


@pytest.mark.parametrize(
    ("fields", "servers"),
    [
        ({}, None),
        ({"basePath": "/v1/"}, [{"url": "/v1"}]),
        ({"host": "h"}, [{"url": "https://h"}]),
        (
            {"host": "h:8", "basePath": "/v1", "schemes": ["http", "https"]},
            [{"url": "http://h:8/v1"}, {"url": "https://h:8/v1"}],
        ),
    ],
)
def test_servers(read: Read, fields: dict[str, Any], servers: Any) -> None:
    assert read(swagger(**fields)).root.get("servers") == servers


@pytest.mark.parametrize(
    ("fields", "servers"),
    [
        ({"host": "http://h"}, ["http://h"]),
        ({"host": "https://h/a/", "basePath": "/v1"}, ["https://h/a/v1"]),
        ({"host": "h/a", "schemes": ["http"]}, ["http://h/a"]),
        ({"host": "https://h:8", "schemes": ["http", "https"]}, ["http://h:8", "https://h:8"]),
    ],
)
def test_an_address_as_host(
    read: Read, report: Report, fields: dict[str, Any], servers: list[str]
) -> None:
    found = read(swagger(**fields)).root["servers"]
    assert [one["url"] for one in found] == servers
    assert [one.code for one in report.findings] == ["host-with-address"]


def test_servers_of_http_come_first(read: Read) -> None:
    found = read(swagger(host="h", schemes=["ws", "https", "wss"])).root["servers"]
    assert [one["url"] for one in found] == ["https://h", "ws://h", "wss://h"]


def test_facts_without_a_place_are_kept(read: Read) -> None:
    source = read(swagger(schemes=["http"], consumes=["a/b"])).root["x-specmill-source"]
    assert source == {"family": "swagger2", "schemes": ["http"], "consumes": ["a/b"]}


@pytest.mark.parametrize(
    ("place", "separator", "expected"),
    [
        ("query", None, {"explode": False}),
        ("query", "multi", {}),
        ("query", "ssv", {"style": "spaceDelimited", "explode": False}),
        ("query", "pipes", {"style": "pipeDelimited", "explode": False}),
        ("query", "tsv", {"explode": False, "x-specmill-style": "tabDelimited"}),
        ("header", "csv", {}),
        ("header", "pipes", {"x-specmill-style": "pipeDelimited"}),
    ],
)
def test_collection_formats(
    read: Read, place: str, separator: str | None, expected: dict[str, Any]
) -> None:
    given = {"name": "ids", "in": place, "type": "array", "items": {"type": "integer"}}
    if separator:
        given["collectionFormat"] = separator
    [parameter] = post(read(operation(given)))["parameters"]
    schema = {"type": "array", "items": {"type": "integer"}}
    assert parameter == {"name": "ids", "in": place, "schema": schema, **expected}


def test_a_parameter_that_stands_for_the_keys_of_a_map(read: Read, report: Report) -> None:
    counts = {"name": "f.counts[string]", "in": "query", "type": "string", "format": "int64"}
    pages = {"name": "page[number]", "in": "query", "type": "integer"}
    several = {"name": "a[string]", "in": "query", "type": "array", "items": {"type": "string"}}
    header = {"name": "a[string]", "in": "header", "type": "string"}
    read_ones = post(read(operation(counts, pages, several, header)))["parameters"]
    assert read_ones[0] == {
        "name": "f.counts",
        "in": "query",
        "style": "deepObject",
        "explode": True,
        "schema": {
            "type": "object",
            "additionalProperties": {"type": "string", "format": "int64"},
        },
    }
    assert [one["name"] for one in read_ones[1:]] == ["page[number]", "a[string]", "a[string]"]
    assert [one.code for one in report.findings] == ["map-parameter"]


def test_dotted_names_and_verbs_in_paths_stay(read: Read) -> None:
    parameter = {"name": "key.type", "in": "query", "type": "string", "enum": ["A"]}
    spec = operation(parameter)
    spec["paths"]["/a/{id}:archive"] = {
        "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
        "post": {"operationId": "archive", "responses": {}},
    }
    document = read(spec)
    schema = {"type": "string", "enum": ["A"]}
    [found] = post(document)["parameters"]
    assert found == {"name": "key.type", "in": "query", "schema": schema}
    assert "/a/{id}:archive" in document.root["paths"]


def test_a_body_is_offered_in_all_media_types(read: Read) -> None:
    body = {"name": "pet", "in": "body", "required": True, "schema": {"type": "object"}}
    content = {"schema": {"type": "object"}}
    spec = operation(body, consumes=["application/json", "application/xml"])
    assert post(read(spec))["requestBody"] == {
        "required": True,
        "content": {"application/json": content, "application/xml": content},
        "x-specmill-extra": {"name": "pet"},
    }


def test_a_file_makes_a_form_multipart(read: Read) -> None:
    spec = operation(
        {"name": "f", "in": "formData", "type": "file", "required": True, "description": "d"},
        {"name": "tags", "in": "formData", "type": "array", "items": {"type": "string"}},
    )
    body = post(read(spec))["requestBody"]
    assert body["required"] is True
    assert list(body["content"]) == ["multipart/form-data"]
    form = body["content"]["multipart/form-data"]
    binary = {"type": "string", "contentMediaType": "application/octet-stream"}
    assert form["schema"]["properties"] == {
        "f": {**binary, "description": "d"},
        "tags": {"type": "array", "items": {"type": "string"}},
    }
    assert form["schema"]["required"] == ["f"]
    assert form["encoding"] == {"tags": {"style": "form", "explode": False}}


def test_a_list_of_files_makes_a_form_multipart(read: Read) -> None:
    files = {"name": "f", "in": "formData", "type": "array", "items": {"type": "file"}}
    kinds = ["application/x-www-form-urlencoded", "multipart/form-data"]
    body = post(read(operation(files, consumes=kinds)))["requestBody"]
    assert list(body["content"]) == ["multipart/form-data"]


def test_a_form_without_files_is_urlencoded(read: Read) -> None:
    body = post(read(operation({"name": "a", "in": "formData", "type": "string"})))["requestBody"]
    assert list(body["content"]) == ["application/x-www-form-urlencoded"]
    assert "required" not in body


def test_shared_parameters_find_their_place_by_kind(read: Read) -> None:
    spec = operation({"$ref": "#/parameters/q"}, {"$ref": "#/parameters/b"})
    spec["parameters"] = {
        "q": {"name": "q", "in": "query", "type": "string"},
        "b": {"name": "body", "in": "body", "schema": {"$ref": "#/definitions/A"}},
    }
    spec["definitions"] = {"A": {"type": "object"}}
    document = read(spec)
    assert post(document)["parameters"] == [{"$ref": "#/components/parameters/q"}]
    assert post(document)["requestBody"] == {"$ref": "#/components/requestBodies/b"}
    assert document.resolve("#/components/requestBodies/b")["content"] == {
        "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
    }


def test_parameters_of_a_path_may_be_its_body(read: Read) -> None:
    spec = operation()
    spec["paths"]["/a"]["parameters"] = [
        {"name": "q", "in": "query", "type": "string"},
        {"name": "body", "in": "body", "schema": {"type": "string"}},
    ]
    document = read(spec)
    assert [item["name"] for item in document.root["paths"]["/a"]["parameters"]] == ["q"]
    assert (
        post(document)["requestBody"]["content"]["application/json"]["schema"]["type"] == "string"
    )


def test_responses_carry_media_types_headers_and_examples(read: Read) -> None:
    response = {
        "description": "d",
        "schema": {"type": "file"},
        "headers": {"X": {"type": "integer", "description": "h"}},
        "examples": {"text/csv": "a,b"},
    }
    spec = operation(responses={"200": response}, produces=["application/zip"])
    binary = {"type": "string", "contentMediaType": "application/octet-stream"}
    assert post(read(spec))["responses"]["200"] == {
        "description": "d",
        "headers": {"X": {"description": "h", "schema": {"type": "integer"}}},
        "content": {
            "application/zip": {"schema": binary},
            "text/csv": {"schema": binary, "example": "a,b"},
        },
    }


def test_schemas_are_modernized(read: Read) -> None:
    spec = swagger(
        definitions={
            "A": {
                "type": "object",
                "discriminator": "kind",
                "properties": {
                    "kind": {"type": "string", "x-nullable": True},
                    "b": {"$ref": "#/definitions/B", "x-nullable": True},
                    "n": {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
                    "raw": {"type": "string", "format": "byte", "example": "aGk="},
                },
            },
            "B": {"allOf": [{"$ref": "#/definitions/A"}, {"type": "object"}]},
        }
    )
    schemas = read(spec).root["components"]["schemas"]
    assert schemas["A"] == {
        "type": "object",
        "discriminator": {"propertyName": "kind"},
        "properties": {
            "kind": {"type": ["string", "null"]},
            "b": {"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]},
            "n": {"type": "integer", "exclusiveMinimum": 1},
            "raw": {"type": "string", "contentEncoding": "base64", "examples": ["aGk="]},
        },
    }
    assert schemas["B"]["allOf"][0] == {"$ref": "#/components/schemas/A"}


def test_security_schemes(read: Read) -> None:
    oauth = {
        "type": "oauth2",
        "flow": "application",
        "tokenUrl": "https://a.example/token",
        "scopes": {"read": "d"},
    }
    key = {"type": "apiKey", "name": "X-Key", "in": "header"}
    document = read(swagger(securityDefinitions={"b": {"type": "basic"}, "k": key, "o": oauth}))
    flow = {"tokenUrl": "https://a.example/token", "scopes": {"read": "d"}}
    assert document.root["components"]["securitySchemes"] == {
        "b": {"type": "http", "scheme": "basic"},
        "k": key,
        "o": {"type": "oauth2", "flows": {"clientCredentials": flow}},
    }


def test_names_that_openapi_forbids_are_cleaned_everywhere(read: Read) -> None:
    spec = operation(
        responses={"200": {"description": "", "schema": {"$ref": "#/definitions/A«B»"}}}
    )
    spec["definitions"] = {"A«B»": {"type": "object"}, "A_B_": {"type": "string"}}
    spec["definitions"]["C"] = {"items": {"$ref": "#/definitions/A%C2%ABB%C2%BB"}}
    document = read(spec)
    schemas = document.root["components"]["schemas"]
    assert schemas.pop("C") == {"items": {"$ref": "#/components/schemas/A_B__2"}}
    assert schemas == {
        "A_B__2": {"type": "object", "x-specmill-extra": {"name": "A«B»"}},
        "A_B_": {"type": "string"},
    }
    schema = post(document)["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/A_B__2"}
    assert document.locate("/components/schemas/A_B__2").pointer == "/definitions/A«B»"


def test_cleaned_names_of_credentials_are_renamed_where_they_are_asked_for(read: Read) -> None:
    key = {"type": "apiKey", "name": "X", "in": "header"}
    spec = operation(security=[{"my key": []}])
    spec |= {"securityDefinitions": {"my key": key}, "security": [{"my key": []}]}
    document = read(spec)
    assert list(document.root["components"]["securitySchemes"]) == ["my_key"]
    assert document.root["security"] == post(document)["security"] == [{"my_key": []}]


def test_origins_lead_back_to_the_source(read: Read) -> None:
    body = {"name": "body", "in": "body", "schema": {"type": "string"}}
    query = {"name": "q", "in": "query", "type": "string"}
    document = read(operation(body, query))
    pointers = {
        pointer: document.locate(pointer).pointer
        for pointer in ("/paths/~1a/post/parameters/0", "/paths/~1a/post/requestBody/content")
    }
    assert pointers == {
        "/paths/~1a/post/parameters/0": "/paths/~1a/post/parameters/1",
        "/paths/~1a/post/requestBody/content": "/paths/~1a/post/parameters/0",
    }


def test_nothing_is_said_about_a_clean_spec(read: Read, report: Report) -> None:
    read(operation())
    assert report.findings == []
