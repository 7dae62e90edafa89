"""One call from first request to last response, without I/O: the clients do that."""

from __future__ import annotations

import logging
from functools import cache
from typing import Generic, Protocol, TypeVar

import httpx2

from ..auth.credentials import Signature
from ..auth.login import Session, wants_renewal
from ..bodies.upload_streams import can_resend, is_of_content
from ..data.omission import Omit
from ..errors.api_errors import TransportError
from ..requests.options import RequestOptions
from ..requests.origins import is_same_server
from ..requests.request import Request
from ..requests.secrets import Secrets, shown_address
from ._building import build_request, why_withheld, withheld
from .configuration import Configuration
from .content_codings import prepare_to_read
from .outcomes import Outcome
from .retries import (
    body_may_tell_delay,
    delay_after_failure,
    delay_after_status,
    is_final,
    may_repeat,
)

T = TypeVar("T")

DEFAULT_OPTIONS = RequestOptions()
MAX_REDIRECTS = 10
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
"""RFC 9110, section 9.2.1."""
_logger_of = cache(logging.getLogger)
_VAGUE_REDIRECTS = (301, 302)
"""Statuses that do not say whether the method stays."""


class Call(Generic[T]):
    """The state of one call: the request to send next, and how often it was tried.

    A client sends ``http_request`` with ``auth``, tells what came of it to :meth:`after_response`
    or :meth:`after_failure`, and does as they say until a response is the last.
    """

    def __init__(
        self, configuration: Configuration, request: Request[T], options: RequestOptions | None
    ) -> None:
        options = DEFAULT_OPTIONS if options is None else options
        settings, security = configuration.settings, request.security
        why = withheld(configuration, request)
        signature = configuration.credentials.sign(
            settings.security if security is None else security, request.scopes
        )
        if why:
            signature = Signature(unsigned=signature.unsigned or why)
        strict = configuration.strict if isinstance(options.strict, Omit) else options.strict
        retries = options.max_retries
        self.secrets = Secrets(configuration.secret_names, request, settings.headers, options)
        """What of the requests is never shown, and goes to no other origin."""
        self.http_request: httpx2.Request = build_request(
            configuration, request, options, signature, self.secrets
        )
        if why:
            self.secrets.leave(self.http_request)
        self.session = _session(signature.session, self.http_request)
        self.auth = signature.auth
        if signature.auth is not None or configuration.on_request:
            self.secrets.built = frozenset(self.http_request.headers)
        self.refused: str | None = None
        """The token that the server has refused, which is replaced once."""
        self.outcome = Outcome(configuration, request, strict=strict, unsigned=signature.unsigned)
        self._title = request.title
        self._options = options
        self._first_url = self.http_request.url
        self._stays = bool(request.address) or request.reads == "location"
        """Whether it is the caller who goes on where a redirect leads to."""
        self._confides = self.secrets.in_body
        self.idempotent = may_repeat(request, options)
        self._final = (*configuration.settings.final, *request.final)
        self._code_place = configuration.settings.error_code
        self._retries = configuration.max_retries if isinstance(retries, Omit) else retries
        self._most = configuration.max_response_bytes
        self._attempt = 0
        self._redirects = 0
        self._logger = _logger_of(configuration.settings.package)
        if self._logger.isEnabledFor(logging.DEBUG):
            self._log_request()

    @property
    def sent_auth(self) -> httpx2.Auth | None:
        """What httpx2 is to do; for None it would look for a user in the URL, which takes time.

        User information of the base URL does not take the place of a token.
        """
        if self.auth is not None:
            return self.auth
        sent = self.http_request
        signs = self.session is not None or not sent.url.userinfo
        return _NO_AUTH if signs or "authorization" in sent.headers else None

    @property
    def login_options(self) -> RequestOptions:
        """The options of the login that this call may need."""
        timeout, retries = self._options.timeout, self._options.max_retries
        return RequestOptions(timeout=timeout, max_retries=retries, idempotent=True)

    def after_response(self, response: httpx2.Response) -> float | None:
        """Return the seconds until ``http_request`` is to be sent, None after the last response."""
        if self._logger.isEnabledFor(logging.DEBUG):
            shown = self.secrets.answer_headers(response)
            self._log("%d %s", response.status_code, shown)
        if 200 <= response.status_code < 300:  # `is_success` takes ten times as long
            return None
        if self._may_want_login(response) and self._refused(response):
            return 0.0
        following = None if self._stays else response.next_request
        if following is not None and self._follow(response, following):
            return 0.0
        delay = delay_after_status(response, self._attempt, idempotent=self.idempotent)
        if delay is not None and is_final(response, self._final, self._code_place):
            return None
        return self._again(delay, f"status {response.status_code}")

    def prepare_to_read(self, response: httpx2.Response, *, stream: bool) -> None:
        """Let the body of a response be decoded, and limited where it is read as a whole."""
        whole = not (stream and response.is_success)
        prepare_to_read(response, self._most if whole else None)

    def wants_body(self, response: httpx2.Response) -> bool:
        """Tell whether it is the body of a response, to be read, that says what comes next."""
        return self._may_want_login(response) or body_may_tell_delay(response)

    def _may_want_login(self, response: httpx2.Response) -> bool:
        session = self.session
        return session is not None and response.status_code in session.renewal.statuses

    def sign(self) -> None:
        """Put the token of the session into ``http_request``."""
        if self.session is not None:
            session = self.session
            self.http_request.headers[session.header] = f"{session.prefix}{session.token}"
            self.secrets.watch(self.http_request)

    def after_failure(self, error: Exception) -> float:
        """Return the seconds until ``http_request`` is to be sent again.

        Raises:
            TransportError: There is to be no other try.
        """
        if is_of_content(error, self.http_request):
            raise error
        if not isinstance(error, httpx2.HTTPError):  # such as one of h11
            raise self.outcome.failure(error, self.http_request) from error
        delay = delay_after_failure(error, self._attempt, idempotent=self.idempotent)
        delay = self._again(delay, type(error).__name__)
        if delay is None:
            raise self.transport_error(error) from error
        return delay

    def transport_error(self, error: httpx2.HTTPError) -> Exception:
        """Explain why no complete response came back."""
        return self.outcome.failure(error, self.http_request)

    def _refused(self, response: httpx2.Response) -> bool:
        """Note that the server refuses the token; False when this call cannot have another."""
        session = self.session
        if session is None or not wants_renewal(session.renewal, response):
            return False
        sent = self.http_request.headers.get(session.header, "")
        token = sent.removeprefix(session.prefix)
        if self.refused is not None or not can_resend(self.http_request):
            session.forget(token)
            return False
        self.refused = token
        return True

    def _follow(self, response: httpx2.Response, following: httpx2.Request) -> bool:
        """Take the next step of a redirect; False when it would turn this operation into another.

        That is where 301 or 302 would make a GET of a POST, or lead what changes something to
        another path; 307 and 308 say that it is meant. To another origin go headers that are known
        to be harmless, and no others.
        """
        sent = self.http_request
        changed = following.method != sent.method and response.status_code != 303
        unsafe = sent.method not in _SAFE_METHODS and response.status_code in _VAGUE_REDIRECTS
        if changed or (unsafe and following.url.path != sent.url.path):
            return False
        if self._redirects == MAX_REDIRECTS or not can_resend(following):
            return False
        leaves = not is_same_server(self._first_url, following.url)
        if leaves and self._confides:
            return False
        self._redirects += 1
        self.secrets.remember(sent)
        following.headers.pop("cookie", None)  # of the connection, which others share
        if leaves:
            self.auth = self.session = None
            self.secrets.leave(following)
            self.outcome.withhold(why_withheld(self._first_url, following.url))
        elif cookie := self.http_request.headers.get("cookie"):
            following.headers["cookie"] = cookie
        self.secrets.watch(following)
        self.http_request = following
        return True

    def _again(self, delay: float | None, why: str) -> float | None:
        if delay is None or self._attempt >= self._retries or not can_resend(self.http_request):
            return None
        self._attempt += 1
        if self._logger.isEnabledFor(logging.DEBUG):
            self._log("retry %d of %d in %.1f s: %s", self._attempt, self._retries, delay, why)
        return delay

    def _log_request(self) -> None:
        sent = self.http_request
        self._log("%s %s %s", sent.method, shown_address(sent), self.secrets.headers(sent.headers))

    def _log(self, message: str, *values: object) -> None:
        self._logger.debug("%s: %s", self._title, message % values)


class Exchanges(Protocol[T]):
    """A request that takes several calls, one after the other, without I/O: the clients do that."""

    response: httpx2.Response | None
    """The last response, once it is there."""

    @property
    def outcome(self) -> Outcome[T]:
        """What reads the last response."""
        ...

    def prepare(self) -> None:
        """Read what is to be sent next."""

    async def prepare_async(self) -> None:
        """Read what is to be sent next."""

    def next_call(self) -> Call[T]:
        """Return what to send next."""
        ...

    def after_response(self, response: httpx2.Response) -> float:
        """Return the seconds until the next call; there is none after the last response."""
        ...

    def after_failure(self, error: TransportError) -> float:
        """Return the seconds until the next call."""
        ...


_NO_AUTH = httpx2.Auth()


def _session(session: Session | None, request: httpx2.Request) -> Session | None:
    """Return the session of a call, None where the caller has set its header."""
    return None if session is None or session.header in request.headers else session
