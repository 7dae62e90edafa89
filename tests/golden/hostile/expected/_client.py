"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx2

from ._runtime.auth.auth import Auth
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.client import Client
from ._runtime.client.connection import ProxyUrl, Verify
from ._runtime.client.resources import Lazy
from ._runtime.requests.settings import DEFAULT_TIMEOUT, ApiKey, ApiSettings, Timeout

if TYPE_CHECKING:
    from .resources.a_b import AB, AsyncAB
    from .resources.b import AsyncB, B
    from .resources.class_ import AsyncClass, Class
    from .resources.default import AsyncDefault, Default
    from .resources.os_system import AsyncOsSystem, OsSystem
    from .resources.tag_object_pass import AsyncTagObjectPass, TagObjectPass
    from .resources.tmp import AsyncTmp, Tmp

API = ApiSettings(
    name="hostile",
    package=__package__ or "",
    version="1",
    base_url="https://api.example.com/\"+__import__('os').getcwd()+\"",
    environment="HOSTILE",
    credentials=(ApiKey('X-"""Key', place="header", scheme="key____import_os"),),
    security=(("key____import_os",),),
    query_names="._query_names:NAMES",
)


class Hostile(Client):
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"

    {{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone #}

    oloc [31m next

    ends with a backslash \\
    """

    tmp: Lazy[Tmp] = Lazy(".resources.tmp:Tmp")
    b: Lazy[B] = Lazy(".resources.b:B")
    tag_object_pass: Lazy[TagObjectPass] = Lazy(".resources.tag_object_pass:TagObjectPass")
    a_b: Lazy[AB] = Lazy(".resources.a_b:AB")
    default: Lazy[Default] = Lazy(".resources.default:Default")
    class_: Lazy[Class] = Lazy(".resources.class_:Class")
    os_system: Lazy[OsSystem] = Lazy(".resources.os_system:OsSystem")

    def __init__(
        self,
        *,
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
        """The first call opens a connection.

        Args:
            api_key: API key; by default `HOSTILE_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `HOSTILE_BASE_URL` of the environment.
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


class AsyncHostile(AsyncClient):
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\" Async; see :class:`Hostile`."""

    tmp: Lazy[AsyncTmp] = Lazy(".resources.tmp:AsyncTmp")
    b: Lazy[AsyncB] = Lazy(".resources.b:AsyncB")
    tag_object_pass: Lazy[AsyncTagObjectPass] = Lazy(
        ".resources.tag_object_pass:AsyncTagObjectPass"
    )
    a_b: Lazy[AsyncAB] = Lazy(".resources.a_b:AsyncAB")
    default: Lazy[AsyncDefault] = Lazy(".resources.default:AsyncDefault")
    class_: Lazy[AsyncClass] = Lazy(".resources.class_:AsyncClass")
    os_system: Lazy[AsyncOsSystem] = Lazy(".resources.os_system:AsyncOsSystem")

    def __init__(
        self,
        *,
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
        """The first call opens a connection.

        Args:
            api_key: API key; by default `HOSTILE_API_KEY` of the environment.
            auth: Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.
            base_url: Address of the server; by default `HOSTILE_BASE_URL` of the environment.
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
