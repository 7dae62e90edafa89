"""Environment variables that stand in for credentials which the caller left out."""

from __future__ import annotations

import os

from ..requests.settings import ApiKey, ApiSettings, BasicLogin, BearerToken, Login
from .auth import AsyncToken, Auths
from .credentials import ApiKeys, Credentials, user_of


def from_environment(
    settings: ApiSettings,
    *,
    token: AsyncToken | None,
    api_key: ApiKeys | None,
    auth: Auths | None,
    universe: str,
    base_url: str,
    username: str | None = None,
    password: str | None = None,
) -> Credentials:
    """Match what the caller gave, else what the environment has.

    That is ``…_TOKEN``, ``…_API_KEY`` and ``…_USERNAME`` with ``…_PASSWORD``, each where the API
    has a scheme for it; a token also where the spec says nothing of credentials.

    Raises:
        ConfigurationError: There are both a user name and an auth.
        CredentialsError: There is a user name without a password, or a secret cannot be sent.
    """
    kinds = {kind for entry in settings.credentials for kind in type(entry).__mro__}
    if api_key is None and ApiKey in kinds:
        api_key = _variable(settings, "API_KEY")
    if token is None and auth is None and (BearerToken in kinds or settings.says_no_security):
        token = _variable(settings, "TOKEN")
    asks = auth is None and (Login in kinds or token is None or BearerToken in kinds)
    if username is None and asks and (Login in kinds or BasicLogin in kinds):
        username = _variable(settings, "USERNAME")
    # A password of the environment belongs to somebody: alone it is for nobody's HTTP Basic.
    if password is None and (username is not None or (asks and Login in kinds)):
        password = _variable(settings, "PASSWORD")
    return Credentials.matched(
        settings,
        token=token,
        api_key=api_key,
        auth=auth,
        universe=universe,
        base_url=base_url,
        user=user_of(settings, username, password),
    )


def _variable(settings: ApiSettings, name: str) -> str | None:
    value = os.environ.get(f"{settings.environment}_{name}", "") if settings.environment else ""
    return value.strip() or None
