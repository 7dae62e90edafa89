"""Our clients send, for every operation, the request that the vendor's own client sends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from differential.committed import COUNTS, api, findings, inspect, load
from differential.comparing import Finding
from differential.differences import ELSEWHERE, KNOWN, KnownDifference
from differential.kubeflow_client import KubeflowClient
from differential.spec import Operation

OPERATIONS = [
    pytest.param(name, operation, id=f"{name}-{operation}")
    for name in COUNTS
    for operation in load(name).operations
]


@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_request_is_the_vendors(name: str, operation: Operation) -> None:
    found = findings(name, operation)
    mistakes = [f"{one.case}: {one.text}" for one in found if not one.known]
    assert not mistakes, "\n".join(mistakes)


@pytest.mark.parametrize("name", COUNTS)
def test_every_operation_is_compared(name: str) -> None:
    compared = [operation.id for operation in load(name).operations]
    assert len(compared) == len(set(compared)) == COUNTS[name]
    ours = [one["id"] for one in inspect(name)["operations"] if "waits" not in one]
    assert sorted(compared) == sorted(ours)  # what waits repeats the requests of another method
    assert inspect(name)["skipped"] == []


@pytest.mark.parametrize(
    "known", [one for one in KNOWN if one.name not in ELSEWHERE], ids=lambda known: known.name
)
def test_known_difference_is_still_there(known: KnownDifference) -> None:
    assert known.name in {one.known for one in _all_findings()}


def test_operations_unknown_to_the_peer_are_listed() -> None:
    peer = api("kubeflow-pipelines").peer
    assert isinstance(peer, KubeflowClient)
    operations = load("kubeflow-pipelines").operations
    unknown = {operation.id for operation in operations if not peer.knows(operation)}
    assert unknown == set(peer.unknown)


def _all_findings() -> Iterator[Finding]:
    for name in COUNTS:
        for operation in load(name).operations:
            yield from findings(name, operation)
