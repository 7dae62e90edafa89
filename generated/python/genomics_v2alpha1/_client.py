"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.auth.endpoints import ClientCertificate, Endpoint
from ._runtime.batch.async_client import AsyncBatchClient
from ._runtime.batch.client import BatchClient
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.pipelines import AsyncPipelines, Pipelines
    from .resources.projects import AsyncProjects, Projects
    from .resources.workers import AsyncWorkers, Workers

API = ApiSettings(
    name="genomics",
    package=__package__ or "",
    base_url="https://genomics.googleapis.com",
    mtls_url="https://genomics.mtls.googleapis.com",
    batch_path="/batch",
    environment="GENOMICS",
    credentials=(
        BearerToken(
            scheme="oauth2",
            scopes=(
                "https://www.googleapis.com/auth/cloud-platform",
                "https://www.googleapis.com/auth/genomics",
            ),
            google=True,
        ),
        ApiKey("key", place="query", scheme="key"),
    ),
    security=(("oauth2",), ("key",)),
)


class Genomics(BatchClient):
    """Run pipelines of Docker containers on Compute Engine machines and follow them as
    operations.
    """

    pipelines: Lazy[Pipelines] = Lazy(".resources.pipelines:Pipelines")
    projects: Lazy[Projects] = Lazy(".resources.projects:Projects")
    workers: Lazy[Workers] = Lazy(".resources.workers:Workers")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
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
        """Choose the server.

        Args:
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context that has
                it.
        """
        super().__init__(
            API,
            token=token,
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


class AsyncGenomics(AsyncBatchClient):
    """Run pipelines of Docker containers on Compute Engine machines and follow them as
    operations. Async; see :class:`Genomics`.
    """

    pipelines: Lazy[AsyncPipelines] = Lazy(".resources.pipelines:AsyncPipelines")
    projects: Lazy[AsyncProjects] = Lazy(".resources.projects:AsyncProjects")
    workers: Lazy[AsyncWorkers] = Lazy(".resources.workers:AsyncWorkers")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        cert: ClientCertificate | None = None,
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
        """Choose the server.

        Args:
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context that has
                it.
        """
        super().__init__(
            API,
            token=token,
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
