"""Waits: how long a client pauses before it sends again, never for no time and never for ever.

What a server asks for is a minimum (RFC 9110, section 10.2.3): a moment that has passed, or no
seconds at all, free nobody from waiting.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_RANDOM = random.SystemRandom()

FIRST_DELAY = 0.5
LONGEST_DELAY = 8.0
LONGEST_RETRY_AFTER = 60.0
"""Seconds. A server that asks for more gets no retry: the caller decides."""

SHORTEST_WAIT = 0.1
"""Seconds, whatever a server asks for."""
LONGEST_POLL_WAIT = 600.0
"""Seconds between two looks at work that goes on, whatever the server asks for."""
MOST_SECONDS = 1e9
"""What a caller may ask for: more is beyond the clocks of some systems."""

_SECONDS = re.compile(r"(\d{1,300}(?:\.\d{1,300})?)\s*(?:,|\Z)", re.ASCII)
"""A proxy may have added a field of its own; the first one counts."""


async def sleep(seconds: float) -> None:
    """Pause in an async client; what does so loads then, since sync clients go without."""
    import anyio

    await anyio.sleep(seconds)


def backoff(attempt: int) -> float:
    """Return the seconds before a retry, ``attempt`` from 0: doubling, with half of it random."""
    longest = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(attempt, 10))
    return part_random(longest)


def part_random(seconds: float) -> float:
    """Return a time of which a half is random, so that clients do not come all at once."""
    return seconds * (1.0 + _RANDOM.random()) / 2


def retry_wait(asked: float | None, attempt: int) -> float | None:
    """Return the seconds before a retry, None where the server asks for too many."""
    if asked is None or asked <= 0:
        return backoff(attempt)
    return max(asked, SHORTEST_WAIT) if asked <= LONGEST_RETRY_AFTER else None


def poll_wait(asked: float | None, pause: float) -> float:
    """Return the seconds before the next look at work that goes on.

    Args:
        asked: What the server asks for.
        pause: What the client would wait by itself.
    """
    if asked is None or asked <= 0:
        return part_random(pause)
    return min(max(asked, SHORTEST_WAIT), LONGEST_POLL_WAIT)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Read how many seconds from now a server asks to wait.

    That is ``Retry-After``, in seconds, also with a fraction, or as an HTTP date (RFC 9110, section
    10.2.3), and before it ``retry-after-ms``, as some servers say more exactly.
    """
    if exact := _SECONDS.match(headers.get("retry-after-ms", "").strip()):
        return float(exact[1]) / 1000
    value = headers.get("retry-after", "").strip()
    if plain := _SECONDS.match(value):
        return float(plain[1])
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
