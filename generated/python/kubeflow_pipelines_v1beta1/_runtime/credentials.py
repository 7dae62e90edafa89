"""The caller's secrets, matched with the security schemes of the spec."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .auth import AsyncToken, Auth, BasicAuth, BearerAuth, header_secret
from .errors import ConfigurationError
from .google_auth import GoogleAuth
from .settings import ApiKey, ApiSettings, BasicLogin, BearerToken
from .urls import escape

ApiKeys: TypeAlias = str | Mapping[str, str]
"""One API key, or several by the name of their scheme, header, parameter or cookie."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What one request carries to show who asks."""

    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: tuple[str, ...] = field(default=(), repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    auth: Auth | None = field(default=None, repr=False)

    @property
    def signs(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.headers or self.query or self.cookies or self.auth)


@dataclass(frozen=True, slots=True)
class Credentials:
    """The secrets of one client; they never show."""

    api_keys: tuple[tuple[ApiKey, str], ...] = field(default=(), repr=False)
    token: str = field(default="", repr=False)
    auth: Auth | None = field(default=None, repr=False)
    token_schemes: frozenset[str] = frozenset()
    """Schemes that ``token`` or ``auth`` satisfies."""
    _signatures: dict[tuple[tuple[str, ...], ...] | None, Signature] = field(
        default_factory=dict[tuple[tuple[str, ...], ...] | None, Signature],
        repr=False,
        compare=False,
    )

    @classmethod
    def matched(
        cls,
        settings: ApiSettings,
        *,
        token: AsyncToken | None,
        api_key: ApiKeys | None,
        auth: Auth | None,
    ) -> Credentials:
        """Match what the caller gave with the schemes of the API.

        Raises:
            ConfigurationError: There are both a token and an auth.
            CredentialsError: A secret cannot be sent.
        """
        keys = [entry for entry in settings.credentials if isinstance(entry, ApiKey)]
        others = [entry for entry in settings.credentials if not isinstance(entry, ApiKey)]
        if token is not None and auth is not None:
            raise ConfigurationError("token and auth exclude each other")
        if token is not None and not isinstance(token, str):
            auth = BearerAuth(token)
            token = None
        if isinstance(auth, GoogleAuth):
            bearers = [entry for entry in others if isinstance(entry, BearerToken)]
            auth = auth.with_default_scopes([scope for entry in bearers for scope in entry.scopes])
        return cls(
            api_keys=tuple(_by_scheme(keys, api_key)),
            token=header_secret(token, "token") if token is not None else "",
            auth=auth,
            token_schemes=frozenset(entry.scheme for entry in others),
        )

    def with_changes(self, new: Credentials) -> Credentials:
        """Return these with the secrets that ``new`` has."""
        takes = bool(new.token) or new.auth is not None
        return Credentials(
            api_keys=new.api_keys or self.api_keys,
            token=new.token if takes else self.token,
            auth=new.auth if takes else self.auth,
            token_schemes=self.token_schemes,
        )

    def sign(self, security: tuple[tuple[str, ...], ...] | None) -> Signature:
        """Choose the secrets of every alternative that they satisfy; None takes all of them.

        One alternative would do, but a caller who gives a token and a key wants both to count, as
        with Google, where the key says whose quota it is.
        """
        signature = self._signatures.get(security)
        if signature is None:
            signature = self._signatures[security] = self._sign(security)
        return signature

    def _sign(self, security: tuple[tuple[str, ...], ...] | None) -> Signature:
        if security == ():
            return Signature()
        held = {key.scheme for key, _ in self.api_keys}
        if self.token or self.auth is not None:
            held |= self.token_schemes
        chosen = held
        if security is not None:
            chosen = {name for names in security if held.issuperset(names) for name in names}
        with_token = security is None or not self.token_schemes.isdisjoint(chosen)
        headers = {"authorization": f"Bearer {self.token}"} if self.token and with_token else {}
        query: list[str] = []
        cookies: dict[str, str] = {}
        for key, secret in self.api_keys:
            if key.scheme not in chosen:
                continue
            if key.place == "header":
                headers[key.name.lower()] = secret
            elif key.place == "query":
                query.append(f"{escape(key.name)}={escape(secret)}")
            else:
                cookies[key.name] = secret
        return Signature(headers, tuple(query), cookies, self.auth if with_token else None)


def from_environment(
    settings: ApiSettings,
    *,
    token: AsyncToken | None,
    api_key: ApiKeys | None,
    auth: Auth | None,
) -> Credentials:
    """Match what the caller gave, else what the environment has.

    That is ``…_TOKEN``, ``…_API_KEY`` and ``…_USERNAME`` with ``…_PASSWORD``, each where the API
    has a scheme for it.
    """
    kinds = {type(entry) for entry in settings.credentials}
    if api_key is None and ApiKey in kinds:
        api_key = _variable(settings, "API_KEY")
    if token is None and auth is None and BearerToken in kinds:
        token = _variable(settings, "TOKEN")
    username = _variable(settings, "USERNAME") if BasicLogin in kinds else None
    if token is None and auth is None and username is not None:
        auth = BasicAuth(username, _variable(settings, "PASSWORD") or "")
    return Credentials.matched(settings, token=token, api_key=api_key, auth=auth)


def _variable(settings: ApiSettings, name: str) -> str | None:
    value = os.environ.get(f"{settings.environment}_{name}", "") if settings.environment else ""
    return value.strip() or None


def _by_scheme(keys: list[ApiKey], given: ApiKeys | None) -> list[tuple[ApiKey, str]]:
    if given is None:
        return []
    if isinstance(given, str):
        return [(key, header_secret(given, "API key")) for key in keys[:1]]
    return [
        (key, header_secret(secret, "API key"))
        for key in keys
        if (secret := given.get(key.scheme) or given.get(key.name))
    ]
