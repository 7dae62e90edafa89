"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import httpx2

from ._runtime.auth.auth import AsyncToken, GivenAuth, Token
from ._runtime.auth.oauth import OAuth2, client_of
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.plants import AsyncPlants, Plants

API = ApiSettings(
    name="reference-pages",
    package=__package__ or "",
    version="3",
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
    query_names="._query_names:NAMES",
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
        transport: httpx2.BaseTransport | None = None,
        http_client: httpx2.Client | None = None,
        verify: Verify = True,
        proxy: ProxyUrl | None = None,
        limits: httpx2.Limits | None = None,
        http2: bool = False,
        max_response_bytes: int | None = None,
        strict: bool = False,
    ) -> None:
        """The first call opens a connection and fetches a token.

        Args:
            region: Where the plants are kept.
            token: Bearer token, or a function that returns it; by default
                `REFERENCE_PAGES_TOKEN` of the environment.
            client_id: Id of the client; by default `REFERENCE_PAGES_CLIENT_ID` of the
                environment.
            client_secret: Secret of the client; by default `REFERENCE_PAGES_CLIENT_SECRET` of
                the environment.
            api_key: API key; by default `REFERENCE_PAGES_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `REFERENCE_PAGES_BASE_URL` of the
                environment.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often a failed request is sent again, if that is safe.
            headers: Headers of every request.
            transport: An httpx2 transport in place of the network, for example in tests.
            http_client: Your own httpx2 client; it is not closed.
            verify: An `ssl.SSLContext`, a file or folder with certificate authorities, or False
                for no check.
            proxy: Address of a proxy; by default `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` decide.
            limits: Limits of httpx2 on the number of connections.
            http2: Whether to use HTTP/2.
            max_response_bytes: Size of the largest response that is read.
            strict: Raise a `DecodeError` if a response does not fit its type.
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
            http_client=http_client,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            max_response_bytes=max_response_bytes,
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
        transport: httpx2.AsyncBaseTransport | None = None,
        http_client: httpx2.AsyncClient | None = None,
        verify: Verify = True,
        proxy: ProxyUrl | None = None,
        limits: httpx2.Limits | None = None,
        http2: bool = False,
        max_response_bytes: int | None = None,
        strict: bool = False,
    ) -> None:
        """The first call opens a connection and fetches a token.

        Args:
            region: Where the plants are kept.
            token: Bearer token, or a function that returns it; by default
                `REFERENCE_PAGES_TOKEN` of the environment.
            client_id: Id of the client; by default `REFERENCE_PAGES_CLIENT_ID` of the
                environment.
            client_secret: Secret of the client; by default `REFERENCE_PAGES_CLIENT_SECRET` of
                the environment.
            api_key: API key; by default `REFERENCE_PAGES_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `REFERENCE_PAGES_BASE_URL` of the
                environment.
            timeout: Seconds for each read and write (60; 10 to connect); None waits forever.
            max_retries: How often a failed request is sent again, if that is safe.
            headers: Headers of every request.
            transport: An httpx2 transport in place of the network, for example in tests.
            http_client: Your own httpx2 client; it is not closed.
            verify: An `ssl.SSLContext`, a file or folder with certificate authorities, or False
                for no check.
            proxy: Address of a proxy; by default `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` decide.
            limits: Limits of httpx2 on the number of connections.
            http2: Whether to use HTTP/2.
            max_response_bytes: Size of the largest response that is read.
            strict: Raise a `DecodeError` if a response does not fit its type.
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
            http_client=http_client,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            max_response_bytes=max_response_bytes,
            strict=strict,
        )
