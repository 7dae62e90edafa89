"""The time of a fake, which passes when it is told to, and with each look at work that goes on."""

from __future__ import annotations


class Clock:
    """Seconds since the fake was made."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 1.0
        """Seconds that pass with each look at work that goes on."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.now:g} s>"

    def advance(self, seconds: float) -> None:
        """Let time pass.

        Raises:
            ValueError: It is to go back.
        """
        if seconds < 0:
            raise ValueError("time does not go back")
        self.now += seconds

    def tick(self) -> None:
        """Let the time of a look pass."""
        self.now += self.step
