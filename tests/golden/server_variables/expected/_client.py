"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import httpx2

from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.things import AsyncThings, Things

API = ApiSettings(
    name="server-variables",
    package=__package__ or "",
    version="1",
    base_url="{protocol}://{host}:{port}/{base_path}/{max-age}/{timeout}/{version}",
    variables={
        "protocol": "https",
        "host": "localhost",
        "port": 8443,
        "base_path": "",
        "max-age": 60,
        "timeout": "soon",
        "version": "01",
    },
    environment="SERVER_VARIABLES",
)


class ServerVariables(Client):
    """Client of the Server variables."""

    things: Lazy[Things] = Lazy(".resources.things:Things")

    def __init__(
        self,
        *,
        protocol: Literal["https", "http"] | str = "https",
        host: str = "localhost",
        port: Literal[8443, 443] | int = 8443,
        base_path: str = "",
        max_age: int = 60,
        server_timeout: str = "soon",
        version: str = "01",
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
            protocol: How to talk to it.
            host: Where it runs.
            port: Part of the address of the server.
            base_path: Part of the address of the server.
            max_age: Part of the address of the server.
            server_timeout: Its name is taken.
            version: Part of the address of the server.
            token: Bearer token, or a function that returns it; by default
                `SERVER_VARIABLES_TOKEN` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `SERVER_VARIABLES_BASE_URL` of the
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
            server={
                "protocol": protocol,
                "host": host,
                "port": port,
                "base_path": base_path,
                "max-age": max_age,
                "timeout": server_timeout,
                "version": version,
            },
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


class AsyncServerVariables(AsyncClient):
    """Client of the Server variables. Async; see :class:`ServerVariables`."""

    things: Lazy[AsyncThings] = Lazy(".resources.things:AsyncThings")

    def __init__(
        self,
        *,
        protocol: Literal["https", "http"] | str = "https",
        host: str = "localhost",
        port: Literal[8443, 443] | int = 8443,
        base_path: str = "",
        max_age: int = 60,
        server_timeout: str = "soon",
        version: str = "01",
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
            protocol: How to talk to it.
            host: Where it runs.
            port: Part of the address of the server.
            base_path: Part of the address of the server.
            max_age: Part of the address of the server.
            server_timeout: Its name is taken.
            version: Part of the address of the server.
            token: Bearer token, or a function that returns it; by default
                `SERVER_VARIABLES_TOKEN` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `SERVER_VARIABLES_BASE_URL` of the
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
            server={
                "protocol": protocol,
                "host": host,
                "port": port,
                "base_path": base_path,
                "max-age": max_age,
                "timeout": server_timeout,
                "version": version,
            },
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
