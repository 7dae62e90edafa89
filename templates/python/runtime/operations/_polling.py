"""Polling: when to look again at work that goes on elsewhere, and with which options."""

from __future__ import annotations

from collections.abc import Callable

from ..calls.waits import MOST_SECONDS, poll_wait
from ..records import dataclass, field
from ..requests.options import RequestOptions

FIRST_PAUSE = 1.0
"""Seconds."""
GROWTH = 1.5
LONGEST_PAUSE = 30.0
"""Seconds, unless the first pause is longer."""


@dataclass
class Schedule:
    """Pauses that grow from ``first`` seconds, a half of each random, until a deadline."""

    clock: Callable[[], float]
    """Gives seconds that only ever grow."""
    timeout: float | None
    """Seconds from now to the deadline; None for no deadline."""
    first: float
    _deadline: float | None = field(init=False)
    _pause: float = field(init=False)

    def __post_init__(self) -> None:
        if not 0 < self.first <= MOST_SECONDS:
            raise ValueError(
                f"the pause between polls must be more than 0 seconds, not {self.first}"
            )
        if self.timeout is not None and not self.timeout <= MOST_SECONDS:
            raise ValueError(f"timeout must be seconds, or None for ever: {self.timeout}")
        self._deadline = None if self.timeout is None else self.clock() + self.timeout
        self._pause = self.first

    def pause(self, asked: float | None = None) -> float | None:
        """Return the seconds until the next look; None where the deadline has passed.

        Args:
            asked: Seconds that the server asks to wait.
        """
        longest = self._pause
        self._pause = max(self.first, min(LONGEST_PAUSE, longest * GROWTH))
        delay = poll_wait(asked, longest)
        if self._deadline is None:
            return delay
        left = self._deadline - self.clock()
        return min(delay, left) if left > 0 else None


def lasting(options: RequestOptions | None) -> RequestOptions:
    """Return what of a call's options holds for the requests that follow it.

    Its parameters do not: a mask of fields would hide how the work is.
    """
    given = options or RequestOptions()
    return RequestOptions(
        headers=given.headers,
        timeout=given.timeout,
        max_retries=given.max_retries,
        strict=given.strict,
    )
