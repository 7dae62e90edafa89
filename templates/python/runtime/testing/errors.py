"""Errors of a fake: of the test that uses it, and of the requests that it refuses."""

from __future__ import annotations

import httpx2

from ..records import dataclass


class FakeError(AssertionError):
    """A test asks for what it has not set up, or for what a fake cannot do."""


class RefusedError(Exception):
    """A request that the spec does not allow, with the status that it is answered with."""

    def __init__(self, status: int, why: str, place: str = "") -> None:
        super().__init__(why)
        self.status = status
        self.place = place
        """JSON Pointer of what in the spec says so."""


@dataclass(frozen=True)
class Refusal:
    """A request that was refused."""

    request: httpx2.Request
    status: int
    why: str
    place: str = ""
    """JSON Pointer of what in the spec says so; empty where it says nothing."""

    def __str__(self) -> str:
        where = f" (#{self.place})" if self.place else ""
        return f"{self.request.method} {self.request.url.path}: {self.status}, {self.why}{where}"
