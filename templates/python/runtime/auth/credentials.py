"""Credentials of a caller, matched with the security schemes of the spec."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import httpx2

from ..errors.api_errors import ConfigurationError, CredentialsError
from ..records import dataclass, field
from ..requests.redaction import header_secret, with_prefix
from ..requests.settings import (
    ApiKey,
    ApiSettings,
    BasicLogin,
    BearerToken,
    Certificate,
    Credential,
    Login,
)
from ..requests.urls import escape
from .auth import (
    ApiAuth,
    AsyncToken,
    Auth,
    Auths,
    BasicAuth,
    BearerAuth,
    Tokens,
    TokenSource,
)
from .login import LoginSession, Session

ApiKeys: TypeAlias = str | Mapping[str, str]
"""One API key for whatever scheme a call asks for, or several by the name of their scheme, header,
parameter or cookie."""

User: TypeAlias = LoginSession | BasicAuth
"""What a user name and a password make of their owner."""

Requirement: TypeAlias = tuple[tuple[str, ...], ...] | None
"""Alternatives, each of schemes that go together; None where the spec does not say."""

_Need: TypeAlias = tuple[Requirement, tuple[str, ...]]
_Carrier: TypeAlias = str | Tokens | httpx2.Auth | Session | tuple[ApiKey, str] | None

_NOTHING = "no credentials were given"
_ONE_KEY = "; one API key was given: give several by the names of their schemes"
_KINDS: tuple[tuple[type[httpx2.Auth], type[Credential]], ...] = (
    (BasicAuth, BasicLogin),
    (BearerAuth, BearerToken),
    (ApiAuth, BearerToken),
)
"""Authentications and the schemes that they are for, where the API has such."""


@dataclass(frozen=True)
class Signature:
    """What one request carries to show who asks."""

    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: tuple[str, ...] = field(default=(), repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    auth: httpx2.Auth | None = field(default=None, repr=False)
    session: Session | None = field(default=None, repr=False)
    unsigned: str = ""
    """Why there is nothing to show; empty where there is something."""


@dataclass(frozen=True)
class Credentials:
    """The secrets of one client; they never show."""

    api_keys: tuple[tuple[ApiKey, str], ...] = field(default=(), repr=False)
    has_one_key: bool = False
    """Whether one key was given for several schemes: a request shows it in one place."""
    token: str = field(default="", repr=False)
    tokens: Tokens | None = field(default=None, repr=False)
    """Where the client fetches its tokens."""
    token_schemes: frozenset[str] = frozenset()
    """Schemes that ``token`` or ``tokens`` satisfies."""
    auths: tuple[tuple[frozenset[str], httpx2.Auth], ...] = field(default=(), repr=False)
    """Each authentication with the schemes that it satisfies."""
    session: LoginSession | None = field(default=None, repr=False)
    """Where the API has a login; an ``auth`` does without."""
    certificates: frozenset[str] = frozenset()
    """Schemes that requests have nothing to show for."""
    _signatures: dict[_Need, Signature] = field(
        default_factory=dict[_Need, Signature], repr=False, compare=False
    )

    @classmethod
    def matched(
        cls,
        settings: ApiSettings,
        *,
        token: AsyncToken | None,
        api_key: ApiKeys | None,
        auth: Auths | None,
        universe: str,
        base_url: str,
        user: User | None = None,
    ) -> Credentials:
        """Match what the caller gave with the schemes of the API.

        Raises:
            ConfigurationError: Two of them are for the same, such as an auth and a login, or one
                is for a scheme that the API does not have.
            CredentialsError: A secret cannot be sent.
        """
        if isinstance(auth, TokenSource):
            if token is not None:
                raise ConfigurationError("token and auth exclude each other")
            token, auth = auth, None
        auth = _as_basic(auth) if isinstance(auth, tuple) else auth
        keys = [entry for entry in settings.credentials if isinstance(entry, ApiKey)]
        certificates = [one for one in settings.credentials if isinstance(one, Certificate)]
        rest = (ApiKey, Certificate)
        others = [entry for entry in settings.credentials if not isinstance(entry, rest)]
        auths = tuple(_auths(others, auth, universe))
        told = {scheme for schemes, _ in auths for scheme in schemes}
        session = user if isinstance(user, LoginSession) else None
        basics = [one for one in others if isinstance(one, BasicLogin) and one.scheme not in told]
        if auth is not None and (session or (user and not basics)):
            raise ConfigurationError("username and auth exclude each other")
        if isinstance(user, BasicAuth):
            auths = (*auths, (_names(basics), user))
            told |= _names(basics)
        bearers = [entry for entry in others if isinstance(entry, BearerToken)]
        free = [entry for entry in bearers if entry.scheme not in told]
        if token is not None and auths and not free:
            other = "auth" if user is None else "username"
            raise ConfigurationError(f"token and {other} exclude each other")
        tokens, schemes = None, frozenset[str]()
        if isinstance(token, TokenSource):
            tokens = token.open(free, base_url)
            schemes = tokens.schemes
        elif isinstance(token, str):
            header_secret(token, "token")
            schemes = _names(free or [one for one in others if not isinstance(one, Login)])
        elif token is not None:
            auths = (*auths, (_names(free or others), BearerAuth(token)))
        return cls(
            api_keys=tuple(_by_scheme(keys, api_key)),
            has_one_key=isinstance(api_key, str) and len(keys) > 1,
            token=token if isinstance(token, str) else "",
            tokens=tokens,
            token_schemes=schemes,
            auths=auths,
            session=session,
            certificates=_names(certificates),
        )

    def with_changes(self, new: Credentials) -> Credentials:
        """Return these with the secrets of ``new``; a token, an auth and a login replace each
        other.
        """
        logs_in_now = new.session is not None and self.session is None
        takes = bool(new.token or new.tokens or new.auths or logs_in_now)
        taken = new if takes else self
        return Credentials(
            api_keys=new.api_keys or self.api_keys,
            has_one_key=new.has_one_key if new.api_keys else self.has_one_key,
            token=taken.token,
            tokens=taken.tokens,
            token_schemes=taken.token_schemes,
            auths=taken.auths,
            session=None if new.auths else new.session or self.session,
            certificates=self.certificates,
        )

    def new_user(
        self, settings: ApiSettings, username: str | None, password: str | None
    ) -> User | None:
        """Return another user, this one where only a password is given; None where neither is.

        Raises:
            ConfigurationError: The API takes no user name.
            CredentialsError: One of the two is missing.
        """
        if username is None and password is not None and self.session is not None:
            username = self.session.username
        return user_of(settings, username, password)

    def sign(self, security: Requirement, scopes: tuple[str, ...] = ()) -> Signature:
        """Choose the secrets of every alternative that they satisfy; None takes all of them.

        One alternative would do, but a caller who gives a token and a key wants both to count, as
        with Google, where the key says whose quota it is. One header has place for one of them: for
        what satisfies the first alternative. Scopes are those of a token that is yet to be fetched.
        """
        signature = self._signatures.get((security, scopes))
        if signature is None:
            signature = self._signatures[security, scopes] = self._sign(security, scopes)
        return signature

    def _sign(self, security: Requirement, scopes: tuple[str, ...]) -> Signature:
        if security == ():
            return Signature(unsigned=_NOTHING)
        held = self._held()
        chosen: Iterable[str] = held
        if security is not None:
            satisfied = [names for names in security if self._satisfies(names, held)]
            chosen = dict.fromkeys(name for names in satisfied for name in names)
        headers: dict[str, str] = {}
        query: list[str] = []
        cookies: dict[str, str] = {}
        auth: httpx2.Auth | None = None
        session: Session | None = None
        taken = shown = False
        for scheme in chosen:
            carrier = held[scheme]
            if isinstance(carrier, tuple):
                if not (self.has_one_key and shown):
                    _put_key(*carrier, headers, query, cookies)
                shown = True
                continue
            if isinstance(carrier, Tokens):
                carrier = carrier.session(scheme, scopes)
            if isinstance(carrier, Session) and carrier.header.lower() != "authorization":
                session = carrier
            elif carrier is not None and not taken:
                taken = True
                if isinstance(carrier, Session):
                    session = carrier
                elif isinstance(carrier, str):
                    headers["authorization"] = with_prefix("Bearer ", carrier)
                else:
                    auth = carrier
        signs = headers or query or cookies or auth or session
        unsigned = (
            "" if signs else _lacking(security, has_others=len(held) > len(self.certificates))
        )
        if unsigned and self.has_one_key and security is not None:
            unsigned += _ONE_KEY if any(self._keys_of(names) > 1 for names in security) else ""
        return Signature(headers, tuple(query), cookies, auth, session, unsigned)

    def _satisfies(self, names: tuple[str, ...], held: Mapping[str, _Carrier]) -> bool:
        """Tell whether there is something for each scheme; one key is not two different ones."""
        is_one_too_few = self.has_one_key and self._keys_of(names) > 1
        return held.keys() >= set(names) and not is_one_too_few

    def _keys_of(self, names: tuple[str, ...]) -> int:
        return sum(key.scheme in names for key, _ in self.api_keys)

    def _held(self) -> dict[str, _Carrier]:
        """Return what satisfies each scheme: a key, an auth, a token, or a session that gets one.

        Where the API tells of no scheme, the caller's token or auth goes along without a name.
        """
        held: dict[str, _Carrier] = dict.fromkeys(self.certificates)
        if self.token or self.tokens is not None:
            token: _Carrier = self.tokens or self.token
            held.update(dict.fromkeys(self.token_schemes or {""}, token))
        for schemes, auth in self.auths:
            held.update(dict.fromkeys(schemes or {""}, auth))
        if self.session is not None:
            held.setdefault(self.session.login.scheme, self.session)
        held.update({key.scheme: (key, secret) for key, secret in self.api_keys})
        return held


def _names(entries: Iterable[Credential]) -> frozenset[str]:
    return frozenset(entry.scheme for entry in entries)


def _auths(
    entries: Sequence[Credential], given: httpx2.Auth | Mapping[str, Any] | None, universe: str
) -> Iterator[tuple[frozenset[str], httpx2.Auth]]:
    """Yield each authentication with the schemes that it is for.

    Raises:
        ConfigurationError: The API has no scheme of a name.
    """
    if isinstance(given, Mapping):
        for name, auth in given.items():
            named = [entry for entry in entries if entry.scheme == name]
            if not named:
                known = ", ".join(repr(entry.scheme) for entry in entries)
                raise ConfigurationError(f"auth has {name!r}, which is none of {known}")
            if isinstance(auth, TokenSource):
                raise ConfigurationError(f"give the {type(auth).__name__} of {name!r} as token=")
            yield _names(named), _for_api(_as_basic(auth), named, universe)
    elif given is not None:
        kinds = [kind for cls, kind in _KINDS if isinstance(given, cls)]
        fitting = [entry for entry in entries if isinstance(entry, tuple(kinds))]
        yield _names(fitting or entries), _for_api(given, entries, universe)


def _as_basic(auth: Auth) -> httpx2.Auth:
    return BasicAuth(*auth) if isinstance(auth, tuple) else auth


def _for_api(auth: httpx2.Auth, entries: Iterable[Credential], universe: str) -> httpx2.Auth:
    if not isinstance(auth, ApiAuth):
        return auth
    bearers = [entry for entry in entries if isinstance(entry, BearerToken)]
    return auth.for_api([scope for entry in bearers for scope in entry.scopes], universe)


def _put_key(
    key: ApiKey, secret: str, headers: dict[str, str], query: list[str], cookies: dict[str, str]
) -> None:
    if key.place == "header":
        headers[key.name.lower()] = secret
    elif key.place == "query":
        query.append(f"{escape(key.name)}={escape(secret)}")
    else:
        cookies[key.name] = secret


def _lacking(security: Requirement, *, has_others: bool) -> str:
    """Tell why a request shows nothing."""
    if security is None or not has_others or () in security:
        return _NOTHING
    wanted = " or ".join(" with ".join(names) for names in security)
    return f"the credentials given are others than {wanted}"


def user_of(settings: ApiSettings, username: str | None, password: str | None) -> User | None:
    """Return what a user name and a password are for: a login, else HTTP Basic.

    HTTP Basic takes a user name alone, as where that is a key.

    Raises:
        ConfigurationError: The API takes no user name.
        CredentialsError: One of the two is missing.
    """
    if username is None and password is None:
        return None
    kinds = {type(entry) for entry in settings.credentials}
    if Login in kinds or BasicLogin not in kinds:
        return open_session(settings, username, password)
    if username is None:
        raise CredentialsError("a password needs its user name")
    return BasicAuth(username, password or "")


def open_session(settings: ApiSettings, username: str | None, password: str | None) -> LoginSession:
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
    return LoginSession(login, username, password)


def _by_scheme(keys: list[ApiKey], given: ApiKeys | None) -> list[tuple[ApiKey, str]]:
    if given is None:
        return []
    if isinstance(given, str):
        return [(key, header_secret(given, "API key")) for key in keys]
    return [
        (key, header_secret(secret, "API key"))
        for key in keys
        if (secret := given.get(key.scheme) or given.get(key.name))
    ]
