"""OAuth 2.0 and OpenID Connect: access tokens that a client finds the server of, and fetches.

``token=ClientCredentials(…)``: a client asks for a token when a call first needs it, keeps it until
shortly before it expires, and asks anew, once, when the API refuses it.
"""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypeVar
from urllib.parse import quote_plus

import httpx2

from ..data.json_shapes import is_array, is_object
from ..errors.api_errors import ConfigurationError, CredentialsError
from ..records import dataclass
from ..requests.environment import variable
from ..requests.forks import renew_in_children
from ..requests.redaction import Secret, header_secret
from ..requests.request import Request
from ..requests.settings import ApiSettings, BearerToken, Renewal
from .auth import Auths, Tokens, TokenSource
from .login import Session

T = TypeVar("T")

ClientAuth: TypeAlias = Literal["basic", "post"]
"""How a client says who it is: in a header, or in the form (RFC 6749, section 2.3.1)."""

LONGEST_LEEWAY = 60.0
"""Seconds before its end from which a token is replaced; a tenth of its time if that is less."""

_SECRETS = ("client_secret", "password", "refresh_token")
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class OAuth2(BearerToken):
    """A security scheme whose tokens a client can fetch; addresses may be relative to the API's."""

    client_credentials: str = ""
    """Where the client credentials flow gets its tokens."""
    password: str = ""
    """Where the password flow gets its tokens."""
    refresh: str = ""
    """Where a refresh token gets another access token."""
    discovery: str = ""
    """Where OpenID Connect says the address for all of them."""


class _Grant(TokenSource):
    """What a client shows to get a token."""

    _flow: Literal["client_credentials", "password", "refresh"]

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        scopes: Sequence[str] | None = None,
        token_url: str = "",
        client_auth: ClientAuth | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        self.client_id = client_id
        self.client_secret = Secret(client_secret)
        self.scopes = None if scopes is None else tuple(scopes)
        self.token_url = token_url
        self.client_auth: ClientAuth | None = client_auth
        self.parameters = dict(parameters or {})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def form(self) -> dict[str, str]:
        """Return the fields of a request for a token that are those of this flow alone."""
        raise NotImplementedError

    def take(self, answer: Mapping[Any, Any]) -> None:
        """Keep what the next request for a token needs of an answer."""

    def open(self, schemes: Iterable[BearerToken], base_url: str) -> Tokens:
        """Return the tokens of one client, of which there are none yet.

        Raises:
            ConfigurationError: No scheme of the API has this flow, and there is no ``token_url``.
        """
        found: dict[str, tuple[str, str]] = {}
        for scheme in schemes:
            known = scheme if isinstance(scheme, OAuth2) else OAuth2()
            token_url = self.token_url or getattr(known, self._flow)
            if token_url or known.discovery:
                discovery = "" if token_url else known.discovery
                found[scheme.scheme] = (_joined(base_url, token_url), _joined(base_url, discovery))
        if not found:
            raise ConfigurationError(
                f"the API has no flow for {type(self).__name__}: give it a token_url"
            )
        return _Tokens(self, found)


class ClientCredentials(_Grant):
    """Tokens for the client itself (RFC 6749, section 4.4).

    By default ``scopes`` are those of each operation, and ``token_url`` is that of the spec.
    ``client_auth`` is ``"basic"`` by default, or ``"post"`` if OpenID Connect says so.
    ``parameters`` are further fields of the token request, such as an ``audience``.
    """

    _flow = "client_credentials"

    def form(self) -> dict[str, str]:
        return {"grant_type": "client_credentials"}


class PasswordGrant(_Grant):
    """Tokens for the name and password of a user (RFC 6749, section 4.3).

    The other arguments are those of :class:`ClientCredentials`. A public client has no secret.
    """

    _flow = "password"

    def __init__(
        self,
        username: str,
        password: str,
        *,
        client_id: str = "",
        client_secret: str = "",
        scopes: Sequence[str] | None = None,
        token_url: str = "",
        client_auth: ClientAuth | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(
            client_id,
            client_secret,
            scopes=scopes,
            token_url=token_url,
            client_auth=client_auth,
            parameters=parameters,
        )
        self._username = username
        self._password = Secret(password)

    def form(self) -> dict[str, str]:
        return {
            "grant_type": "password",
            "username": self._username,
            "password": self._password,
        }


class RefreshToken(_Grant):
    """Tokens for a refresh token (RFC 6749, section 6).

    If the server sends a new refresh token, ``on_new`` is called with it, so you can store it. The
    other arguments are those of :class:`ClientCredentials`; scopes are those of the authorization.
    """

    _flow = "refresh"

    def __init__(
        self,
        refresh_token: str,
        *,
        client_id: str = "",
        client_secret: str = "",
        token_url: str = "",
        client_auth: ClientAuth | None = None,
        parameters: Mapping[str, str] | None = None,
        on_new: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(
            client_id,
            client_secret,
            scopes=(),
            token_url=token_url,
            client_auth=client_auth,
            parameters=parameters,
        )
        self._token = Secret(refresh_token)
        self._on_new = on_new

    def form(self) -> dict[str, str]:
        return {"grant_type": "refresh_token", "refresh_token": self._token}

    def take(self, answer: Mapping[Any, Any]) -> None:
        token = answer.get("refresh_token")
        if isinstance(token, str) and token and token != self._token:
            self._token = Secret(token)
            if self._on_new is not None:
                self._on_new(token)


class _Tokens(Tokens):
    """The tokens that a grant gets, one for each address and set of scopes."""

    def __init__(self, grant: _Grant, places: Mapping[str, tuple[str, str]]) -> None:
        self.schemes = frozenset(places)
        self._grant = grant
        self._places = places
        self._sessions: dict[tuple[str, str, tuple[str, ...]], _TokenSession] = {}
        self.after_fork()
        renew_in_children(self)

    def after_fork(self) -> None:
        """Take a lock that no thread of another process holds."""
        self._lock = threading.Lock()

    def session(self, scheme: str, scopes: tuple[str, ...]) -> Session:
        given = self._grant.scopes
        key = (*self._places[scheme], scopes if given is None else given)
        with self._lock:
            return self._sessions.setdefault(key, _TokenSession(self._grant, *key))


class _TokenSession(Session):
    """One access token."""

    def __init__(
        self, grant: _Grant, token_url: str, discovery: str, scopes: tuple[str, ...]
    ) -> None:
        super().__init__("authorization", "Bearer ", Renewal())
        self._grant = grant
        self._token_url = token_url
        self._discovery = discovery
        self._client_auth: ClientAuth = grant.client_auth or "basic"
        self._scopes = scopes
        self._stale_from = 0.0
        """When the token is to be replaced, as :func:`time.monotonic` tells the time."""

    def is_stale(self, refused: str | None) -> bool:
        return super().is_stale(refused) or time.monotonic() >= self._stale_from

    def request(self) -> Request[Any]:
        """Return the request for a token, or that for the address where tokens are."""
        if self._token_url:
            return self._token_request()
        return Request(
            "OpenID Connect discovery",
            "GET",
            address=self._discovery,
            obtains_token=True,
            security=(),
        )

    def accept(self, answer: Any) -> Request[Any] | None:
        """Take an address, or a token (RFC 6749, section 5.1).

        Raises:
            CredentialsError: The answer has neither, or a token of a kind that is not known.
        """
        if not self._token_url:
            self._find(answer)
            return self._token_request()
        token = answer.get("access_token") if is_object(answer) else None
        if not isinstance(token, str):
            raise CredentialsError(f"{_TOKEN}: the answer has no access_token")
        kind = answer.get("token_type") or "bearer"
        if str(kind).lower() != "bearer":
            raise CredentialsError(f"{_TOKEN}: a token of type {kind!r} cannot be sent")
        lasts = _seconds(answer.get("expires_in"))
        self._stale_from = time.monotonic() + lasts - min(LONGEST_LEEWAY, lasts / 10)
        self._grant.take(answer)
        self.token = Secret(header_secret(token, "token"))
        return None

    def _find(self, answer: Any) -> None:
        """Take the address of the tokens (OpenID Connect Discovery, section 3)."""
        address = answer.get("token_endpoint") if is_object(answer) else None
        if not (isinstance(address, str) and "://" in address):
            raise CredentialsError("OpenID Connect discovery: the answer has no token_endpoint")
        methods = answer.get("token_endpoint_auth_methods_supported")
        known = tuple(methods) if is_array(methods) else ()
        posts = "client_secret_post" in known and "client_secret_basic" not in known
        if self._grant.client_auth is None and posts:
            self._client_auth = "post"
        self._token_url = address

    def _token_request(self) -> Request[Any]:
        grant = self._grant
        form = {**grant.form(), **grant.parameters}
        if self._scopes:
            form["scope"] = " ".join(self._scopes)
        headers: dict[str, str] = {}
        if grant.client_secret and self._client_auth == "basic":
            pair = f"{quote_plus(grant.client_id)}:{quote_plus(grant.client_secret)}"
            coded = base64.b64encode(pair.encode()).decode("ascii")
            headers["authorization"] = f"Basic {coded}"
        else:
            form |= {"client_id": grant.client_id} if grant.client_id else {}
            form |= {"client_secret": grant.client_secret} if grant.client_secret else {}
        return Request(
            _TOKEN,
            "POST",
            address=self._token_url,
            obtains_token=True,
            security=(),
            headers=headers,
            body=form,
            media_type=_FORM,
            secrets=_SECRETS,
        )


_TOKEN = "OAuth 2.0 token"  # noqa: S105 - what a request is called


def client_of(
    settings: ApiSettings,
    *,
    token: T | None,
    auth: Auths | None,
    client_id: str | None,
    client_secret: str | None,
) -> T | ClientCredentials | None:
    """Return the caller's token, else what fetches one for a client, the environment's if need be.

    That is ``…_CLIENT_ID`` and ``…_CLIENT_SECRET``, unless there is a token or an auth.

    Raises:
        ConfigurationError: There are both a client and a token.
        CredentialsError: There is one of id and secret alone.
    """
    given = client_id is not None or client_secret is not None
    if given and token is not None:
        raise ConfigurationError("client_id and token exclude each other")
    if not given and (token is not None or auth is not None or _set(settings, "token")):
        return token
    client_id = _set(settings, "client_id") if client_id is None else client_id
    client_secret = _set(settings, "client_secret") if client_secret is None else client_secret
    if client_id is None and client_secret is None:
        return None
    if not client_id or not client_secret:
        raise CredentialsError("a client has both client_id and client_secret")
    return ClientCredentials(client_id, client_secret)


def _set(settings: ApiSettings, argument: str) -> str | None:
    return variable(settings, argument)[1]


def _joined(base_url: str, address: str) -> str:
    """Return an address that may be relative to the base URL, which counts as a folder.

    Raises:
        ConfigurationError: There is no base URL that it could be relative to.
    """
    if not address or "://" in address:
        return address
    if not base_url:
        raise ConfigurationError(f"{address} is relative to the base URL, which is missing")
    return str(httpx2.URL(f"{base_url}/").join(address))


def _seconds(lifetime: Any) -> float:
    """Read ``expires_in``; a token without it is kept until it is refused."""
    try:
        return float(lifetime)
    except (TypeError, ValueError, OverflowError):
        return float("inf")
