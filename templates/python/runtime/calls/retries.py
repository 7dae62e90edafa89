"""Retries: when to send a request again, and after how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx2

from ..data.decoding import NotJsonError, decode
from ..data.omission import Omit
from ..data.wire import whole_number
from ..errors.codes import code_in
from ..lazy import load_reference
from ..requests.options import RequestOptions
from ..requests.request import Request
from .waits import backoff, retry_after, retry_wait

if TYPE_CHECKING:
    from ..errors.rpc_status import RpcStatus

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
"""RFC 9110, section 9.2.2."""

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
"""The server says that another try may succeed."""

UNPROCESSED_STATUSES = frozenset({429})
"""The server says that it did nothing, so that any method is safe to repeat."""

FORBIDDEN = 403
SLOW_DOWN = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
"""Reasons of a 403 that mean what others say with 429."""

_CONNECTING = frozenset({"h11", "h2", "hpack", "httpcore2", "httpx2", "idna", "socksio"})

UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
"""Failures before the first byte was sent, so that any method is safe to repeat."""

_FIRST_MOMENT = 1e9
"""Smaller numbers are no time, but seconds from now or a count."""


def may_repeat(request: Request[Any], options: RequestOptions) -> bool:
    """Tell whether the server may get a request twice.

    It is as the caller says, else as the API says of the operation, else by the method.
    """
    if not isinstance(options.idempotent, Omit):
        return options.idempotent
    if request.idempotent is not None:
        return request.idempotent
    return request.method in IDEMPOTENT_METHODS or bool(request.idempotency_key)


def body_may_tell_delay(response: httpx2.Response) -> bool:
    """Tell whether the body of a response may say that, or when, to try again."""
    status = response.status_code
    return status in RETRIED_STATUSES or status == FORBIDDEN


def delay_asked(response: httpx2.Response) -> float | None:
    """Return the seconds that a response, its body read, asks to wait: Retry-After or RetryInfo."""
    asked = retry_after(response.headers)
    if asked is None:
        asked = _reset_of_limit(response)
    if asked is None and b"google.rpc.RetryInfo" in response.content:
        status = _rpc_status(response)
        delay = None if status is None else status.retry_delay
        asked = None if delay is None else max(0.0, delay.total_seconds())
    return asked


def _reset_of_limit(response: httpx2.Response) -> float | None:
    """Return the seconds until a used-up limit is renewed, as GitHub tells in seconds of 1970."""
    reset = response.headers.get("x-ratelimit-reset", "")
    if response.headers.get("x-ratelimit-remaining") != "0" or not reset.isdecimal():
        return None
    moment = whole_number(reset) or 0
    return max(0.0, moment - datetime.now(UTC).timestamp()) if moment > _FIRST_MOMENT else None


def _asks_to_slow_down(response: httpx2.Response) -> bool:
    """Tell whether a 403 means what others say with 429: by its reason, else by its headers."""
    status = _rpc_status(response) if b'"reason"' in response.content else None
    if status is not None and status.reason:
        return status.reason in SLOW_DOWN
    return retry_after(response.headers) is not None or _reset_of_limit(response) is not None


def _rpc_status(response: httpx2.Response) -> RpcStatus | None:
    status: RpcStatus | None
    status = load_reference(__package__ or "", "..errors.rpc_status:rpc_status_of")(
        response.content
    )
    return status


def delay_after_status(
    response: httpx2.Response, attempt: int, *, idempotent: bool
) -> float | None:
    """Return the seconds to wait before the next try, None when there is to be none."""
    status = response.status_code
    retried = RETRIED_STATUSES if idempotent else UNPROCESSED_STATUSES
    if status not in retried and not (status == FORBIDDEN and _asks_to_slow_down(response)):
        return None
    return retry_wait(delay_asked(response), attempt)


def is_of_connection(error: Exception) -> bool:
    """Tell whether an error is one of the packages that connections are made with, or of a name
    that no host can have, to which a server has led.
    """
    home = type(error).__module__.partition(".")[0]
    is_name = isinstance(error, UnicodeError) and "'idna' codec" in str(error)
    return isinstance(error, httpx2.HTTPError) or home in _CONNECTING or is_name


def is_final(response: httpx2.Response, final: Sequence[int | str], place: str) -> bool:
    """Tell whether an API says of an error, its body read, that another try is of no use.

    Args:
        response: The error.
        final: Statuses and codes of errors that are final.
        place: Where bodies of errors have the code; empty for the usual places.
    """
    if not final or response.status_code in final:
        return bool(final)
    try:
        code = code_in(decode(response.content, None), place)
    except NotJsonError:
        return False
    return code is not None and code in final


def delay_after_failure(error: httpx2.HTTPError, attempt: int, *, idempotent: bool) -> float | None:
    """Return the seconds to wait before the next try, None when there is to be none."""
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError):
        return None  # the request itself is at fault
    if isinstance(error, UNSENT) or (idempotent and isinstance(error, httpx2.TransportError)):
        return backoff(attempt)
    return None
