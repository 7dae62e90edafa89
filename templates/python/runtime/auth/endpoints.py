"""Servers of an API to choose from: by location, by universe, or with a certificate.

The environment variables are those of Google's own clients (AIP-4114):
GOOGLE_CLOUD_UNIVERSE_DOMAIN, GOOGLE_API_USE_MTLS_ENDPOINT, GOOGLE_API_USE_CLIENT_CERTIFICATE.
"""

from __future__ import annotations

import os
import re
import ssl
from functools import cached_property
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import httpx2

from ..errors.api_errors import ConfigurationError, CredentialsError
from ..records import dataclass
from ..requests.settings import ApiSettings

ClientCertificate: TypeAlias = ssl.SSLContext | str | tuple[str, str] | tuple[str, str, str]
"""A path of certificate and key in one file, ``(certificate, key)`` or ``(certificate, key,
password)``, or a context that has them loaded."""

DEFAULT_UNIVERSE = "googleapis.com"

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """What the caller says of the server, short of its base URL."""

    location: str | None = None
    """Region, such as ``europe-west1``, whose own server is to be used."""
    universe_domain: str | None = None
    """Domain of another cloud that runs the same APIs."""
    cert: ClientCertificate | None = None

    @property
    def is_chosen(self) -> bool:
        """Whether the caller has chosen a server of the spec."""
        return self.location is not None or self.universe_domain is not None

    @cached_property
    def universe(self) -> str:
        """The universe domain: the caller's, else the environment's, else Google's own.

        Raises:
            ConfigurationError: It is not a domain.
        """
        given = self.universe_domain
        if given is None:
            given = os.environ.get("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "").strip() or DEFAULT_UNIVERSE
        return _checked(given, "universe domain")

    @cached_property
    def context(self) -> ssl.SSLContext | None:
        """The TLS context with the client's certificate, None without one.

        Raises:
            ConfigurationError: The certificate cannot be loaded.
        """
        use = _choice("GOOGLE_API_USE_CLIENT_CERTIFICATE", ("", "true", "false"))
        if use == "false":
            return None
        if self.cert is None:
            return _certificate_of_the_device() if use == "true" else None
        return self.cert if isinstance(self.cert, ssl.SSLContext) else load_certificate(self.cert)

    def url(self, settings: ApiSettings, url: str) -> str:
        """Return the base URL in place of ``url``, that of the API.

        Raises:
            ConfigurationError: What the caller and the environment say does not go together.
        """
        if self.location is not None:
            url = _regional(settings, self.location)
        elif self._wants_mtls(settings):
            return settings.mtls_url
        return url if self.universe == DEFAULT_UNIVERSE else self._in_universe(url)

    def _wants_mtls(self, settings: ApiSettings) -> bool:
        if not settings.mtls_url:
            return False
        use = _choice("GOOGLE_API_USE_MTLS_ENDPOINT", ("auto", "always", "never"))
        wants = use == "always" or (use == "auto" and self.context is not None)
        if wants and self.universe != DEFAULT_UNIVERSE:
            raise ConfigurationError(
                f"{settings.name}: there is no mTLS address in universe {self.universe!r}; "
                "GOOGLE_API_USE_MTLS_ENDPOINT=never does without"
            )
        return wants

    def _in_universe(self, url: str) -> str:
        host = httpx2.URL(url).host
        if not host.endswith(f".{DEFAULT_UNIVERSE}"):
            return url
        there = f"{host.removesuffix(DEFAULT_UNIVERSE)}{self.universe}"
        return url.replace(host, there, 1)


def _regional(settings: ApiSettings, location: str) -> str:
    """Return the base URL of a location, which need not be one that the spec lists."""
    location = _checked(location, "location")
    first = next(iter(settings.regional_urls))
    known = (url for url, locations in settings.regional_urls.items() if location in locations)
    return next(known, first).replace("{location}", location)


def _checked(name: str, what: str) -> str:
    if not _NAME.fullmatch(name):
        raise ConfigurationError(f"{name!r} is no {what}")
    return name


def _choice(variable: str, choices: tuple[str, ...]) -> str:
    value = os.environ.get(variable, "").strip().lower() or choices[0]
    if value not in choices:
        known = ", ".join(choice for choice in choices if choice)
        raise ConfigurationError(f"{variable} is {value!r}; it may be one of {known}")
    return value


def load_certificate(
    cert: str | tuple[str, ...], context: ssl.SSLContext | None = None
) -> ssl.SSLContext:
    """Return a TLS context, a new one unless it is given, that shows a certificate.

    Raises:
        ConfigurationError: It cannot be loaded.
    """
    try:
        context = context or httpx2.create_ssl_context()
        context.load_cert_chain(*((cert,) if isinstance(cert, str) else cert))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"the client certificate cannot be loaded: {error}") from error
    return context


def _certificate_of_the_device() -> ssl.SSLContext | None:
    """Load the certificate that this device has for its user, None where it has none."""
    try:
        mtls: Any = import_module("google.auth.transport.mtls")
        failure: Any = import_module("google.auth.exceptions").GoogleAuthError
    except ImportError as error:
        raise CredentialsError(
            "the device's client certificate needs google-auth: pip install google-auth"
        ) from error
    if not mtls.has_default_client_cert_source():
        return None
    try:
        cert, key = mtls.default_client_cert_source()()
    except failure as error:
        raise CredentialsError(f"no client certificate: {error}") from error
    with TemporaryDirectory() as folder:  # which is its owner's alone; TLS reads files
        path = Path(folder, "client.pem")
        path.write_bytes(cert + b"\n" + key)
        return load_certificate(str(path))
