"""Connections of a client: how they are made, and one pool for each process."""

from __future__ import annotations

import os
import ssl
import warnings
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar
from weakref import WeakSet

import httpx2

from ..auth.endpoints import Endpoint, load_certificate
from ..calls.responses import wake
from ..errors.api_errors import ConfigurationError
from ..records import dataclass
from ..requests.forks import renew_in_children
from ..requests.redaction import shown_given
from ..requests.urls import REDACTED
from .system_trust import CERTIFICATES, system_trust

HttpT = TypeVar("HttpT", httpx2.Client, httpx2.AsyncClient)

Verify: TypeAlias = ssl.SSLContext | str | os.PathLike[str] | bool
"""A context, a file or folder of certificates of authorities, True for the system's; False checks
nothing."""
ProxyUrl: TypeAlias = httpx2.Proxy | httpx2.URL | str

_PROXIES = ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY")
_HIDDEN = f"{REDACTED}@"
_TYPES: dict[str, tuple[type, ...]] = {
    "verify": (ssl.SSLContext, str, os.PathLike, bool),
    "proxy": (httpx2.Proxy, httpx2.URL, str),
    "limits": (httpx2.Limits,),
    "http2": (bool,),
}
_MAY_BE_NONE = frozenset({"proxy", "limits"})


@dataclass(frozen=True, kw_only=True)
class ConnectionSettings:
    """What a caller says of connections."""

    endpoint: Endpoint | None
    transport: Any
    verify: Verify
    proxy: ProxyUrl | None
    limits: httpx2.Limits | None
    http2: bool
    http_client: Any

    def __post_init__(self) -> None:
        """Refuse what is of another type, or cannot go together.

        Raises:
            ConfigurationError: Something is said of connections that are made by somebody else.
            TypeError: An argument is of another type than it should.
        """
        for name, kinds in _TYPES.items():
            given = getattr(self, name)
            if not (given is None and name in _MAY_BE_NONE) and not isinstance(given, kinds):
                wanted = " or ".join(kind.__name__ for kind in kinds)
                raise TypeError(f"{name} must be {wanted}, not {type(given).__name__}")
        whole = "http_client" if self.http_client is not None else "transport"
        if getattr(self, whole) is None:
            return
        said = {
            "transport": whole != "transport" and self.transport is not None,
            "cert": self.endpoint is not None and self.endpoint.cert is not None,
            "verify": self.verify is not True,
            "proxy": self.proxy is not None,
            "limits": self.limits is not None,
            "http2": self.http2,
        }
        for name in (name for name, is_said in said.items() if is_said):
            raise ConfigurationError(
                f"{name} and {whole} exclude each other: tell the {whole.replace('_', ' ')}"
            )

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of a client of httpx2.

        Raises:
            ConfigurationError: Certificates cannot be loaded.
        """
        if self.transport is not None:
            return {"transport": self.transport}
        given: dict[str, Any] = {"verify": self._context(), "http2": self.http2}
        if self.proxy is not None:
            given["proxy"] = self.proxy
        if self.limits is not None:
            given["limits"] = self.limits
        return given

    def _context(self) -> ssl.SSLContext | bool:
        """Return what a connection is verified by, and what shows the client's certificate."""
        own = None if self.endpoint is None else self.endpoint.context
        if self.verify is True:
            return own or system_trust()
        context = _context_of(self.verify)
        if self.endpoint is None or own is None:
            return context
        cert = self.endpoint.cert
        if cert is None or isinstance(cert, ssl.SSLContext):
            raise ConfigurationError("verify cannot change a context that is given as cert")
        return load_certificate(cert, context)


def _context_of(verify: Verify) -> ssl.SSLContext:
    if isinstance(verify, ssl.SSLContext):
        return verify
    if isinstance(verify, bool):
        warnings.warn(
            "verify=False: anybody on the way can read and change what is sent", stacklevel=7
        )
        return httpx2.create_ssl_context(verify=False)
    if not os.fspath(verify):
        raise ConfigurationError("verify is empty: it is a file or a folder, or True or False")
    path = Path(verify)
    try:
        if path.is_dir():
            return ssl.create_default_context(capath=path)
        return ssl.create_default_context(cafile=path)
    except OSError as error:  # also of ssl
        raise ConfigurationError(
            f"verify: no certificates can be read from {str(path)!r}: {error}"
        ) from error


class Connection(Generic[HttpT]):
    """The pool of a client and its copies; a child process that is forked gets one of its own."""

    def __init__(self, kind: type[HttpT], settings: ConnectionSettings) -> None:
        """Make the pool, unless the caller has one.

        Raises:
            ConfigurationError: It cannot be made as the caller or the environment says.
            TypeError: The caller's is one for the other kind of client.
        """
        given = settings.http_client
        if given is not None and not isinstance(given, kind):
            wanted, got = kind.__name__, type(given).__name__
            raise TypeError(f"http_client must be an httpx2.{wanted}, not {got}")
        sends = "handle_request" if kind is httpx2.Client else "handle_async_request"
        if not hasattr(settings.transport, sends) and settings.transport is not None:
            got = type(settings.transport).__name__
            raise TypeError(
                f"the transport of an httpx2.{kind.__name__} has {sends}; {got} has not"
            )
        self._kind: type[HttpT] = kind
        self._arguments = {} if given is not None else settings.arguments()
        self._is_own = given is None
        self._http: HttpT | None = given if given is not None else self._made()
        self._open: WeakSet[httpx2.Response] = WeakSet()
        if self._is_own and "transport" not in self._arguments:
            renew_in_children(self)

    @property
    def http(self) -> HttpT:
        """The client of httpx2 for this process."""
        if self._http is None:
            self._http = self._made()
        return self._http

    @property
    def to_close(self) -> HttpT | None:
        """The client of httpx2, unless the caller closes it."""
        return self._http if self._is_own else None

    def watch(self, response: httpx2.Response) -> None:
        """Remember a response that is read bit by bit."""
        self._open.add(response)

    def wake_readers(self) -> None:
        """End the connections that other threads may be waiting at."""
        for response in list(self._open):
            if not response.is_closed:
                wake(response)

    def refuse_misuse(self, error: Exception) -> None:
        """Say more of an error that comes of how a client is used, where that is known.

        Raises:
            ConfigurationError: The client is closed, or of another event loop.
        """
        if not isinstance(error, RuntimeError):
            return
        if self._http is not None and self._http.is_closed:
            raise ConfigurationError("the client is closed: make another one") from error
        if "event loop" in str(error).lower() or "different loop" in str(error):
            raise ConfigurationError(
                "an async client belongs to the event loop that it was first used in: "
                "make one in each, with `async with`"
            ) from error

    def after_fork(self) -> None:
        """Leave the connections to the process that has opened them."""
        self._http = None
        self._open = WeakSet()

    def _made(self) -> HttpT:
        try:
            made: HttpT = self._kind(**self._arguments, cookies=_NoCookies())
        except (ValueError, ImportError, OSError, httpx2.InvalidURL) as error:
            why = _why_not(error, self._arguments)
            raise ConfigurationError(why) from (None if _HIDDEN in why else error)
        return made


class _NoCookies(CookieJar):
    """A jar that takes nothing: the users of one connection are not one user."""

    def extract_cookies(self, *_: Any, **__: Any) -> None:
        """Take nothing out of a response."""

    def set_cookie(self, *_: Any, **__: Any) -> None:
        """Take nothing."""


def _why_not(error: Exception, arguments: dict[str, Any]) -> str:
    """Explain why there can be no connections, and what of the environment says so."""
    if isinstance(error, ImportError) and arguments.get("http2"):
        return "http2 needs the package h2: pip install 'httpx2[http2]'"
    reason = str(error).partition(" Make sure")[0]
    if isinstance(error, OSError):
        named = ", ".join(f"{name}={value}" for name, value in _set(CERTIFICATES))
        return f"{named or 'the connection'}: certificates cannot be read: {reason}"
    given = arguments.get("proxy")
    proxies = [("the argument proxy", str(given))] if given is not None else [*_set(_PROXIES)]
    named = ", ".join(f"{name}={shown_given(value)}" for name, value in proxies)
    if _HIDDEN in named:  # the reason may quote a part of what is hidden
        reason = "it is no address such as http://user:password@host:port"
    return f"{named or 'the connection'}: cannot be used: {reason}"


def _set(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        for spelled in (name, name.lower()):
            if value := os.environ.get(spelled):
                yield spelled, value
