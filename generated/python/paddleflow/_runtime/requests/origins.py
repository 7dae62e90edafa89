"""Origins: which addresses are of the server that credentials are for."""

from __future__ import annotations

import httpx2

DEFAULT_PORTS = {"http": 80, "https": 443}


def is_web_address(url: httpx2.URL) -> bool:
    """Tell whether a request can be sent to a URL."""
    return url.scheme in DEFAULT_PORTS and bool(url.host)


def is_same_server(home: httpx2.URL, other: httpx2.URL) -> bool:
    """Tell whether a URL has the origin of another one, or that with TLS at the default ports."""
    if not (is_web_address(home) and is_web_address(other)):
        return False
    if home.origin == other.origin:
        return True
    upgraded = home.scheme == "http" and other.scheme == "https"
    return upgraded and home.host == other.host and _has_default_port(home, other)


def _has_default_port(*urls: httpx2.URL) -> bool:
    return all(url.port in (None, DEFAULT_PORTS[url.scheme]) for url in urls)


def origin_of(url: httpx2.URL) -> str:
    """Return the origin of a URL to show."""
    port = "" if url.port is None else f":{url.port}"
    host = f"[{url.host}]" if ":" in url.host else url.host
    return f"{url.scheme}://{host}{port}"
