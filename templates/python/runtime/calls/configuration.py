"""Configuration of a client, the same for sync and async."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from ipaddress import IPv6Address
from typing import Any, TypeAlias
from urllib.parse import unquote

import httpx2

from ..auth.credentials import Credentials
from ..data.json_shapes import is_object
from ..errors.api_errors import ConfigurationError
from ..lazy import load_reference
from ..records import dataclass, field
from ..requests.environment import variable
from ..requests.redaction import shown_given
from ..requests.request import Request
from ..requests.secrets import USUAL, SecretNames
from ..requests.settings import ApiKey, ApiSettings, Login
from .waits import MOST_SECONDS

Server: TypeAlias = Mapping[str, str | int | None]
"""Variables of the base URL by name, None for those that the caller has not set."""

_ACCEPT_ENCODING = httpx2.Client(
    transport=httpx2.MockTransport(lambda _: httpx2.Response(500)), trust_env=False
).headers["accept-encoding"]
"""The content encodings that httpx2 can read here."""


Observer: TypeAlias = Callable[[Request[Any], httpx2.Response], None]


@dataclass(frozen=True)
class Address:
    """Where an API is."""

    url: str = ""
    """Base URL; empty when there is none."""
    socket: str = ""
    """Path of the UNIX socket that is connected to in place of the URL's host; empty for none."""


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Everything but the connections; copies may differ in anything."""

    settings: ApiSettings
    base_url: str
    """Without a slash at the end; empty when there is none."""
    base_url_given: bool
    """The caller chose the base URL, so it also replaces those of single operations."""
    universe: str
    """Universe domain that Google's credentials must be of; empty for any."""
    credentials: Credentials
    timeout: Mapping[str, float | None]
    max_retries: int
    strict: bool
    max_response_bytes: int | None
    """What a response that is read as a whole may have at most; None for no limit."""
    secret_names: SecretNames
    """What of a request the API wants for credentials."""
    send_read_only: bool = False
    headers: Mapping[str, str] = field(repr=False)
    """By lower-case name."""
    query: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    """Wire names of parameters of the query to values for calls that leave them out."""
    on_request: tuple[Callable[[httpx2.Request], Any], ...] = ()
    on_response: tuple[Callable[[httpx2.Response], Any], ...] = ()
    observer: Observer | None = None
    """Told of each last response, with its request."""


def secret_names_of(settings: ApiSettings) -> SecretNames:
    """Return the names of what an API takes for credentials, and of what is usual."""
    keys = [entry for entry in settings.credentials if isinstance(entry, ApiKey)]
    logins = [entry for entry in settings.credentials if isinstance(entry, Login)]
    headers = [
        *(key.name for key in keys if key.place == "header"),
        *(one.header for one in logins),
    ]
    return USUAL | SecretNames(
        query=frozenset(key.name.lower() for key in keys if key.place == "query"),
        headers=frozenset(name.lower() for name in headers),
    )


def timeout_limits(timeout: httpx2.Timeout | float | None) -> Mapping[str, float | None]:
    """Return the limits of a timeout as httpx2 passes them to a transport.

    Raises:
        TypeError: One of them is no number.
        ValueError: One of them is no time that a system can wait.
    """
    limits = httpx2.Timeout(timeout).as_dict()
    seconds: Any
    for seconds in limits.values():
        if seconds is None:
            continue
        if not isinstance(seconds, int | float):
            raise TypeError(f"timeout must be seconds, not {type(seconds).__name__}")
        if not 0 < seconds <= MOST_SECONDS:
            raise ValueError(f"timeout must be more than 0 seconds, or None for ever: {seconds}")
    return limits


def default_headers(settings: ApiSettings, headers: Mapping[str, str] | None) -> dict[str, str]:
    """Return the headers of every request, the caller's own winning."""
    product = f"{settings.package}/{settings.version}" if settings.version else settings.package
    return {
        "accept-encoding": _ACCEPT_ENCODING,
        "user-agent": f"{product} httpx2/{httpx2.__version__}",
        **lower_names(settings.headers),
        **given_headers(headers),
    }


def lower_names(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers by lower-case name."""
    return {name.lower(): value for name, value in headers.items()}


def given_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Return headers of the caller's by lower-case name.

    Raises:
        TypeError: They are no mapping of texts.
    """
    given: Any = headers or {}
    if not is_object(given):
        raise TypeError(f"headers must be a mapping, not {type(given).__name__}")
    for name, value in given.items():
        if not (isinstance(name, str) and isinstance(value, str)):
            kind = type(value if isinstance(name, str) else name).__name__
            raise TypeError(f"headers must be texts: {name!r} is or has {kind}")
    return lower_names(given)


def checked_count(what: str, given: int | None) -> int | None:
    """Return a number of the caller's.

    Raises:
        TypeError: It is no integer.
        ValueError: It is below 0.
    """
    count: Any = given
    if not isinstance(count, int | None):
        raise TypeError(f"{what} must be an integer, not {type(count).__name__}")
    if count is not None and count < 0:
        raise ValueError(f"{what} must be 0 or more, not {count}")
    return given


def checked_defaults(settings: ApiSettings, given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return values for calls that leave parameters of the query out.

    Raises:
        ConfigurationError: No operation has such a parameter that it may leave out.
    """
    if not given or not settings.query_names:
        return given or {}
    known = load_reference(settings.package, settings.query_names)
    for name in given:
        if name not in known:
            near = load_reference("", "difflib:get_close_matches")(name, known, n=1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            raise ConfigurationError(
                f"defaults: no operation of {settings.name} may leave {name!r} out of its query"
                f"{meant} (what every request shall have is given by query=, a field in its body)"
            )
    return given


def choose_base_url(
    settings: ApiSettings,
    given: str | None,
    server: Server | None = None,
    *,
    of_spec: bool = False,
) -> Address:
    """Return where the caller, else the environment, says that the API is; else no URL.

    A caller who sets a variable of the server, or chooses another one of the spec (``of_spec``),
    means a server of the spec, whatever the environment says.

    Raises:
        ConfigurationError: It is no URL of HTTP or of a socket, or has a query or a fragment.
    """
    means_server = of_spec or any(
        value is not None and value != settings.variables.get(name)
        for name, value in (server or {}).items()
    )
    what = "base_url"
    if given is None and not means_server:
        what, given = variable(settings, "base_url")
    if given is None:
        return Address()
    socket, url = _of_socket(given.strip())
    url = url or _checked_url(given, what)
    if httpx2.URL(url).path not in ("", "/"):
        return Address(url, socket)
    path = settings.base_path
    if socket and not path:
        path = httpx2.URL(server_url(settings, server)).path
    return Address(f"{url.rstrip('/')}{path.rstrip('/')}", socket)


def _of_socket(given: str) -> tuple[str, str]:
    """Return the path of a UNIX socket and the URL of what is there; empty texts for another URL.

    Raises:
        ConfigurationError: It names no socket.
    """
    scheme, _, rest = given.partition("://")
    if scheme not in ("unix", "http+unix"):
        return "", ""
    host, slash, path = rest.partition("/")
    socket = unquote(host) if scheme == "http+unix" else rest
    if not socket.startswith("/") or "?" in path or "#" in path:
        raise ConfigurationError(
            "a socket is unix:///path/to.sock, or http+unix://%2Fpath%2Fto.sock[/path]"
        )
    return socket, _checked_url(
        f"http://localhost{slash}{path if scheme == 'http+unix' else ''}", "it"
    )


def server_url(settings: ApiSettings, server: Server | None) -> str:
    """Return the base URL of the spec with the caller's variables; empty when there is none.

    Raises:
        ConfigurationError: A variable is missing, or what the caller gave makes no base URL, or
            another host than the spec means.
    """
    url = (settings.base_url or "").rstrip("/")
    given = {name: value for name, value in (server or {}).items() if value is not None}
    variables = {**settings.variables, **given}
    for name in server or {}:
        if name not in variables:
            other = f" (or {settings.environment}_BASE_URL)" if settings.environment else ""
            raise ConfigurationError(f"{settings.name} needs {name}, or base_url{other}")
    if not variables:
        return url
    for name, value in variables.items():
        text = str(value)
        _check_variable(name, text, url)
        if f"//{{{name}}}" in url and text.count(":") > 1 and text[0] != "[":
            text = f"[{text}]"  # an IPv6 address (RFC 3986, section 3.2.2)
        url = url.replace(f"{{{name}}}", text)
    return _checked_url(url, f"server of {settings.name}")


def _check_variable(name: str, value: str, url: str) -> None:
    """Refuse a value that would make another server of a URL than its spec means.

    Raises:
        ConfigurationError: It has what ends a host, or leaves the folder of the path.
    """
    if url.startswith(f"{{{name}}}"):
        return  # it is the beginning of the URL, so the caller chooses the host
    if "://" in value:
        raise ConfigurationError(f"{name} is no URL; there is base_url for whole ones")
    host, _, _ = url.partition("://")[2].partition("/")
    if f"{{{name}}}" in host:
        if not (_HOST.fullmatch(value) or (f"//{{{name}}}" in url and _is_address(value))):
            raise ConfigurationError(f"{name} is {value!r}, which is no part of a host name")
    elif _HAS_DOTS.search(unquote(value)) or _ENDS_PATH.search(value):
        raise ConfigurationError(f"{name} is {value!r}, which leads to another path")


def _is_address(value: str) -> bool:
    """Tell whether a value is an IPv6 address, with or without brackets; a port may follow those.

    A host and its port may be one variable, too.
    """
    text = value
    if value.startswith("["):
        text, closed, port = value[1:].partition("]")
        if not closed or not re.fullmatch(r"(?::\d{1,5})?", port, re.ASCII):
            return False
    elif _HOST_AND_PORT.fullmatch(value):
        return True
    try:
        return bool(IPv6Address(text))
    except ValueError:
        return False


_HOST = re.compile(r"[\w.~!$&'()*+,;=-]*")
"""A part of a registered name (RFC 3986, section 3.2.2)."""
_HOST_AND_PORT = re.compile(r"[\w.~!$&'()*+,;=-]+:\d{1,5}")
_HAS_DOTS = re.compile(r"(?:^|[/\\])\.\.?(?:$|[/\\;])")
"""A semicolon ends a segment for some servers, such as Tomcat."""
_ENDS_PATH = re.compile(r"[\x00-\x20\x7f\\?#]")
_LONGEST_LABEL = 63
"""Characters between two dots of a host (RFC 1035, section 2.3.4)."""
_LAST_PORT = 65535


def _can_be_reached(host: str, port: int | None) -> bool:
    """Tell whether a host may have an address, and a server listen at a port."""
    labels = host.removesuffix(".").split(".")
    is_name = _HOST.fullmatch(host) and all(0 < len(one) <= _LONGEST_LABEL for one in labels)
    return bool(is_name or ":" in host) and (port is None or 0 <= port <= _LAST_PORT)


def _checked_url(given: str, what: str) -> str:
    given = given.strip()
    try:
        url = httpx2.URL(given)
    except httpx2.InvalidURL:
        url = httpx2.URL()
    host = url.raw_host.decode("ascii")
    ends = "?" in given or "#" in given  # also where nothing follows
    if url.scheme not in ("http", "https") or ends or not _can_be_reached(host, url.port):
        shown = shown_given(given)[:200]
        raise ConfigurationError(
            "the base URL must be http(s)://host[:port][/path] or unix:///path/to.sock, "
            f"without a query or a fragment; {what} is {shown!r}"
        )
    return given.rstrip("/")
