"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from httpx2 import AsyncBaseTransport, BaseTransport

from ._runtime.async_client import AsyncClient
from ._runtime.auth import AsyncToken, Auth, Token
from ._runtime.client import Client
from ._runtime.endpoints import Endpoint
from ._runtime.resources import Lazy
from ._runtime.settings import (
    DEFAULT_TIMEOUT,
    ApiKey,
    ApiSettings,
    BasicLogin,
    BearerToken,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.doors import AsyncDoors, Doors

API = ApiSettings(
    name="security",
    package=__package__ or "",
    base_url="https://api.example.com",
    environment="SECURITY",
    credentials=(
        BearerToken(scheme="bearer"),
        BasicLogin(scheme="basic"),
        ApiKey("X-Key", place="header", scheme="headerKey"),
        ApiKey("key", place="query", scheme="queryKey"),
        ApiKey("key", place="cookie", scheme="cookieKey"),
        BearerToken(
            scheme="oauth",
            scopes=(
                "read",
                "write",
            ),
        ),
        BearerToken(
            scheme="google", scopes=("https://www.googleapis.com/auth/thing",), google=True
        ),
        BearerToken(scheme="openid"),
    ),
    security=(("bearer",), ("headerKey",)),
)


class Security(Client):
    """Client of the Security schemes."""

    doors: Lazy[Doors] = Lazy(".resources.doors:Doors")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        token: Token | None = None,
        api_key: str | Mapping[str, str] | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: BaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        """Choose the server.

        Args:
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain),
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )


class AsyncSecurity(AsyncClient):
    """Client of the Security schemes. Async; see :class:`Security`."""

    doors: Lazy[AsyncDoors] = Lazy(".resources.doors:AsyncDoors")

    def __init__(
        self,
        *,
        universe_domain: str | None = None,
        token: AsyncToken | None = None,
        api_key: str | Mapping[str, str] | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: AsyncBaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        """Choose the server.

        Args:
            universe_domain: Domain of another universe; left out,
                `GOOGLE_CLOUD_UNIVERSE_DOMAIN`.
        """
        super().__init__(
            API,
            token=token,
            api_key=api_key,
            endpoint=Endpoint(universe_domain=universe_domain),
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )
