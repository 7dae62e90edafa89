"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from httpx2 import AsyncBaseTransport, BaseTransport

from ._runtime.async_client import AsyncClient
from ._runtime.auth import AsyncToken, Auth, Token
from ._runtime.client import Client
from ._runtime.resources import Lazy
from ._runtime.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, BearerToken, Timeout

if TYPE_CHECKING:
    from .resources.folders import AsyncFolders, Folders
    from .resources.organizations import AsyncOrganizations, Organizations
    from .resources.projects import AsyncProjects, Projects

API = ApiSettings(
    name="dataflow",
    package=__package__ or "",
    base_url="https://dataflow.googleapis.com",
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


class Dataflow(Client):
    """Run, watch and control data pipelines on Google Cloud, plus the protocol that workers
    speak.
    """

    folders: Lazy[Folders] = Lazy(".resources.folders:Folders")
    organizations: Lazy[Organizations] = Lazy(".resources.organizations:Organizations")
    projects: Lazy[Projects] = Lazy(".resources.projects:Projects")

    def __init__(
        self,
        *,
        token: Token | None = None,
        api_key: str | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: BaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )


class AsyncDataflow(AsyncClient):
    """Run, watch and control data pipelines on Google Cloud, plus the protocol that workers
    speak. Async; see :class:`Dataflow`.
    """

    folders: Lazy[AsyncFolders] = Lazy(".resources.folders:AsyncFolders")
    organizations: Lazy[AsyncOrganizations] = Lazy(".resources.organizations:AsyncOrganizations")
    projects: Lazy[AsyncProjects] = Lazy(".resources.projects:AsyncProjects")

    def __init__(
        self,
        *,
        token: AsyncToken | None = None,
        api_key: str | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: AsyncBaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )
