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
    from .resources.boxes import AsyncBoxes, Boxes
    from .resources.files import AsyncFiles, Files
    from .resources.watch import AsyncWatch, Watch

API = ApiSettings(
    name="gateways",
    package=__package__ or "",
    base_url="https://gateways.example",
    environment="GATEWAYS",
    errors={"default": ".models:RpcStatus"},
)


class Gateways(Client):
    """Client of the Gateways."""

    watch: Lazy[Watch] = Lazy(".resources.watch:Watch")
    files: Lazy[Files] = Lazy(".resources.files:Files")
    boxes: Lazy[Boxes] = Lazy(".resources.boxes:Boxes")

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


class AsyncGateways(AsyncClient):
    """Client of the Gateways. Async; see :class:`Gateways`."""

    watch: Lazy[AsyncWatch] = Lazy(".resources.watch:AsyncWatch")
    files: Lazy[AsyncFiles] = Lazy(".resources.files:AsyncFiles")
    boxes: Lazy[AsyncBoxes] = Lazy(".resources.boxes:AsyncBoxes")

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
