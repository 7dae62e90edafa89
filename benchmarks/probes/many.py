"""Prints the processor time of one of many async calls, 100 at once, ours and httpx2's alone.

Takes the port of a server on loopback and the number of calls. Both clients take turns in this
process, and the medians of their turns are printed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from statistics import median
from time import process_time

import httpx2

from dataflow_v1b3 import AsyncDataflow

AT_ONCE = 100
JOB = "2026-01-15_08_30_00-1234567890123456789"
PATH = f"/v1b3/projects/acme/locations/us-central1/jobs/{JOB}"


async def turn(call: Callable[[], Awaitable[object]], count: int) -> float:
    """Return the processor time of one call."""

    async def worker() -> None:
        for _ in range(count // AT_ONCE):
            if await call() != JOB:
                raise SystemExit("error: a wrong answer")

    started = process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return (process_time() - started) / count


async def main(port: str, count: int) -> None:
    """Measure both, turn by turn."""
    base_url = f"http://127.0.0.1:{port}"
    async with (
        AsyncDataflow(token="none", base_url=base_url) as ours,
        httpx2.AsyncClient() as alone,
    ):

        async def typed() -> object:
            return (await ours.projects.locations.jobs.get("acme", "us-central1", JOB)).id

        async def plain() -> object:
            return json.loads((await alone.get(f"{base_url}{PATH}")).content)["id"]

        turns = [(await turn(typed, count), await turn(plain, count)) for _ in range(6)][1:]
    mine, theirs = (median(times) for times in zip(*turns, strict=True))
    print(json.dumps({"ours": mine, "alone": theirs}))


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
