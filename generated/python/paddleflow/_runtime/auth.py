"""How requests are authenticated: values to pass to a client. None shows its secret."""

from __future__ import annotations

import base64
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import TypeAlias

import httpx2

from .errors import CredentialsError
from .uploads import can_resend

Auth: TypeAlias = httpx2.Auth
"""Any authentication of httpx2 will do."""

Token: TypeAlias = str | Callable[[], str]
"""A bearer token, or a function that returns the current one."""

AsyncToken: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]]
"""A bearer token, or a function (async or not) that returns the current one."""


class BearerAuth(httpx2.Auth):
    """A bearer token (RFC 6750).

    A function is called for each request, so it should keep its token while that lasts. When the
    server answers 401, it is called again, and the request is sent once more if the token is new.
    """

    def __init__(self, token: AsyncToken) -> None:
        self._token = token

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        token = self._now()
        request.headers["authorization"] = f"Bearer {token}"
        response = yield request
        if not (response.status_code == 401 and callable(self._token) and can_resend(request)):
            return
        if (fresh := self._now()) != token:
            request.headers["authorization"] = f"Bearer {fresh}"
            yield request

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        token = await self._soon()
        request.headers["authorization"] = f"Bearer {token}"
        response = yield request
        if not (response.status_code == 401 and callable(self._token) and can_resend(request)):
            return
        if (fresh := await self._soon()) != token:
            request.headers["authorization"] = f"Bearer {fresh}"
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


def header_secret(secret: str, what: str) -> str:
    """Return a secret that a header can hold.

    Raises:
        CredentialsError: It has characters that no header can hold; the message does not show them.
    """
    if not (secret and secret.isascii() and secret.isprintable()):
        raise CredentialsError(f"the {what} is empty or has characters that a header cannot hold")
    return secret
