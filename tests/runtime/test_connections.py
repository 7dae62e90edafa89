"""Connections of the caller's choice: certificates, proxies, limits, clients of httpx2, forks."""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from loopback import Server
from sample_sdk import AsyncLibrary, Library, RequestOptions
from sample_sdk._runtime.auth.google import GoogleAuth
from sample_sdk._runtime.auth.login import Session
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.errors.api_errors import (
    AuthenticationError,
    ConfigurationError,
    TransportError,
)
from sample_sdk._runtime.requests.settings import ApiSettings, Renewal


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks://127.0.0.1:1/"),
        ("all_proxy", "socks5://me:hidden@127.0.0.1:1/"),
        ("HTTPS_PROXY", "nonsense://x"),
        ("SSL_CERT_FILE", "/nonexistent.pem"),
        ("SSL_CERT_FILE", __file__),
    ],
)
def test_an_environment_that_allows_no_connection_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name) as caught:
        Library(base_url="http://127.0.0.1:1")
    assert "hidden" not in str(caught.value)
    with pytest.raises(ConfigurationError, match=name):
        AsyncLibrary(base_url="http://127.0.0.1:1")


def test_arguments_that_allow_no_connection_are_named(tmp_path: Path) -> None:
    for arguments, said in (
        ({"proxy": "nonsense://x"}, "argument proxy"),
        ({"verify": str(tmp_path / "none.pem")}, "none.pem"),
        ({"verify": __file__}, "no certificates"),
        ({"transport": httpx2.HTTPTransport(), "proxy": "http://x"}, "proxy and transport"),
        ({"transport": httpx2.HTTPTransport(), "verify": False}, "verify and transport"),
        ({"http_client": httpx2.Client(), "limits": httpx2.Limits()}, "limits and http_client"),
        ({"http_client": httpx2.Client(), "http2": True}, "http2 and http_client"),
    ):
        with pytest.raises(ConfigurationError, match=said):
            Library(**arguments)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"httpx2\.Client, not AsyncClient"):
        Library(http_client=httpx2.AsyncClient())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"verify": None}, "verify must be SSLContext or str"),
        ({"verify": 1}, "verify must be"),
        ({"verify": b"/x"}, "verify must be"),
        ({"proxy": 5}, "proxy must be Proxy or URL or str, not int"),
        ({"proxy": ["http://x"]}, "proxy must be"),
        ({"limits": 5}, "limits must be Limits, not int"),
        ({"http2": "yes"}, "http2 must be bool, not str"),
        ({"transport": object()}, "has handle_request; object has not"),
        ({"transport": httpx2.AsyncHTTPTransport()}, "has handle_request"),
        ({"headers": ["a"]}, "headers must be a mapping, not list"),
        ({"headers": {"a": 5}}, "'a' is or has int"),
        ({"headers": {"a": None}}, "NoneType"),
        ({"headers": {b"a": "b"}}, "bytes"),
        ({"max_retries": "2"}, "max_retries must be an integer, not str"),
        ({"max_retries": 1.5}, "not float"),
        ({"max_retries": None}, "max_retries must be an integer"),
        ({"max_response_bytes": "1"}, "max_response_bytes must be an integer"),
    ],
)
def test_arguments_of_another_type_are_named(arguments: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Library(base_url="http://127.0.0.1:1", **arguments)
    if (own := {"headers", "max_retries"}.intersection(arguments)) and "None" not in said:
        with Library(base_url="http://127.0.0.1:1") as client, pytest.raises(TypeError):
            client.with_options(**{name: arguments[name] for name in own})


@pytest.mark.parametrize(
    "seconds", [0, -1, float("nan"), float("inf"), 1e12, httpx2.Timeout(5, read=-1)]
)
def test_a_timeout_that_nobody_can_wait_is_named(seconds: Any) -> None:
    with pytest.raises(ValueError, match="timeout must be more than 0 seconds, or None for ever"):
        Library(timeout=seconds)
    with Library(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ValueError, match="timeout must be more"):
            client.books.names(options=RequestOptions(timeout=seconds))
        with pytest.raises(TypeError, match="timeout must be seconds, not str"):
            client.with_options(timeout="3")  # type: ignore[arg-type]


def test_numbers_below_zero_and_empty_paths_are_named() -> None:
    for name in ("max_retries", "max_response_bytes"):
        with pytest.raises(ValueError, match=f"{name} must be 0 or more, not -1"):
            Library(base_url="http://127.0.0.1:1", **{name: -1})  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="verify is empty"):
        Library(base_url="http://127.0.0.1:1", verify="")


def test_a_client_that_is_closed_says_so(server: Server) -> None:
    client = Library(base_url=server.url)
    client.close()
    with pytest.raises(ConfigurationError, match="the client is closed"):
        client.books.names()
    own = httpx2.Client()
    client = Library(base_url=server.url, http_client=own)
    own.close()
    with pytest.raises(ConfigurationError, match="the client is closed"):
        client.books.names()

    async def run() -> None:
        closed = AsyncLibrary(base_url=server.url)
        await closed.close()
        await closed.books.names()

    with pytest.raises(ConfigurationError, match="the client is closed"):
        asyncio.run(run())


def test_an_async_client_belongs_to_one_loop(server: Server) -> None:
    client = AsyncLibrary(base_url=server.url)
    server.reply(body=b'["a"]')
    server.reply(body=b'["b"]')
    assert asyncio.run(client.books.names()) == ["a"]
    with pytest.raises(ConfigurationError, match="belongs to the event loop"):
        asyncio.run(client.books.names())


@pytest.mark.parametrize("end", ["?key=hidden", "#hidden", "?a=b#hidden", "?hidden"])
def test_what_a_base_url_may_not_have_is_not_shown(end: str) -> None:
    for home in ("http://h/x", "http://me:hidden@h/x"):
        with pytest.raises(ConfigurationError, match="without a query") as caught:
            Library(base_url=f"{home}{end}")
        assert "hidden" not in str(caught.value)
        assert "h/x" in str(caught.value)


def test_certificates_are_checked_by_what_the_caller_says(tmp_path: Path) -> None:
    context = ssl.create_default_context()
    for verify in (True, context, ssl.get_default_verify_paths().cafile or True, str(tmp_path)):
        Library(verify=verify).close()
    with pytest.warns(UserWarning, match="verify=False"):
        Library(verify=False).close()


def test_a_proxy_is_used_and_the_environments_with_all_other_arguments(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = httpx2.Limits(max_connections=1)
    server.reply(200, b'["by argument"]')
    with Library(base_url="http://api.invalid", proxy=server.url, limits=limits) as client:
        assert client.books.names() == ["by argument"]
    monkeypatch.setenv("HTTP_PROXY", server.url)
    for arguments in ({"limits": limits}, {"verify": ssl.create_default_context()}):
        server.reply(200, b'["by environment"]')
        with Library(base_url="http://api.invalid", **arguments) as client:  # type: ignore[arg-type]
            assert client.books.names() == ["by environment"]


def test_limits_are_those_of_the_pool(server: Server) -> None:
    none = httpx2.Limits(max_connections=0)
    with (
        Library(base_url=server.url, limits=none, timeout=0.05, max_retries=0) as client,
        pytest.raises(TransportError, match="PoolTimeout"),
    ):
        client.books.names()
    with Library(base_url=server.url, limits=httpx2.Limits(max_connections=1), timeout=5) as client:
        for _ in range(8):
            server.reply(200, b'["a"]')
        threads = [threading.Thread(target=client.books.names) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(server.received) == 8


def test_a_client_of_the_callers_is_used_as_it_is_and_left_open(server: Server) -> None:
    seen: list[httpx2.Request] = []
    own = httpx2.Client(
        event_hooks={"request": [seen.append]}, follow_redirects=True, cookies={"mine": "1"}
    )
    server.reply(200, b'["a"]')
    with Library(base_url=server.url, http_client=own, token="t0ken") as client:
        assert client.books.names() == ["a"]
    assert not own.is_closed
    assert seen[0].headers["authorization"] == "Bearer t0ken"
    assert "cookie" not in server.received[0].headers
    own.close()

    async def run() -> list[str]:
        async with (
            httpx2.AsyncClient() as own,
            AsyncLibrary(base_url=server.url, http_client=own) as client,
        ):
            names: list[str] = await client.books.names()
        return names

    server.reply(200, b'["b"]')
    assert asyncio.run(run()) == ["b"]


def test_threads_may_share_a_client_and_tasks_an_async_one() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"id": request.url.path.rpartition("/")[2]})

    transport = httpx2.MockTransport(answer)
    wanted = [str(number) for number in range(64)]
    with Library(base_url="https://x.example", transport=transport) as client:
        with ThreadPoolExecutor(8) as threads:
            found = [*threads.map(lambda name: client.books.get("s", name).id, wanted)]
        assert found == wanted

    async def run() -> list[str]:
        async with AsyncLibrary(base_url="https://x.example", transport=transport) as client:
            books = await asyncio.gather(*(client.books.get("s", name) for name in wanted))
        return [book.id for book in books]

    assert asyncio.run(run()) == wanted


class Closing(httpx2.MockTransport):
    """Counts how often it is closed."""

    def __init__(self) -> None:
        super().__init__(lambda _: httpx2.Response(200, json=["a"]))
        self.closed = 0

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def test_a_block_or_close_ends_the_connections() -> None:
    transports = [Closing() for _ in range(4)]
    with Library(transport=transports[0]) as client:
        assert client.books.names() == ["a"]
        assert transports[0].closed == 0
    client = Library(transport=transports[1])
    client.close()

    async def run() -> None:
        async with AsyncLibrary(transport=transports[2]) as client:
            assert await client.books.names() == ["a"]
        await AsyncLibrary(transport=transports[3]).close()

    asyncio.run(run())
    assert [one.closed for one in transports] == [1, 1, 1, 1]


def test_anonymous_credentials_send_no_token(server: Server) -> None:
    credentials = pytest.importorskip("google.auth.credentials").AnonymousCredentials()
    server.reply(200, b'["a"]')
    with Library(base_url=server.url, auth=GoogleAuth(credentials)) as client:
        assert client.books.names() == ["a"]
        server.reply(401, b"{}")
        with pytest.raises(AuthenticationError):  # there is no other token to get
            client.books.names()
    assert [one for one in server.received if "authorization" in one.headers] == []
    assert len(server.received) == 2


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")


def in_child(work: Any) -> int:
    child = os.fork()
    if child == 0:
        try:
            os._exit(work() or 0)
        except BaseException:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_fork
def test_a_child_has_connections_of_its_own(server: Server) -> None:
    with Library(base_url=server.url) as client:
        copy = client.with_options(max_retries=0)
        server.reply(200, b'["parent"]')
        client.books.names()
        mine = client._http

        def work() -> int:
            return int(client._http is mine or client._http is not copy._http)

        assert in_child(work) == 0
        assert client._http is mine


@needs_fork
def test_a_lock_that_is_held_in_the_parent_is_free_in_a_child() -> None:
    session, auth = Session("authorization", "", Renewal()), GoogleAuth()

    def work() -> int:
        return int(not (session.lock.acquire(timeout=1) and auth._lock.acquire(timeout=1)))

    with session.lock, auth._lock:
        assert in_child(work) == 0


SERVERS = ApiSettings(
    name="s",
    package="s",
    base_url="https://{region}.api.example.com:{port}/{base}/{ver.sion}",
    variables={"region": "eu", "port": 443, "base": "v1", "ver.sion": "x"},
    environment="ODD",
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("region", value)
        for value in (
            "evil.com/",
            "x@evil.com",
            "evil.com:80/",
            "evil.com\\",
            "a b",
            "a?b",
            "a#b",
            "evil.com:80",
            "\u2100",
            "http://x",
            "a\n",
            "[::1]",
            "evil.com%2f",
        )
    ]
    + [("port", value) for value in ("80/", "80@evil.com", "8\\0", "80/x")]
    + [
        ("base", value)
        for value in (
            "../admin",
            "a/../b",
            "..",
            ".",
            "%2e%2e/x",
            "a\\..\\b",
            "a b",
            "x\n",
            "./x",
            "x#",
            "..;/admin",
            "a/.;x=1/b",
        )
    ],
)
def test_a_variable_of_a_server_is_part_of_its_own_place(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"{name} is|base URL|URL"):
        Client(SERVERS, server={name: value})


def test_variables_that_fit_make_the_url() -> None:
    for name, value in (
        ("region", "eu-west-1.x"),
        ("region", "b\u00fccher"),
        ("base", "a/b.c"),
        ("base", "v1.2"),
    ):
        client = Client(SERVERS, server={name: value})
        assert str(value) in repr(client)


@pytest.mark.parametrize(
    "host",
    [
        *("a b", "a%20b", "a%2eb", 'a"b', "a<b", "{region}.b", ""),
        *(".a", "a..b", f"{'a' * 64}.b", "a:65536", "a:-1"),
    ],
)
def test_the_host_of_a_base_url_is_one(host: str) -> None:
    with pytest.raises(ConfigurationError, match="the base URL must be"):
        Client(SERVERS, base_url=f"https://{host}/v1")


@pytest.mark.parametrize("end", ["?", "#", "/?", "/#", "?a=1", "#a"])
def test_a_base_url_has_no_end_that_would_take_the_path(end: str) -> None:
    with pytest.raises(ConfigurationError, match="the base URL must be"):
        Client(SERVERS, base_url=f"https://a.example/v1{end}")


@pytest.mark.parametrize("host", [".a", "a..b", f"{'a' * 64}.b"])
def test_a_server_that_leads_to_no_host_is_an_error(server: Server, host: str) -> None:
    server.reply(307, b"", {"location": f"http://{host}/x"})
    client = Library(base_url=server.url)
    with client, pytest.raises(TransportError, match="UnicodeError"):
        client.books.names()


@pytest.mark.parametrize("host", ["a_b", "b\u00fccher.example", "[::1]:80", "10.0.0.1", "a-b.:8"])
def test_hosts_of_every_kind_are_taken(host: str) -> None:
    assert host in repr(Client(SERVERS, base_url=f"https://{host}/v1"))


def test_a_base_url_is_trimmed_and_named_where_it_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for end in ("\n", " ", "\r\n", "/", "/ "):
        monkeypatch.setenv("ODD_BASE_URL", f" http://h.example/v1{end}")
        assert "'http://h.example/v1'" in repr(Client(SERVERS))
        assert "'http://h.example/v1'" in repr(
            Client(SERVERS, base_url=f"http://h.example/v1{end}")
        )
    monkeypatch.setenv("ODD_BASE_URL", "ftp://me:hidden@h/")
    with pytest.raises(ConfigurationError, match="ODD_BASE_URL is 'ftp://") as caught:
        Client(SERVERS)
    assert "hidden" not in str(caught.value)
    with pytest.raises(ConfigurationError, match="base_url is 'h:80'"):
        Client(SERVERS, base_url="h:80")


def test_authorities_are_read_at_the_first_handshake(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[ssl.SSLContext] = []
    offered: list[list[str]] = []

    class Noted(ssl.SSLContext):
        def set_alpn_protocols(self, alpn_protocols: Any) -> None:
            offered.append([*alpn_protocols])

    def create() -> ssl.SSLContext:
        made.append(Noted(ssl.PROTOCOL_TLS_CLIENT))
        return made[-1]

    monkeypatch.setattr(httpx2, "create_ssl_context", create)
    with Library(base_url=server.url, max_retries=0) as client:
        server.reply(200, b"{}")
        client.request("GET", "/plain")
        assert not made
    secure = server.url.replace("http://", "https://")
    with Library(base_url=secure, max_retries=0) as client, pytest.raises(TransportError):
        client.request("GET", "/x")  # it does not speak TLS
    assert len(made) == 1
    assert offered == [["http/1.1"]]


def test_authorities_that_cannot_be_read_are_named_at_the_handshake(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    torn = tmp_path / "torn.pem"
    begin, end = (f"-----{word} CERTIFICATE-----\n" for word in ("BEGIN", "END"))
    torn.write_text(f"{begin}none\n{end}")
    monkeypatch.setenv("SSL_CERT_FILE", str(torn))
    url = server.url.replace("http://", "https://")
    with pytest.raises(ConfigurationError, match="SSL_CERT_FILE=.*torn.pem"):
        Library(base_url=url, max_retries=0).request("GET", "/x")

    async def call() -> None:
        async with AsyncLibrary(base_url=url, max_retries=0) as client:
            await client.request("GET", "/x")

    with pytest.raises(ConfigurationError, match="SSL_CERT_FILE=.*torn.pem"):
        asyncio.run(call())
