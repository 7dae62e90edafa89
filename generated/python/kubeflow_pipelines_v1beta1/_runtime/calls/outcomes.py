"""Outcome of a call: data, or the error that tells why there is none."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import httpx2
from pydantic import BaseModel

from ..auth.login import wants_renewal
from ..data.decoding import MisfitError, NotJsonError, decode, decode_leniently, nothing_as
from ..data.json_shapes import is_array, is_object
from ..errors.api_errors import (
    AuthenticationError,
    ClientError,
    ConnectionFailedError,
    DecodeError,
    LoginError,
    RateLimitError,
    StatusError,
    TimedOutError,
    TransportError,
    status_error_class,
)
from ..lazy import load_reference
from ..requests.request import ReadAs, Request
from ..requests.secrets import secrets_in, shown_address
from ..requests.settings import Login
from .configuration import Configuration
from .content_codings import unread_coding
from .responses import request_id_of
from .retries import delay_asked

if TYPE_CHECKING:
    from ..errors.rpc_status import RpcStatus

T = TypeVar("T")
V = TypeVar("V")

NO_CONTENT = 204

_MESSAGES = ("message", "detail", "error_description", "error", "title")
_LONGEST_MESSAGE = 500


class Outcome(Generic[T]):
    """Reads the responses of one request."""

    def __init__(
        self, configuration: Configuration, request: Request[T], *, strict: bool, unsigned: str
    ) -> None:
        self._configuration = configuration
        self._request = request
        self._strict = strict
        self._unsigned = unsigned

    def withhold(self, why: str) -> None:
        """Note that the server which answers gets no credentials, unless there are none."""
        self._unsigned = self._unsigned or why

    def data(self, response: httpx2.Response) -> T:
        """Read a complete response.

        Raises:
            StatusError: The status is not a success.
            DecodeError: The body is not JSON, or does not fit where it must.
        """
        self.check_status(response)
        data: T = self._content(response)
        return data

    def check_status(self, response: httpx2.Response) -> None:
        """Raise the StatusError of a response that is not a success; its body must be read."""
        if not response.is_success:
            raise self._status_error(response)

    def failure(self, error: Exception, request: httpx2.Request) -> TransportError:
        """Explain why no complete response came back."""
        kind: type[TransportError]
        match error:
            case httpx2.TimeoutException():
                kind, what = TimedOutError, "timed out"
            case httpx2.NetworkError() | httpx2.ProxyError() | httpx2.RemoteProtocolError():
                kind, what = ConnectionFailedError, "found no connection, or lost it"
            case _:
                kind, what = TransportError, "failed"
        reason = type(error).__name__
        if not isinstance(error, httpx2.LocalProtocolError):  # which quotes headers
            said = secrets_in(request).text(str(error), request)
            reason = f"{reason}: {said}".removesuffix(": ")
        return kind(f"{self._title(request)} {what} ({reason})", **self._context(request))

    def decoded(self, content: bytes, target: Any, response: httpx2.Response) -> Any:
        """Read JSON of a response as ``target``.

        Raises:
            DecodeError: It is not JSON, or does not fit where it must.
        """
        try:
            return decode(content, target)
        except MisfitError as error:
            if self._strict:
                raise self.misread(response, str(error), content) from None
            logger = logging.getLogger(self._configuration.settings.package)
            logger.debug("%s: kept what does not fit: %s", self._request.operation_id, error)
            return decode_leniently(content, target)
        except NotJsonError as error:
            raise self.misread(response, f"not JSON: {error}", content) from None

    def misread(self, response: httpx2.Response, why: str, content: bytes) -> DecodeError:
        """Make the error of content that is not what the API promises."""
        coding = self._unread_coding(response)
        why = f"its content coding {coding!r} was not asked for" if coding else why
        return DecodeError(
            f"{self._title(response.request)} returned what does not fit: {why}",
            content=content,
            **self._context(response.request, response),
        )

    def _content(self, response: httpx2.Response) -> Any:
        answer = self._answer(response.status_code)
        match answer.reads:
            case "text" | "binary" as reads:
                if self._unread_coding(response):
                    raise self.misread(response, "", response.content)
                return response.text if reads == "text" else response.content
            case "none":
                return None
            case _:
                return self._json(response, answer.returns)

    def _unread_coding(self, response: httpx2.Response) -> str:
        return unread_coding(response, self._configuration.headers.get("accept-encoding", ""))

    def _answer(self, status: int) -> ReadAs:
        """Return how a response of a status is read."""
        request = self._request
        default = ReadAs(request.returns, request.reads)
        return next(_of_status(request.answers, status), default) if request.answers else default

    def _json(self, response: httpx2.Response, target: Any) -> Any:
        content = response.content
        if not content and (not self._strict or response.status_code == NO_CONTENT):
            return nothing_as(target)
        return self.decoded(content, target, response)

    def _status_error(self, response: httpx2.Response) -> StatusError:
        status, body = response.status_code, self._error_body(response)
        title = f"{self._title(response.request)} returned {status} {response.reason_phrase}"
        title = f"{title.rstrip()}{_way(response)}"
        plain = _plain(body)
        rpc_status = _rpc_status_in(plain)
        said = _said_in(plain, rpc_status)
        said = secrets_in(response.request).text(said, response.request)
        hint = self._unsigned if self._lacks_credentials(response) else ""
        context = self._context(response.request, response)
        context["request_id"] = context["request_id"] or _request_id_in(plain, rpc_status)
        return self._error_class(response)(
            ": ".join(part for part in (title, said, hint) if part),
            body=body,
            headers=response.headers,
            retry_after=delay_asked(response),
            **context,
        )

    def _error_class(self, response: httpx2.Response) -> type[StatusError]:
        kind = status_error_class(response.status_code)
        refused = issubclass(kind, ClientError) and kind is not RateLimitError
        if self._logs_in:
            return LoginError if refused else kind
        if self._request.obtains_token:
            return AuthenticationError if refused else kind
        return AuthenticationError if self._wants_login(response) else kind

    def _lacks_credentials(self, response: httpx2.Response) -> bool:
        if self._logs_in or self._request.obtains_token:
            return False
        return self._wants_login(response) or response.status_code in (401, 403)

    def _wants_login(self, response: httpx2.Response) -> bool:
        return any(wants_renewal(login.renewal, response) for login in self._logins)

    @property
    def _logs_in(self) -> bool:
        return any(one.operation_id == self._request.operation_id for one in self._logins)

    @property
    def _logins(self) -> list[Login]:
        return [one for one in self._configuration.settings.credentials if isinstance(one, Login)]

    def _error_body(self, response: httpx2.Response) -> Any:
        status, settings = response.status_code, self._configuration.settings
        found = chain(_of_status(self._request.errors, status), _of_status(settings.errors, status))
        target: Any = next(found, None)
        if isinstance(target, str):
            target = load_reference(settings.package, target)
        try:
            return decode(response.content, target)
        except MisfitError:
            return decode_leniently(response.content, target)
        except NotJsonError:
            return response.text

    def _title(self, request: httpx2.Request) -> str:
        return f"{self._request.operation_id}: {request.method} {shown_address(request)}"

    def _context(
        self, request: httpx2.Request, response: httpx2.Response | None = None
    ) -> dict[str, Any]:
        return {
            "operation_id": self._request.operation_id,
            "method": request.method,
            "url": shown_address(request),
            "status_code": None if response is None else response.status_code,
            "request_id": None if response is None else request_id_of(response.headers),
        }


def _way(response: httpx2.Response) -> str:
    """Tell where a redirect leads that was not followed."""
    location = response.headers.get("location", "") if response.is_redirect else ""
    shown = secrets_in(response.request).url(location)
    return f", which leads to {shown[:_LONGEST_MESSAGE]}" if location else ""


def _of_status(declared: Mapping[str, V], status: int) -> Iterator[V]:
    """Yield what is said of a status: of itself, then of its range, then of all others."""
    for name in (str(status), f"{status // 100}XX", "default"):
        yield from (value for statuses, value in declared.items() if name in statuses.split())


def _plain(body: Any) -> Any:
    if isinstance(body, BaseModel):
        return body.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    return body


def _rpc_status_in(body: Any) -> RpcStatus | None:
    """Return a google.rpc.Status that has more to say than its message."""
    error = next(iter(body), None) if is_array(body) else body
    error = error.get("error") or error if is_object(error) else None
    if not (is_object(error) and (is_array(error.get("details")) or is_array(error.get("errors")))):
        return None
    status: RpcStatus | None
    status = load_reference(__package__ or "", "..errors.rpc_status:rpc_status_in")(body)
    return status


def _request_id_in(body: Any, status: RpcStatus | None) -> str | None:
    """Return what an error body calls the request: in its details, at the top or in ``error``."""
    if status is not None and status.request_id:
        return status.request_id
    for part in (body, body.get("error") if is_object(body) else None):
        for name, value in part.items() if is_object(part) else ():
            known = str(name).lower().replace("_", "").replace("-", "") == "requestid"
            if known and isinstance(value, str) and value:
                return value
    return None


def _said_in(body: Any, status: RpcStatus | None) -> str:
    """Return the message of an error body, and in parentheses what its details add."""
    message = _message_in(body)
    added = "" if status is None else status.explanation()
    if not added or added == message:
        return message
    return f"{message} ({added[:_LONGEST_MESSAGE]})".lstrip()


def _message_in(body: Any) -> str:
    """Return the sentence that an error body has for people, empty when it has none.

    It is looked for where APIs put it: in ``message``, ``detail`` and the like, at the top or in an
    object of such a name (RFC 9457, Google's error model). OAuth's has a word for programs besides.
    """
    if is_array(body):
        body = next(iter(body), None)
    for _ in range(3):
        if not is_object(body):
            break
        if isinstance(body.get("error"), str) and isinstance(body.get("error_description"), str):
            return f"{body['error']}: {body['error_description']}"[:_LONGEST_MESSAGE]
        body = next((body[name] for name in _MESSAGES if body.get(name)), None)
    return body[:_LONGEST_MESSAGE] if isinstance(body, str) else ""
