"""Credentials: security schemes as callers see them, OAuth 2.0, OpenID Connect and logins."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.models import Docs
from specmill.model.parameters import ParameterPlace
from specmill.values import dataclass


class FlowKind(StrEnum):
    """A flow of OAuth 2.0, as OpenAPI calls it (OAuth Flows Object)."""

    IMPLICIT = "implicit"
    PASSWORD = "password"
    CLIENT_CREDENTIALS = "clientCredentials"
    AUTHORIZATION_CODE = "authorizationCode"
    DEVICE_AUTHORIZATION = "deviceAuthorization"


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """One flow; addresses may be relative to the server, and are empty where there are none."""

    kind: FlowKind
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_url: str = ""


@dataclass(frozen=True, slots=True)
class OAuth:
    """What a security scheme says of tokens."""

    flows: tuple[OAuthFlow, ...] = ()
    discovery: str = ""
    """Where OpenID Connect says the rest."""
    metadata: str = ""
    """Where OAuth 2.0 says the rest (RFC 8414)."""

    def token_url(self, *kinds: FlowKind) -> str:
        """Return where the first flow of some kinds gets its tokens; empty without one."""
        found = (flow.token_url for kind in kinds for flow in self.flows if flow.kind is kind)
        return next((url for url in found if url), "")

    @property
    def refresh_url(self) -> str:
        """Where a refresh token gets an access token (RFC 6749, section 6); may be empty."""
        own = (flow.refresh_url for flow in self.flows if flow.refresh_url)
        return next(own, "") or self.token_url(
            FlowKind.AUTHORIZATION_CODE, FlowKind.DEVICE_AUTHORIZATION, FlowKind.PASSWORD
        )

    @property
    def by_client(self) -> bool:
        """Whether a client gets tokens by its own id and secret."""
        return bool(self.discovery or self.token_url(FlowKind.CLIENT_CREDENTIALS))

    @property
    def by_password(self) -> bool:
        """Whether a client gets tokens by the name and the password of a user."""
        return bool(self.discovery or self.token_url(FlowKind.PASSWORD))

    @property
    def by_refresh_token(self) -> bool:
        """Whether a client gets tokens by a refresh token."""
        return bool(self.discovery or self.refresh_url)


class CredentialKind(StrEnum):
    """What a security scheme asks of the caller."""

    TOKEN = "token"
    API_KEY = "api-key"
    BASIC = "basic"
    LOGIN = "login"
    CERTIFICATE = "certificate"
    OTHER = "other"
    """Another scheme of HTTP, which the caller's own code knows."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Which answers ask for a new login: those with one of the statuses and one of the codes."""

    statuses: tuple[int, ...] = (401,)
    field: str = ""
    """Where the body of the answer holds the code, dots between names; empty for any body."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Login:
    """The request whose answer holds the value of a header."""

    operation: str
    """Id of the operation."""
    method: str
    path: str
    username: str
    """Wire name in the body."""
    password: str
    """Wire name in the body."""
    token: str
    """Where the answer holds the token, dots between names."""
    media_type: str = "application/json"
    prefix: str = ""
    """What stands before the token in the header."""
    renewal: Renewal = Renewal()
    server: str = ""
    """Base URL of the login alone; empty when the API's own applies."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A security scheme in the words of a caller."""

    scheme: str
    """Name of the security scheme in the spec."""
    kind: CredentialKind
    place: ParameterPlace = ParameterPlace.HEADER
    wire: str = "Authorization"
    scopes: tuple[tuple[str, str], ...] = ()
    """OAuth 2.0 scopes with their descriptions."""
    google: bool = False
    """Google's OAuth 2.0: application-default credentials work."""
    docs: Docs = Docs()
    login: Login | None = None
    """How to get it, for the kind of that name."""
    oauth: OAuth | None = None
    """How to get a token, where the spec says so."""
    http_scheme: str = ""
    """Name of the scheme in the header, for other schemes of HTTP."""

    @property
    def is_fetched(self) -> bool:
        """Whether clients can fetch its tokens; for Google's there is code of its own."""
        oauth = None if self.google else self.oauth
        return oauth is not None and (
            oauth.by_client or oauth.by_password or oauth.by_refresh_token
        )
