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
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.gate_operations import AsyncGateOperations, GateOperations
    from .resources.gates import AsyncGates, Gates
    from .resources.operations import AsyncOperations, Operations
    from .resources.plots import AsyncPlots, Plots

API = ApiSettings(
    name="long-running",
    package=__package__ or "",
    version="1",
    base_url="https://garden.example.com",
    batch_path="/batch",
    environment="GARDEN",
    credentials=(BearerToken(scheme="oauth2", google=True),),
    security=(("oauth2",), ()),
)


class Garden(BatchClient):
    """Plots that take time to plant."""

    plots: Lazy[Plots] = Lazy(".resources.plots:Plots")
    operations: Lazy[Operations] = Lazy(".resources.operations:Operations")
    gates: Lazy[Gates] = Lazy(".resources.gates:Gates")
    gate_operations: Lazy[GateOperations] = Lazy(".resources.gate_operations:GateOperations")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
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
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            token: Bearer token, or a function that returns it; by default `GARDEN_TOKEN` of the
                environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `GARDEN_BASE_URL` of the environment.
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


class AsyncGarden(AsyncBatchClient):
    """Plots that take time to plant. Async; see :class:`Garden`."""

    plots: Lazy[AsyncPlots] = Lazy(".resources.plots:AsyncPlots")
    operations: Lazy[AsyncOperations] = Lazy(".resources.operations:AsyncOperations")
    gates: Lazy[AsyncGates] = Lazy(".resources.gates:AsyncGates")
    gate_operations: Lazy[AsyncGateOperations] = Lazy(
        ".resources.gate_operations:AsyncGateOperations"
    )

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
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
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            token: Bearer token, or a function that returns it; by default `GARDEN_TOKEN` of the
                environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `GARDEN_BASE_URL` of the environment.
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
