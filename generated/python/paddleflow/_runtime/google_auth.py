"""Google's credentials, by way of google-auth."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from importlib import import_module
from typing import Any

import anyio.to_thread
import httpx2

from .errors import CredentialsError
from .uploads import can_resend


class GoogleAuth(httpx2.Auth):
    """Google credentials: the application-default ones, or ``credentials`` of google-auth.

    ``scopes`` are those of the API unless given. Access tokens are fetched before they expire, and
    once more when the server answers 401. Needs the package google-auth.
    """

    def __init__(self, credentials: Any = None, *, scopes: Sequence[str] = ()) -> None:
        self._credentials = credentials
        self._scopes = tuple(scopes)
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(scopes={self._scopes!r})"

    def with_default_scopes(self, scopes: Sequence[str]) -> GoogleAuth:
        """Return credentials for ``scopes``, or these if they already have their own."""
        if self._scopes or not scopes:
            return self
        return GoogleAuth(self._credentials, scopes=scopes)

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        if not self._valid():
            self._refresh(None)
        used = self._apply(request)
        response = yield request
        if response.status_code == 401 and can_resend(request):
            self._refresh(used)
            self._apply(request)
            yield request

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        if not self._valid():
            await anyio.to_thread.run_sync(self._refresh, None)
        used = self._apply(request)
        response = yield request
        if response.status_code == 401 and can_resend(request):
            await anyio.to_thread.run_sync(self._refresh, used)
            self._apply(request)
            yield request

    def _valid(self) -> bool:
        return self._credentials is not None and bool(self._credentials.valid)

    def _apply(self, request: httpx2.Request) -> Any:
        headers: dict[str, str] = {}
        self._credentials.apply(headers)
        request.headers.update(headers)
        return self._credentials.token

    def _refresh(self, refused: Any) -> None:
        """Get an access token unless another thread got one that the server has not refused."""
        with self._lock:
            auth = _google("google.auth")
            scoped = _google("google.auth.credentials").with_scopes_if_required
            failures = _google("google.auth.exceptions").GoogleAuthError
            scopes = list(self._scopes) or None
            try:
                with httpx2.Client() as http:
                    transport = _Transport(http)
                    if self._credentials is None:
                        self._credentials, _ = auth.default(scopes=scopes, request=transport)
                    self._credentials = scoped(self._credentials, scopes)
                    if not self._valid() or self._credentials.token == refused:
                        self._credentials.refresh(transport)
            except failures as error:
                raise CredentialsError(f"no Google access token: {error}") from error


def _google(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise CredentialsError("GoogleAuth needs google-auth: pip install google-auth") from error


class _Transport:
    """What google-auth sends its own requests with (google.auth.transport.Request)."""

    def __init__(self, http: httpx2.Client) -> None:
        self._http = http

    def __call__(
        self,
        url: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = 120,
        **_: Any,
    ) -> _TransportResponse:
        try:
            response = self._http.request(
                method, url, content=body, headers=headers, timeout=timeout
            )
        except httpx2.HTTPError as error:
            failure = _google("google.auth.exceptions").TransportError
            raise failure(str(error)) from error
        return _TransportResponse(response)


class _TransportResponse:
    """A response as google-auth wants it (google.auth.transport.Response)."""

    def __init__(self, response: httpx2.Response) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.data = response.content
