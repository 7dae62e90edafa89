"""OpenAPI 3.0, 3.1 and 3.2 to the normal form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.document.operations import source_operations
from specmill.lower.omissions import skipped

Read: TypeAlias = Callable[..., Document]
REF = {"$ref": "#/components/schemas/B"}
NULL = {"type": "null"}
FORM = "application/x-www-form-urlencoded"


def openapi(version: str = "3.0.3", **fields: Any) -> dict[str, Any]:
    return {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": {}, **fields}


def with_schema(schema: dict[str, Any], version: str = "3.0.3") -> dict[str, Any]:
    return openapi(version, components={"schemas": {"A": schema, "B": {"type": "object"}}})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
        ({"allOf": [REF], "nullable": True, "title": "t"}, {"title": "t", "anyOf": [REF, NULL]}),
        ({"allOf": [REF, REF], "nullable": True}, {"anyOf": [{"allOf": [REF, REF]}, NULL]}),
        ({"allOf": [REF, {"nullable": True}]}, {"anyOf": [REF, NULL]}),
        (
            {"allOf": [REF, {"nullable": True, "description": "d"}], "title": "t"},
            {"title": "t", "description": "d", "anyOf": [REF, NULL]},
        ),
        (
            {"allOf": [REF, {"nullable": True}, {"required": ["a"]}]},
            {"anyOf": [{"allOf": [REF, {"required": ["a"]}]}, NULL]},
        ),
        ({"allOf": [{"nullable": True}]}, {"allOf": [{}]}),
        (
            {"allOf": [REF, {"nullable": True, "type": "object"}]},
            {"allOf": [REF, {"type": ["object", "null"]}]},
        ),
        ({"anyOf": [{"type": "object", "nullable": True}, REF]}, {"anyOf": [NULL, REF]}),
        ({"oneOf": [REF, REF, {"type": "object", "nullable": True}]}, {"oneOf": [REF, REF, NULL]}),
        (
            {"anyOf": [{"type": "object", "nullable": True}]},
            {"anyOf": [{"type": ["object", "null"]}]},
        ),
        (
            {"anyOf": [{"type": "object", "nullable": True}, {"type": "string"}]},
            {"anyOf": [{"type": ["object", "null"]}, {"type": "string"}]},
        ),
        (
            {"anyOf": [{"type": "object", "nullable": True, "properties": {"a": {}}}, REF]},
            {"anyOf": [{"type": ["object", "null"], "properties": {"a": {}}}, REF]},
        ),
        ({"oneOf": [REF], "nullable": True}, {"oneOf": [REF, NULL]}),
        ({"anyOf": [REF, NULL], "nullable": True}, {"anyOf": [REF, NULL]}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"example": 1}, {"examples": [1]}),
        ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
        (
            {"type": "string", "format": "binary"},
            {"type": "string", "contentMediaType": "application/octet-stream"},
        ),
        ({**REF, "description": "d"}, {**REF, "description": "d"}),
        (
            {"type": "object", "properties": {"nullable": {"nullable": True, "type": "string"}}},
            {"type": "object", "properties": {"nullable": {"type": ["string", "null"]}}},
        ),
        (
            {"type": "object", "properties": {"default": {"default": {"nullable": True}}}},
            {"type": "object", "properties": {"default": {"default": {"nullable": True}}}},
        ),
    ],
)
def test_schemas_of_3_0_become_2020_12(
    read: Read, given: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert read(with_schema(given)).root["components"]["schemas"]["A"] == expected


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["string", "null"], "exclusiveMinimum": 1, "examples": ["a"]},
        {"$defs": {"x": True}, "prefixItems": [REF, False], "unevaluatedProperties": False},
        {"const": None, "$comment": "c", "odd-keyword": {"a": 1}},
        {"if": REF, "then": REF, "else": False, "dependentRequired": {"a": ["b"]}},
    ],
)
def test_schemas_of_3_1_stay(read: Read, report: Report, schema: dict[str, Any]) -> None:
    root = read(with_schema(dict(schema), "3.1.0")).root
    assert root["components"]["schemas"]["A"] == schema
    assert report.findings == []


def test_nullable_in_3_1_is_read_with_a_finding(read: Read, report: Report) -> None:
    root = read(with_schema({"type": "string", "nullable": True}, "3.1.0")).root
    assert root["components"]["schemas"]["A"] == {"type": ["string", "null"]}
    assert [finding.location and finding.location.pointer for finding in report.findings] == [
        "/components/schemas/A/nullable"
    ]


def test_every_place_of_a_schema_is_reached(read: Read) -> None:
    old, new = {"type": "string", "nullable": True}, {"type": ["string", "null"]}
    content = {"application/json": {"schema": old}}
    header = {"schema": old}
    operation = {
        "parameters": [{"name": "q", "in": "query", "schema": old}],
        "requestBody": {"content": {"multipart/form-data": {"schema": {"items": old}}}},
        "responses": {"2XX": {"headers": {"H": header}, "content": content}},
        "callbacks": {"done": {"{$url}": {"post": {"requestBody": {"content": content}}}}},
    }
    text = dump(read(openapi(paths={"/a": {"get": operation}}))).decode()
    assert "nullable" not in text
    assert text.count('"null"') == 5
    assert new["type"][1] == "null"


def test_a_response_gets_its_description(read: Read) -> None:
    spec = openapi("3.2.0", paths={"/a": {"get": {"responses": {"200": {"summary": "s"}}}}})
    response = read(spec).root["paths"]["/a"]["get"]["responses"]["200"]
    assert response == {"description": "s", "x-specmill-extra": {"summary": "s"}}


def test_what_3_2_adds_is_read_or_told(read: Read, report: Report) -> None:
    media: dict[str, Any] = {
        "schema": {"$ref": "#/components/schemas/A"},
        "examples": {"e": {"dataValue": {"t": "a"}}},
        "prefixEncoding": [{}],
    }
    answer = {"200": {"content": {"a/b": {"$ref": "#/components/mediaTypes/M"}}}}
    union = {
        "oneOf": [{"type": "object"}],
        "discriminator": {"propertyName": "t", "defaultMapping": "A"},
        "xml": {"nodeType": "cdata"},
    }
    spec = openapi(
        "3.2.0",
        **{"$self": "https://a.example/x"},
        servers=[{"url": "https://a.example", "name": "main"}],
        paths={"/a": {"get": {"responses": answer}}},
        components={"schemas": {"A": union}, "mediaTypes": {"M": media}},
    )
    root = read(spec).root
    content = root["paths"]["/a"]["get"]["responses"]["200"]["content"]["a/b"]
    assert content["examples"]["e"]["value"] == {"t": "a"}
    assert root["servers"][0] == {"url": "https://a.example", "x-specmill-extra": {"name": "main"}}
    assert root["x-specmill-extra"]["$self"] == "https://a.example/x"
    told = {finding.what.partition(" of")[0] for finding in report.findings}
    assert told == {"`prefixEncoding`", "`nodeType`"}
    assert {finding.code for finding in report.findings} == {"not-supported"}


ANSWER = {"204": {"description": "Done."}}


def test_operations_that_3_1_has_no_field_for_get_a_path_of_their_own(
    read: Read, report: Report
) -> None:
    shared = {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}]}
    item = {
        **shared,
        "get": {"responses": ANSWER},
        "query": {"operationId": "q", "responses": ANSWER},
        "additionalOperations": {"LINK": {"operationId": "l", "responses": ANSWER}},
    }
    document = read(openapi("3.2.0", paths={"/a": item, "/a#QUERY": {}, "/b": {}}))
    assert [finding.code for finding in report.findings] == ["path-with-fragment"]  # its own
    paths = document.root["paths"]
    assert [*paths] == ["/a", "/a#QUERY_", "/a#LINK", "/a#QUERY", "/b"]
    assert paths["/a"] == {**shared, "get": {"responses": ANSWER}}
    for key, method in (("/a#QUERY_", "QUERY"), ("/a#LINK", "LINK")):
        told = {"x-specmill-path": "/a", "x-specmill-http-method": method}
        assert paths[key] == {
            **shared,
            "post": {"operationId": method[0].lower(), "responses": ANSWER, **told},
        }
    assert document.locate("/paths/~1a#QUERY_/post/operationId").pointer == (
        "/paths/~1a/query/operationId"
    )
    assert document.locate("/paths/~1a#LINK/parameters/0").pointer == "/paths/~1a/parameters/0"
    assert document.locate("/paths/~1a#LINK/post").pointer == "/paths/~1a/additionalOperations/LINK"


def test_older_documents_may_have_them_too(read: Read, report: Report) -> None:
    item = {"query": {"operationId": "q", "responses": ANSWER}}
    assert "/a#QUERY" in read(openapi("3.1.0", paths={"/a": item, "x-a": "query"})).root["paths"]
    [finding] = report.findings
    assert finding.code == "newer-keyword"
    assert "no operation QUERY" in finding.what


def test_webhooks_keep_them_apart(read: Read, report: Report) -> None:
    item = {"query": {"operationId": "q", "responses": ANSWER}}
    root = read(openapi("3.2.0", paths={}, webhooks={"a": dict(item)})).root
    assert root["webhooks"]["a"] == {"x-specmill-extra": item}
    [finding] = report.findings
    assert "`query` of OpenAPI 3.2 is supported in paths alone" in finding.what


@pytest.mark.parametrize("own", ["", "https://a.test/api.yaml"])
def test_a_requirement_may_name_the_address_of_a_scheme(
    own: str, read: Read, report: Report
) -> None:
    spec = openapi(
        "3.2.0",
        paths={},
        components={"securitySchemes": {"a.b": {"type": "http", "scheme": "basic"}}},
        security=[{f"{own}#/components/securitySchemes/a.b": []}, {"https://x.test#/a": []}],
    )
    root = read({"$self": "https://a.test/api.yaml", **spec}).root
    assert root["security"] == [{"a.b": []}, {"https://x.test#/a": []}]
    [finding] = [one for one in report.findings if one.code == "security-undeclared"]
    assert "https://x.test#/a" in finding.what


def test_components_of_paths_keep_them_for_the_paths_that_refer_to_them(
    read: Read, report: Report
) -> None:
    item = {"query": {"operationId": "q", "responses": ANSWER}}
    spec = openapi(
        "3.2.0",
        paths={"/a": {"$ref": "#/components/pathItems/A"}},
        components={"pathItems": {"A": item}},
    )
    root = read(spec).root
    assert not report.findings
    assert root["paths"]["/a#QUERY"]["post"]["x-specmill-http-method"] == "QUERY"


def test_reusable_media_types_of_3_2_are_put_in_place(read: Read) -> None:
    media = {"schema": {"type": "string"}}
    answer = {"description": "", "content": {"a/b": {"$ref": "#/components/mediaTypes/M"}}}
    spec = openapi(
        "3.2.0",
        paths={"/a": {"get": {"responses": {"200": answer}}}},
        components={"mediaTypes": {"M": media}},
    )
    root = read(spec).root
    assert root["paths"]["/a"]["get"]["responses"]["200"]["content"] == {"a/b": media}
    assert root["components"] == {"x-specmill-extra": {"mediaTypes": {"M": media}}}


def test_querystring_and_cookie_style_of_3_2_are_kept(read: Read, report: Report) -> None:
    whole = {"name": "w", "in": "querystring", "content": {"a/b": {}}}
    cookie = {"name": "c", "in": "cookie", "style": "cookie", "schema": {"type": "string"}}
    answer = {"204": {"description": "Done."}}
    spec = openapi(
        "3.2.0",
        paths={"/a": {"get": {"parameters": [dict(whole), cookie], "responses": answer}}},
    )
    query, kept = read(spec).root["paths"]["/a"]["get"]["parameters"]
    assert query == {**whole, "in": "query", "x-specmill-style": "querystring"}
    assert kept["x-specmill-style"] == "cookie"
    assert "style" not in kept
    assert not report.findings


def test_encodings_of_a_whole_query_are_kept(read: Read, report: Report) -> None:
    encoding = {"ids": {"style": "pipeDelimited"}}
    content = {FORM: {"schema": {"type": "object"}, "encoding": encoding}}
    whole = {"name": "w", "in": "querystring", "content": content}
    said = {"204": {"description": ""}}
    spec = openapi("3.2.0", paths={"/a": {"get": {"parameters": [whole], "responses": said}}})
    [query] = read(spec).root["paths"]["/a"]["get"]["parameters"]
    assert query["x-specmill-encoding"] == encoding
    assert "x-specmill-extra" not in query
    assert report.findings == []


def test_a_querystring_that_is_a_form_is_an_exploded_object(read: Read, report: Report) -> None:
    schema = {"type": "object"}
    whole = {"name": "w", "in": "querystring", "content": {FORM: {"schema": schema}}}
    said = {"204": {"description": ""}}
    item = {
        "get": {"parameters": [{"$ref": "#/components/parameters/W"}], "responses": said},
        "put": {"parameters": [whole], "responses": said},
    }
    shared = {**whole, "name": "v"}
    spec = openapi("3.2.0", paths={"/a": item}, components={"parameters": {"W": shared}})
    root = read(spec).root
    query = {"name": "w", "in": "query", "style": "form", "explode": True, "schema": schema}
    assert root["paths"]["/a"]["put"]["parameters"] == [query]
    assert root["components"]["parameters"]["W"] == {**query, "name": "v"}
    assert report.findings == []


def test_an_optional_path_parameter_becomes_required(read: Read, report: Report) -> None:
    parameter = {"name": "id", "in": "path", "schema": {"type": "string"}}
    spec = openapi(
        paths={"/a/{id}": {"parameters": [parameter], "get": {"responses": {"204": {}}}}}
    )
    [found] = read(spec).root["paths"]["/a/{id}"]["parameters"]
    assert found["required"] is True
    assert len(report.findings) == 1


def test_a_normal_form_is_read_as_itself(read: Read) -> None:
    first = read(
        openapi(
            paths={"/a": {"get": {"operationId": "a", "responses": {"200": {"description": ""}}}}},
            components={"schemas": {"A": {"type": "string", "nullable": True, "example": "x"}}},
        )
    )
    text = dump(first)
    second = read(first.root)
    assert dump(second) == text
    assert second.root["x-specmill-source"]["openapi"] == "3.0.3"


def test_fields_of_32_are_kept_apart(read: Read, report: Report) -> None:
    flow = {"deviceAuthorizationUrl": "/d", "tokenUrl": "/t", "scopes": {}}
    scheme = {"type": "oauth2", "flows": {"deviceAuthorization": flow}, "deprecated": True}
    tag = {"name": "a", "summary": "A", "parent": "b", "kind": "nav"}
    spec = openapi("3.2.0", tags=[tag], components={"securitySchemes": {"o": scheme}})
    root = read(spec).root
    extra = {"summary": "A", "parent": "b", "kind": "nav"}
    assert root["tags"] == [{"name": "a", "x-specmill-extra": extra}]
    found = root["components"]["securitySchemes"]["o"]
    assert found["flows"] == {"x-specmill-extra": {"deviceAuthorization": flow}}
    assert found["x-specmill-extra"] == {"deprecated": True}
    assert not report.findings


def test_extensions_beside_paths_and_webhooks_are_no_requests(read: Read) -> None:
    paths = {"x-root": "/target/v1", "x-get": {"get": 1}, "/things": {"get": {"responses": {}}}}
    webhooks = {"x-hidden": True, "arrived": {"post": {"responses": {}}}}
    document = read(openapi(paths=paths, **{"x-webhooks": webhooks}))
    assert [*document.root["webhooks"]] == ["arrived"]
    assert document.root["x-specmill-extra"] == {"x-webhooks": {"x-hidden": True}}
    assert [source.path for source in source_operations(document.root)] == ["/things"]
    assert not list(skipped(document.root))


def test_objects_that_look_like_references_are_values_of_an_enumeration(read: Read) -> None:
    read_schemas = read(with_schema({"enum": [REF]}, "3.1.0")).root["components"]["schemas"]
    assert read_schemas["A"] == {"enum": [REF]}
