"""Schemas that share parts, or stand in long lines: work in proportion to the file."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document
from specmill.lower import lower
from specmill.lower.schemas import context

END = {"type": "object", "properties": {"x": {"type": "string"}}}


def to(number: int) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/S{number}"}


def lowered(schemas: dict[str, Any]) -> Any:
    content = {"application/json": {"schema": to(0)}}
    operation = {
        "requestBody": {"content": content},
        "responses": {"200": {"description": "ok", "content": content}},
    }
    root = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": schemas},
    }
    return lower(Document(root, "openapi3"), key="t", report=Report())


@pytest.mark.parametrize(
    "schemas",
    [
        {f"S{i}": {"oneOf": [to(j) for j in range(14) if j != i]} for i in range(14)},
        {
            **{f"S{i}": {"oneOf": [to(i + 1), to(i + 2)]} for i in range(60)},
            "S60": END,
            "S61": {"type": "array", "items": {"type": "string"}},
        },
        {
            **{f"S{i}": {"oneOf": [to(i + 1), to(i + 2)]} for i in range(60)},
            **{f"S{60 + i}": {"type": "array", "items": {"const": i}} for i in range(2)},
        },
        {
            **{f"S{i}": {"type": "object", "if": to(i + 1), "then": to(i + 2)} for i in range(60)},
            "S60": END,
            "S61": {**END, "properties": {"x": {"type": "integer"}}},
        },
        {**{f"S{i}": {"allOf": [to(i + 1)]} for i in range(10_000)}, "S10000": END},
        {**{f"S{i}": {"properties": {"n": to(i + 1)}} for i in range(5_000)}, "S5000": END},
    ],
    ids=["each of all", "two next", "two next lists", "conditions", "allOf", "properties"],
)
def test_each_part_is_looked_at_a_few_times(schemas: dict[str, Any]) -> None:
    api = lowered(schemas)
    assert len(api.models) >= len(schemas)


def test_more_fields_than_any_api_has_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "MOST_WORK", 1_000)
    growing = {
        f"S{i}": {"allOf": [to(i + 1)], "properties": {f"p{i}": {"type": "string"}}}
        for i in range(60)
    }
    with pytest.raises(SpecmillError, match="come to more than 1,000 fields"):
        lowered({**growing, "S60": END})
