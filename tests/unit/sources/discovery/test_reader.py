"""Google Discovery to the normal form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.sources.discovery.schemas import read_parameter, read_schema

Read: TypeAlias = Callable[..., Document]


def discovery(*methods: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "kind": "discovery#restDescription",
        "name": "zoo",
        "version": "v1",
        "title": "Zoo API",
        "revision": "20240101",
        "rootUrl": "https://zoo.example/",
        "servicePath": "zoo/v1/",
        "resources": {"pets": {"methods": {method["id"]: method for method in methods}}},
        **fields,
    }


def method(**fields: Any) -> dict[str, Any]:
    return {"id": "get", "path": "pets", "httpMethod": "GET", **fields}


def test_the_root_keeps_what_openapi_cannot_say(read: Read) -> None:
    root = read(discovery(documentationLink="https://zoo.example/docs")).root
    assert root["info"] == {"title": "Zoo API", "version": "v1"}
    assert root["servers"] == [{"url": "https://zoo.example"}]
    assert root["externalDocs"] == {"url": "https://zoo.example/docs"}
    source = root["x-specmill-source"]
    assert source["family"] == "discovery"
    assert {key: source[key] for key in ("name", "revision", "servicePath", "rootUrl")} == {
        "name": "zoo",
        "revision": "20240101",
        "servicePath": "zoo/v1/",
        "rootUrl": "https://zoo.example/",
    }


def test_nested_resources_say_where_they_are(read: Read) -> None:
    inner = {"methods": {"list": method(id="zoo.cages.pets.list")}, "deprecated": True}
    spec = discovery(resources={"cages": {"resources": {"pets": inner}}})
    spec["methods"] = {"ping": method(id="zoo.ping", path="ping")}
    root = read(spec).root
    listed = root["paths"]["/zoo/v1/pets"]["get"]
    assert listed["x-specmill-resource"] == ["cages", "pets"]
    assert listed["x-specmill-method"] == "list"
    assert listed["tags"] == ["cages.pets"]
    assert root["tags"] == [{"name": "cages.pets", "x-specmill-extra": {"deprecated": True}}]
    ping = root["paths"]["/zoo/v1/ping"]["get"]
    assert ping["x-specmill-resource"] == []
    assert "tags" not in ping


def test_parameters_follow_the_order_of_the_method(read: Read) -> None:
    names = {
        name: {"type": "string", "location": "path", "required": True} for name in ("a", "b", "c")
    }
    names["q"] = {"type": "integer", "format": "int32", "location": "query", "repeated": True}
    spec = discovery(
        method(path="x/{c}/{a}/{b}", parameters=names, parameterOrder=["c", "a", "b", "gone"])
    )
    operation = read(spec).root["paths"]["/zoo/v1/x/{c}/{a}/{b}"]["get"]
    assert [parameter["name"] for parameter in operation["parameters"]] == ["c", "a", "b", "q"]
    assert operation["parameters"][3]["schema"] == {
        "type": "array",
        "items": {"type": "integer", "format": "int32"},
    }


def test_global_parameters_are_referred_to_by_every_path(read: Read) -> None:
    common = {
        "$.xgafv": {"type": "string", "location": "query", "enum": ["1", "2"]},
        "key": {"type": "string", "location": "query"},
    }
    root = read(discovery(method(), parameters=common)).root
    assert root["x-specmill-common-parameters"] == ["_.xgafv", "key"]
    assert root["components"]["parameters"]["_.xgafv"]["name"] == "$.xgafv"
    assert root["paths"]["/zoo/v1/pets"]["parameters"] == [
        {"$ref": "#/components/parameters/_.xgafv"},
        {"$ref": "#/components/parameters/key"},
    ]
    schemes = root["components"]["securitySchemes"]
    assert schemes["key"] == {"type": "apiKey", "name": "key", "in": "query"}
    assert schemes["oauth2"]["flows"]["authorizationCode"]["scopes"] == {}
    security = root["paths"]["/zoo/v1/pets"]["get"]["security"]
    assert security == [{"oauth2": []}, {"key": []}, {}]


def test_a_version_of_all_methods_is_a_common_header(read: Read) -> None:
    root = read(discovery(method(apiVersion="2024-01"))).root
    assert root["x-specmill-common-parameters"] == ["X-Goog-Api-Version"]
    assert root["components"]["parameters"]["X-Goog-Api-Version"] == {
        "name": "X-Goog-Api-Version",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "const": "2024-01"},
    }


def test_a_version_of_some_methods_is_their_own_header(read: Read) -> None:
    spec = discovery(method(apiVersion="2024-01"))
    spec["methods"] = {"old": method(id="zoo.old", path="old")}
    paths = read(spec).root["paths"]
    assert [one["name"] for one in paths["/zoo/v1/pets"]["get"]["parameters"]] == [
        "X-Goog-Api-Version"
    ]
    assert "parameters" not in paths["/zoo/v1/old"]["get"]


def test_data_wrappers_are_in_the_bodies(read: Read) -> None:
    spec = discovery(
        method(response={"$ref": "Pet"}),
        features=["dataWrapper"],
        schemas={"Pet": {"id": "Pet", "type": "object"}},
    )
    answer = read(spec).root["paths"]["/zoo/v1/pets"]["get"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"] == {
        "type": "object",
        "properties": {"data": {"$ref": "#/components/schemas/Pet"}},
    }


def test_facts_that_follow_from_nothing_else_are_kept(read: Read) -> None:
    named = {"type": "string", "location": "path", "required": True}
    spec = discovery(
        method(
            path="pets{/name}/{kind}",
            flatPath="pets/{name}/{name}",
            parameters={"name": named, "kind": named},
            parameterOrder=["kind"],
        )
    )
    operation = read(spec).root["paths"]["/zoo/v1/pets/{name}/{kind}"]["get"]
    assert operation["x-specmill-extra"] == {
        "flatPath": "pets/{name}/{name}",
        "parameterOrder": ["kind"],
    }


def test_scopes_are_alternatives(read: Read) -> None:
    auth = {"oauth2": {"scopes": {"s/a": {"description": "A"}, "s/b": {"description": "B"}}}}
    root = read(discovery(method(scopes=["s/a", "s/b"]), auth=auth)).root
    security = root["paths"]["/zoo/v1/pets"]["get"]["security"]
    assert security == [{"oauth2": ["s/a"]}, {"oauth2": ["s/b"]}]
    flow = root["components"]["securitySchemes"]["oauth2"]["flows"]["authorizationCode"]
    assert flow["scopes"] == {"s/a": "A", "s/b": "B"}


def test_twin_paths_are_told_apart_by_their_flat_paths(read: Read) -> None:
    name = {"name": {"type": "string", "location": "path", "required": True, "pattern": "^a/.*$"}}
    spec = discovery(
        method(id="get", path="v2/{+name}", flatPath="v2/a/{aId}/b/{bId}", parameters=name),
        method(id="list", path="v2/{+name}", flatPath="v2/a/{aId}/b", parameters=name),
        servicePath="",
    )
    paths = read(spec).root["paths"]
    assert list(paths) == ["/v2/a/{aId}/b/{bId}", "/v2/a/{aId}/b"]
    operation = paths["/v2/a/{aId}/b/{bId}"]["get"]
    variable = {"in": "path", "required": True, "schema": {"type": "string"}}
    assert operation["parameters"] == [{"name": "aId", **variable}, {"name": "bId", **variable}]
    assert operation["x-specmill-path"] == "/v2/{name}"
    assert operation["x-specmill-path-parameters"] == [
        {
            "name": "name",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": "^a/.*$"},
            "x-specmill-reserved": True,
        }
    ]


def test_reserved_expansion_without_a_flat_path_keeps_its_own(read: Read) -> None:
    name = {"name": {"type": "string", "location": "path", "required": True}}
    paths = read(discovery(method(path="{+name}", parameters=name), servicePath="")).root["paths"]
    operation = paths["/{name}"]["get"]
    assert "x-specmill-path" not in operation
    assert operation["parameters"][0]["x-specmill-reserved"] is True


def test_twins_without_flat_paths_are_both_kept(read: Read, report: Report) -> None:
    spec = discovery(method(id="one"), method(id="two"))
    paths = read(spec).root["paths"]
    assert list(paths) == ["/zoo/v1/pets", "/zoo/v1/pets#two"]
    assert paths["/zoo/v1/pets#two"]["get"]["x-specmill-path"] == "/zoo/v1/pets"
    assert len(report.findings) == 1


def test_media_sections_and_odd_facts_are_kept(read: Read) -> None:
    upload = {"accept": ["*/*"], "protocols": {"simple": {"path": "/upload/x"}}}
    spec = discovery(
        method(
            httpMethod="POST",
            supportsMediaUpload=True,
            mediaUpload=upload,
            supportsMediaDownload=True,
            useMediaDownloadService=True,
            etagRequired=True,
            request={"$ref": "Pet", "parameterName": "resource"},
            response={"$ref": "Pet"},
            wild=1,
        ),
        schemas={"Pet": {"id": "Pet", "type": "object"}},
    )
    operation = read(spec).root["paths"]["/zoo/v1/pets"]["post"]
    assert operation["x-specmill-media-upload"] == upload
    assert operation["x-specmill-media-download"] == {"useMediaDownloadService": True}
    assert operation["x-specmill-extra"] == {
        "etagRequired": True,
        "requestParameterName": "resource",
        "wild": 1,
    }
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    assert operation["requestBody"] == {"content": content}
    assert operation["responses"]["200"]["content"] == content


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"type": "any", "description": "d"}, {"description": "d"}),
        ({"$ref": "Pet"}, {"$ref": "#/components/schemas/Pet"}),
        ({"type": "string", "format": "int64"}, {"type": "string", "format": "int64"}),
        (
            {"type": "string", "format": "google-datetime"},
            {"type": "string", "format": "date-time"},
        ),
        (
            {"type": "string", "format": "google-duration"},
            {"type": "string", "format": "google-duration"},
        ),
        ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64url"}),
        (
            {"type": "integer", "minimum": "0", "maximum": "9", "default": "5"},
            {"type": "integer", "minimum": 0, "maximum": 9, "default": 5},
        ),
        ({"type": "number", "default": "0.5"}, {"type": "number", "default": 0.5}),
        ({"type": "boolean", "default": "true"}, {"type": "boolean", "default": True}),
        ({"type": "string", "default": "5"}, {"type": "string", "default": "5"}),
        (
            {"type": "integer", "default": "many"},
            {"type": "integer", "x-specmill-extra": {"default": "many"}},
        ),
        (
            {"type": "string", "pattern": "^a+$", "default": ""},
            {"type": "string", "pattern": "^a+$", "x-specmill-extra": {"default": ""}},
        ),
        (
            {"type": "string", "enumDescriptions": ["of nothing"]},
            {"type": "string", "x-specmill-extra": {"enumDescriptions": ["of nothing"]}},
        ),
        (
            {"type": "object", "additionalProperties": {"type": "any"}},
            {"type": "object", "additionalProperties": {}},
        ),
        (
            {"type": "string", "annotations": {"required": ["a.b"]}, "id": "X"},
            {
                "type": "string",
                "x-specmill-extra": {"id": "X", "annotations": {"required": ["a.b"]}},
            },
        ),
    ],
)
def test_schemas(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert read_schema(given) == expected


def test_enum_values_keep_their_comments() -> None:
    schema = read_schema(
        {
            "type": "string",
            "enum": ["A", "B", "C"],
            "enumDescriptions": ["first", "", ""],
            "enumDeprecated": [False, True, False],
        }
    )
    assert schema == {
        "type": "string",
        "enum": ["A", "B", "C"],
        "x-specmill-enum": {"A": {"description": "first"}, "B": {"deprecated": True}},
    }


def test_required_properties_and_variants() -> None:
    schema = read_schema(
        {
            "type": "object",
            "properties": {"a": {"type": "string", "required": True}, "b": {"type": "string"}},
            "variant": {"discriminant": "a", "map": [{"type_value": "x", "$ref": "X"}]},
        }
    )
    assert schema["required"] == ["a"]
    assert schema["oneOf"] == [{"$ref": "#/components/schemas/X"}]
    assert schema["discriminator"]["mapping"] == {"x": "#/components/schemas/X"}


def test_a_repeated_parameter_is_a_list_described_once() -> None:
    spec = {"type": "string", "location": "query", "repeated": True, "description": "d"}
    assert read_parameter("ids", spec) == {
        "name": "ids",
        "in": "query",
        "description": "d",
        "schema": {"type": "array", "items": {"type": "string"}},
    }


def test_origins_lead_back_to_the_source(read: Read) -> None:
    name = {"name": {"type": "string", "location": "path", "required": True}}
    spec = discovery(
        method(path="{+name}", flatPath="a/{aId}", parameters=name),
        schemas={"A/B": {"type": "any"}},
    )
    document = read(spec)
    operation = "/paths/~1zoo~1v1~1a~1{aId}/get"
    base = "/resources/pets/methods/get"
    places = {
        f"{operation}/x-specmill-path-parameters/0/schema": f"{base}/parameters/name",
        f"{operation}/operationId": base,
        "/components/schemas/A_B": "/schemas/A~1B",
    }
    assert {pointer: document.locate(pointer).pointer for pointer in places} == places
