"""Every operation, called through the kit: sync and async, unstubbed and stubbed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx2
import pytest
from tests.kits.calling import Operation, consumed, consumed_async, operations
from tests.kits.judging import judged
from tests.kits.packages import GITHUB, Package, committed, github, storage

COMMITTED = {
    "dataflow": 57,
    "genomics": 6,
    "kubeflow-pipelines": 36,
    "kubeflow-pipelines-v2beta1": 39,
    "paddleflow": 80,
}
"""The APIs of this repository, and how many operations they have at least."""
PACKAGES: dict[str, tuple[Callable[[], Package], int]] = {
    **{name: (partial(committed, name), least) for name, least in COMMITTED.items()},
    "storage": (storage, 80),
    "github": (github, 40),
}


every_api = pytest.mark.parametrize("api", PACKAGES)


def _operations(api: str) -> list[Operation]:
    if api == "github" and not GITHUB.exists():
        pytest.skip(f"`make bench` fetches GitHub's description to {GITHUB}")
    make, least = PACKAGES[api]
    found = list(operations(make()))
    assert len(found) >= least
    return found


@pytest.mark.parametrize("everything", [False, True], ids=["required", "everything"])
@every_api
def test_unstubbed_answers_fit_the_spec(api: str, everything: bool) -> None:
    """What is made up is read by both clients, and fits the spec by jsonschema."""
    wrong: list[str] = []
    for operation in _operations(api):
        try:
            wrong += [f"{operation}: {one}" for one in _problems(operation, everything)]
        except Exception as error:
            wrong.append(f"{operation}: {type(error).__name__}: {error}")
    assert not wrong, "\n".join(wrong)


def _problems(operation: Operation, everything: bool) -> list[str]:
    fake = operation.package.fake(seed=int(everything))
    answers: list[httpx2.Response] = []
    client = fake.client.with_options(on_response=answers.append)
    arguments = operation.arguments(fake, everything=everything)
    consumed(operation.method(client)(**arguments))
    asyncio.run(_call(operation, fake, arguments))
    fake.check()
    assert len(operation.stub(fake).calls) >= 2
    others = [one for one in answers if not one.request.url.path.endswith("/login")]
    first = (others or answers)[0]
    return judged(operation.stub(fake)._reader.operation, operation.package.spec, first)


async def _call(operation: Operation, fake: Any, arguments: dict[str, Any]) -> Any:
    return await consumed_async(operation.method(fake.async_client)(**arguments))
