"""What an independent server refuses, a fake refuses: requests with one mistake each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import httpx2
import pytest
from kits.calling import Operation, operations
from kits.packages import committed

APIS = ("dataflow", "genomics", "kubeflow-pipelines", "kubeflow-pipelines-v2beta1", "paddleflow")
ServerOf = Callable[[str], str]


@dataclass(frozen=True)
class Sent:
    """A request, apart from where it goes."""

    title: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    content: bytes

    @classmethod
    def of(cls, request: httpx2.Request, base: str) -> Sent:
        """Take a request of a client apart."""
        kept = ("content-type", "accept", "authorization", "x-pf-authorization")
        headers = tuple((name, request.headers[name]) for name in kept if name in request.headers)
        path = request.url.raw_path.decode().partition("?")[0].removeprefix(base)
        query = tuple(request.url.params.multi_items())
        return cls("as it is", request.method, path, query, headers, request.content)

    def to(self, server: str) -> httpx2.Request:
        """Make the request for a server."""
        url = httpx2.URL(f"{server}{self.path}").copy_merge_params(list(self.query))
        headers = dict(self.headers)
        return httpx2.Request(self.method, url, headers=headers, content=self.content)


def mistakes(sent: Sent) -> Iterator[Sent]:
    """Yield the request with one mistake each; some are none to the spec."""
    for index, (name, _) in enumerate(sent.query):
        rest = sent.query[:index] + sent.query[index + 1 :]
        yield replace(sent, title=f"without {name}", query=rest)
        yield replace(sent, title=f"odd {name}", query=(*rest, (name, "no such thing")))
    for name, _ in sent.headers:
        rest = tuple(one for one in sent.headers if one[0] != name)
        if name != "accept":
            yield replace(sent, title=f"without {name}", headers=rest)
        if name == "content-type":
            odd = (*rest, (name, "application/x-odd"))
            yield replace(sent, title="odd content-type", headers=odd)
    yield replace(sent, title="another method", method="TRACE")
    yield replace(sent, title="another path", path=f"{sent.path}/no/such/path/below/it")
    if sent.content:
        yield replace(sent, title="without a body", content=b"", headers=_untyped(sent))
        yield replace(sent, title="cut body", content=sent.content[:-1])
        yield replace(sent, title="a list for a body", content=b"[3]")
        if "json" in dict(sent.headers).get("content-type", ""):
            yield from _odd_fields(sent)


def _untyped(sent: Sent) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in sent.headers if one[0] != "content-type")


def _odd_fields(sent: Sent) -> Iterator[Sent]:
    body = json.loads(sent.content)
    for place, value in _places(body, ()):
        for odd in ({"odd": [1]}, [{"odd": 1}], "no such thing", 12.5, True):
            if type(odd) is not type(value):
                content = json.dumps(_with(body, place, odd)).encode()
                yield replace(sent, title=f"{odd!r} at {place}", content=content)
        if isinstance(place[-1], str):
            content = json.dumps(_with(body, place, None)).encode()
            yield replace(sent, title=f"without {place}", content=content)


def _places(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield (*path, key), value
        if isinstance(value, dict | list) and len(path) < 2:
            yield from _places(value, (*path, key))


def _with(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a copy with another value at a place, or without it where the value is None."""
    copy = json.loads(json.dumps(node))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return copy


def _requests(operation: Operation) -> Iterator[tuple[Any, Any, Sent]]:
    """Yield what a client sends with everything that there is, and with what is required."""
    for everything in (True, False):
        fake = operation.package.fake(seed=1)
        sent: list[httpx2.Response] = []
        client = fake.client.with_options(on_response=sent.append)
        operation.method(client)(**operation.arguments(fake, everything=everything))
        stub = operation.stub(fake)
        base = httpx2.URL(fake.base_url).path.rstrip("/")
        login = [one for one in sent if not one.request.url.path.endswith("/login")]
        yield fake, stub, Sent.of((login or sent)[0].request, base)


@pytest.mark.parametrize("api", APIS)
def test_what_prism_refuses_is_refused(server_of: ServerOf, api: str) -> None:
    server = server_of(api)
    missed: list[str] = []
    refused = accepted = 0
    with httpx2.Client(timeout=30) as client:
        for operation in operations(committed(api)):
            for fake, stub, sent in _requests(operation):
                if client.send(sent.to(server)).status_code >= 400:
                    continue  # a request that Prism takes for another one's
                for wrong in mistakes(sent):
                    theirs = client.send(wrong.to(server)).status_code
                    called = len(stub.calls)
                    ours = fake.__answer__(_read(wrong.to(fake.base_url))).status_code
                    refused += theirs >= 400 <= ours
                    accepted += theirs < 400
                    if ours < 400 <= theirs and len(stub.calls) > called:  # else it is another's
                        missed.append(f"{operation}, {wrong.title}: {theirs}, not {ours}")
    print(f"{api}: {refused} refused by both, {accepted} accepted by Prism")
    assert not missed, "\n".join(missed)
    assert refused > 3 * len(list(operations(committed(api))))


def _read(request: httpx2.Request) -> httpx2.Request:
    request.read()
    return request
