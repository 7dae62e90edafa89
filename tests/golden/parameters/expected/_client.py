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
    from .resources.books import AsyncBooks, Books
    from .resources.files import AsyncFiles, Files
    from .resources.points import AsyncPoints, Points

API = ApiSettings(
    name="parameters",
    package=__package__ or "",
    base_url="https://api.example.com",
    environment="PARAMETERS",
)


class Parameters(Client):
    """Client of the Parameters."""

    books: Lazy[Books] = Lazy(".resources.books:Books")
    points: Lazy[Points] = Lazy(".resources.points:Points")
    files: Lazy[Files] = Lazy(".resources.files:Files")

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


class AsyncParameters(AsyncClient):
    """Client of the Parameters. Async; see :class:`Parameters`."""

    books: Lazy[AsyncBooks] = Lazy(".resources.books:AsyncBooks")
    points: Lazy[AsyncPoints] = Lazy(".resources.points:AsyncPoints")
    files: Lazy[AsyncFiles] = Lazy(".resources.files:AsyncFiles")

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
