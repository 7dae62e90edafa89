"""Faults of the network and of busy servers, made up by a seed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from random import Random

import httpx2

from ..records import dataclass, field
from .clock import Clock

Answer = Callable[[httpx2.Request], httpx2.Response]


@dataclass(frozen=True, kw_only=True)
class Faults:
    """How often which fault comes, as shares of all requests."""

    resets: float = 0.0
    timeouts: float = 0.0
    status: Mapping[int, float] = field(default_factory=dict[int, float])
    retry_after: float | None = None
    cut_bodies: float = 0.0
    slow: float = 0.0

    def __post_init__(self) -> None:
        shares = (self.resets, self.timeouts, self.cut_bodies, *self.status.values())
        if any(not 0 <= one <= 1 for one in shares) or sum(shares) > 1:
            raise ValueError("faults are shares of all requests: from 0 to 1, and 1 together")
        if any(not 400 <= one <= 599 for one in self.status):
            raise ValueError("a fault has a status from 400 to 599")


class Faulty:
    """Lets the requests of one fake meet with faults."""

    def __init__(self, faults: Faults, seed: int, clock: Clock) -> None:
        self._faults = faults
        self._random = Random(f"{seed} faults")  # noqa: S311 - nothing secret
        self._clock = clock

    def answer(self, request: httpx2.Request, answer: Answer) -> httpx2.Response:
        """Answer a request, or let something happen to it.

        Raises:
            httpx2.TransportError: The connection breaks, or nothing comes for too long.
        """
        faults, drawn = self._faults, self._random.random()
        self._wait(request)
        if drawn < faults.resets:
            if self._random.random() < 0.5:
                answer(request)  # the service has acted, and nobody hears of it
            raise httpx2.ReadError("the connection was reset", request=request)
        drawn -= faults.resets
        if drawn < faults.timeouts:
            raise httpx2.ReadTimeout("nothing came", request=request)
        drawn -= faults.timeouts
        for status, share in faults.status.items():
            if drawn < share:
                return self._failed(status)
            drawn -= share
        response = answer(request)
        return _cut(response) if drawn < faults.cut_bodies and response.content else response

    def _wait(self, request: httpx2.Request) -> None:
        """Let the time of a slow answer pass, on the fake's clock alone."""
        limits: Mapping[str, float | None] = request.extensions.get("timeout") or {}
        limit = limits.get("read")
        if limit is not None and self._faults.slow > limit:
            self._clock.advance(limit)
            raise httpx2.ReadTimeout(f"nothing came for {limit:g} s", request=request)
        self._clock.advance(self._faults.slow)

    def _failed(self, status: int) -> httpx2.Response:
        after = self._faults.retry_after
        headers = {} if after is None else {"retry-after": f"{after:g}"}
        return httpx2.Response(status, headers=headers, json={"message": "a fault that was set up"})


class _Cut(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The first half of a body, and then no more."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content[: len(self._content) // 2]
        raise httpx2.RemoteProtocolError("the connection ended before the body did")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def _cut(response: httpx2.Response) -> httpx2.Response:
    stream = _Cut(response.content)
    return httpx2.Response(response.status_code, headers=response.headers, stream=stream)
