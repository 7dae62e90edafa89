"""What a call of a fake costs beside the least that a test without one can do."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx2
from tests.kits.packages import committed

ROUNDS, CALLS = 80, 20


def test_a_call_takes_at_most_twice_as_long_as_one_of_a_mock_transport() -> None:
    """The least of many rounds, one after the other, so that a busy machine does not matter."""
    package = committed("dataflow")
    job = package.module.models.Job(id="1", name="a")
    content = job.model_dump_json(by_alias=True, exclude_unset=True).encode()

    def respond(request: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": "application/json"}
        return httpx2.Response(200, headers=headers, content=content)

    with package.fake() as fake:
        transport = httpx2.MockTransport(respond)
        mocked = package.module.Service(base_url=fake.base_url, transport=transport, token="t")
        fake.projects.locations.jobs.get.returns(job)
        ours, theirs = least(_calls(fake.client), _calls(mocked))
    assert ours <= 2 * theirs, f"{ours * 1e6:.0f} µs beside {theirs * 1e6:.0f} µs"


def _calls(client: Any) -> Callable[[], None]:
    def call() -> None:
        for _ in range(CALLS):
            client.projects.locations.jobs.get("p", "l", "j")

    return call


def least(*calls: Callable[[], None]) -> list[float]:
    """Return the least time of a call of each, in turns."""
    found = [float("inf")] * len(calls)
    for _ in range(ROUNDS):
        for index, call in enumerate(calls):
            start = time.perf_counter()
            call()
            found[index] = min(found[index], (time.perf_counter() - start) / CALLS)
    return found
