"""Credentials of requests: whether they are those that the spec asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import urljoin

import httpx2

from ...requests.settings import ApiSettings, Login
from ..errors import RefusedError
from ..spec.document import Spec, SpecOperation

TOKEN = "fake-token"  # noqa: S105 - nobody takes it


Test: TypeAlias = Callable[[httpx2.Request], bool]


class Security:
    """The credentials that an operation needs."""

    def __init__(self, operation: SpecOperation, settings: ApiSettings) -> None:
        self._alternatives: list[list[Test]] = []
        alternatives, self._place = operation.security or ((), "")
        logins = {one.scheme: one for one in settings.credentials if isinstance(one, Login)}
        schemes = operation.spec.schemes
        for one in alternatives:
            self._alternatives.append([_test(schemes.get(name), logins.get(name)) for name in one])
        self._wanted = " or ".join(dict.fromkeys(" with ".join(one) for one in alternatives))

    def check(self, request: httpx2.Request) -> None:
        """Look for the credentials in a request.

        Raises:
            RefusedError: They are not there.
        """
        for tests in self._alternatives:
            if all(test(request) for test in tests):
                return
        if self._alternatives:
            raise RefusedError(401, f"there are no credentials: {self._wanted}", self._place)


def _test(scheme: Mapping[str, Any] | None, login: Login | None) -> Test:
    """Return what tells whether a request has a credential."""
    if login is not None:
        return lambda request: login.header in request.headers
    kind = "" if scheme is None else scheme.get("type")
    if scheme is not None and kind == "apiKey":
        name, place = str(scheme.get("name", "")), str(scheme.get("in"))
        return lambda request: _has_key(request, name, place)
    if scheme is not None and kind == "http":
        return _authorized(str(scheme.get("scheme", "")).lower())
    if kind in ("oauth2", "openIdConnect"):
        return _authorized("bearer")
    return lambda _: True  # such as a certificate, which a request does not show


def _authorized(scheme: str) -> Test:
    start = f"{scheme} "
    return lambda request: request.headers.get("authorization", "").lower().startswith(start)


def _has_key(request: httpx2.Request, name: str, place: str) -> bool:
    if place == "query":
        return name in request.url.params
    if place == "cookie":
        cookies = request.headers.get("cookie", "").split("; ")
        return any(pair.partition("=")[0] == name for pair in cookies)
    return name in request.headers


class Tokens:
    """The tokens of OAuth 2.0 that a service gives."""

    def __init__(self, spec: Spec, base_url: str) -> None:
        """Find where the spec says that tokens are, which may be relative to the base URL."""
        base = f"{base_url}/"
        self._token_url = f"{base}fake-token"
        self._discovery: set[str] = set()
        self._known = {self._token_url}
        for scheme in spec.schemes.values():
            if scheme.get("openIdConnectUrl"):
                self._discovery.add(urljoin(base, scheme["openIdConnectUrl"]))
            flows: Mapping[str, Mapping[str, str]] = scheme.get("flows") or {}
            for flow in flows.values():
                addresses = (flow.get(key) for key in ("tokenUrl", "refreshUrl"))
                self._known |= {urljoin(base, one) for one in addresses if one}

    def answer(self, request: httpx2.Request) -> httpx2.Response | None:
        """Answer a request for a token, or for where there are some; None for any other."""
        address = str(request.url).partition("?")[0]
        if address in self._discovery:
            return httpx2.Response(200, json={"token_endpoint": self._token_url})
        if address in self._known:
            token = {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600}
            return httpx2.Response(200, json=token)
        return None
