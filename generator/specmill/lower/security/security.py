"""Security schemes (OpenAPI 3.1, 4.8.27) to credentials, and security requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from specmill.document.shapes import EXTRA
from specmill.lower.keywords import docs_of
from specmill.model.credentials import Credential, CredentialKind, FlowKind, OAuth, OAuthFlow
from specmill.model.models import Docs
from specmill.model.parameters import ParameterPlace

Requirement: TypeAlias = tuple[tuple[str, ...], ...] | None
"""Alternatives, each of schemes that go together; empty for none needed, None where the spec does
not say.
"""

_GOOGLE = "https://accounts.google.com/"


def lower_credentials(root: Mapping[str, Any]) -> tuple[Credential, ...]:
    """Read ``components.securitySchemes``.

    An API key in the ``Authorization`` header whose scheme is called bearer, which is how Swagger
    2.0 says bearer token, is a token. What OpenAPI 3.2 adds to OAuth 2.0 stands where the normal
    form keeps what 3.1 does not know.
    """
    schemes = root.get("components", {}).get("securitySchemes", {})
    return tuple(_credential(name, scheme) for name, scheme in schemes.items())


def _credential(name: str, scheme: Mapping[str, Any]) -> Credential:
    kind = scheme.get("type")
    docs = docs_of(scheme)
    if kind == "apiKey":
        wire, place = str(scheme["name"]), ParameterPlace(scheme["in"])
        if (
            place is ParameterPlace.HEADER
            and wire.lower() == "authorization"
            and "bearer" in (name + docs.description).lower()
        ):
            return Credential(name, CredentialKind.TOKEN, docs=docs)
        return Credential(name, CredentialKind.API_KEY, place, wire, docs=docs)
    if kind == "http" and str(scheme.get("scheme", "")).lower() == "basic":
        return Credential(name, CredentialKind.BASIC, docs=docs)
    if kind == "mutualTLS":
        return Credential(name, CredentialKind.CERTIFICATE, docs=docs)
    if kind == "http" and str(scheme.get("scheme", "")).lower() != "bearer":
        said = str(scheme.get("scheme", ""))
        return Credential(name, CredentialKind.OTHER, docs=docs, http_scheme=said)
    return _token(name, scheme, docs)


def _token(name: str, scheme: Mapping[str, Any], docs: Docs) -> Credential:
    """Read a bearer token, OAuth 2.0 or OpenID Connect."""
    declared = {**scheme.get("flows", {}), **scheme.get("flows", {}).get(EXTRA, {})}
    flows = {key: flow for key, flow in declared.items() if key in list(FlowKind)}
    scopes: dict[str, str] = {}
    for flow in flows.values():
        for scope, text in flow.get("scopes", {}).items():
            scopes.setdefault(str(scope), str(text))
    google = any(
        str(flow.get("authorizationUrl", "")).startswith(_GOOGLE) for flow in flows.values()
    )
    oauth = OAuth(
        tuple(_flow(FlowKind(key), flow) for key, flow in flows.items()),
        discovery=str(scheme.get("openIdConnectUrl", "")),
        metadata=str(scheme.get(EXTRA, {}).get("oauth2MetadataUrl", "")),
    )
    return Credential(
        name,
        CredentialKind.TOKEN,
        scopes=tuple(scopes.items()),
        google=google,
        docs=docs,
        oauth=oauth if oauth != OAuth() else None,
    )


def _flow(kind: FlowKind, flow: Mapping[str, Any]) -> OAuthFlow:
    keys = ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl")
    return OAuthFlow(kind, *(str(flow.get(key, "")) for key in keys))


def lower_requirement(security: Any) -> Requirement:
    """Read Security Requirement Objects: alternatives, each of schemes that go together."""
    if security is None:
        return None
    return tuple(dict.fromkeys(_alternatives(security)))


def lower_scopes(security: Any) -> tuple[str, ...]:
    """Return the scopes that Security Requirement Objects name, each once."""
    requirements: list[Mapping[str, Any]] = security or []
    named = (scopes for requirement in requirements for scopes in requirement.values())
    return tuple(dict.fromkeys(str(scope) for scopes in named for scope in scopes))


def lower_granted(security: Any) -> tuple[str, ...]:
    """Return the scopes of the first alternative that names any, each once."""
    for requirement in security or ():
        named = dict.fromkeys(str(scope) for scopes in requirement.values() for scope in scopes)
        if named:
            return tuple(named)
    return ()


def _alternatives(security: list[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for requirement in security:
        yield tuple(requirement)
