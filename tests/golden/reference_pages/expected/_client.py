"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from httpx2 import AsyncBaseTransport, BaseTransport

from ._runtime.auth.auth import AsyncToken, GivenAuth, Token
from ._runtime.auth.oauth import OAuth2, client_of
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.plants import AsyncPlants, Plants

API = ApiSettings(
    name="reference-pages",
    package=__package__ or "",
    base_url="https://{region}.example.com/flora",
    variables={"region": "eu"},
    environment="REFERENCE_PAGES",
    credentials=(
        OAuth2(
            scheme="oauth",
            scopes=(
                "read",
                "write",
            ),
            client_credentials="https://example.com/token",
        ),
        ApiKey("key", place="query", scheme="key"),
    ),
    security=(("oauth",),),
    errors={"404": ".models:Problem"},
)


class ReferencePages(Client):
    """Pressed plants and where they were found.

    # A heading of the spec's own

    <script>alert("no")</script> and bold text, `a < b | c`, a [page](https://example.com/help), a
    [trap](javascript:alert(1)) and a relative link.
    - one
    - two

    ```python
    print("<kept>")
    """

    plants: Lazy[Plants] = Lazy(".resources.plants:Plants")

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | str = "eu",
        token: Token | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        api_key: str | None = None,
        auth: GivenAuth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: BaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        """Connections are made, and tokens are fetched, when they are first needed.

        Args:
            region: Where the plants are kept.
            client_id: Client whose tokens are fetched; left out, `REFERENCE_PAGES_CLIENT_ID`.
            client_secret: Left out, `REFERENCE_PAGES_CLIENT_SECRET`.
        """
        super().__init__(
            API,
            server={"region": region},
            token=client_of(
                API, token=token, auth=auth, client_id=client_id, client_secret=client_secret
            ),
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )


class AsyncReferencePages(AsyncClient):
    """Pressed plants and where they were found. Async; see :class:`ReferencePages`."""

    plants: Lazy[AsyncPlants] = Lazy(".resources.plants:AsyncPlants")

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] | str = "eu",
        token: AsyncToken | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        api_key: str | None = None,
        auth: GivenAuth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: AsyncBaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        """Connections are made, and tokens are fetched, when they are first needed.

        Args:
            region: Where the plants are kept.
            client_id: Client whose tokens are fetched; left out, `REFERENCE_PAGES_CLIENT_ID`.
            client_secret: Left out, `REFERENCE_PAGES_CLIENT_SECRET`.
        """
        super().__init__(
            API,
            server={"region": region},
            token=client_of(
                API, token=token, auth=auth, client_id=client_id, client_secret=client_secret
            ),
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )
