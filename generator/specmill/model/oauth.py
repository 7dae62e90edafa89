"""OAuth 2.0 and OpenID Connect: how a security scheme says that tokens are got."""

from __future__ import annotations

from enum import StrEnum

from specmill.values import dataclass


class FlowKind(StrEnum):
    """A flow of OAuth 2.0, as OpenAPI calls it (OAuth Flows Object)."""

    IMPLICIT = "implicit"
    PASSWORD = "password"  # noqa: S105 - a flow
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
