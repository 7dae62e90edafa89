"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.auth.endpoints import Endpoint
from ._runtime.batch.async_client import AsyncBatchClient
from ._runtime.batch.client import BatchClient
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.shelves import AsyncShelves, Shelves

API = ApiSettings(
    name="discovery",
    package=__package__ or "",
    version="1",
    base_url="https://library.example.com",
    batch_path="/batch",
    environment="BOOK_LIBRARY",
    headers={"X-Goog-Api-Version": "2026-01-01"},
    credentials=(
        BearerToken(scheme="oauth2", scopes=("https://www.example.com/auth/books",), google=True),
        ApiKey("key", place="query", scheme="key"),
    ),
    security=(("oauth2",), ("key",)),
    query_names="._query_names:NAMES",
)


class BookLibrary(BatchClient):
    """Lends books."""

    shelves: Lazy[Shelves] = Lazy(".resources.shelves:Shelves")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
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
        """The first call opens a connection.

        Args:
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            token: Bearer token, or a function that returns it; by default `BOOK_LIBRARY_TOKEN`
                of the environment.
            api_key: API key; by default `BOOK_LIBRARY_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `BOOK_LIBRARY_BASE_URL` of the
                environment.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often a failed request is sent again, if that is safe.
            headers: Headers of every request.
            transport: An httpx2 transport in place of the network, for example in tests.
            http_client: Your own httpx2 client; it is not closed.
            verify: An `ssl.SSLContext`, a file or folder with certificate authorities, or False
                for no check.
            proxy: Address of a proxy; by default `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` decide.
            limits: Limits of httpx2 on the number of connections.
            http2: Whether to use HTTP/2.
            max_response_bytes: Size of the largest response that is read.
            strict: Raise a `DecodeError` if a response does not fit its type.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain),
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


class AsyncBookLibrary(AsyncBatchClient):
    """Lends books. Async; see :class:`BookLibrary`."""

    shelves: Lazy[AsyncShelves] = Lazy(".resources.shelves:AsyncShelves")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
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
        """The first call opens a connection.

        Args:
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            token: Bearer token, or a function that returns it; by default `BOOK_LIBRARY_TOKEN`
                of the environment.
            api_key: API key; by default `BOOK_LIBRARY_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `BOOK_LIBRARY_BASE_URL` of the
                environment.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often a failed request is sent again, if that is safe.
            headers: Headers of every request.
            transport: An httpx2 transport in place of the network, for example in tests.
            http_client: Your own httpx2 client; it is not closed.
            verify: An `ssl.SSLContext`, a file or folder with certificate authorities, or False
                for no check.
            proxy: Address of a proxy; by default `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` decide.
            limits: Limits of httpx2 on the number of connections.
            http2: Whether to use HTTP/2.
            max_response_bytes: Size of the largest response that is read.
            strict: Raise a `DecodeError` if a response does not fit its type.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain),
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
