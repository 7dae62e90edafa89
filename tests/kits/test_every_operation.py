"""Every operation, called through the kit: sync and async, unstubbed and stubbed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx2
import pytest
from tests.golden.cases import CASES
from tests.kits.calling import Operation, consumed, consumed_async, operations
from tests.kits.judging import judged
from tests.kits.packages import GITHUB, Package, committed, github, golden, storage

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
    **{f"golden-{one.name}": (partial(golden, one.name), 0) for one in CASES},
}


ODD = {
    "golden-answers": {"links.authorize_bytes": "is a redirect, whose target is not declared"},
    "golden-dynamic_refs": {
        "users.list": "references that depend on where they come from are not followed",
        "teams.list": "likewise",
    },
    "golden-gateway": {"library.update_book": "its path has a field of the body"},
    "golden-hostile": {"tmp.pwned": "its path has a question mark"},
    "golden-inline_models": {"ships.order": "its alternatives are all open, so that all fit"},
    "golden-paths": {"parcels.close": "its path has a fragment, which is not sent"},
}
"""Operations of which no data can be made up, or that are not told from others, and why."""
every_api = pytest.mark.parametrize("api", PACKAGES)


def _operations(api: str) -> list[Operation]:
    if api == "github" and not GITHUB.exists():
        pytest.skip(f"`make bench` fetches GitHub's description to {GITHUB}")
    make, least = PACKAGES[api]
    found = list(operations(make()))
    assert len(found) >= least
    return found


RUNS = [
    pytest.param(api, everything, id=f"{api}-{'everything' if everything else 'required'}")
    for api in PACKAGES
    for everything in (False, True)
    if everything or not api.startswith("golden-")
]
"""Golden cases with all arguments alone: each has the required ones, too."""


@pytest.mark.parametrize(("api", "everything"), RUNS)
def test_unstubbed_answers_fit_the_spec(api: str, everything: bool) -> None:
    """What is made up is read by both clients, and fits the spec by jsonschema."""
    wrong: list[str] = []
    for operation in _operations(api):
        if operation.dotted in ODD.get(api, {}):
            continue
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
    logins = {one.route for one in fake.__api__.credentials if type(one).__name__ == "Login"}
    routed = [(f"{one.request.method} {one.request.url.path}", one) for one in answers]
    first = next((one for route, one in routed if route not in logins), answers[0])
    return judged(operation.stub(fake)._reader.operation, operation.package.spec, first)


async def _call(operation: Operation, fake: Any, arguments: dict[str, Any]) -> Any:
    return await consumed_async(operation.method(fake.async_client)(**arguments))


@every_api
def test_what_is_set_up_comes_back(api: str) -> None:
    """What a fake made up, set up at a strict one, is what both clients return."""
    wrong: list[str] = []
    for operation in _operations(api):
        if operation.dotted in ODD.get(api, {}):
            continue
        try:
            _set_up_and_called(operation)
        except Exception as error:
            wrong.append(f"{operation}: {type(error).__name__}: {error}")
    assert not wrong, "\n".join(wrong)


def _set_up_and_called(operation: Operation) -> None:
    made, fake = operation.package.fake(), operation.package.fake(strict=True)
    arguments = operation.arguments(made, everything=False)
    if isinstance(body := arguments.get("body"), dict):
        body.pop("pageToken", None)
    answer = operation.method(made.client)(**arguments)
    value = consumed(answer)
    stub = operation.stub(fake)
    match type(stub).__name__:
        case "PagedStub":
            stub.returns(value, page=getattr(answer, "body", None) if value != answer else None)
        case "StreamStub":
            stub.streams(value)
        case "WorkStub":
            stub.finishes(value)
        case _:
            stub.returns(value)
    found = consumed(operation.method(fake.client)(**arguments))
    found_async = asyncio.run(_call(operation, fake, arguments))
    if type(stub).__name__ == "WorkStub":  # work has a name that tells it from other work
        assert type(found) is type(found_async) is type(value)
    else:
        assert found == found_async == value
    fake.check()
    assert len(stub.calls) >= 2
