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
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.beds import AsyncBeds, Beds
    from .resources.diary import AsyncDiary, Diary
    from .resources.labels import AsyncLabels, Labels
    from .resources.operations import AsyncOperations, Operations
    from .resources.plants import AsyncPlants, Plants
    from .resources.seeds import AsyncSeeds, Seeds
    from .resources.weather import AsyncWeather, Weather

API = ApiSettings(
    name="kit",
    package=__package__ or "",
    version="1",
    base_url="https://nursery.example.com/v1",
    environment="KIT",
    errors={"409": ".models:Conflict"},
    query_names="._query_names:NAMES",
)


def _ping() -> Request[None]:
    return Request(
        "ping",
        "GET /ping",
        reads="none",
    )


class Kit(Client):
    """Plants and the beds that they stand in."""

    plants: Lazy[Plants] = Lazy(".resources.plants:Plants")
    operations: Lazy[Operations] = Lazy(".resources.operations:Operations")
    beds: Lazy[Beds] = Lazy(".resources.beds:Beds")
    labels: Lazy[Labels] = Lazy(".resources.labels:Labels")
    seeds: Lazy[Seeds] = Lazy(".resources.seeds:Seeds")
    diary: Lazy[Diary] = Lazy(".resources.diary:Diary")
    weather: Lazy[Weather] = Lazy(".resources.weather:Weather")

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
        """The first call opens a connection.

        Args:
            token: Bearer token, or a function that returns it; by default `KIT_TOKEN` of the
                environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `KIT_BASE_URL` of the environment.
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

    def ping(self, *, options: RequestOptions | None = None) -> None:
        """`GET /ping`"""
        return self._send(_ping(), options)


class AsyncKit(AsyncClient):
    """Plants and the beds that they stand in. Async; see :class:`Kit`."""

    plants: Lazy[AsyncPlants] = Lazy(".resources.plants:AsyncPlants")
    operations: Lazy[AsyncOperations] = Lazy(".resources.operations:AsyncOperations")
    beds: Lazy[AsyncBeds] = Lazy(".resources.beds:AsyncBeds")
    labels: Lazy[AsyncLabels] = Lazy(".resources.labels:AsyncLabels")
    seeds: Lazy[AsyncSeeds] = Lazy(".resources.seeds:AsyncSeeds")
    diary: Lazy[AsyncDiary] = Lazy(".resources.diary:AsyncDiary")
    weather: Lazy[AsyncWeather] = Lazy(".resources.weather:AsyncWeather")

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
        """The first call opens a connection.

        Args:
            token: Bearer token, or a function that returns it; by default `KIT_TOKEN` of the
                environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `KIT_BASE_URL` of the environment.
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

    async def ping(self, *, options: RequestOptions | None = None) -> None:
        """`GET /ping`"""
        return await self._send(_ping(), options)
