"""Every call of every operation, sent by our two clients and by the vendor's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from differential.arguments import Arguments, cases
from differential.differences import KNOWN, Comparison
from differential.expectation import expected
from differential.ours import Calls, OurClients
from differential.sent import Sent
from differential.spec import Operation, Spec


class Peer(Protocol):
    """A vendor's client."""

    name: str
    origin: str
    unknown: Mapping[str, str]
    """Operations that it does not have, each with the reason; the spec alone judges them."""

    def capture(self, operation: Operation, given: Arguments) -> Sent:
        """Return what it sends."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, or known to differ, in one call."""

    case: str
    text: str
    known: str = ""
    """Name of the known difference; empty for a mistake."""


class Api:
    """Our clients of one API and the vendor's.

    Args:
        spec: The API.
        inspected: What ``specmill inspect --json`` prints for it; its package can be imported.
        peer: The vendor's client.
        both: Compare our async client with the sync one too.
    """

    def __init__(
        self, spec: Spec, inspected: Mapping[str, Any], peer: Peer, *, both: bool = True
    ) -> None:
        self.spec, self.peer = spec, peer
        self._ours = OurClients(Calls(spec, inspected), peer.origin)
        self._both = both

    def findings(self, operation: Operation) -> Iterator[Finding]:
        """Compare all calls of one operation."""
        given = list(cases(self.spec, operation))
        sync = [self._ours.capture(operation, one) for one in given]
        if self._both:
            yield from self._against_async(operation, given, sync)
        for one, ours in zip(given, sync, strict=True):
            yield from self._against_peer(operation, one, ours)

    def _against_async(
        self, operation: Operation, given: list[Arguments], sync: list[Sent]
    ) -> Iterator[Finding]:
        async def send_all() -> list[Sent]:
            return [await self._ours.capture_async(operation, one) for one in given]

        for one, ours, ours_async in zip(given, sync, asyncio.run(send_all()), strict=True):
            for facet, (mine, theirs) in ours.differences(ours_async).items():
                yield Finding(one.case, f"{facet}: sync {mine!r}, async {theirs!r}")

    def _against_peer(
        self, operation: Operation, given: Arguments, ours: Sent
    ) -> Iterator[Finding]:
        if operation.id in self.peer.unknown:
            for facet, (mine, theirs) in self._from_spec(operation, given, ours).items():
                yield Finding(given.case, f"{facet}: ours {mine!r}, the spec's {theirs!r}")
            return
        their_request = self.peer.capture(operation, given)
        for facet, (mine, theirs) in ours.differences(their_request).items():
            one = Comparison(self.peer.name, operation, given, facet, mine, theirs, their_request)
            known = next((entry.name for entry in KNOWN if entry.covers(one)), "")
            from_spec = self._from_spec(operation, given, ours)
            if known and facet in from_spec:
                wanted = from_spec[facet][1]
                yield Finding(given.case, f"{facet}: ours {mine!r}, the spec's {wanted!r}")
            else:
                yield Finding(given.case, f"{facet}: ours {mine!r}, theirs {theirs!r}", known)

    def _from_spec(
        self, operation: Operation, given: Arguments, ours: Sent
    ) -> dict[str, tuple[Any, Any]]:
        return ours.differences(expected(operation, given, self.peer.origin))
