"""Header parameters that something else sets."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower import lower
from specmill.model.api import operations_of
from specmill.model.parameters import Parameter

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


def lowered(
    name: str, security: Any = None, *, common: Any = None, place: str = "header"
) -> tuple[tuple[Parameter, ...], list[str]]:
    """Return the parameters of an operation that declares one, and the codes of findings."""
    parameter = {"name": name, "in": place, "required": True, "schema": {"type": "string"}}
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
    [found] = operations_of(lower(Document(root, "openapi3"), key="sample", report=report))
    return found.parameters, [one.code for one in report.findings]


def arguments(
    name: str, security: Any = None, *, common: Any = None, place: str = "header"
) -> tuple[list[str], list[str]]:
    """Return the arguments of an operation with one parameter, and the codes of findings."""
    parameters, codes = lowered(name, security, common=common, place=place)
    return [one.wire for one in parameters], codes


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


@pytest.mark.parametrize(
    ("name", "place", "security", "is_required"),
    [
        ("x-key", "header", [{"key": []}], False),
        ("X-Key", "header", [{}, {"basic": [], "key": []}], False),
        ("X-Key", "header", [{"basic": []}], True),
        ("X-Key", "query", [{"key": []}], True),
        ("X-Other", "header", [{"key": []}], True),
        ("Authorization", "cookie", [{"cookie": []}], False),
        ("authorization", "cookie", [{"cookie": []}], True),
    ],
)
def test_an_api_key_that_is_a_parameter_too_need_not_be_given_twice(
    name: str, place: str, security: Any, is_required: bool
) -> None:
    for given in ({"security": security}, {"common": security}):
        [parameter], codes = lowered(name, place=place, **given)
        assert (parameter.wire, parameter.required, codes) == (name, is_required, [])


@pytest.mark.parametrize("name", ["Accept", "content-type"])
def test_media_types_set_their_headers(name: str) -> None:
    assert arguments(name) == ([], ["media-type-header"])
