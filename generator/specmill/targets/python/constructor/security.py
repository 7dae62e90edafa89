"""Security settings of the runtime, made from security schemes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.model.api import Api
from specmill.model.credentials import Credential, CredentialKind, FlowKind, Login, Renewal
from specmill.model.parameters import ParameterPlace
from specmill.targets.python.imports import Imports
from specmill.targets.python.spelling import literal

_CLASSES: Mapping[CredentialKind, str] = {
    CredentialKind.BASIC: "BasicLogin",
    CredentialKind.OTHER: "OtherScheme",
    CredentialKind.TOKEN: "BearerToken",
    CredentialKind.API_KEY: "ApiKey",
    CredentialKind.LOGIN: "Login",
    CredentialKind.CERTIFICATE: "Certificate",
}
"""Classes of the runtime."""


def security_settings(api: Api, imports: Imports, runtime: str) -> Iterator[str]:
    """Yield the arguments of ``ApiSettings`` that speak of security."""
    credentials = [_credential(credential, imports, runtime) for credential in api.credentials]
    if credentials:
        yield f"credentials=({', '.join(credentials)},)"
    if api.security is not None:
        yield f"security={api.security!r}"


def _credential(credential: Credential, imports: Imports, runtime: str) -> str:
    cls = _CLASSES[credential.kind]
    scheme = f"scheme={literal(credential.scheme)}"
    if credential.is_fetched:
        imports.add(f"{runtime}.auth.oauth", "OAuth2")
        return f"OAuth2({', '.join((scheme, *_scopes(credential), *_flows(credential)))})"
    imports.add(f"{runtime}.requests.settings", cls)
    if credential.kind is CredentialKind.API_KEY:
        place = credential.place if credential.place is not ParameterPlace.PATH else "header"
        return f"ApiKey({literal(credential.wire)}, place={literal(str(place))}, {scheme})"
    if credential.login is not None:
        if credential.login.renewal != Renewal():
            imports.add(f"{runtime}.requests.settings", "Renewal")
        return f"Login({', '.join(_login(credential.login, credential.wire))}, {scheme})"
    google = ["google=True"] if credential.google else []
    return f"{cls}({', '.join((scheme, *_scopes(credential), *google))})"


def _scopes(credential: Credential) -> Iterator[str]:
    if credential.scopes:
        yield f"scopes=({''.join(f'{literal(scope)}, ' for scope, _ in credential.scopes)})"


def _flows(credential: Credential) -> Iterator[str]:
    oauth = credential.oauth
    if oauth is None:
        return
    urls = {
        "client_credentials": oauth.token_url(FlowKind.CLIENT_CREDENTIALS),
        "password": oauth.token_url(FlowKind.PASSWORD),
        "refresh": oauth.refresh_url,
        "discovery": oauth.discovery,
    }
    yield from (f"{keyword}={literal(url)}" for keyword, url in urls.items() if url)


def _login(login: Login, header: str) -> Iterator[str]:
    yield literal(f"{login.method} {login.path}")
    yield f"operation_id={literal(login.operation)}"
    for keyword in ("username", "password", "token"):
        yield f"{keyword}={literal(getattr(login, keyword))}"
    if header != "Authorization":
        yield f"header={literal(header)}"
    if login.prefix:
        yield f"prefix={literal(login.prefix)}"
    if login.media_type != "application/json":
        yield f"media_type={literal(login.media_type)}"
    renewal = login.renewal
    if renewal != Renewal():
        told = f", field={literal(renewal.field)}, codes={renewal.codes!r}"
        yield f"renewal=Renewal(statuses={renewal.statuses!r}{told if renewal.field else ''})"
    if login.server:
        yield f"server={literal(login.server)}"
