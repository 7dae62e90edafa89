"""The compiled validators find what openapi-spec-validator finds, in its words."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.schemas import schema_v31
from openapi_spec_validator.schemas.backend.jsonschema import create_validator

from specmill.pipeline.validation import openapi_errors as checked


def document(**schema: Any) -> dict[str, Any]:
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    operation = {"operationId": "get", "responses": {"200": answer}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": {"A": schema}},
    }


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize(
    "schema",
    [
        {"type": "strin"},
        {"type": "object", "properties": {"a": {"items": 5}}},
        {"type": "string", "pattern": "["},
        {"type": "integer", "default": "many"},
        {"discriminator": {"mapping": {}}, "oneOf": [{}]},
        {"xml": {"wrapped": "yes"}},
    ],
)
def test_mistakes_of_schemas(
    schema: dict[str, Any], compiled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Plain(OpenAPIV31SpecValidator):
        schema_validator = create_validator(dict(schema_v31))

    wanted = [error.message for error in Plain(document(**schema)).iter_errors()]
    if not compiled:
        monkeypatch.setattr(checked, "find_spec", lambda name: None)
    told = [error.message for error in checked.openapi_errors(document(**schema))]
    assert told == wanted
    assert told


def test_a_mistake_of_the_document() -> None:
    spec = document(type="string")
    del spec["info"]["title"]
    assert [error.message for error in checked.openapi_errors(spec)] == [
        "'title' is a required property"
    ]


def test_a_valid_document() -> None:
    spec = document(type="object", properties={"a": {"type": "string", "default": "x"}})
    assert checked.openapi_errors(spec) == []
