"""Extensions that specs have for other generators."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import Report
from specmill.lower.keywords.extensions import pages_for_others, value_notes
from specmill.model.models import EnumValue
from specmill.model.types import Named, UnionOf
from specmill.sources.reading import read

LEVELS = {"type": "integer", "enum": [0, 1]}


@pytest.mark.parametrize(
    "said",
    [
        {"x-enum-varnames": ["Low", "High"], "x-enum-descriptions": ["Not much.", "A lot."]},
        {"x-enumNames": ["Low", "High"], "x-enumDescriptions": {"0": "Not much.", "1": "A lot."}},
        {"x-speakeasy-enums": {"0": "Low", "1": "High"}}
        | {"x-enum-descriptions": ["Not much.", "A lot."]},
        {
            "x-enum-varnames": ["Low", "High"],
            "x-enum-comments": {"Low": "Not much.", "High": "A lot.", "Other": "?"},
        },
        {
            "x-fern-enum": {
                "0": {"name": "Low", "description": "Not much."},
                "1": {"name": "High", "description": "A lot."},
            }
        },
        {
            "x-ms-enum": {
                "name": "Level",
                "values": [
                    {"value": 0, "name": "Low", "description": "Not much."},
                    {"value": 1, "name": "High", "description": "A lot."},
                ],
            }
        },
    ],
)
def test_names_and_descriptions_of_values(lowered: Lower, said: dict[str, Any]) -> None:
    api = lowered(components={"schemas": {"Level": {**LEVELS, **said}}})
    values = api.models["Level"].values
    assert [(one.name, one.docs.summary or one.docs.description) for one in values] == [
        ("Low", "Not much."),
        ("High", "A lot."),
    ]


@pytest.mark.parametrize("keyword", ["x-speakeasy-ignore", "x-fern-ignore"])
def test_what_other_generators_leave_out_is_skipped(keyword: str, tmp_path: Path) -> None:
    operation = {"operationId": "getOne", "responses": {"204": {"description": "Done."}}}
    left_out = {**operation, "operationId": "getTwo", keyword: True}
    paths = {"/one": {"get": {**operation, keyword: False}}, "/two": {"get": left_out}}
    spec = {"openapi": "3.0.3", "info": {"title": "Some", "version": "1"}, "paths": paths}
    (tmp_path / "some.json").write_text(json.dumps(spec))
    document = read(tmp_path / "some.json", report=Report())
    nodes = {one.id: one.node for one in document.operations()}
    assert "x-specmill-skip" not in nodes["getOne"]
    assert nodes["getTwo"]["x-specmill-skip"] == f"{keyword} says so"


def test_lists_of_another_length_say_nothing(lowered: Lower) -> None:
    api = lowered(components={"schemas": {"Level": {**LEVELS, "x-enum-varnames": ["Low"]}}})
    assert api.models["Level"].values == (EnumValue(0), EnumValue(1))


def test_our_own_extension_goes_before_others() -> None:
    notes = value_notes(
        {**LEVELS, "x-enumNames": ["Low", "High"], "x-specmill-enum": {"1": {"name": "Top"}}}
    )
    assert notes == {"0": {"name": "Low"}, "1": {"name": "Top"}}


def test_an_inline_enumeration_takes_the_name_for_autorest(lowered: Lower) -> None:
    level = {"type": "string", "enum": ["a", "b"], "x-ms-enum": {"name": "SkuTier"}}
    thing = {"type": "object", "properties": {"tier": level}}
    api = lowered(components={"schemas": {"Thing": thing}})
    assert {model.name for model in api.models.values()} == {"Thing", "Sku Tier"}


def test_values_of_a_discriminator_for_autorest(lowered: Lower) -> None:
    base = {"$ref": "#/components/schemas/Pet"}
    own = {"type": "object", "properties": {"name": {"type": "string"}}}
    pet = {
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind", "mapping": {"f": "#/components/schemas/Fish"}},
    }
    api = lowered(
        components={
            "schemas": {
                "Pet": {**pet, "x-ms-discriminator-value": "#Pet"},
                "Dog": {"x-ms-discriminator-value": "#Dog", "allOf": [base, own]},
                "Fish": {"x-ms-discriminator-value": "#Fish", "allOf": [base, own]},
                "Cat": {"allOf": [base, own]},
                "Cage": {"type": "object", "properties": {"pet": base}},
            }
        }
    )
    union = api.models["/components/schemas/Pet/discriminator"].target
    assert isinstance(union, UnionOf)
    values = {target.key: value for value, target in union.mapping if isinstance(target, Named)}
    assert values == {"Fish": "f", "Dog": "#Dog", "Cat": "Cat", "Pet": "#Pet"}
    (tag,) = [one for one in api.models["Dog"].fields if one.wire == "kind"]
    assert (tag.constant, tag.tag) == ("#Dog", True)


def test_names_of_properties_for_autorest_but_not_for_go(lowered: Lower) -> None:
    properties = {
        "max": {"type": "integer", "x-ms-client-name": "maximumSize"},
        "min": {"type": "integer", "x-go-name": "Smallest"},
    }
    api = lowered(components={"schemas": {"Thing": {"type": "object", "properties": properties}}})
    assert [one.name for one in api.models["Thing"].fields] == ["maximumSize", "min"]


@pytest.mark.parametrize(
    "keyword",
    [
        *("x-ms-client-name", "x-fern-parameter-name", "x-fern-property-name"),
        "x-speakeasy-name-override",
    ],
)
def test_names_of_parameters_and_properties(lowered: Lower, keyword: str) -> None:
    text = {"type": "string"}
    operation = {
        "operationId": "find",
        "parameters": [
            {"name": "q", "in": "query", keyword: "search_term", "schema": text},
            {"name": "X-Rid", "in": "header", keyword: "request id", "schema": text},
            {"name": "n", "in": "query", keyword: "", "schema": text},
            {"name": "m", "in": "query", keyword: "a", "x-specmill-name": "b", "schema": text},
        ],
        "responses": {"204": {"description": "Done."}},
    }
    thing = {"type": "object", "properties": {"q": {**text, keyword: "search_term"}, "n": text}}
    api = lowered(
        paths={"/x": {"get": operation}}, components={"schemas": {"Thing": thing, "Other": text}}
    )
    (found,) = api.root.operations or api.root.children[0].operations
    names = {one.wire: one.name for one in found.parameters}
    assert names == {"q": "search_term", "X-Rid": "request id", "n": "n", "m": "b"}
    assert [one.name for one in api.models["Thing"].fields] == ["search_term", "n"]


@pytest.mark.parametrize("keyword", ["x-fern-type-name", "x-speakeasy-name-override"])
def test_names_of_classes(lowered: Lower, keyword: str) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "integer"}}}
    other = {"$ref": "#/components/schemas/Other"}
    properties = {"inner": {**inner, keyword: "CoreOfThing"}, "ref": other}
    thing = {"type": "object", keyword: "fancyThing", "properties": properties}
    api = lowered(components={"schemas": {"Thing": thing, "Other": {**inner, keyword: ""}}})
    assert {one.name for one in api.models.values()} == {"fancy Thing", "Core Of Thing", "Other"}
    assert [one.name for one in api.models["Thing"].fields] == ["inner", "ref"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            {"x-ms-pageable": {"nextLinkName": "nextLink"}},
            {"style": "url", "items": "value", "responseToken": "nextLink"},
        ),
        (
            {"x-ms-pageable": {"nextLinkName": "more", "itemName": "rows"}},
            {"style": "url", "items": "rows", "responseToken": "more"},
        ),
        ({"x-ms-pageable": {"nextLinkName": None}}, None),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "offsetLimit",
                    "inputs": [{"name": "page", "in": "parameters", "type": "page"}],
                    "outputs": {"results": "$.data.rows", "numPages": "$.pages"},
                }
            },
            {"style": "number", "items": "data.rows", "pages": "pages", "requestToken": "page"},
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "since", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.rows", "nextCursor": "$.rows[-1].id"},
                }
            },
            {"style": "cursor", "items": "rows", "requestToken": "since", "responseToken": "id"},
        ),
        (
            {"x-speakeasy-pagination": {"type": "url", "outputs": {"nextUrl": "$.next"}}},
            {"style": "url", "responseToken": "next"},
        ),
        (
            {
                "x-fern-pagination": {
                    "cursor": "$request.since",
                    "next_cursor": "$response.page.next",
                    "results": "$response.data",
                }
            },
            {
                "style": "token",
                "items": "data",
                "requestToken": "since",
                "responseToken": "page.next",
            },
        ),
        (
            {
                "x-fern-pagination": {
                    "offset": "$request.page_number",
                    "results": "$response.rows",
                    "has-next-page": "$response.more",
                }
            },
            {"style": "number", "items": "rows", "requestToken": "page_number", "more": "more"},
        ),
        (
            {"x-fern-pagination": {"offset": "$request.skip", "results": "$response.rows"}},
            {"style": "offset", "items": "rows", "requestToken": "skip"},
        ),
        (
            {"x-fern-pagination": {"next_uri": "$response.next", "results": "$response.rows"}},
            {"style": "url", "items": "rows", "responseToken": "next"},
        ),
        ({"x-fern-pagination": {"results": "$response.rows"}}, None),
        ({"x-fern-pagination": True}, None),
        ({}, None),
        ({"x-speakeasy-pagination": {"type": "other", "inputs": 1, "outputs": []}}, None),
        ({"x-speakeasy-pagination": "url", "x-ms-pageable": True}, None),
    ],
)
def test_pages(said: dict[str, Any], expected: Any) -> None:
    assert pages_for_others(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"x-speakeasy-retries": {"strategy": "backoff", "statusCodes": ["5XX"]}}, True),
        ({"x-speakeasy-retries": {"strategy": "none"}}, False),
        ({"x-speakeasy-retries": {"strategy": "other"}}, None),
        ({"x-speakeasy-retries": "backoff"}, None),
        (
            {"x-speakeasy-retries": {"strategy": "backoff"}, "x-specmill-idempotent": False},
            False,
        ),
    ],
)
def test_repeats(lowered: Lower, said: dict[str, Any], expected: bool | None) -> None:
    pay = {"operationId": "pay", "responses": {"204": {"description": ""}}, **said}
    (found,) = lowered(paths={"/pay": {"post": pay}}).root.operations
    assert found.idempotent is expected


def test_what_the_root_says_of_repeats_repeats_nothing(lowered: Lower) -> None:
    pay = {"operationId": "pay", "responses": {"204": {"description": ""}}}
    retries = {"x-speakeasy-retries": {"strategy": "backoff"}}
    (found,) = lowered(paths={"/pay": {"post": pay}}, **retries).root.operations
    assert found.idempotent is None


def test_a_body_is_called_body_whatever_other_generators_call_it(lowered: Lower) -> None:
    body = {"content": {"application/json": {"schema": {"type": "string"}}}}
    operation = {
        "operationId": "pay",
        "requestBody": body,
        "responses": {"204": {"description": ""}},
    }
    plain = lowered(paths={"/pay": {"post": operation}})
    named = {**operation, "x-codegen-request-body-name": "payment"}
    assert lowered(paths={"/pay": {"post": named}}).root == plain.root
