"""Logins (``x-specmill-login``): security schemes whose secret an operation answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.media_types import preferred
from specmill.lower.security.servers import operation_server
from specmill.model.credentials import Credential, CredentialKind, Login, Renewal
from specmill.model.parameters import ParameterPlace
from specmill.values import replace

_EXTENSION = "x-specmill-login"


def with_logins(credentials: Iterable[Credential], document: Document) -> tuple[Credential, ...]:
    """Return the credentials, those that a login gives with how to log in.

    Raises:
        SpecmillError: What a scheme says of its login cannot be done.
    """
    schemes = document.root.get("components", {}).get("securitySchemes", {})

    def lower(credential: Credential) -> Credential:
        scheme = schemes[credential.scheme]
        known = _EXTENSION in scheme
        return _with_login(credential, scheme[_EXTENSION], document) if known else credential

    return tuple(lower(credential) for credential in credentials)


def _with_login(credential: Credential, node: Any, document: Document) -> Credential:
    def refuse(why: str) -> SpecmillError:
        pointer = f"/components/securitySchemes/{credential.scheme}/{_EXTENSION}"
        return fail(f"the login of {credential.scheme!r} {why}", location=document.locate(pointer))

    if not isinstance(node, dict):
        raise refuse("is not an object")
    for key in ("operation", "username", "password", "token"):
        if not isinstance(node.get(key), str):
            raise refuse(f"does not say its {key}")
    if credential.kind is CredentialKind.BASIC or credential.place is not ParameterPlace.HEADER:
        raise refuse("is for a credential outside of headers")
    sources = {source.id: source for source in document.operations()}
    source = sources.get(node["operation"])
    if source is None:
        raise refuse(f"names {node['operation']!r}, which is no operation")
    path = str(source.node.get("x-specmill-path", source.path))
    if "{" in path:
        raise refuse("has a path with parameters")
    login = Login(
        operation=source.id,
        method=source.http_method,
        path=path,
        media_type=_media_type(source, document),
        username=node["username"],
        password=node["password"],
        token=node["token"],
        prefix="Bearer " if credential.kind is CredentialKind.TOKEN else "",
        renewal=_renewal(node.get("renew")),
        server=operation_server(source),
    )
    return replace(credential, kind=CredentialKind.LOGIN, login=login)


def _media_type(source: SourceOperation, document: Document) -> str:
    body, _ = document.follow(source.node.get("requestBody", {}), "")
    return preferred(body["content"]) if body.get("content") else "application/json"


def _renewal(node: Any) -> Renewal:
    if not isinstance(node, dict):
        return Renewal()
    return Renewal(
        statuses=tuple(node.get("status", Renewal().statuses)),
        field=str(node.get("field", "")),
        codes=tuple(str(code) for code in node.get("codes", ())),
    )
