"""Google's credentials, by way of google-auth."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from importlib import import_module
from typing import Any, Self

import anyio.to_thread
import httpx2

from ..bodies.upload_streams import can_resend
from ..errors.api_errors import CredentialsError
from ..requests.forks import renew_in_children
from .auth import ApiAuth

_QUOTA_HEADER = "x-goog-user-project"


class GoogleAuth(ApiAuth):
    """Google credentials: the application-default ones, or ``credentials`` of google-auth.

    By default ``scopes`` are those of the API. ``quota_project`` is the project that pays for the
    calls, in place of the project of the credentials; your own header ``x-goog-user-project``
    overrides it. Access tokens are renewed before they expire, and once after a 401. This needs
    the package google-auth.
    """

    def __init__(
        self,
        credentials: Any = None,
        *,
        scopes: Sequence[str] = (),
        quota_project: str | None = None,
    ) -> None:
        self._credentials = credentials
        self._scopes = tuple(scopes)
        self._quota_project = quota_project
        self._universe = ""
        self._ready = False
        self.after_fork()
        renew_in_children(self)

    def after_fork(self) -> None:
        """Take a lock that no thread of another process holds."""
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(scopes={self._scopes!r})"

    def for_api(self, scopes: Sequence[str], universe: str) -> GoogleAuth:
        """Return credentials for ``scopes``, unless they have their own, of a universe domain."""
        if (self._scopes or not scopes) and self._universe == universe:
            return self
        clone = GoogleAuth(
            self._credentials, scopes=self._scopes or scopes, quota_project=self._quota_project
        )
        clone._universe = universe
        return clone

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        if not self._valid():
            self._refresh(None)
        used = self._apply(request)
        response = yield request
        if self._renews(response, used):
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
        if self._renews(response, used):
            await anyio.to_thread.run_sync(self._refresh, used)
            self._apply(request)
            yield request

    def _valid(self) -> bool:
        return self._ready and bool(self._credentials.valid)

    def _renews(self, response: httpx2.Response, used: Any) -> bool:
        """Tell whether a response asks for another token, and there may be one.

        Anonymous credentials have none, and a token that was given alone has no successor.
        """
        if response.status_code != 401 or used is None or not can_resend(response.request):
            return False
        return getattr(self._credentials, "refresh_token", "") is not None

    def _apply(self, request: httpx2.Request) -> Any:
        headers: dict[str, str] = {}
        self._credentials.apply(headers)
        if self._quota_project is not None:
            headers[_QUOTA_HEADER] = self._quota_project
        if _QUOTA_HEADER in request.headers:
            headers.pop(_QUOTA_HEADER, None)
        request.headers.update(headers)
        return self._credentials.token

    def _refresh(self, refused: Any) -> None:
        """Get an access token unless another thread got one that the server has not refused."""
        with self._lock:
            failures = _google("google.auth.exceptions").GoogleAuthError
            try:
                with _Transport() as transport:
                    if not self._ready:
                        self._credentials = self._prepared(transport)
                        self._ready = True
                    is_refused = refused is not None and self._credentials.token == refused
                    if not self._valid() or is_refused:
                        self._credentials.refresh(transport)
            except failures as error:
                raise CredentialsError(f"no Google access token: {error}") from error

    def _prepared(self, transport: _Transport) -> Any:
        """Find the credentials, with scopes, and check their universe."""
        scopes = list(self._scopes) or None
        credentials = self._credentials
        if credentials is None:
            credentials, _ = _google("google.auth").default(scopes=scopes, request=transport)
        credentials = _google("google.auth.credentials").with_scopes_if_required(
            credentials, scopes
        )
        universe = getattr(credentials, "universe_domain", self._universe)
        if self._universe and universe != self._universe:
            raise CredentialsError(
                f"the client is of universe {self._universe!r}, its Google credentials are of "
                f"{universe!r}; universe_domain or GOOGLE_CLOUD_UNIVERSE_DOMAIN chooses another"
            )
        return credentials


def _google(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise CredentialsError("GoogleAuth needs google-auth: pip install google-auth") from error


class _Transport:
    """What google-auth sends its own requests with (google.auth.transport.Request)."""

    _http: httpx2.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._http is not None:
            self._http.close()

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
            if self._http is None:
                self._http = httpx2.Client()
            response = self._http.request(
                method, url, content=body, headers=headers, timeout=timeout
            )
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, ImportError, OSError) as error:
            failure = _google("google.auth.exceptions").TransportError
            raise failure(str(error)) from error
        return _TransportResponse(response)


class _TransportResponse:
    """A response as google-auth wants it (google.auth.transport.Response)."""

    def __init__(self, response: httpx2.Response) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.data = response.content
