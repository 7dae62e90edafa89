"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx2

from . import models
from ._options import RequestOptions
from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.auth.endpoints import ClientCertificate, Endpoint
from ._runtime.batch.async_client import AsyncBatchClient
from ._runtime.batch.client import BatchClient
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.data.omission import Omit, omit
from ._runtime.requests.request import Request
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.batch_ import AsyncBatch, Batch

ServerLocation: TypeAlias = Literal["east", "elsewhere", "north", "north-harbour", "south"] | str

API = ApiSettings(
    name="server-roles",
    package=__package__ or "",
    version="1",
    base_url="https://harbour.example.com",
    regional_urls={
        "https://harbour.{location}.rep.example.com": (),
        "https://{location}.example.com": ("north-harbour",),
        "https://{location}-harbour.example.com": ("east",),
        "https://harbour.{location}.example.com": ("elsewhere",),
    },
    mtls_url="https://harbour.mtls.example.com",
    batch_path="/batch/harbour/v1",
    environment="HARBOUR",
    credentials=(
        BearerToken(scheme="oauth2", scopes=("https://auth.example.com/harbour",), google=True),
    ),
    security=(("oauth2",),),
)


def _anchor(
    body: models.ServerLocation | Mapping[str, Any] | Omit,
) -> Request[models.ServerLocation]:
    return Request(
        "harbour.anchor",
        "POST /v1/anchor",
        body=body,
        returns=models.ServerLocation,
    )


class Harbour(BatchClient):
    """Client of the Harbour."""

    batch_: Lazy[Batch] = Lazy(".resources.batch_:Batch")

    def __init__(
        self,
        *,
        location: ServerLocation | None = None,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
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
            location: Use the server of this region; see also `base_url`.
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context with it.
            token: Bearer token, or a function that returns it; by default `HARBOUR_TOKEN` of
                the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `HARBOUR_BASE_URL` of the environment.
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
            endpoint=Endpoint(location=location, universe_domain=universe_domain, cert=cert),
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

    def anchor(
        self,
        body: models.ServerLocation | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ServerLocation:
        """`POST /v1/anchor`"""
        return self._send(_anchor(body), options)


class AsyncHarbour(AsyncBatchClient):
    """Client of the Harbour. Async; see :class:`Harbour`."""

    batch_: Lazy[AsyncBatch] = Lazy(".resources.batch_:AsyncBatch")

    def __init__(
        self,
        *,
        location: ServerLocation | None = None,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
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
            location: Use the server of this region; see also `base_url`.
            universe_domain: Domain of another universe; by default
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context with it.
            token: Bearer token, or a function that returns it; by default `HARBOUR_TOKEN` of
                the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `HARBOUR_BASE_URL` of the environment.
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
            endpoint=Endpoint(location=location, universe_domain=universe_domain, cert=cert),
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

    async def anchor(
        self,
        body: models.ServerLocation | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ServerLocation:
        """`POST /v1/anchor`"""
        return await self._send(_anchor(body), options)
