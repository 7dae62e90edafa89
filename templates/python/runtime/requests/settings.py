"""Settings of an API as a whole, as its spec says them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import httpx2

from ..records import dataclass, field

Timeout: TypeAlias = httpx2.Timeout

DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
"""Seconds: ten to connect, sixty for each read and write."""


@dataclass(frozen=True, kw_only=True)
class BearerToken:
    """A security scheme that wants ``Authorization: Bearer …``; the caller's ``token``."""

    scheme: str = ""
    """Name of the security scheme in the spec."""
    scopes: tuple[str, ...] = ()
    google: bool = False
    """Google's OAuth 2.0: :class:`~.google.GoogleAuth` works."""


@dataclass(frozen=True)
class ApiKey:
    """A security scheme that wants a key; the caller's ``api_key``."""

    name: str
    """Wire name of the header, query parameter or cookie."""
    place: Literal["header", "query", "cookie"] = field(default="header", kw_only=True)
    scheme: str = field(default="", kw_only=True)


@dataclass(frozen=True, kw_only=True)
class BasicLogin:
    """A security scheme that wants a user name and a password; ``username`` and ``password``."""

    scheme: str = ""


@dataclass(frozen=True, kw_only=True)
class OtherScheme:
    """A security scheme of HTTP, such as Digest, that an ``auth`` of the caller's knows."""

    scheme: str = ""


@dataclass(frozen=True, kw_only=True)
class Renewal:
    """Which responses ask for a new login: those with one of the statuses and one of the codes."""

    statuses: tuple[int, ...] = (401,)
    field: str = ""
    """Where the body has the code, dots between names; empty when the status is enough."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Login:
    """A security scheme whose header has what a login answers; ``username`` and ``password``."""

    route: str
    """Method and path of the operation that logs in."""
    operation_id: str = field(kw_only=True)
    username: str = field(kw_only=True)
    """Wire name in the body of the login."""
    password: str = field(kw_only=True)
    """Wire name in the body of the login."""
    token: str = field(kw_only=True)
    """Where the answer has the token, dots between names."""
    header: str = field(default="Authorization", kw_only=True)
    prefix: str = field(default="", kw_only=True)
    """What stands before the token in the header."""
    media_type: str = field(default="application/json", kw_only=True)
    renewal: Renewal = field(default=Renewal(), kw_only=True)
    server: str = field(default="", kw_only=True)
    """Base URL of the login alone."""
    scheme: str = field(default="", kw_only=True)


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """A security scheme that the connection satisfies, by a client certificate (mutual TLS)."""

    scheme: str = ""


Credential: TypeAlias = BearerToken | ApiKey | BasicLogin | OtherScheme | Login | Certificate


@dataclass(frozen=True, kw_only=True)
class ApiSettings:
    """Facts about an API that its client works by."""

    name: str
    """Short name of the API, for messages."""
    package: str
    """Import path of the generated package; references and the logger's name start here."""
    version: str = ""
    """Of the package."""
    base_url: str | None = None
    """Its variables stand in braces."""
    base_path: str = ""
    """Path of the API on whatever server the caller names; empty where the spec says the server."""
    regional_urls: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Base URLs with ``{location}`` in them to the locations that have them; the first is also for
    any other.
    """
    mtls_url: str = ""
    """Base URL for clients that show a certificate; empty when there is none."""
    batch_path: str = ""
    """Path that takes many calls in one request; empty when there is none."""
    variables: Mapping[str, str | int] = field(default_factory=dict[str, str | int])
    """Defaults of the variables of the base URL; one that has none must be given."""
    environment: str = ""
    """Prefix of the environment variables that stand in for the client's arguments."""
    known_variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """Arguments to other environment variables that stand in for them, too."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers of every request."""
    credentials: tuple[Credential, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of security schemes; None sends whatever the caller gave."""
    errors: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Statuses to the type of their error's body; keys as of a request's.

    A text is a reference, ``"module:name"``, that is imported when it is needed.
    """
    error_code: str = ""
    """Where the body of an error has the API's code, dots between names; empty for usual places."""
    error_message: str = ""
    """The same of the sentence for people."""
    final: tuple[int | str, ...] = ()
    """Statuses and codes of errors after which another try is of no use."""
    query_names: str = ""
    """Where the names are that calls may leave out of the query, ``"module:name"``; empty where
    nobody knows them.
    """

    @property
    def says_no_security(self) -> bool:
        """Whether the spec says neither how callers show who they are nor that they need not."""
        return not self.credentials and self.security is None
