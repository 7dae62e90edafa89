"""One call from first request to last response, without I/O: the clients do that."""

from __future__ import annotations

import logging
from typing import Generic, Protocol, TypeVar

import httpx2

from ..auth.login import Session, wants_renewal
from ..bodies.upload_streams import can_resend
from ..data.omission import Omit
from ..errors.api_errors import TransportError
from ..requests.options import RequestOptions
from ..requests.redaction import SECRET_HEADERS, secrets_of, shown_headers, shown_url
from ..requests.request import Request
from ._building import build_request, leads_elsewhere
from .configuration import Configuration
from .outcomes import Outcome
from .retries import body_may_tell_delay, delay_after_failure, delay_after_status, may_repeat

T = TypeVar("T")

DEFAULT_OPTIONS = RequestOptions()
MAX_REDIRECTS = 10


class Call(Generic[T]):
    """The state of one call: the request to send next, and how often it was tried.

    A client sends ``http_request`` with ``auth``, tells what came of it to :meth:`after_response`
    or :meth:`after_failure`, and does as they say until a response is the last.
    """

    def __init__(
        self, configuration: Configuration, request: Request[T], options: RequestOptions | None
    ) -> None:
        options = DEFAULT_OPTIONS if options is None else options
        security = request.security
        leaves = leads_elsewhere(configuration, request)
        if leaves:
            security = ()
        signature = configuration.credentials.sign(
            configuration.settings.security if security is None else security, request.scopes
        )
        strict = configuration.strict if isinstance(options.strict, Omit) else options.strict
        retries = options.max_retries
        self.http_request = build_request(configuration, request, options, signature)
        if leaves:
            self._drop_secrets(self.http_request)
        self.auth = signature.auth
        self.session = _session(signature.session, self.http_request)
        self.refused: str | None = None
        """The token that the server has refused, which is replaced once."""
        self.outcome = Outcome(configuration, request, strict=strict, unsigned=signature.unsigned)
        self._operation_id = request.operation_id
        self._options = options
        self._first_url = self.http_request.url
        self._stays = bool(request.address) or request.reads == "location"
        """Whether it is the caller who goes on where a redirect leads to."""
        self._confides = bool(secrets_of(request))
        self.idempotent = may_repeat(request, options)
        self._retries = configuration.max_retries if isinstance(retries, Omit) else retries
        self._attempt = 0
        self._redirects = 0
        self._logger = logging.getLogger(configuration.settings.package)
        if self._logger.isEnabledFor(logging.DEBUG):
            sent = self.http_request
            self._log("%s %s %s", sent.method, shown_url(sent.url), shown_headers(sent.headers))

    @property
    def login_options(self) -> RequestOptions:
        """The options of the login that this call may need."""
        timeout, retries = self._options.timeout, self._options.max_retries
        return RequestOptions(timeout=timeout, max_retries=retries, idempotent=True)

    def after_response(self, response: httpx2.Response) -> float | None:
        """Return the seconds until ``http_request`` is to be sent, None after the last response."""
        if self._logger.isEnabledFor(logging.DEBUG):
            self._log("%d %s", response.status_code, shown_headers(response.headers))
        if response.is_success:
            return None
        if self._may_want_login(response) and self._refused(response):
            return 0.0
        following = None if self._stays else response.next_request
        if following is not None and self._follow(response, following):
            return 0.0
        delay = delay_after_status(response, self._attempt, idempotent=self.idempotent)
        return self._again(delay, f"status {response.status_code}")

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

    def after_failure(self, error: httpx2.HTTPError) -> float:
        """Return the seconds until ``http_request`` is to be sent again.

        Raises:
            TransportError: There is to be no other try.
        """
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

        That is where 301 or 302 would make a GET of a POST. No credentials go to another origin.
        """
        changed = following.method != self.http_request.method and response.status_code != 303
        if changed or self._redirects == MAX_REDIRECTS or not can_resend(following):
            return False
        leaves = following.url.origin != self._first_url.origin
        if leaves and self._confides:
            return False
        self._redirects += 1
        if leaves:
            self.auth = self.session = None
            self._drop_secrets(following)
        elif cookie := self.http_request.headers.get("cookie"):
            following.headers["cookie"] = cookie
        self.http_request = following
        return True

    @staticmethod
    def _drop_secrets(request: httpx2.Request) -> None:
        for name in tuple(SECRET_HEADERS):
            request.headers.pop(name, None)

    def _again(self, delay: float | None, why: str) -> float | None:
        if delay is None or self._attempt >= self._retries or not can_resend(self.http_request):
            return None
        self._attempt += 1
        if self._logger.isEnabledFor(logging.DEBUG):
            self._log("retry %d of %d in %.1f s: %s", self._attempt, self._retries, delay, why)
        return delay

    def _log(self, message: str, *values: object) -> None:
        self._logger.debug("%s: %s", self._operation_id, message % values)


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


def _session(session: Session | None, request: httpx2.Request) -> Session | None:
    """Return the session of a call, None where the caller has set its header."""
    return None if session is None or session.header in request.headers else session
