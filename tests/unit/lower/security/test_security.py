"""Security schemes and requirements."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower.security.securing import report_security
from specmill.lower.security.security import lower_credentials, lower_granted, lower_requirement
from specmill.model.credentials import CredentialKind
from specmill.model.parameters import ParameterPlace

HEADER, QUERY, COOKIE = ParameterPlace.HEADER, ParameterPlace.QUERY, ParameterPlace.COOKIE


@pytest.mark.parametrize(
    ("scheme", "kind", "place", "wire"),
    [
        ({"type": "http", "scheme": "bearer"}, CredentialKind.TOKEN, HEADER, "Authorization"),
        ({"type": "http", "scheme": "Basic"}, CredentialKind.BASIC, HEADER, "Authorization"),
        (
            {"type": "apiKey", "in": "header", "name": "X-Key"},
            *(CredentialKind.API_KEY, HEADER, "X-Key"),
        ),
        ({"type": "apiKey", "in": "query", "name": "k"}, CredentialKind.API_KEY, QUERY, "k"),
        ({"type": "apiKey", "in": "cookie", "name": "k"}, CredentialKind.API_KEY, COOKIE, "k"),
        (
            {"type": "apiKey", "in": "header", "name": "authorization", "description": "Bearer x"},
            *(CredentialKind.TOKEN, HEADER, "Authorization"),
        ),
        (
            {"type": "apiKey", "in": "header", "name": "Authorization"},
            *(CredentialKind.API_KEY, HEADER, "Authorization"),
        ),
        ({"type": "http", "scheme": "Digest"}, CredentialKind.OTHER, HEADER, "Authorization"),
        ({"type": "mutualTLS"}, CredentialKind.CERTIFICATE, HEADER, "Authorization"),
        ({"type": "oauth2", "flows": {}}, CredentialKind.TOKEN, HEADER, "Authorization"),
        (
            {"type": "openIdConnect", "openIdConnectUrl": "https://x"},
            *(CredentialKind.TOKEN, HEADER, "Authorization"),
        ),
    ],
)
def test_kinds(
    scheme: dict[str, Any], kind: CredentialKind, place: ParameterPlace, wire: str
) -> None:
    (found,) = lower_credentials({"components": {"securitySchemes": {"name": scheme}}})
    assert (found.scheme, found.kind, found.place, found.wire) == ("name", kind, place, wire)


def test_scopes_of_all_flows_stand_once() -> None:
    flows = {
        "implicit": {"authorizationUrl": "https://x", "scopes": {"read": "See", "write": ""}},
        "clientCredentials": {"tokenUrl": "https://x", "scopes": {"read": "See", "admin": ""}},
    }
    schemes = {"o": {"type": "oauth2", "flows": flows}}
    (found,) = lower_credentials({"components": {"securitySchemes": schemes}})
    assert found.scopes == (("read", "See"), ("write", ""), ("admin", ""))
    assert not found.google


def test_google_is_known_by_its_address() -> None:
    flows = {"implicit": {"authorizationUrl": "https://accounts.google.com/o/oauth2/auth"}}
    schemes = {"o": {"type": "oauth2", "flows": flows}}
    (found,) = lower_credentials({"components": {"securitySchemes": schemes}})
    assert found.google


def test_flows_also_those_that_31_does_not_know() -> None:
    device = {"deviceAuthorizationUrl": "/device", "tokenUrl": "/token", "scopes": {"b": "B"}}
    flows = {
        "authorizationCode": {"authorizationUrl": "/ask", "refreshUrl": "/again", "scopes": {}},
        "x-other": {"tokenUrl": "/no"},
        "x-specmill-extra": {"deviceAuthorization": device},
    }
    scheme = {"type": "oauth2", "flows": flows, "x-specmill-extra": {"oauth2MetadataUrl": "/meta"}}
    (found,) = lower_credentials({"components": {"securitySchemes": {"o": scheme}}})
    assert found.scopes == (("b", "B"),)
    assert found.oauth is not None
    assert [flow.kind for flow in found.oauth.flows] == ["authorizationCode", "deviceAuthorization"]
    assert (found.oauth.metadata, found.oauth.refresh_url) == ("/meta", "/again")
    assert (found.oauth.by_client, found.oauth.by_refresh_token) == (False, True)


def test_what_clients_cannot_do_is_told() -> None:
    schemes = {
        "digest": {"type": "http", "scheme": "digest"},
        "basic": {"type": "http", "scheme": "basic"},
        "token": {"type": "http", "scheme": "bearer"},
        "certificate": {"type": "mutualTLS"},
    }
    report = Report()
    operation = {"security": [{"basic": [], "certificate": []}, {"basic": [], "token": []}]}
    root = {
        "paths": {"/a": {"get": operation}, "/b": {"get": operation}},
        "components": {"securitySchemes": schemes},
    }
    report_security(Document(root, "openapi3"), lower_credentials(root), report)
    assert [one.what for one in report.findings] == [
        "the security scheme 'digest' is HTTP digest, which clients do not know",
        "'basic' and 'token' travel in one header; only the first that a caller has is sent",
    ]


def test_scopes_of_a_token_to_fetch() -> None:
    assert lower_granted(None) == ()
    assert lower_granted([{"key": []}, {"o": ["a", "b"]}, {"o": ["c"]}]) == ("a", "b")


def test_requirements() -> None:
    assert lower_requirement(None) is None
    assert lower_requirement([]) == ()
    both = [{"a": [], "b": ["read"]}, {"c": []}, {"c": ["x"]}, {}]
    assert lower_requirement(both) == (("a", "b"), ("c",), ())


def test_the_requirement_of_most_operations_stands_once(lowered: Lower) -> None:
    def operation(id_: str, **more: Any) -> dict[str, Any]:
        return {"operationId": id_, "tags": ["t"], "responses": {}, **more}

    token: list[dict[str, list[str]]] = [{"token": []}]
    api = lowered(
        security=[{"key": []}],
        paths={
            "/a": {"get": operation("a", security=token)},
            "/b": {"get": operation("b", security=token)},
            "/c": {"get": operation("c")},
            "/d": {"get": operation("d", security=[])},
        },
    )
    assert api.security == (("token",),)
    found = {one.id: one.security for one in api.root.children[0].operations}
    assert found == {"a": None, "b": None, "c": (("key",),), "d": ()}


def test_where_the_document_says_nothing_of_some_operations(lowered: Lower) -> None:
    said = {"operationId": "a", "tags": ["t"], "responses": {}, "security": [{"token": []}]}
    silent = {"operationId": "b", "tags": ["t"], "responses": {}}
    api = lowered(paths={"/a": {"get": said}, "/a2": {"get": said}, "/b": {"get": silent}})
    assert api.security is None
    assert [one.security for one in api.root.children[0].operations][-1] is None
