"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import Auth
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import (
    DEFAULT_TIMEOUT,
    ApiKey,
    ApiSettings,
    Login,
    Renewal,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.doors import AsyncDoors, Doors
    from .resources.sessions import AsyncSessions, Sessions

API = ApiSettings(
    name="login",
    package=__package__ or "",
    version="1",
    base_url="https://{host}:{port}/{tenant}",
    variables={"port": 8443, "tenant": "main"},
    environment="LOGIN",
    credentials=(
        Login(
            "POST /session",
            operation_id="openSession",
            username="user",
            password="secret",
            token="session.token",
            prefix="Bearer ",
            media_type="application/x-www-form-urlencoded",
            renewal=Renewal(statuses=(400, 401), field="code", codes=("Expired",)),
            scheme="session",
        ),
        ApiKey("X-Key", place="header", scheme="key"),
    ),
    security=(),
    errors={"default": ".models:Problem"},
)


class LoginApi(Client):
    """Client of the A login."""

    sessions: Lazy[Sessions] = Lazy(".resources.sessions:Sessions")
    doors: Lazy[Doors] = Lazy(".resources.doors:Doors")

    def __init__(
        self,
        host: str | None = None,
        username: str | None = None,
        password: str | None = None,
        port: int = 8443,
        *,
        tenant: str = "main",
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
        """The first call opens a connection and logs in.

        Args:
            host: Name or address of the gate. Needed unless there is a base URL.
            username: User of the login; by default `LOGIN_USERNAME` of the environment.
            password: Password; by default `LOGIN_PASSWORD` of the environment.
            port: Part of the address of the server.
            tenant: Part of the address of the server.
            api_key: API key; by default `LOGIN_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `LOGIN_BASE_URL` of the environment.
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
            server={"host": host, "port": port, "tenant": tenant},
            username=username,
            password=password,
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


class AsyncLoginApi(AsyncClient):
    """Client of the A login. Async; see :class:`LoginApi`."""

    sessions: Lazy[AsyncSessions] = Lazy(".resources.sessions:AsyncSessions")
    doors: Lazy[AsyncDoors] = Lazy(".resources.doors:AsyncDoors")

    def __init__(
        self,
        host: str | None = None,
        username: str | None = None,
        password: str | None = None,
        port: int = 8443,
        *,
        tenant: str = "main",
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
        """The first call opens a connection and logs in.

        Args:
            host: Name or address of the gate. Needed unless there is a base URL.
            username: User of the login; by default `LOGIN_USERNAME` of the environment.
            password: Password; by default `LOGIN_PASSWORD` of the environment.
            port: Part of the address of the server.
            tenant: Part of the address of the server.
            api_key: API key; by default `LOGIN_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `LOGIN_BASE_URL` of the environment.
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
            server={"host": host, "port": port, "tenant": tenant},
            username=username,
            password=password,
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
