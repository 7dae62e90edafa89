"""Authentication of requests, as values to pass to a client. None shows its secret."""

from __future__ import annotations

import base64
import inspect
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Mapping,
    Sequence,
)
from typing import TYPE_CHECKING, TypeAlias

import httpx2

from ..bodies.upload_streams import can_resend
from ..requests.redaction import header_secret, with_prefix
from ..requests.settings import BearerToken

if TYPE_CHECKING:
    from .login import Session

Auth: TypeAlias = httpx2.Auth | tuple[str, str]
"""Any authentication of httpx2, or user name and password for HTTP Basic."""


class TokenSource:
    """Where tokens come from: a client asks for one when it has none that holds."""

    def open(self, schemes: Iterable[BearerToken], base_url: str) -> Tokens:
        """Return the tokens of one client, of which there are none yet.

        Raises:
            ConfigurationError: The API does not say where such tokens come from.
        """
        raise NotImplementedError


class Tokens:
    """The tokens of one client and its copies."""

    schemes: frozenset[str]
    """Names of the security schemes that they satisfy."""

    def session(self, scheme: str, scopes: tuple[str, ...]) -> Session:
        """Return what has, and renews, the token of a scheme for some scopes."""
        raise NotImplementedError


GivenAuth: TypeAlias = Auth | TokenSource
"""An authentication, or where tokens come from, which ``token`` takes as well."""

Auths: TypeAlias = GivenAuth | Mapping[str, Auth]
"""One authentication, or several by the name of their security scheme."""

Token: TypeAlias = str | Callable[[], str] | TokenSource
"""A bearer token, a function that returns the current one, or where they come from."""

AsyncToken: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]] | TokenSource
"""A bearer token, a function (async or not) that returns the current one, or where they come from.
"""


_Given: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]]


class ApiAuth(httpx2.Auth):
    """An authentication that depends on the API which it is for."""

    def for_api(self, scopes: Sequence[str], universe: str) -> httpx2.Auth:
        """Return one for the scopes of an API, of a universe domain."""
        raise NotImplementedError


class BearerAuth(httpx2.Auth):
    """A bearer token (RFC 6750).

    A function is called for each request, so it should keep its token while it is valid. After a
    401, it is called again, and the request is sent once more if the token is new.
    """

    def __init__(self, token: _Given) -> None:
        self._token = token

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        token = self._now()
        request.headers["authorization"] = with_prefix("Bearer ", token)
        response = yield request
        if not (response.status_code == 401 and callable(self._token) and can_resend(request)):
            return
        if (fresh := self._now()) != token:
            request.headers["authorization"] = with_prefix("Bearer ", fresh)
            yield request

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        token = await self._soon()
        request.headers["authorization"] = with_prefix("Bearer ", token)
        response = yield request
        if not (response.status_code == 401 and callable(self._token) and can_resend(request)):
            return
        if (fresh := await self._soon()) != token:
            request.headers["authorization"] = with_prefix("Bearer ", fresh)
            yield request

    def _now(self) -> str:
        token = self._token() if callable(self._token) else self._token
        if isinstance(token, str):
            return header_secret(token, "token")
        if inspect.iscoroutine(token):
            token.close()
        raise TypeError("an async token function needs the async client")

    async def _soon(self) -> str:
        token = self._token() if callable(self._token) else self._token
        return header_secret(token if isinstance(token, str) else await token, "token")


class BasicAuth(httpx2.Auth):
    """A user name and a password (RFC 7617)."""

    def __init__(self, username: str, password: str) -> None:
        pair = f"{username}:{password}".encode()
        self._header = f"Basic {base64.b64encode(pair).decode('ascii')}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        request.headers["authorization"] = self._header
        yield request
