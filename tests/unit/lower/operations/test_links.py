"""Links, and what is wrong with some."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower import lower
from specmill.model.operations import LinkedValue


def _linked(link: dict[str, Any]) -> tuple[list[tuple[str, tuple[LinkedValue, ...]]], list[str]]:
    """Return target and values of the links of an operation that has one, and the findings."""
    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    responses = {"200": {"description": "", "links": {"next": link}}}
    paths = {
        "/a": {"get": {"operationId": "listA", "responses": responses}},
        "/a/{id}": {"get": {"operationId": "getA", "parameters": [identity], "responses": {}}},
    }
    info = {"title": "Sample", "version": "1"}
    report = Report()
    document = Document({"openapi": "3.1.0", "info": info, "paths": paths}, "openapi3")
    (resource,) = lower(document, key="sample", report=report).root.children
    (source,) = [one for one in resource.operations if one.id == "listA"]
    return [(one.operation, one.values) for one in source.links], [
        one.what for one in report.findings
    ]


@pytest.mark.parametrize(
    ("expression", "source", "path"),
    [
        ("$response.body#/items/0/id", "body", "/items/0/id"),
        ("$response.body", "body", ""),
        ("$response.header.Location", "header", "Location"),
        ("$request.body#/id", "request.body", "/id"),
        ("$request.path.x.y", "request.path", "x.y"),
        ("$request.query.q", "request.query", "q"),
        ("$url", "url", ""),
        ("$statusCode", "status", ""),
        (3, "value", "3"),
        ("plain", "value", "plain"),
    ],
)
def test_expressions(expression: Any, source: str, path: str) -> None:
    links, findings = _linked({"operationId": "getA", "parameters": {"id": expression}})
    assert links == [("getA", (LinkedValue("id", source, path),))]
    assert not findings


def test_references_into_the_document() -> None:
    for reference in ("#/paths/~1a~1{id}/get", "#/paths/~1a~1%7Bid%7D/get"):
        links, findings = _linked({"operationRef": reference, "parameters": {"path.id": "1"}})
        assert links == [("getA", (LinkedValue("id", "value", "1"),))]
        assert not findings


@pytest.mark.parametrize(
    ("link", "finding"),
    [
        ({"operationId": "getB"}, "the link 'next' leads to 'getB', no operation"),
        (
            {"operationRef": "#/paths/~1b/get"},
            "the link 'next' leads to '#/paths/~1b/get', no oper",
        ),
        ({"operationRef": "https://x/y#/paths"}, "the link 'next' leads to 'https://x/y#/paths'"),
        ({"description": "x"}, "the link 'next' has neither operationId nor operationRef"),
        (
            {"operationId": "getA", "parameters": {"query.id": "1"}},
            "the link 'next' gives 'getA' a parameter 'query.id', which it does not have",
        ),
        (
            {"operationId": "getA", "parameters": {"id": "$response.cookie.x"}},
            "the link 'next' has an expression that cannot be read: '$response.cookie.x'",
        ),
    ],
)
def test_what_is_wrong_is_told_once(link: dict[str, Any], finding: str) -> None:
    links, findings = _linked(link)
    assert len(findings) == 1
    assert findings[0].startswith(finding)
    assert all(not values for _, values in links)
