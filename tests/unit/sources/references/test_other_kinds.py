"""References that lead to a part of another kind than is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document

Read: TypeAlias = Callable[..., Document]
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.test'}]\n"
PARTS = """
components:
  schemas: {A: {type: object, properties: {b: {type: string}}}}
  responses:
    Ok: {description: ok, content: {application/json: {schema: {type: integer}}}}
"""


def _spec(schema: str) -> str:
    content = f"content: {{application/json: {{schema: {{$ref: '{schema}'}}}}}}"
    return f"{HEAD}paths: {{/a: {{get: {{responses: {{'200': {{description: x, {content}}}}}}}}}}}"


def _schema(document: Document) -> dict[str, Any]:
    response = document.root["paths"]["/a"]["get"]["responses"]["200"]
    found: dict[str, Any] = response["content"]["application/json"]["schema"]
    return found


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("#/info", "an object Info"),
        ("#/servers/0", "an object Server"),
        ("#/paths/~1a/get", "an object Operation"),
        ("#/paths", "all of `paths`"),
        ("#/components", "an object Components"),
        ("#/components/schemas", "all of `schemas`"),
        ("#/components/schemas/A/properties", "all of `properties`"),
    ],
)
def test_what_is_no_schema_is_none(read: Read, reference: str, told: str) -> None:
    with pytest.raises(SpecmillError, match="expected schemas") as caught:
        read(_spec(reference) + PARTS)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.what.startswith(f"`$ref` {reference!r} leads to {told}")
    assert diagnostic.location is not None
    assert diagnostic.location.line == 4


@pytest.mark.parametrize(
    "reference",
    ["#/components/responses/Ok", "#/components/responses/Ok/content/application~1json"],
)
def test_a_message_means_its_schema(read: Read, report: Report, reference: str) -> None:
    document = read(_spec(reference) + PARTS)
    meant = "#/components/responses/Ok/content/application~1json/schema"
    assert _schema(document) == {"$ref": meant}
    assert [one.code for one in report.findings] == ["reference-spelling"]


def test_an_operation_is_no_path_item(read: Read) -> None:
    paths = "{/a: {get: {$ref: '#/paths/~1b'}}, /b: {get: {responses: {'204': {description: x}}}}}"
    with pytest.raises(SpecmillError, match="leads to what is no object Operation") as caught:
        read(f"{HEAD}paths: {paths}")
    assert caught.value.diagnostics[0].hint == "it has `get`"


def test_files_that_do_not_exist_have_near_ones(read: Read) -> None:
    with pytest.raises(SpecmillError, match="does not exist") as caught:
        read(f"{HEAD}paths: {{/a: {{$ref: 'itm.yaml'}}}}", item_yaml="{}")
    assert "'item.yaml'" in caught.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("own", "reference"),
    [
        ("https://a.test/api/openapi.yaml", "openapi.yaml#/components/schemas/A"),
        (
            "https://a.test/api/openapi.yaml",
            "https://a.test/api/openapi.yaml#/components/schemas/A",
        ),
        ("/api/openapi.yaml", "../api/openapi.yaml#/components/schemas/A"),
    ],
)
def test_a_document_is_what_it_says_that_its_address_is(
    read: Read, own: str, reference: str
) -> None:
    spec = _spec(reference).replace("3.1.0", "3.2.0") + f"\n$self: {own}" + PARTS
    assert _schema(read(spec)) == {"$ref": "#/components/schemas/A"}


def test_an_address_that_is_none_is_told(read: Read) -> None:
    spec = _spec("b.yaml").replace("3.1.0", "3.2.0") + "\n$self: 'http://['"
    with pytest.raises(SpecmillError, match="does not exist"):
        read(spec + PARTS)
