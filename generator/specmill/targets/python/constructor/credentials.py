"""Credential arguments of a client's constructor, and their environment variables."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.credentials import Credential, CredentialKind
from specmill.targets.python.constructor.endpoint import ConstructorParameter
from specmill.targets.python.imports import Imports
from specmill.text import snake_case
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class CredentialsView:
    """Arguments of the constructors, and what of them the runtime is told."""

    parameters: tuple[ConstructorParameter, ...]
    passed: tuple[str, ...]
    auth: str
    """Annotation of the argument ``auth``."""


def environment_of(api: Api) -> str:
    """Return the prefix of the environment variables: the client's words, joined where the API's
    key joins them.
    """
    name = snake_case(api.name)
    return (api.key if api.key == name.replace("_", "") else name).upper()


def says_no_security(api: Api) -> bool:
    """Tell whether a spec says neither how callers show who they are nor that they need not."""
    return not api.credentials and api.security is None


def credentials_of(api: Api, imports: Imports, runtime: str) -> CredentialsView:
    """Return the arguments for an API's security schemes; ``imports`` takes what they need.

    Where the spec says nothing of security there may be a token all the same: many servers want
    one, and their specs leave it out.

    Where more than one scheme wants an ``auth``, it may be a mapping by their names; so may API
    keys. Where clients fetch tokens, an ``auth`` may be a grant.
    """
    parameters = tuple(_parameters(api, imports, runtime))
    keys = (CredentialKind.API_KEY, CredentialKind.CERTIFICATE)
    several = sum(one.kind not in keys for one in api.credentials) > 1
    one = "GivenAuth" if any(one.is_fetched for one in api.credentials) else "Auth"
    auth = imports.add(f"{runtime}.auth.auth", "Auths" if several else one)
    return CredentialsView(parameters, tuple(_passed(api, parameters, imports, runtime)), auth)


def _parameters(api: Api, imports: Imports, runtime: str) -> Iterator[ConstructorParameter]:
    credentials = api.credentials
    kinds = {credential.kind for credential in credentials}
    if CredentialKind.TOKEN in kinds or says_no_security(api):
        imports.add(f"{runtime}.auth.auth", "AsyncToken")
        imports.add(f"{runtime}.auth.auth", "Token")
        wire = _common_wire(credentials, CredentialKind.TOKEN)
        yield ConstructorParameter("token", "Token | None", "AsyncToken | None", wire=wire)
    if _has_clients(api):
        prefix = environment_of(api)
        text = f"Id of the client; by default `{prefix}_CLIENT_ID` of the environment."
        yield ConstructorParameter.optional("client_id", "str", text)
        text = f"Secret of the client; by default `{prefix}_CLIENT_SECRET` of the environment."
        yield ConstructorParameter.optional("client_secret", "str", text)
    if CredentialKind.BASIC in kinds and CredentialKind.LOGIN not in kinds:
        yield ConstructorParameter.optional("username", "str", "")
        yield ConstructorParameter.optional("password", "str", "")
    keys = [credential for credential in credentials if credential.kind is CredentialKind.API_KEY]
    if keys:
        annotation = "str | None" if len(keys) == 1 else "str | Mapping[str, str] | None"
        wire = _common_wire(credentials, CredentialKind.API_KEY)
        yield ConstructorParameter("api_key", annotation, annotation, wire=wire)


def _passed(
    api: Api, parameters: tuple[ConstructorParameter, ...], imports: Imports, runtime: str
) -> Iterator[str]:
    of_client = ("client_id", "client_secret") if _has_clients(api) else ()
    for one in parameters:
        if one.name == "token" and of_client:
            imports.add(f"{runtime}.auth.oauth", "client_of")
            given = ", ".join(f"{name}={name}" for name in ("token", "auth", *of_client))
            yield f"token=client_of(API, {given})"
        elif one.name not in of_client:
            yield f"{one.name}={one.name}"


def _has_clients(api: Api) -> bool:
    oauths = (one.oauth for one in api.credentials if one.is_fetched)
    return any(oauth is not None and oauth.by_client for oauth in oauths)


def _common_wire(credentials: tuple[Credential, ...], kind: CredentialKind) -> str:
    """Return where credentials of a kind travel; empty where that is more than one place."""
    wires = {credential.wire for credential in credentials if credential.kind is kind}
    return wires.pop() if len(wires) == 1 else ""
