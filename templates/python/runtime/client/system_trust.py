"""The certificate authorities that the system trusts, read at the first handshake."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import httpx2

from ..errors.api_errors import ConfigurationError

CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""Environment variables that name the authorities."""


class SystemTrust(ssl.SSLContext):
    """The context that httpx2 makes when it is told nothing.

    To read the system's authorities takes longer than most of a client's start, and no connection
    to a plain ``http`` address needs them.
    """

    _protocols: Iterable[str] = ()

    def __new__(cls) -> Self:
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    @cached_property
    def _context(self) -> ssl.SSLContext:
        try:
            return httpx2.create_ssl_context()
        except OSError as error:  # also of ssl
            named = ", ".join(f"{name}={os.environ[name]}" for name in _given())
            raise ConfigurationError(
                f"{named or 'the system'}: certificates cannot be read: {error}"
            ) from error

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        """Keep the protocols to offer in the handshakes that follow."""
        self._protocols = [*alpn_protocols]

    def _ready(self) -> ssl.SSLContext:
        context = self._context
        context.set_alpn_protocols(self._protocols)
        return context

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Begin a handshake on a socket."""
        return self._ready().wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        """Begin a handshake in memory, which is how event loops do it."""
        return self._ready().wrap_bio(*args, **kwargs)


def system_trust() -> ssl.SSLContext | bool:
    """Return what a connection is verified by when the caller says nothing.

    A file of the environment's that has no certificates is left to httpx2, which refuses it while
    the client is made.
    """
    return SystemTrust() if _seems_sound() else True


def _given() -> list[str]:
    return [name for name in CERTIFICATES if os.environ.get(name)]


def _seems_sound() -> bool:
    file = os.environ.get("SSL_CERT_FILE")
    if not file:
        return True
    try:
        return b"-----BEGIN " in Path(file).read_bytes()
    except OSError:
        return False
