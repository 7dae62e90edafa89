"""What the spec says about an API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import httpx2

Timeout: TypeAlias = httpx2.Timeout

DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
"""Seconds: ten to connect, sixty for each read and write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerToken:
    """A security scheme that wants ``Authorization: Bearer …``; the caller's ``token``."""

    scheme: str = ""
    """Name of the security scheme in the spec."""
    scopes: tuple[str, ...] = ()
    google: bool = False
    """Google's OAuth 2.0: :class:`~.google_auth.GoogleAuth` works."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A security scheme that wants a key; the caller's ``api_key``."""

    name: str
    """Wire name of the header, query parameter or cookie."""
    place: Literal["header", "query", "cookie"] = field(default="header", kw_only=True)
    scheme: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicLogin:
    """A security scheme that wants a user name and a password: ``auth=BasicAuth(…)``."""

    scheme: str = ""


Credential: TypeAlias = BearerToken | ApiKey | BasicLogin


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """Facts about an API that its client works by."""

    name: str
    """Short name of the API, for messages."""
    package: str
    """Import path of the generated package; references and the logger's name start here."""
    base_url: str | None = None
    environment: str = ""
    """Prefix of the environment variables that stand in for the client's arguments."""
    credentials: tuple[Credential, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of security schemes; None sends whatever the caller gave."""
    errors: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Status code, range such as ``4XX`` or ``default`` to the type of that error's body.

    A text is a reference, ``"module:name"``, that is imported when it is needed.
    """
