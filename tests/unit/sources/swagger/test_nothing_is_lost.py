"""Whatever stands in a Swagger document is in the normal form or in a finding."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document

Read: TypeAlias = Callable[..., Document]
VALUE = {
    **{key: 471_100 + index for index, key in enumerate(("maximum", "maxLength", "maxItems"))},
    "pattern": "^word_pattern$",
    "default": "word_default",
    "enum": ["word_enum"],
    "format": "word_format",
    "title": "word_title",
    "example": "word_example",
    "description": "word_description",
    "x-note": "word_note",
    "misplaced": "word_misplaced",
}
SCHEMA = {
    "type": "object",
    "properties": {"word_property": {"type": "string"}},
    "maxLength": 481_100,
    "title": "word_schema",
    "default": "word_other",
    "x-more": "word_more",
    "externalDocs": {"url": "http://word_docs"},
    "xml": {"name": "word_xml"},
}
PLACES = ("path", "query", "header", "formData", "body", "cookie", "Query", "nowhere")
RESPONSE = {
    "description": "word_answer",
    "x-a": "word_a",
    "misplaced": "word_b",
    "links": {"word_l": {}},
    "headers": {"word_header": {**VALUE, "type": "string", "collectionFormat": "word_form"}},
    "examples": {"application/word_kind": {"a": "word_sample"}},
    "content": {"application/word_content": {"schema": {"type": "string"}}},
}
OPERATION = {
    "tags": ["word_tag"],
    "summary": "word_summary",
    "operationId": "word_id",
    "consumes": ["application/word_sent"],
    "produces": ["application/word_got"],
    "externalDocs": {"url": "http://word_url", "misplaced": "word_c"},
    "x-o": "word_o",
    "schemes": ["http"],
    "security": [{"word_login": ["word_scope"]}],
    "misplaced": "word_d",
    "servers": [{"url": "http://word_server"}],
    "callbacks": {"word_callback": {}},
    "responses": {"200": RESPONSE, "x-r": "word_r"},
}
SCHEMES = {
    "word_key": {"type": "apiKey", "name": "word_k", "in": "header", "scopes": {"word_s": "x"}},
    "word_basic": {"type": "basic", "authorizationUrl": "http://word_login_page"},
    "word_http": {"type": "http", "scheme": "word_scheme", "bearerFormat": "word_bearer"},
    "word_oauth": {
        "type": "oauth2",
        "flow": "implicit",
        "authorizationUrl": "http://word_page",
        "tokenUrl": "http://word_token",
        "scopes": {"word_read": "word_said", "x-s": "word_x"},
        "name": "word_name",
        "misplaced": "word_e",
    },
}


def words(value: Any) -> Iterator[str]:
    """Everything in a document that only this test can have written."""
    yield from re.findall(r"word_\w+|4[78]11\d\d", json.dumps(value))


def assert_nothing_is_lost(read: Read, report: Report, **fields: Any) -> None:
    tree = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}, **fields}
    expected = list(dict.fromkeys(words(tree)))
    root = read(tree).root
    told = json.dumps(root) + "".join(map(str, report.findings))
    assert expected
    assert [word for word in expected if word not in told] == []


@pytest.mark.parametrize("beside", [None, SCHEMA, {"$ref": "#/definitions/word_model"}])
@pytest.mark.parametrize("kind", ["string", "array", "file", None])
@pytest.mark.parametrize("holder", ["operation", "path", "reference"])
@pytest.mark.parametrize("place", PLACES)
def test_parameters(
    read: Read, report: Report, place: str, holder: str, kind: str | None, beside: Any
) -> None:
    parameter: dict[str, Any] = {"name": "word_name", "in": place, "required": True, **VALUE}
    if kind:
        parameter["type"] = kind
    if kind == "array":
        parameter.update(items={**VALUE, "type": "string"}, collectionFormat="word_form")
    if beside:
        parameter["schema"] = {**beside}
    operation: dict[str, Any] = {"responses": {"204": {"description": "done"}}}
    item: dict[str, Any] = {"post": operation}
    given = {"$ref": "#/parameters/word_shared"} if holder == "reference" else parameter
    (item if holder == "path" else operation)["parameters"] = [given]
    path = "/a/{word_name}" if place == "path" else "/a"
    fields: dict[str, Any] = {"definitions": {"word_model": {"type": "string"}}}
    if holder == "reference":
        fields["parameters"] = {"word_shared": parameter}
    assert_nothing_is_lost(read, report, paths={path: item}, **fields)


BODY = {"name": "word_body", "in": "body", "schema": {"title": "word_t"}, "x-b": "word_x"}
FORM = {"name": "word_field", "in": "formData", "type": "string", "description": "word_f"}


@pytest.mark.parametrize(
    "parameters",
    [
        [],
        [BODY],
        [FORM],
        [{**FORM, "type": "file"}],
        [BODY, FORM],
        [FORM, {**FORM, "type": "integer", "description": "word_g"}],
        [BODY, {**BODY, "name": "word_second", "schema": {"title": "word_u"}}],
    ],
)
@pytest.mark.parametrize("consumes", [None, [], ["application/word_w", "multipart/form-data"]])
def test_operations(read: Read, report: Report, parameters: Any, consumes: Any) -> None:
    operation = {**OPERATION, "parameters": parameters}
    if consumes is not None:
        operation["consumes"] = consumes
    item = {"post": operation, "x-p": "word_p", "misplaced": "word_q", "summary": "word_s"}
    other = {"$ref": "#/paths/~1a", "description": "word_beside", "x-c": "word_c"}
    assert_nothing_is_lost(read, report, paths={"/a": item, "/b": other, "x-y": "word_y"})


def test_roots(read: Read, report: Report) -> None:
    lost = {"name": "word_n", "in": "nowhere", "type": "string"}
    document = {
        "host": "word_host",
        "basePath": "/word_base",
        "consumes": ["application/word_c"],
        "tags": [{"name": "word_tag", "misplaced": "word_t"}],
        "x-root": "word_root",
        "externalDocs": {"url": "http://word_url"},
        "misplaced": "word_m",
        "info": {"title": "word_title", "version": "1", "contact": {"misplaced": "word_i"}},
        "securityDefinitions": SCHEMES,
        "parameters": {"word_lost": lost, "word_body": BODY, "word_form": FORM},
        "definitions": {"word_model": {**SCHEMA, "collectionFormat": "word_form"}},
    }
    assert_nothing_is_lost(read, report, **document)
