"""An independent server accepts the requests of our generated clients; they read its answers."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import httpx2
import pytest
from differential.arguments import TEXTS, Arguments, cases
from differential.committed import inspect
from differential.ours import TOKEN, Calls
from differential.spec import Operation, load

COUNTS = {
    "dataflow": 57,
    "genomics": 6,
    "kubeflow-pipelines": 36,
    "kubeflow-pipelines-v2beta1": 39,
}
CASES = ("required", "everything", *TEXTS)


_DOTTED = re.compile(r"\{[^{}]*\.[^{}]*\}")


def _shape(operation: Operation) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", operation.path)


def _operations(name: str) -> Iterator[Any]:
    """Yield the operations of an API. Where paths differ in their variables alone, Prism takes one
    whose names have no dots, and knows no method of the others.
    """
    operations = load(name).operations
    plain = {_shape(one): one.path for one in operations if not _DOTTED.search(one.path)}
    for operation in operations:
        taken = plain.get(_shape(operation)) if _DOTTED.search(operation.path) else None
        marks = pytest.mark.skip(reason=f"Prism takes its path for {taken}") if taken else ()
        yield pytest.param(name, operation, id=f"{name}-{operation}", marks=marks)


OPERATIONS = [one for name in COUNTS for one in _operations(name)]
ServerOf = Callable[[str], str]


@cache
def calls_of(name: str) -> Calls:
    """Return the calls of one API."""
    return Calls(load(name), inspect(name))


every_operation = pytest.mark.parametrize(("name", "operation"), OPERATIONS)


@every_operation
def test_sync_client_is_understood(server_of: ServerOf, name: str, operation: Operation) -> None:
    calls = calls_of(name)
    answers: list[httpx2.Response] = []
    with calls.client(base_url=server_of(name), token=TOKEN, max_retries=0, timeout=30) as client:
        hooked = client.with_options(on_response=answers.append)
        for given in _given(name, operation):
            result = calls.call(hooked, operation, given)
            _check(calls, operation, result, answers.pop())


@every_operation
def test_async_client_is_understood(server_of: ServerOf, name: str, operation: Operation) -> None:
    async def call() -> None:
        calls = calls_of(name)
        answers: list[httpx2.Response] = []
        settings = {"base_url": server_of(name), "token": TOKEN, "max_retries": 0, "timeout": 30}
        async with calls.client("Async", **settings) as client:
            hooked = client.with_options(on_response=answers.append)
            given = next(one for one in _given(name, operation) if one.case == "everything")
            result = await calls.call(hooked, operation, given)
            _check(calls, operation, result, answers.pop())

    asyncio.run(call())


@pytest.mark.parametrize("name", COUNTS)
def test_every_operation_is_called(name: str) -> None:
    called = {operation.id for operation in load(name).operations}
    ours = inspect(name)["operations"]  # what waits repeats the request of another method
    assert called == {one["id"] for one in ours if "waits" not in one}
    assert len(called) == COUNTS[name]


def test_server_objects_to_bad_requests(server_of: ServerOf) -> None:
    calls, server = calls_of("dataflow"), server_of("dataflow")
    with calls.client(base_url=server, token=TOKEN, max_retries=0) as client:
        jobs = client.projects.locations.jobs
        with pytest.raises(calls.package.StatusError) as caught:
            jobs.list("project", "location", page_size="many")
        assert caught.value.status_code in (400, 422)
    anonymous = calls.client(base_url=server, max_retries=0)
    with anonymous, pytest.raises(calls.package.AuthenticationError):
        anonymous.projects.locations.jobs.get("project", "location", "job")


def _given(name: str, operation: Operation) -> list[Arguments]:
    """Return the calls of an operation that the server can judge.

    It takes a bare comma in a path, which ``{+name}`` leaves as it is, for a list's delimiter.
    """
    chosen = [one for one in cases(load(name), operation) if one.case in CASES]
    if any(parameter.reserved for parameter in operation.parameters):
        chosen = [one for one in chosen if one.case != "delimiters"]
    return chosen


def _check(calls: Calls, operation: Operation, result: Any, answer: httpx2.Response) -> None:
    """Compare a result with the server's JSON: its type, and that nothing is lost."""
    assert answer.status_code == 200
    violations = json.loads(answer.headers.get("sl-violations", "[]"))
    assert all(one["code"] == "deprecated" for one in violations), violations
    described = calls.operations[operation.id]
    if described["pagination"] is not None:
        found = answer.json()
        for name in described["pagination"]["items"].split("."):
            found = found.get(name) or []
        assert len(result.items) == len(found)
        result = result.body
    if described["returns"].startswith("dict"):
        assert isinstance(result, dict)
        shown = result
    else:
        answered = result.body if described["long_running"] else result
        assert type(answered).__name__ == described["returns"]
        shown = answered.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    assert _same(answer.json(), shown), (answer.json(), shown)


def _same(sent: Any, shown: Any) -> bool:
    """Compare JSON; the last digit of base64 that is none, such as "string", may differ."""
    if isinstance(sent, dict) and isinstance(shown, dict):
        return sent.keys() == shown.keys() and all(_same(sent[key], shown[key]) for key in sent)
    if isinstance(sent, list) and isinstance(shown, list):
        return len(sent) == len(shown) and all(map(_same, sent, shown))
    if isinstance(sent, str) and isinstance(shown, str):
        return sent == shown or sent[:-1] == shown.rstrip("=")[:-1]
    return bool(sent == shown)
