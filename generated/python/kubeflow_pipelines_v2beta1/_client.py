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
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.auth import AsyncAuthResource, AuthResource
    from .resources.experiments import AsyncExperiments, Experiments
    from .resources.healthz import AsyncHealthz, Healthz
    from .resources.pipelines import AsyncPipelines, Pipelines
    from .resources.recurring_runs import AsyncRecurringRuns, RecurringRuns
    from .resources.report import AsyncReport, Report
    from .resources.runs import AsyncRuns, Runs
    from .resources.visualizations import AsyncVisualizations, Visualizations

API = ApiSettings(
    name="kubeflow-pipelines-v2beta1",
    package=__package__ or "",
    environment="KUBEFLOW_PIPELINES",
    known_variables={"base_url": "KF_PIPELINES_ENDPOINT"},
    credentials=(BearerToken(scheme="Bearer"),),
    security=(("Bearer",),),
    errors={"default": ".models:GoogleRpcStatus"},
)


class KubeflowPipelines(Client):
    """REST interface, version v2beta1, to Kubeflow Pipelines experiments, runs, recurring runs
    and pipelines.
    """

    auth: Lazy[AuthResource] = Lazy(".resources.auth:AuthResource")
    experiments: Lazy[Experiments] = Lazy(".resources.experiments:Experiments")
    healthz: Lazy[Healthz] = Lazy(".resources.healthz:Healthz")
    pipelines: Lazy[Pipelines] = Lazy(".resources.pipelines:Pipelines")
    recurring_runs: Lazy[RecurringRuns] = Lazy(".resources.recurring_runs:RecurringRuns")
    report: Lazy[Report] = Lazy(".resources.report:Report")
    runs: Lazy[Runs] = Lazy(".resources.runs:Runs")
    visualizations: Lazy[Visualizations] = Lazy(".resources.visualizations:Visualizations")

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


class AsyncKubeflowPipelines(AsyncClient):
    """REST interface, version v2beta1, to Kubeflow Pipelines experiments, runs, recurring runs
    and pipelines. Async; see :class:`KubeflowPipelines`.
    """

    auth: Lazy[AsyncAuthResource] = Lazy(".resources.auth:AsyncAuthResource")
    experiments: Lazy[AsyncExperiments] = Lazy(".resources.experiments:AsyncExperiments")
    healthz: Lazy[AsyncHealthz] = Lazy(".resources.healthz:AsyncHealthz")
    pipelines: Lazy[AsyncPipelines] = Lazy(".resources.pipelines:AsyncPipelines")
    recurring_runs: Lazy[AsyncRecurringRuns] = Lazy(".resources.recurring_runs:AsyncRecurringRuns")
    report: Lazy[AsyncReport] = Lazy(".resources.report:AsyncReport")
    runs: Lazy[AsyncRuns] = Lazy(".resources.runs:AsyncRuns")
    visualizations: Lazy[AsyncVisualizations] = Lazy(
        ".resources.visualizations:AsyncVisualizations"
    )

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
