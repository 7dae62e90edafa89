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
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.albums import Albums, AsyncAlbums
    from .resources.drops import AsyncDrops, Drops

API = ApiSettings(
    name="encodings",
    package=__package__ or "",
    version="1",
    base_url="https://api.example.com",
    environment="ENCODINGS",
    query_names="._query_names:NAMES",
)


class Encodings(Client):
    """Client of the How the fields of forms travel."""

    drops: Lazy[Drops] = Lazy(".resources.drops:Drops")
    albums: Lazy[Albums] = Lazy(".resources.albums:Albums")

    def __init__(
        self,
        *,
        token: Token | None = None,
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
        """Connections are made when they are first needed.

        Args:
            token: Bearer token, or a function that returns it; left out, `ENCODINGS_TOKEN`.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; left out, `ENCODINGS_BASE_URL`.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often to send again what failed, where that is safe.
            headers: Headers of every request.
            transport: What stands for the network, as in tests.
            http_client: A client of httpx2 to send with; it is left open.
            verify: A context of TLS, a file or folder of authorities, or False for no check.
            proxy: Address of a proxy; left out, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` count.
            limits: How many connections there may be.
            http2: Whether to speak HTTP/2.
            max_response_bytes: The most that an answer may have.
            strict: Raise a `DecodeError` where an answer does not fit its type.
        """
        super().__init__(
            API,
            token=token,
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


class AsyncEncodings(AsyncClient):
    """Client of the How the fields of forms travel. Async; see :class:`Encodings`."""

    drops: Lazy[AsyncDrops] = Lazy(".resources.drops:AsyncDrops")
    albums: Lazy[AsyncAlbums] = Lazy(".resources.albums:AsyncAlbums")

    def __init__(
        self,
        *,
        token: AsyncToken | None = None,
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
        """Connections are made when they are first needed.

        Args:
            token: Bearer token, or a function that returns it; left out, `ENCODINGS_TOKEN`.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; left out, `ENCODINGS_BASE_URL`.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often to send again what failed, where that is safe.
            headers: Headers of every request.
            transport: What stands for the network, as in tests.
            http_client: A client of httpx2 to send with; it is left open.
            verify: A context of TLS, a file or folder of authorities, or False for no check.
            proxy: Address of a proxy; left out, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` count.
            limits: How many connections there may be.
            http2: Whether to speak HTTP/2.
            max_response_bytes: The most that an answer may have.
            strict: Raise a `DecodeError` where an answer does not fit its type.
        """
        super().__init__(
            API,
            token=token,
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
