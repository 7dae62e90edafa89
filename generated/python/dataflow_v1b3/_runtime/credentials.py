"""The caller's secrets, matched with the security schemes of the spec."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .auth import AsyncToken, Auth, BasicAuth, BearerAuth, header_secret
from .errors import ConfigurationError, CredentialsError
from .google_auth import GoogleAuth
from .login import Session
from .settings import ApiKey, ApiSettings, BasicLogin, BearerToken, Login
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
    session: Session | None = field(default=None, repr=False)

    @property
    def signs(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.headers or self.query or self.cookies or self.auth or self.session)


@dataclass(frozen=True, slots=True)
class Credentials:
    """The secrets of one client; they never show."""

    api_keys: tuple[tuple[ApiKey, str], ...] = field(default=(), repr=False)
    token: str = field(default="", repr=False)
    auth: Auth | None = field(default=None, repr=False)
    session: Session | None = field(default=None, repr=False)
    """Where the API has a login; an ``auth`` does without."""
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
        universe: str,
        session: Session | None = None,
    ) -> Credentials:
        """Match what the caller gave with the schemes of the API.

        Raises:
            ConfigurationError: There are both an auth and a token or a login.
            CredentialsError: A secret cannot be sent.
        """
        keys = [entry for entry in settings.credentials if isinstance(entry, ApiKey)]
        others = [entry for entry in settings.credentials if not isinstance(entry, ApiKey)]
        if token is not None and auth is not None:
            raise ConfigurationError("token and auth exclude each other")
        if session is not None and auth is not None:
            raise ConfigurationError("username and auth exclude each other")
        if token is not None and not isinstance(token, str):
            auth = BearerAuth(token)
            token = None
        if isinstance(auth, GoogleAuth):
            bearers = [entry for entry in others if isinstance(entry, BearerToken)]
            scopes = [scope for entry in bearers for scope in entry.scopes]
            auth = auth.for_api(scopes, universe)
        return cls(
            api_keys=tuple(_by_scheme(keys, api_key)),
            token=header_secret(token, "token") if token is not None else "",
            auth=auth,
            session=session,
            token_schemes=frozenset(
                entry.scheme for entry in others if auth is not None or not isinstance(entry, Login)
            ),
        )

    def with_changes(self, new: Credentials) -> Credentials:
        """Return these with the secrets of ``new``; a login and an auth replace each other."""
        logs_in_now = new.session is not None and self.session is None
        takes = bool(new.token) or new.auth is not None or logs_in_now
        return Credentials(
            api_keys=new.api_keys or self.api_keys,
            token=new.token if takes else self.token,
            auth=new.auth if takes else self.auth,
            session=None if new.auth is not None else new.session or self.session,
            token_schemes=new.token_schemes if takes else self.token_schemes,
        )

    def new_session(
        self, settings: ApiSettings, username: str | None, password: str | None
    ) -> Session | None:
        """Return a session of its own for a user, this one where only a password is given.

        None where neither is.

        Raises:
            ConfigurationError: The API has no login.
            CredentialsError: There is a user name without a password.
        """
        if username is None and password is None:
            return None
        if username is None and self.session is not None:
            username = self.session.username
        return open_session(settings, username, password)

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
        if self.session is not None:
            held.add(self.session.login.scheme)
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
        with_login = self.session is not None and self.session.login.scheme in chosen
        return Signature(
            headers,
            tuple(query),
            cookies,
            self.auth if with_token else None,
            self.session if with_login else None,
        )


def from_environment(
    settings: ApiSettings,
    *,
    token: AsyncToken | None,
    api_key: ApiKeys | None,
    auth: Auth | None,
    universe: str,
    username: str | None = None,
    password: str | None = None,
) -> Credentials:
    """Match what the caller gave, else what the environment has.

    That is ``…_TOKEN``, ``…_API_KEY`` and ``…_USERNAME`` with ``…_PASSWORD``, each where the API
    has a scheme for it.

    Raises:
        ConfigurationError: There are both a user name and an auth.
        CredentialsError: There is a user name without a password, or a secret cannot be sent.
    """
    kinds = {type(entry) for entry in settings.credentials}
    session = None
    if auth is None or username is not None or password is not None:
        session = _session(settings, username, password)
    if api_key is None and ApiKey in kinds:
        api_key = _variable(settings, "API_KEY")
    if token is None and auth is None and BearerToken in kinds:
        token = _variable(settings, "TOKEN")
    user = _variable(settings, "USERNAME") if BasicLogin in kinds and session is None else None
    if token is None and auth is None and user is not None:
        auth = BasicAuth(user, _variable(settings, "PASSWORD") or "")
    return Credentials.matched(
        settings, token=token, api_key=api_key, auth=auth, universe=universe, session=session
    )


def _session(settings: ApiSettings, username: str | None, password: str | None) -> Session | None:
    if not any(isinstance(entry, Login) for entry in settings.credentials):
        return None
    username = _variable(settings, "USERNAME") if username is None else username
    password = _variable(settings, "PASSWORD") if password is None else password
    if username is None and password is None:
        return None
    return open_session(settings, username, password)


def open_session(settings: ApiSettings, username: str | None, password: str | None) -> Session:
    """Return a session that has not logged in yet.

    Raises:
        ConfigurationError: The API has no login.
        CredentialsError: One of the two is missing.
    """
    login = next((entry for entry in settings.credentials if isinstance(entry, Login)), None)
    if login is None:
        raise ConfigurationError(f"{settings.name} has no login that takes a user name")
    if username is None or password is None:
        raise CredentialsError("a login takes both a user name and a password")
    return Session(login, username, password)


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
