"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import AsyncToken, Auths, Token
from ._runtime.auth.endpoints import ClientCertificate, Endpoint
from ._runtime.auth.oauth import OAuth2, client_of
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import (
    DEFAULT_TIMEOUT,
    ApiKey,
    ApiSettings,
    BasicLogin,
    BearerToken,
    Certificate,
    OtherScheme,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.doors import AsyncDoors, Doors

API = ApiSettings(
    name="security",
    package=__package__ or "",
    version="1",
    base_url="https://api.example.com",
    environment="SECURITY",
    credentials=(
        BearerToken(scheme="bearer"),
        BasicLogin(scheme="basic"),
        ApiKey("X-Key", place="header", scheme="headerKey"),
        ApiKey("key", place="query", scheme="queryKey"),
        ApiKey("key", place="cookie", scheme="cookieKey"),
        OAuth2(
            scheme="oauth",
            scopes=(
                "read",
                "write",
            ),
            client_credentials="https://auth.example.com/token",
        ),
        BearerToken(
            scheme="google", scopes=("https://www.googleapis.com/auth/thing",), google=True
        ),
        Certificate(scheme="certificate"),
        OtherScheme(scheme="digest"),
        OAuth2(scheme="people", scopes=("read",), password="/token", refresh="/token"),
        OAuth2(
            scheme="openid", discovery="https://auth.example.com/.well-known/openid-configuration"
        ),
    ),
    security=(("bearer",), ("headerKey",)),
)


class Security(Client):
    """Client of the Security schemes."""

    doors: Lazy[Doors] = Lazy(".resources.doors:Doors")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
        token: Token | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        api_key: str | Mapping[str, str] | None = None,
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
        """The first call opens a connection and fetches a token.

        Args:
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context with it.
            token: Bearer token, or a function that returns it; by default `SECURITY_TOKEN` of
                the environment.
            client_id: Id of the client; by default `SECURITY_CLIENT_ID` of the environment.
            client_secret: Secret of the client; by default `SECURITY_CLIENT_SECRET` of the
                environment.
            username: User of HTTP Basic; by default `SECURITY_USERNAME` of the environment.
            password: Password; by default `SECURITY_PASSWORD` of the environment.
            api_key: API key, or a mapping from names of schemes to keys; by default
                `SECURITY_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `SECURITY_BASE_URL` of the environment.
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
            token=client_of(
                API, token=token, auth=auth, client_id=client_id, client_secret=client_secret
            ),
            username=username,
            password=password,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain, cert=cert),
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


class AsyncSecurity(AsyncClient):
    """Client of the Security schemes. Async; see :class:`Security`."""

    doors: Lazy[AsyncDoors] = Lazy(".resources.doors:AsyncDoors")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
        token: AsyncToken | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        api_key: str | Mapping[str, str] | None = None,
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
        """The first call opens a connection and fetches a token.

        Args:
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context with it.
            token: Bearer token, or a function that returns it; by default `SECURITY_TOKEN` of
                the environment.
            client_id: Id of the client; by default `SECURITY_CLIENT_ID` of the environment.
            client_secret: Secret of the client; by default `SECURITY_CLIENT_SECRET` of the
                environment.
            username: User of HTTP Basic; by default `SECURITY_USERNAME` of the environment.
            password: Password; by default `SECURITY_PASSWORD` of the environment.
            api_key: API key, or a mapping from names of schemes to keys; by default
                `SECURITY_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `SECURITY_BASE_URL` of the environment.
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
            token=client_of(
                API, token=token, auth=auth, client_id=client_id, client_secret=client_secret
            ),
            username=username,
            password=password,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain, cert=cert),
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
