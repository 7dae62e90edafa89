"""Header parameters that something else sets."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower import lower
from specmill.model.api import operations_of

SCHEMES: dict[str, Any] = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
    "oauth": {"type": "oauth2", "flows": {}},
    "openid": {"type": "openIdConnect", "openIdConnectUrl": "https://a.example/.well-known"},
    "named": {"type": "apiKey", "in": "header", "name": "authorization"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "Authorization"},
    "certificate": {"type": "mutualTLS"},
}


def arguments(
    name: str, security: Any = None, *, common: Any = None, place: str = "header"
) -> tuple[list[str], list[str]]:
    """Return the arguments of an operation with one parameter, and the codes of findings."""
    parameter = {"name": name, "in": place, "schema": {"type": "string"}}
    operation: dict[str, Any] = {"operationId": "go", "parameters": [parameter], "responses": {}}
    if security is not None:
        operation["security"] = security
    root = {
        "openapi": "3.1.0",
        "info": {"title": "Sample", "version": "1"},
        "paths": {"/go": {"get": operation}},
        "components": {"securitySchemes": SCHEMES},
        **({} if common is None else {"security": common}),
    }
    report = Report()
    [lowered] = operations_of(lower(Document(root, "openapi3"), key="sample", report=report))
    return [one.wire for one in lowered.parameters], [one.code for one in report.findings]


@pytest.mark.parametrize("scheme", ["bearer", "basic", "oauth", "openid", "named"])
def test_authorization_is_what_credentials_set(scheme: str) -> None:
    assert arguments("authorization", [{scheme: []}]) == ([], ["credential-header"])
    assert arguments("Authorization", [{}, {scheme: []}]) == ([], ["credential-header"])
    assert arguments("Authorization", common=[{scheme: []}]) == ([], ["credential-header"])


@pytest.mark.parametrize("security", [None, [], [{}], [{"key": []}], [{"cookie": [], "key": []}]])
def test_authorization_is_an_argument_where_nothing_else_sets_it(security: Any) -> None:
    assert arguments("Authorization", security) == (["Authorization"], [])
    assert arguments("Authorization", [{"certificate": []}]) == (["Authorization"], [])
    assert arguments("Authorization", [], common=[{"bearer": []}]) == (["Authorization"], [])


def test_a_query_may_have_any_name() -> None:
    query = arguments("Authorization", [{"bearer": []}], place="query")
    assert query == (["Authorization"], [])


@pytest.mark.parametrize("name", ["Accept", "content-type"])
def test_media_types_set_their_headers(name: str) -> None:
    assert arguments(name) == ([], ["media-type-header"])
