"""Retries: when to send a request again, and after how long."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx2

from ..data.omission import Omit
from ..lazy import load_reference
from ..requests.options import RequestOptions
from ..requests.request import Request

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

UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
"""Failures before the first byte was sent, so that any method is safe to repeat."""

_FIRST_MOMENT = 1e9
"""Smaller numbers are no time, but seconds from now or a count."""

_RANDOM = random.SystemRandom()

FIRST_DELAY = 0.5
LONGEST_DELAY = 8.0
LONGEST_RETRY_AFTER = 60.0
"""Seconds. A server that asks for more gets no retry: the caller decides."""


def may_repeat(request: Request[Any], options: RequestOptions) -> bool:
    """Tell whether the server may get a request twice: as the caller says, else by the method."""
    if not isinstance(options.idempotent, Omit):
        return options.idempotent
    return request.method in IDEMPOTENT_METHODS or bool(request.idempotency_key)


def backoff(attempt: int) -> float:
    """Return the seconds before a retry, ``attempt`` from 0: doubling, with half of it random."""
    longest = min(LONGEST_DELAY, FIRST_DELAY * 2.0**attempt)
    return longest * (1.0 + _RANDOM.random()) / 2


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Read Retry-After, seconds or HTTP date (RFC 9110, section 10.2.3), as seconds from now."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())


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
    moment = float(reset)
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
    asked = delay_asked(response)
    if asked is None:
        return backoff(attempt)
    return asked if asked <= LONGEST_RETRY_AFTER else None


def delay_after_failure(error: httpx2.HTTPError, attempt: int, *, idempotent: bool) -> float | None:
    """Return the seconds to wait before the next try, None when there is to be none."""
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError):
        return None  # the request itself is at fault
    if isinstance(error, UNSENT) or (idempotent and isinstance(error, httpx2.TransportError)):
        return backoff(attempt)
    return None
