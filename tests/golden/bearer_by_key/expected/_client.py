"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import AsyncToken, Auths, Token
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import (
    DEFAULT_TIMEOUT,
    ApiSettings,
    BasicLogin,
    BearerToken,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.doors import AsyncDoors, Doors

API = ApiSettings(
    name="bearer-by-key",
    package=__package__ or "",
    base_path="/apis",
    environment="BEARER_BY_KEY",
    credentials=(
        BearerToken(scheme="Bearer"),
        BasicLogin(scheme="Login"),
    ),
    security=(("Bearer",),),
)


class BearerByKey(Client):
    """Client of the Bearer token as an API key."""

    doors: Lazy[Doors] = Lazy(".resources.doors:Doors")

    def __init__(
        self,
        *,
        token: Token | None = None,
        username: str | None = None,
        password: str | None = None,
        auth: Auths | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: httpx2.BaseTransport | None = None,
        http_client: httpx2.Client | None = None,
        verify: Verify = True,
        proxy: ProxyUrl | None = None,
        limits: httpx2.Limits | None = None,
        http2: bool = False,
        max_response_bytes: int | None = None,
        strict: bool = False,
    ) -> None:
        """Connections are made when they are first needed.

        Args:
            username: Left out, `BEARER_BY_KEY_USERNAME`.
            password: Left out, `BEARER_BY_KEY_PASSWORD`.
            base_url: Where the API is; `/apis` is added to a bare origin.
        """
        super().__init__(
            API,
            token=token,
            username=username,
            password=password,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            http_client=http_client,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            max_response_bytes=max_response_bytes,
            strict=strict,
        )


class AsyncBearerByKey(AsyncClient):
    """Client of the Bearer token as an API key. Async; see :class:`BearerByKey`."""

    doors: Lazy[AsyncDoors] = Lazy(".resources.doors:AsyncDoors")

    def __init__(
        self,
        *,
        token: AsyncToken | None = None,
        username: str | None = None,
        password: str | None = None,
        auth: Auths | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
        http_client: httpx2.AsyncClient | None = None,
        verify: Verify = True,
        proxy: ProxyUrl | None = None,
        limits: httpx2.Limits | None = None,
        http2: bool = False,
        max_response_bytes: int | None = None,
        strict: bool = False,
    ) -> None:
        """Connections are made when they are first needed.

        Args:
            username: Left out, `BEARER_BY_KEY_USERNAME`.
            password: Left out, `BEARER_BY_KEY_PASSWORD`.
            base_url: Where the API is; `/apis` is added to a bare origin.
        """
        super().__init__(
            API,
            token=token,
            username=username,
            password=password,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            http_client=http_client,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            max_response_bytes=max_response_bytes,
            strict=strict,
        )
