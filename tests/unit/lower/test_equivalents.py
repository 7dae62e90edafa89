"""Spellings that mean the same give the same code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}}}
NULL = {"type": "null"}
DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def code(folder: Path, version: str, **schemas: Any) -> dict[str, str]:
    """Generate the modules of models for some components."""
    content = {"application/json": {"schema": ref("Holder")}}
    responses = {"200": {"description": "", "content": content}}
    found = modules(folder, version, schemas, {"operationId": "getHolder", "responses": responses})
    return {key: text for key, text in found.items() if key.startswith("models/")}


def modules(
    folder: Path, version: str, schemas: dict[str, Any], operation: dict[str, Any]
) -> dict[str, str]:
    """Generate the modules of a package with some components and one operation."""
    spec = {
        "openapi": version,
        "info": {"title": "Sample", "version": "1"},
        "paths": {"/holders": {"get": operation}},
        "components": {"schemas": schemas},
    }
    source = folder / "spec.json"
    source.write_text(json.dumps(spec))
    api = lower(sources.read(source, report=Report()), key="sample", report=Report())
    rendered = PythonTarget().render(TargetInput(api, bytes, "package"))
    return {key: str(text) for key, text in rendered.items()}


def holder(schema: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"x": schema}}


@pytest.mark.parametrize(
    "spellings",
    [
        [
            ("3.1.0", {"type": ["string", "null"]}),
            ("3.1.0", {"type": ["null", "string"]}),
            ("3.1.0", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
            ("3.1.0", {"oneOf": [{"type": "null"}, {"type": "string"}]}),
            ("3.0.3", {"type": "string", "nullable": True}),
            ("3.0.3", {"anyOf": [{"type": "string"}, {"nullable": True}]}),
        ],
        [
            ("3.1.0", {"anyOf": [ref("Cat"), {"type": "null"}]}),
            ("3.0.3", {"nullable": True, "allOf": [ref("Cat")]}),
            ("3.0.3", {"oneOf": [ref("Cat"), {"nullable": True}]}),
        ],
        [
            ("3.1.0", ref("Cat")),
            ("3.1.0", {"allOf": [ref("Cat")]}),
            ("3.1.0", {"anyOf": [ref("Cat")]}),
            ("3.1.0", {"allOf": [{"allOf": [ref("Cat")]}]}),
        ],
        [
            ("3.1.0", {"oneOf": [ref("Cat"), ref("Dog")]}),
            ("3.1.0", {"anyOf": [ref("Cat"), ref("Dog")]}),
            ("3.1.0", {"oneOf": [{"allOf": [ref("Cat")]}, ref("Dog")]}),
            ("3.1.0", {"type": "object", "oneOf": [ref("Cat"), ref("Dog")]}),
            (
                "3.1.0",
                {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}},
            ),
        ],
        [
            ("3.1.0", {"anyOf": [ref("Cat"), NULL]}),
            ("3.0.3", {**ref("Cat"), "nullable": True}),
            ("3.0.3", {"anyOf": [{"type": "object", "nullable": True}, ref("Cat")]}),
            ("3.0.3", {"allOf": [ref("Cat"), {"nullable": True}]}),
            ("3.0.3", {"oneOf": [ref("Cat")], "nullable": True}),
            ("3.1.0", {"oneOf": [ref("Cat"), {"const": None}]}),
            ("3.1.0", {"oneOf": [ref("Cat"), {"enum": [None]}]}),
            ("3.1.0", {"anyOf": [{"anyOf": [ref("Cat"), NULL]}]}),
        ],
        [
            ("3.1.0", {**ref("Cat"), "description": "A cat."}),
            ("3.0.3", {"allOf": [ref("Cat")], "description": "A cat."}),
            ("3.1.0", {"oneOf": [ref("Cat")], "description": "A cat."}),
            ("3.1.0", {"anyOf": [ref("Cat")], "description": "A cat."}),
            ("3.1.0", {"allOf": [ref("Cat"), {"description": "A cat."}]}),
            ("3.1.0", {"type": "object", "allOf": [ref("Cat")], "description": "A cat."}),
        ],
        [
            ("3.1.0", {"type": ["string", "null"], "enum": ["a", "b", None]}),
            ("3.1.0", {"enum": ["a", "b", None]}),
            ("3.1.0", {"anyOf": [{"type": "string", "enum": ["a", "b"]}, NULL]}),
            ("3.1.0", {"oneOf": [{"enum": ["a", "b"]}, {"const": None}]}),
            ("3.0.3", {"type": "string", "nullable": True, "enum": ["a", "b", None]}),
            ("3.0.3", {"type": "string", "nullable": True, "enum": ["a", "b"]}),
        ],
        [
            ("3.1.0", {"type": "string", "enum": ["a", "b"]}),
            ("3.1.0", {"enum": ["a", "b"]}),
            ("3.1.0", {"allOf": [{"type": "string"}, {"enum": ["a", "b"]}]}),
        ],
        [
            ("3.1.0", {"const": "a"}),
            ("3.1.0", {"type": "string", "const": "a"}),
            ("3.1.0", {"allOf": [{"const": "a"}]}),
        ],
        [
            ("3.1.0", {"type": "object"}),
            ("3.1.0", {"type": "object", "additionalProperties": True}),
            ("3.1.0", {"type": "object", "additionalProperties": {}}),
        ],
        [
            ("3.1.0", {"type": "object", "additionalProperties": {"type": "string"}}),
            ("3.1.0", {"type": ["object"], "additionalProperties": {"type": ["string"]}}),
            ("3.1.0", {"type": "object", "unevaluatedProperties": {"type": "string"}}),
            (
                "3.1.0",
                {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}},
            ),
        ],
        [("3.1.0", {}), ("3.1.0", True), ("3.1.0", {"anyOf": [{}]}), ("3.1.0", {"allOf": [{}]})],
        [
            ("3.1.0", {"type": ["array", "null"], "items": {"type": ["string", "null"]}}),
            (
                "3.1.0",
                {
                    "oneOf": [
                        NULL,
                        {"type": "array", "items": {"anyOf": [{"type": "string"}, NULL]}},
                    ]
                },
            ),
            (
                "3.0.3",
                {"type": "array", "nullable": True, "items": {"type": "string", "nullable": True}},
            ),
        ],
        [
            ("3.1.0", {"type": ["string", "integer", "null"]}),
            ("3.1.0", {"anyOf": [{"type": "string"}, {"type": "integer"}, NULL]}),
            ("3.1.0", {"anyOf": [{"type": ["string", "null"]}, {"type": "integer"}]}),
            ("3.0.3", {"nullable": True, "anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ],
        [
            ("3.1.0", {"oneOf": [ref("Cat"), ref("Dog"), NULL]}),
            ("3.1.0", {"anyOf": [{"oneOf": [ref("Cat"), ref("Dog")]}, NULL]}),
            ("3.0.3", {"oneOf": [ref("Cat"), ref("Dog")], "nullable": True}),
            ("3.0.3", {"anyOf": [{"type": "object", "nullable": True}, ref("Cat"), ref("Dog")]}),
        ],
        [
            ("3.1.0", {"type": "string", "contentEncoding": "base64"}),
            ("3.0.3", {"type": "string", "format": "byte"}),
        ],
        [
            ("3.1.0", {"type": "integer", "exclusiveMinimum": 1}),
            ("3.0.3", {"type": "integer", "minimum": 1, "exclusiveMinimum": True}),
            ("3.1.0", {"allOf": [{"type": "integer"}, {"exclusiveMinimum": 1}]}),
        ],
    ],
)
def test_spellings_of_a_property(tmp_path: Path, spellings: list[tuple[str, Any]]) -> None:
    (first, schema), *others = spellings
    expected = code(tmp_path, first, Holder=holder(schema), Cat=_older(CAT), Dog=_older(DOG))
    for version, other in others:
        given = code(tmp_path, version, Holder=holder(other), Cat=_older(CAT), Dog=_older(DOG))
        assert given == expected, other


@pytest.mark.parametrize(
    "spellings",
    [
        [
            ("3.1.0", {"const": "a"}),
            ("3.1.0", {"type": "string", "const": "a"}),
            ("3.1.0", {"allOf": [{"const": "a"}]}),
        ],
        [
            ("3.1.0", {"enum": ["a"]}),
            ("3.1.0", {"type": ["string"], "enum": ["a"]}),
            ("3.0.3", {"type": "string", "enum": ["a"]}),
        ],
        [
            ("3.1.0", {"type": ["string", "null"]}),
            ("3.0.3", {"type": "string", "nullable": True}),
            ("3.1.0", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ],
        [
            ("3.1.0", {"type": "array", "items": {"enum": ["a", "b"]}}),
            ("3.0.3", {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}),
            ("3.1.0", {"allOf": [{"type": "array", "items": {"enum": ["a", "b"]}}]}),
        ],
        [
            ("3.1.0", {"type": "string", "default": "x"}),
            ("3.1.0", {"allOf": [{"type": "string"}], "default": "x"}),
            ("3.1.0", {"anyOf": [{"type": "string"}], "default": "x"}),
        ],
    ],
)
def test_spellings_of_a_parameter(tmp_path: Path, spellings: list[tuple[str, Any]]) -> None:
    def of(version: str, schema: Any) -> str:
        parameters = [
            {"name": f"{place}-{need}", "in": place, "required": need, "schema": schema}
            for place in ("query", "header")
            for need in (True, False)
        ]
        responses = {"204": {"description": ""}}
        operation = {"operationId": "getA", "parameters": parameters, "responses": responses}
        return modules(tmp_path, version, {}, operation)["resources/holders.py"]

    (first, schema), *others = spellings
    expected = of(first, schema)
    for version, other in others:
        assert of(version, other) == expected, other


def _older(schema: dict[str, Any]) -> dict[str, Any]:
    """Write a constant as OpenAPI 3.0 has it."""
    kind = schema["properties"]["kind"]["const"]
    return {**schema, "properties": {"kind": {"type": "string", "enum": [kind]}}}


def test_a_tag_is_a_constant_or_an_enumeration_of_one(tmp_path: Path) -> None:
    union = holder({"oneOf": [ref("Cat"), ref("Dog")]})
    constants = code(tmp_path, "3.1.0", Holder=union, Cat=CAT, Dog=DOG)
    values = code(tmp_path, "3.0.3", Holder=union, Cat=_older(CAT), Dog=_older(DOG))
    assert constants == values
    assert 'kind: Literal["cat"] = "cat"' in constants["models/holders.py"]


def test_a_member_is_inline_or_a_component(tmp_path: Path) -> None:
    inline = holder({"oneOf": [{**CAT, "title": "Cat"}, {**DOG, "title": "Dog"}]})
    component = holder({"oneOf": [ref("HolderXCat"), ref("HolderXDog")]})
    one = code(tmp_path, "3.1.0", Holder=inline)
    other = code(tmp_path, "3.1.0", Holder=component, HolderXCat=CAT, HolderXDog=DOG)
    assert sorted(one["models/holders.py"]) == sorted(other["models/holders.py"])


def replaced(value: Any, schemas: dict[str, Any]) -> Any:
    """Put what references lead to in their place, as Connexion publishes its document."""
    if isinstance(value, list):
        return [replaced(one, schemas) for one in value]
    if not isinstance(value, dict):
        return value
    if isinstance(reference := value.get("$ref"), str):
        beside = {key: one for key, one in value.items() if key != "$ref"}
        return {**beside, **replaced(schemas[reference.rpartition("/")[2]], schemas)}
    return {key: replaced(one, schemas) for key, one in value.items()}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_references_that_were_replaced_by_what_they_lead_to(tmp_path: Path, version: str) -> None:
    text = {"type": "string"}
    schemas: dict[str, Any] = {
        "Colour": {"type": "string", "enum": ["red", "blue"]},
        "Owner": {"type": "object", "properties": {"name": text, "likes": ref("Colour")}},
        "Cat": {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string", "enum": ["cat"]}, "owner": ref("Owner")},
        },
        "Dog": {"allOf": [ref("Owner"), {"type": "object", "properties": {"kind": text}}]},
        "Pet": {"oneOf": [ref("Cat"), ref("Dog")]},
        "Page": {"type": "object", "properties": {"pets": {"type": "array", "items": ref("Pet")}}},
    }
    schemas["Cat"]["properties"]["mate"] = {**ref("Owner"), "description": "Its mate."}
    content = {"application/json": {"schema": ref("Page")}}
    body = {"content": {"application/json": {"schema": ref("Cat")}}}
    operation = {
        "operationId": "listHolders",
        "requestBody": body,
        "parameters": [{"name": "colour", "in": "query", "schema": ref("Colour")}],
        "responses": {"200": {"description": "", "content": content}},
    }
    written = modules(tmp_path, version, schemas, operation)
    published = replaced(schemas, schemas), replaced(operation, schemas)
    assert "$ref" not in json.dumps(published)
    assert modules(tmp_path, version, *published) == written


def test_what_repeats_two_components_is_neither(tmp_path: Path) -> None:
    content = {"application/json": {"schema": CAT}}
    operation = {"operationId": "getHolder", "responses": {"200": {"description": ""}}}
    operation["responses"]["200"]["content"] = content  # type: ignore[index]
    found = modules(tmp_path, "3.1.0", {"Cat": CAT, "Lion": CAT}, operation)
    assert "class GetHolderResponse(" in "".join(found.values())
    found = modules(
        tmp_path, "3.1.0", {"Cat": CAT, "Lion": {**CAT, "description": "Big"}}, operation
    )
    assert "class GetHolderResponse(" not in "".join(found.values())


def test_an_inline_schema_beside_references_is_its_own(tmp_path: Path) -> None:
    schemas = {"Cat": CAT, "Owner": holder(CAT), "Holder": holder(ref("Cat"))}
    assert "class OwnerX(" in "".join(code(tmp_path, "3.1.0", **schemas).values())
