"""Client certificates (mutual TLS)."""

from __future__ import annotations

import ssl
from functools import cached_property

from ..records import dataclass
from .endpoints import DEFAULT_UNIVERSE, Endpoint, load_certificate


@dataclass(frozen=True, kw_only=True)
class CertificateEndpoint(Endpoint):
    """The API's own server, and the certificate that it is shown; no environment says otherwise."""

    @cached_property
    def universe(self) -> str:
        """The one that changes no address."""
        return DEFAULT_UNIVERSE

    @cached_property
    def context(self) -> ssl.SSLContext | None:
        """The TLS context with the client's certificate, None without one.

        Raises:
            ConfigurationError: The certificate cannot be loaded.
        """
        if self.cert is None or isinstance(self.cert, ssl.SSLContext):
            return self.cert
        return load_certificate(self.cert)
