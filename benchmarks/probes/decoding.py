"""Prints the processor time of decoding lists of Kubeflow runs, as JSON.

Takes the numbers of runs. Of each the median of several turns: plain ``json.loads``, the client
that reads a page of them, and the same with one run in a hundred that does not fit.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import httpx2

from kubeflow_pipelines_v1beta1 import KubeflowPipelines

RUN: dict[str, Any] = {
    "name": "nightly totals",
    "storage_state": "STORAGESTATE_AVAILABLE",
    "description": "One run a night.",
    "service_account": "pipeline-runner",
    "created_at": "2026-01-15T08:30:00Z",
    "scheduled_at": "2026-01-15T08:30:00Z",
    "finished_at": "2026-01-15T08:41:07Z",
    "status": "Succeeded",
    "pipeline_spec": {
        "pipeline_id": "totals",
        "parameters": [{"name": "day", "value": "2026-01-15"}, {"name": "region", "value": "eu"}],
    },
    "resource_references": [
        {"key": {"type": "EXPERIMENT", "id": "sales"}, "relationship": "OWNER"},
        {"key": {"type": "NAMESPACE", "id": "billing"}, "relationship": "OWNER"},
    ],
    "metrics": [{"name": "accuracy", "node_id": "n-1", "number_value": 0.97}],
}
WARM_UP = 2
"""Turns that do not count: the second misfit of a type is the first that is read as all others."""
MISFIT = 100
"""One in so many does not fit."""


def content(count: int, *, fits: bool) -> bytes:
    """Write a page of runs."""
    runs = [{"id": f"run-{number}", **RUN} for number in range(count)]
    if not fits:
        for run in runs[MISFIT // 2 :: MISFIT]:
            run["created_at"] = ["yesterday"]
    return json.dumps({"runs": runs}).encode()


def reading(body: bytes) -> Callable[[], object]:
    """Return what reads a body as an answer of the service."""

    def answer(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "application/json"}, content=body)

    client = KubeflowPipelines(
        base_url="http://kubeflow.example", transport=httpx2.MockTransport(answer)
    )
    return lambda: client.runs.list().items


def spent(act: Callable[[], object], turns: int) -> float:
    """Return the median processor time of several turns."""
    times: list[float] = []
    for _ in range(turns + WARM_UP):
        started = process_time()
        act()
        times.append(process_time() - started)
    return median(times[WARM_UP:])


def measured(count: int) -> dict[str, float]:
    """Measure pages of so many runs."""
    good, bad = content(count, fits=True), content(count, fits=False)
    turns = max(1, min(15, 30_000 // count))
    return {
        "count": count,
        "bytes": len(good),
        "plain": spent(lambda: json.loads(good), turns),
        "clean": spent(reading(good), turns),
        "misfits": spent(reading(bad), turns),
    }


print(json.dumps([measured(int(count)) for count in sys.argv[1:]]))
