"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._options import RequestOptions
from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.request import Request
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.books import AsyncBooks, Books

API = ApiSettings(
    name="library",
    package=__package__ or "",
    base_url="https://library.example",
    environment="LIBRARY",
    credentials=(
        BearerToken(scheme="oauth2", scopes=("https://auth.example/books",), google=True),
        ApiKey("key", place="query", scheme="key"),
    ),
    errors={"default": ".models.books:Problem"},
    query_names="._query_names:NAMES",
)


def _ping() -> Request[str]:
    return Request("library.ping", "GET /ping", returns=str, reads="text", accept="text/plain")


class Library(Client):
    """A library of books."""

    books: Lazy[Books] = Lazy(".resources.books:Books")

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

    def ping(self, *, options: RequestOptions | None = None) -> str:
        """Ask whether the service is there."""
        return self._send(_ping(), options)


class AsyncLibrary(AsyncClient):
    """A library of books."""

    books: Lazy[AsyncBooks] = Lazy(".resources.books:AsyncBooks")

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

    async def ping(self, *, options: RequestOptions | None = None) -> str:
        """Ask whether the service is there."""
        return await self._send(_ping(), options)
