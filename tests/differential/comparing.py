"""Every call of every operation, sent by our two clients and by the vendor's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from differential.arguments import Arguments, cases
from differential.differences import KNOWN, UNKNOWN_TO_KUBEFLOW, Comparison
from differential.expectation import expected
from differential.google_client import GoogleClient
from differential.kubeflow_client import KubeflowClient
from differential.ours import Calls, capture, capture_async
from differential.sent import Sent
from differential.spec import Operation, load

PEERS = {
    "dataflow": lambda: GoogleClient("dataflow", "v1b3"),
    "genomics": lambda: GoogleClient("genomics", "v2alpha1"),
    "kubeflow-pipelines": KubeflowClient,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, or known to differ, in one call."""

    case: str
    text: str
    known: str = ""
    """Name of the known difference; empty for a mistake."""


class Api:
    """Our clients of one API and the vendor's."""

    def __init__(self, name: str) -> None:
        self._calls = Calls(name)
        self.spec = load(name)
        self.peer = PEERS[name]()

    def findings(self, operation: Operation) -> Iterator[Finding]:
        """Compare all calls of one operation."""
        given = list(cases(self.spec, operation))
        origin = self.peer.origin
        sync = [capture(self._calls, operation, one, origin) for one in given]
        for one, ours, ours_async in zip(given, sync, self._async(operation, given), strict=True):
            for facet, (mine, theirs) in ours.differences(ours_async).items():
                yield Finding(one.case, f"{facet}: sync {mine!r}, async {theirs!r}")
            yield from self._against_peer(operation, one, ours)

    def _async(self, operation: Operation, given: list[Arguments]) -> list[Sent]:
        async def send_all() -> list[Sent]:
            origin = self.peer.origin
            return [await capture_async(self._calls, operation, one, origin) for one in given]

        return asyncio.run(send_all())

    def _against_peer(
        self, operation: Operation, given: Arguments, ours: Sent
    ) -> Iterator[Finding]:
        from_spec = ours.differences(expected(operation, given, self.peer.origin))
        if operation.id in UNKNOWN_TO_KUBEFLOW:
            for facet, (mine, theirs) in from_spec.items():
                yield Finding(given.case, f"{facet}: ours {mine!r}, the spec's {theirs!r}")
            return
        peer = "kubeflow" if isinstance(self.peer, KubeflowClient) else "google"
        their_request = self.peer.capture(operation, given)
        for facet, (mine, theirs) in ours.differences(their_request).items():
            one = Comparison(peer, operation, given, facet, mine, theirs, their_request)
            known = next((entry.name for entry in KNOWN if entry.covers(one)), "")
            if known and facet in from_spec:
                wanted = from_spec[facet][1]
                yield Finding(given.case, f"{facet}: ours {mine!r}, the spec's {wanted!r}")
            else:
                yield Finding(given.case, f"{facet}: ours {mine!r}, theirs {theirs!r}", known)


@cache
def api(name: str) -> Api:
    """Return one API; peers take a while to build."""
    return Api(name)


@cache
def findings(name: str, operation: Operation) -> tuple[Finding, ...]:
    """Return what one operation of an API shows; worked out once."""
    return tuple(api(name).findings(operation))
