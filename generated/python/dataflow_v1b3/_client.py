"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

import httpx2

from ._runtime.auth.auth import AsyncToken, Auth, Token
from ._runtime.auth.endpoints import ClientCertificate, Endpoint
from ._runtime.batch.async_client import AsyncBatchClient
from ._runtime.batch.client import BatchClient
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.folders import AsyncFolders, Folders
    from .resources.organizations import AsyncOrganizations, Organizations
    from .resources.projects import AsyncProjects, Projects

ServerLocation: TypeAlias = (
    Literal[
        "africa-south1",
        "asia-east1",
        "asia-east2",
        "asia-northeast1",
        "asia-northeast2",
        "asia-northeast3",
        "asia-south1",
        "asia-south2",
        "asia-southeast1",
        "asia-southeast2",
        "asia-southeast3",
        "australia-southeast1",
        "australia-southeast2",
        "europe-central2",
        "europe-north1",
        "europe-north2",
        "europe-southwest1",
        "europe-west1",
        "europe-west10",
        "europe-west12",
        "europe-west2",
        "europe-west3",
        "europe-west4",
        "europe-west6",
        "europe-west8",
        "europe-west9",
        "me-central1",
        "me-central2",
        "me-west1",
        "northamerica-northeast1",
        "northamerica-northeast2",
        "northamerica-south1",
        "southamerica-east1",
        "southamerica-west1",
        "us-central1",
        "us-central2",
        "us-central6",
        "us-east1",
        "us-east4",
        "us-east5",
        "us-east7",
        "us-south1",
        "us-west1",
        "us-west2",
        "us-west3",
        "us-west4",
        "us-west8",
    ]
    | str
)

API = ApiSettings(
    name="dataflow",
    package=__package__ or "",
    base_url="https://dataflow.googleapis.com",
    regional_urls={"https://dataflow.{location}.rep.googleapis.com": ()},
    mtls_url="https://dataflow.mtls.googleapis.com",
    batch_path="/batch",
    environment="DATAFLOW",
    credentials=(
        BearerToken(
            scheme="oauth2",
            scopes=(
                "https://www.googleapis.com/auth/cloud-platform",
                "https://www.googleapis.com/auth/compute",
            ),
            google=True,
        ),
        ApiKey("key", place="query", scheme="key"),
    ),
    security=(("oauth2",), ("key",)),
)


class Dataflow(BatchClient):
    """Run, watch and control data pipelines on Google Cloud, plus the protocol that workers
    speak.
    """

    folders: Lazy[Folders] = Lazy(".resources.folders:Folders")
    organizations: Lazy[Organizations] = Lazy(".resources.organizations:Organizations")
    projects: Lazy[Projects] = Lazy(".resources.projects:Projects")

    def __init__(
        self,
        *,
        location: ServerLocation | None = None,
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
            location: Use the server of this region; see also `base_url`.
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context that has
                it.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
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


class AsyncDataflow(AsyncBatchClient):
    """Run, watch and control data pipelines on Google Cloud, plus the protocol that workers
    speak. Async; see :class:`Dataflow`.
    """

    folders: Lazy[AsyncFolders] = Lazy(".resources.folders:AsyncFolders")
    organizations: Lazy[AsyncOrganizations] = Lazy(".resources.organizations:AsyncOrganizations")
    projects: Lazy[AsyncProjects] = Lazy(".resources.projects:AsyncProjects")

    def __init__(
        self,
        *,
        location: ServerLocation | None = None,
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
            location: Use the server of this region; see also `base_url`.
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
            cert: Client certificate for mutual TLS: `(certificate, key)`, or a context that has
                it.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
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
