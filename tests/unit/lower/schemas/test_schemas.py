"""Schemas that goldens do not show: odd, merged and contradictory ones."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.lower.keywords.all_of import merge
from specmill.model.api import Api
from specmill.model.models import UNSET, Model, ModelKind
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    UnionOf,
)

TEXT = Scalar(ScalarKind.STRING)
NULL = Scalar(ScalarKind.NULL)
INTEGER = Scalar(ScalarKind.INTEGER)


def _models(lowered: Lower, **schemas: Any) -> dict[str, Model]:
    api: Api = lowered(components={"schemas": schemas})
    return api.models


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (True, Anything()),
        (False, Anything()),
        ({}, Anything()),
        ({"type": "string"}, TEXT),
        ({"type": ["string"]}, TEXT),
        ({"type": ["string", "null"]}, UnionOf((TEXT, NULL))),
        ({"type": ["null", "string"]}, UnionOf((TEXT, NULL))),
        ({"anyOf": [{"type": "string"}, {"type": "string"}]}, TEXT),
        ({"anyOf": [{"type": "string"}, {}]}, UnionOf((TEXT, Anything()))),
        ({"oneOf": [{"type": "null"}]}, NULL),
        (
            {
                "allOf": [
                    {"type": ["string", "null"]},
                    {"oneOf": [{"type": "string"}, {"items": {}}]},
                ]
            },
            UnionOf((TEXT, NULL)),
        ),
        ({"allOf": [{"type": "string"}, {"anyOf": [{"type": "string"}, {"type": "array"}]}]}, TEXT),
        (
            {"allOf": [{"type": "number"}, {"oneOf": [{"type": "integer"}, {"type": "object"}]}]},
            INTEGER,
        ),
        ({"type": "array", "items": {"type": "string"}}, ListOf(TEXT)),
        ({"items": {"type": "string"}}, UnionOf((ListOf(TEXT), Anything()))),
        ({"type": "array"}, ListOf(Anything())),
        ({"type": "object"}, MapOf(Anything())),
        ({"additionalProperties": {"type": "string"}}, MapOf(TEXT)),
        ({"patternProperties": {"^x": {"type": "integer"}}}, MapOf(UnionOf((INTEGER, Anything())))),
        ({"const": "x"}, LiteralOf(("x",), open=False)),
        ({"const": {"a": 1}}, MapOf(Anything())),
        ({"const": 1.5}, Scalar(ScalarKind.NUMBER)),
        ({"enum": [None]}, NULL),
        ({"enum": [{"a": 1}, "b"]}, UnionOf((LiteralOf(("b",)), MapOf(Anything())))),
        ({"enum": ["only"]}, LiteralOf(("only",))),
        ({"type": "string", "format": "int64"}, Scalar(ScalarKind.INTEGER_STRING, "int64")),
        ({"type": "integer", "format": "int64"}, Scalar(ScalarKind.INTEGER, "int64")),
        ({"type": "string", "contentEncoding": "base64"}, Scalar(ScalarKind.BASE64)),
    ],
)
def test_types(lowered: Lower, schema: Any, expected: object) -> None:
    models = _models(lowered, Holder={"type": "object", "properties": {"x": schema}})
    assert models["Holder"].fields[0].type == expected


@pytest.mark.parametrize("schema", [True, False, {}])
def test_a_component_may_be_anything(lowered: Lower, schema: Any) -> None:
    assert _models(lowered, Holder=schema)["Holder"].target == Anything()


def test_required_properties_are_fields_even_without_a_schema(lowered: Lower) -> None:
    model = _models(lowered, A={"type": "object", "required": ["ghost"]})["A"]
    assert [(field.wire, field.required) for field in model.fields] == [("ghost", True)]


def test_a_reference_chain_that_goes_round_is_anything(lowered: Lower) -> None:
    models = _models(
        lowered,
        A={"$ref": "#/components/schemas/B"},
        B={"$ref": "#/components/schemas/A"},
        C={"$ref": "#/components/schemas/C"},
    )
    assert set(models) == {"A", "B", "C"}


def test_inline_references_are_followed(lowered: Lower) -> None:
    inner = "#/components/schemas/A/properties/inner"
    models = _models(
        lowered,
        A={"type": "object", "properties": {"inner": {"type": "object", "properties": {"x": {}}}}},
        B={"type": "object", "properties": {"same": {"$ref": inner}}},
    )
    key = inner.removeprefix("#")
    assert models["B"].fields[0].type == Named(key) == models["A"].fields[0].type
    assert models[key].name == "A inner"


def test_equal_inline_enums_are_one(lowered: Lower) -> None:
    values = {"type": "string", "enum": ["A", "B"]}
    models = _models(
        lowered,
        One={"type": "object", "properties": {"state": values}},
        Two={"type": "object", "properties": {"state": values, "other": {"enum": ["C", "D"]}}},
    )
    enums = [model for model in models.values() if model.kind is ModelKind.ENUM]
    assert [model.name for model in enums] == ["One state", "Two other"]
    assert models["One"].fields[0].type == models["Two"].fields[0].type


def test_unions_that_a_property_tells_apart_stand_once(lowered: Lower) -> None:
    ref = {"$ref": "#/components/schemas/Base"}
    models = _models(
        lowered,
        Base={
            "type": "object",
            "discriminator": {"propertyName": "kind"},
            "properties": {"kind": {}},
        },
        Sub={"allOf": [ref, {"properties": {"x": {}}}]},
        SubSub={"allOf": [{"$ref": "#/components/schemas/Sub"}]},
        Alone={"type": "object", "discriminator": {"propertyName": "k"}, "properties": {"k": {}}},
        Holder={
            "type": "object",
            "properties": {
                "one": ref,
                "many": {"type": "array", "items": ref},
                "alone": {"$ref": "#/components/schemas/Alone"},
            },
        },
    )
    union = next(model for model in models.values() if model.name == "Any Base")
    assert union.target == UnionOf(
        (Named("Sub"), Named("SubSub"), Named("Base")),
        "kind",
        (("Sub", Named("Sub")), ("SubSub", Named("SubSub"))),
        Named("Base"),
    )
    types = {field.wire: field.type for field in models["Holder"].fields}
    assert types["one"] == Named(union.key)
    assert types["many"] == ListOf(Named(union.key))
    assert types["alone"] == Named("Alone")


def test_inline_members_have_no_discriminator_value(lowered: Lower) -> None:
    union = {
        "oneOf": [
            {"$ref": "#/components/schemas/A"},
            {"type": "object", "title": "Odd", "properties": {"x": {}}},
            {"type": "null"},
        ],
        "discriminator": {"propertyName": "kind"},
    }
    models = _models(
        lowered,
        A={"type": "object", "properties": {"kind": {}}},
        Holder={"type": "object", "properties": {"x": union}},
    )
    type_ = models["Holder"].fields[0].type
    assert isinstance(type_, UnionOf)
    assert type_.members[1] == NULL
    (named, _) = type_.members
    assert isinstance(named, Named)
    target = models[named.key].target
    assert isinstance(target, UnionOf)
    assert target.mapping == (("A", Named("A")),)
    assert NULL not in target.members


def test_all_of_adds_up() -> None:
    documents = {
        "#/a": {"properties": {"x": {"type": "string"}, "y": {}}, "required": ["x"], "title": "A"},
        "#/b": {"allOf": [{"$ref": "#/b"}, {"$ref": "#/a"}], "properties": {"z": {}}},
    }
    merged = merge(
        {"allOf": [{"$ref": "#/b"}, {"required": ["z", "x"]}], "title": "C"}, documents.get
    )
    assert list(merged["properties"]) == ["x", "y", "z"]
    assert merged["required"] == ["x", "z"]
    assert merged["title"] == "C"
    assert "allOf" not in merged


def test_merging_changes_nothing_in_the_document() -> None:
    first: dict[str, Any] = {"properties": {"x": {"type": "string"}}, "required": ["x"]}
    second: dict[str, Any] = {"properties": {"x": {"description": "d"}}, "required": ["y"]}
    merged = merge({"allOf": [first, second]}, {}.get)
    assert merged["properties"]["x"] == {"type": "string", "description": "d"}
    assert first == {"properties": {"x": {"type": "string"}}, "required": ["x"]}


def test_names_lose_their_packages(lowered: Lower) -> None:
    thing = {"type": "object", "properties": {"x": {}}}
    models = _models(
        lowered,
        **{"protobufAny": thing, "apiRun": thing, "apiJob": thing, "com.acme.v1.Tool": thing},
    )
    names = {key: model.name for key, model in models.items()}
    assert names["apiRun"] == "Run"
    assert names["protobufAny"] == "protobuf Any"
    assert names["com.acme.v1.Tool"] == "Tool"


def test_pinned_model_names(lowered: Lower) -> None:
    thing = {"type": "object", "properties": {"x": {}}}
    schemas = {"A": thing, "B": {**thing, "x-specmill-name": "Better"}}
    api = lowered(components={"schemas": schemas}, pins={"A": "Best"})
    assert {key: model.name for key, model in api.models.items()} == {"A": "Best", "B": "Better"}


def test_the_model_of_a_whole_body_can_be_pinned_where_it_stands(lowered: Lower) -> None:
    inner = {"type": "object", "properties": {"y": {}}, "x-specmill-name": "of_property"}
    body = {"type": "object", "properties": {"x": inner}, "x-specmill-name": "Wanted"}
    post = {
        "operationId": "makeIt",
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"204": {}},
    }
    api = lowered(paths={"/it": {"post": post}})
    names = sorted(model.name for model in api.models.values())
    assert "Wanted" in names
    assert "of_property" not in names


def test_an_enum_of_one_is_a_constant_but_in_a_path(lowered: Lower) -> None:
    only = {"type": "string", "enum": ["eu"]}
    parameters = [
        {"name": "region", "in": "path", "required": True, "schema": only},
        {"name": "fixed", "in": "path", "required": True, "schema": {"const": "v1"}},
        {"name": "kind", "in": "query", "required": True, "schema": only},
    ]
    get = {"operationId": "getIt", "parameters": parameters, "responses": {"204": {}}}
    api: Api = lowered(paths={"/{region}/{fixed}": {"get": get}})
    (operation,) = [one for child in (api.root, *api.root.children) for one in child.operations]
    assert [one.constant for one in operation.parameters] == [UNSET, "v1", "eu"]
