"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from httpx2 import AsyncBaseTransport, BaseTransport

from ._runtime.auth.auth import Auth
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.feeds import AsyncFeeds, Feeds
    from .resources.files import AsyncFiles, Files
    from .resources.links import AsyncLinks, Links
    from .resources.machines import AsyncMachines, Machines

API = ApiSettings(
    name="answers",
    package=__package__ or "",
    base_url="https://answers.example",
    environment="ANSWERS",
)


class Answers(Client):
    """Client of the Answers."""

    files: Lazy[Files] = Lazy(".resources.files:Files")
    machines: Lazy[Machines] = Lazy(".resources.machines:Machines")
    links: Lazy[Links] = Lazy(".resources.links:Links")
    feeds: Lazy[Feeds] = Lazy(".resources.feeds:Feeds")

    def __init__(
        self,
        *,
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
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )


class AsyncAnswers(AsyncClient):
    """Client of the Answers. Async; see :class:`Answers`."""

    files: Lazy[AsyncFiles] = Lazy(".resources.files:AsyncFiles")
    machines: Lazy[AsyncMachines] = Lazy(".resources.machines:AsyncMachines")
    links: Lazy[AsyncLinks] = Lazy(".resources.links:AsyncLinks")
    feeds: Lazy[AsyncFeeds] = Lazy(".resources.feeds:AsyncFeeds")

    def __init__(
        self,
        *,
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
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )
