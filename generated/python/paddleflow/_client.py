"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import httpx2

from . import models
from ._options import RequestOptions
from ._runtime.auth.auth import Auth
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.request import Request
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Login, Renewal, Timeout

if TYPE_CHECKING:
    from .resources.artifacts import Artifacts, AsyncArtifacts
    from .resources.caches import AsyncCaches, Caches
    from .resources.clusters import AsyncClusters, Clusters
    from .resources.flavours import AsyncFlavours, Flavours
    from .resources.fs import AsyncFs, Fs
    from .resources.grants import AsyncGrants, Grants
    from .resources.jobs import AsyncJobs, Jobs
    from .resources.links import AsyncLinks, Links
    from .resources.logs import AsyncLogs, Logs
    from .resources.pipeline_versions import AsyncPipelineVersions, PipelineVersions
    from .resources.pipelines import AsyncPipelines, Pipelines
    from .resources.queues import AsyncQueues, Queues
    from .resources.resource_pools import AsyncResourcePools, ResourcePools
    from .resources.runs import AsyncRuns, Runs
    from .resources.schedules import AsyncSchedules, Schedules
    from .resources.statistics import AsyncStatistics, Statistics
    from .resources.users import AsyncUsers, Users

API = ApiSettings(
    name="paddleflow",
    package=__package__ or "",
    base_url="http://{host}:{port}",
    variables={"port": 8999},
    environment="PADDLEFLOW",
    credentials=(
        Login(
            "POST /api/paddleflow/v1/login",
            operation_id="login",
            username="username",
            password="password",
            token="authorization",
            header="x-pf-authorization",
            renewal=Renewal(
                statuses=(400,),
                field="code",
                codes=("AuthWithoutToken", "AuthInvalidToken", "AuthFailed"),
            ),
            scheme="token",
        ),
    ),
    security=(("token",),),
    errors={"default": ".models:ErrorEnvelope"},
    error_code="code",
    error_message="message",
)


def _login(body: models.LoginRequest | Mapping[str, Any]) -> Request[models.LoginResponse]:
    return Request(
        "login",
        "POST /api/paddleflow/v1/login",
        secrets=("password",),
        body=body,
        returns=models.LoginResponse,
        security=(),
    )


def _get_version() -> Request[models.VersionInfo]:
    return Request(
        "get_version",
        "GET /api/paddleflow/v1/version",
        returns=models.VersionInfo,
    )


class PaddleFlow(Client):
    """Queues, storage and workflows on compute clusters."""

    users: Lazy[Users] = Lazy(".resources.users:Users")
    grants: Lazy[Grants] = Lazy(".resources.grants:Grants")
    queues: Lazy[Queues] = Lazy(".resources.queues:Queues")
    flavours: Lazy[Flavours] = Lazy(".resources.flavours:Flavours")
    fs: Lazy[Fs] = Lazy(".resources.fs:Fs")
    links: Lazy[Links] = Lazy(".resources.links:Links")
    runs: Lazy[Runs] = Lazy(".resources.runs:Runs")
    caches: Lazy[Caches] = Lazy(".resources.caches:Caches")
    artifacts: Lazy[Artifacts] = Lazy(".resources.artifacts:Artifacts")
    pipelines: Lazy[Pipelines] = Lazy(".resources.pipelines:Pipelines")
    pipeline_versions: Lazy[PipelineVersions] = Lazy(
        ".resources.pipeline_versions:PipelineVersions"
    )
    schedules: Lazy[Schedules] = Lazy(".resources.schedules:Schedules")
    clusters: Lazy[Clusters] = Lazy(".resources.clusters:Clusters")
    logs: Lazy[Logs] = Lazy(".resources.logs:Logs")
    statistics: Lazy[Statistics] = Lazy(".resources.statistics:Statistics")
    jobs: Lazy[Jobs] = Lazy(".resources.jobs:Jobs")
    resource_pools: Lazy[ResourcePools] = Lazy(".resources.resource_pools:ResourcePools")

    def __init__(
        self,
        host: str | None = None,
        username: str | None = None,
        password: str | None = None,
        port: int = 8999,
        *,
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
        """Connections are made, and the login is sent, when they are first needed.

        Args:
            host: Needed unless there is a base URL.
            username: Who logs in; left out, `PADDLEFLOW_USERNAME`.
            password: Left out, `PADDLEFLOW_PASSWORD`.
        """
        super().__init__(
            API,
            server={"host": host, "port": port},
            username=username,
            password=password,
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

    def login(
        self,
        body: models.LoginRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.LoginResponse:
        """Log in. Error codes: `MalformedJSON` (400), `UserNotExist` (400), `AuthFailed` (400)."""
        return self._send(_login(body), options)

    def get_version(self, *, options: RequestOptions | None = None) -> models.VersionInfo:
        """Get the version of the server."""
        return self._send(_get_version(), options)


class AsyncPaddleFlow(AsyncClient):
    """Queues, storage and workflows on compute clusters. Async; see :class:`PaddleFlow`."""

    users: Lazy[AsyncUsers] = Lazy(".resources.users:AsyncUsers")
    grants: Lazy[AsyncGrants] = Lazy(".resources.grants:AsyncGrants")
    queues: Lazy[AsyncQueues] = Lazy(".resources.queues:AsyncQueues")
    flavours: Lazy[AsyncFlavours] = Lazy(".resources.flavours:AsyncFlavours")
    fs: Lazy[AsyncFs] = Lazy(".resources.fs:AsyncFs")
    links: Lazy[AsyncLinks] = Lazy(".resources.links:AsyncLinks")
    runs: Lazy[AsyncRuns] = Lazy(".resources.runs:AsyncRuns")
    caches: Lazy[AsyncCaches] = Lazy(".resources.caches:AsyncCaches")
    artifacts: Lazy[AsyncArtifacts] = Lazy(".resources.artifacts:AsyncArtifacts")
    pipelines: Lazy[AsyncPipelines] = Lazy(".resources.pipelines:AsyncPipelines")
    pipeline_versions: Lazy[AsyncPipelineVersions] = Lazy(
        ".resources.pipeline_versions:AsyncPipelineVersions"
    )
    schedules: Lazy[AsyncSchedules] = Lazy(".resources.schedules:AsyncSchedules")
    clusters: Lazy[AsyncClusters] = Lazy(".resources.clusters:AsyncClusters")
    logs: Lazy[AsyncLogs] = Lazy(".resources.logs:AsyncLogs")
    statistics: Lazy[AsyncStatistics] = Lazy(".resources.statistics:AsyncStatistics")
    jobs: Lazy[AsyncJobs] = Lazy(".resources.jobs:AsyncJobs")
    resource_pools: Lazy[AsyncResourcePools] = Lazy(".resources.resource_pools:AsyncResourcePools")

    def __init__(
        self,
        host: str | None = None,
        username: str | None = None,
        password: str | None = None,
        port: int = 8999,
        *,
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
        """Connections are made, and the login is sent, when they are first needed.

        Args:
            host: Needed unless there is a base URL.
            username: Who logs in; left out, `PADDLEFLOW_USERNAME`.
            password: Left out, `PADDLEFLOW_PASSWORD`.
        """
        super().__init__(
            API,
            server={"host": host, "port": port},
            username=username,
            password=password,
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

    async def login(
        self,
        body: models.LoginRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.LoginResponse:
        """Log in."""
        return await self._send(_login(body), options)

    async def get_version(self, *, options: RequestOptions | None = None) -> models.VersionInfo:
        """Get the version of the server."""
        return await self._send(_get_version(), options)
