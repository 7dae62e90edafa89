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
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.cats import AsyncCats, Cats
    from .resources.items import AsyncItems, Items
    from .resources.orders import AsyncOrders, Orders
    from .resources.posts import AsyncPosts, Posts
    from .resources.rooms import AsyncRooms, Rooms
    from .resources.users import AsyncUsers, Users

API = ApiSettings(
    name="operation-ids",
    package=__package__ or "",
    version="1",
    base_url="https://api.example.com",
    environment="OPERATION_IDS",
)


class OperationIds(Client):
    """Client of the Ids of many tools."""

    items: Lazy[Items] = Lazy(".resources.items:Items")
    cats: Lazy[Cats] = Lazy(".resources.cats:Cats")
    users: Lazy[Users] = Lazy(".resources.users:Users")
    orders: Lazy[Orders] = Lazy(".resources.orders:Orders")
    posts: Lazy[Posts] = Lazy(".resources.posts:Posts")
    rooms: Lazy[Rooms] = Lazy(".resources.rooms:Rooms")

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
        """The first call opens a connection.

        Args:
            token: Bearer token, or a function that returns it; by default `OPERATION_IDS_TOKEN`
                of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `OPERATION_IDS_BASE_URL` of the
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


class AsyncOperationIds(AsyncClient):
    """Client of the Ids of many tools. Async; see :class:`OperationIds`."""

    items: Lazy[AsyncItems] = Lazy(".resources.items:AsyncItems")
    cats: Lazy[AsyncCats] = Lazy(".resources.cats:AsyncCats")
    users: Lazy[AsyncUsers] = Lazy(".resources.users:AsyncUsers")
    orders: Lazy[AsyncOrders] = Lazy(".resources.orders:AsyncOrders")
    posts: Lazy[AsyncPosts] = Lazy(".resources.posts:AsyncPosts")
    rooms: Lazy[AsyncRooms] = Lazy(".resources.rooms:AsyncRooms")

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
        """The first call opens a connection.

        Args:
            token: Bearer token, or a function that returns it; by default `OPERATION_IDS_TOKEN`
                of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `OPERATION_IDS_BASE_URL` of the
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
