"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.checks import AsyncChecks, Checks
    from .resources.stores import AsyncStores, Stores

API = ApiSettings(
    name="secrets",
    package=__package__ or "",
    base_url="https://safe.example",
    environment="SECRETS",
    credentials=(
        ApiKey("X-Safe-Key", place="header", scheme="key"),
        BearerToken(scheme="bearer"),
    ),
    security=(("key",), ("bearer",)),
)


class Secrets(Client):
    """Values that are never shown, wherever they travel."""

    checks: Lazy[Checks] = Lazy(".resources.checks:Checks")
    stores: Lazy[Stores] = Lazy(".resources.stores:Stores")

    def __init__(
        self,
        *,
        token: Token | None = None,
        api_key: str | None = None,
        auth: Auth | None = None,
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
        super().__init__(
            API,
            token=token,
            api_key=api_key,
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


class AsyncSecrets(AsyncClient):
    """Values that are never shown, wherever they travel. Async; see :class:`Secrets`."""

    checks: Lazy[AsyncChecks] = Lazy(".resources.checks:AsyncChecks")
    stores: Lazy[AsyncStores] = Lazy(".resources.stores:AsyncStores")

    def __init__(
        self,
        *,
        token: AsyncToken | None = None,
        api_key: str | None = None,
        auth: Auth | None = None,
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
        super().__init__(
            API,
            token=token,
            api_key=api_key,
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
