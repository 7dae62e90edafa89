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
    from .resources.chats import AsyncChats, Chats
    from .resources.news import AsyncNews, News
    from .resources.rows import AsyncRows, Rows

API = ApiSettings(
    name="streams",
    package=__package__ or "",
    base_url="https://api.example.com",
    environment="STREAMS",
    errors={"429": ".models:Problem"},
)


class Streams(Client):
    """Client of the Answers and bodies that come item by item."""

    chats: Lazy[Chats] = Lazy(".resources.chats:Chats")
    news: Lazy[News] = Lazy(".resources.news:News")
    rows: Lazy[Rows] = Lazy(".resources.rows:Rows")

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


class AsyncStreams(AsyncClient):
    """Client of the Answers and bodies that come item by item. Async; see :class:`Streams`."""

    chats: Lazy[AsyncChats] = Lazy(".resources.chats:AsyncChats")
    news: Lazy[AsyncNews] = Lazy(".resources.news:AsyncNews")
    rows: Lazy[AsyncRows] = Lazy(".resources.rows:AsyncRows")

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
