"""The client: options, credentials, copies, common parameters and what importing costs."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.conftest import PACKAGE, Caller
from tests.behaviour.server import Server


def test_options_of_one_call(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"name": "n"})
    options = sdk.RequestOptions(
        headers={"X-A": "1"}, query={"extra": "2", "view": "BASIC"}, fields="name", x_tenant="t"
    )
    call("items.get", "a", view="FULL", options=options)
    assert server.last.headers["x-a"] == "1"
    assert server.last.headers["x-tenant"] == "t"
    assert sorted(server.last.query) == [("extra", "2"), ("fields", "name"), ("view", "BASIC")]


def test_retries(call: Caller, sdk: Any, server: Server) -> None:
    wait = {"retry-after": "0"}
    server.answer(status=503, headers=wait)
    server.answer({"name": "n"})
    assert call("items.get", "a").name == "n"
    server.answer({"code": 1}, 503, wait)
    with pytest.raises(sdk.ServerError):
        call("items.get", "a", options=sdk.RequestOptions(max_retries=0))
    server.answer({"code": 1}, 503, wait)
    with pytest.raises(sdk.ServerError):
        call("items.create", {"name": "n"})
    assert len(server.requests) == 4


def test_timeouts(call: Caller, sdk: Any, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(server, "next_answer", lambda: (release.wait(5), (204, b"", {}))[1])
    with pytest.raises(sdk.TimedOutError):
        call("ping", options=sdk.RequestOptions(timeout=0.05, max_retries=0))
    release.set()


def test_copies_with_other_options(client: Any, sdk: Any, server: Server) -> None:
    seen: list[str] = []
    copy = client.with_options(
        headers={"x-a": "1"},
        query={"trace": "on"},
        token="other",
        on_request=lambda request: seen.append(request.method),
        on_response=lambda response: seen.append(str(response.status_code)),
    )
    server.answer({"name": "n"})
    copy.items.get("a")
    assert server.last.headers["x-a"] == "1"
    assert server.last.query == [("trace", "on")]
    assert server.last.headers["authorization"] == "Bearer other"
    assert seen == ["GET", "200"]
    server.answer({"name": "n"})
    client.items.get("a")
    assert "x-a" not in server.last.headers
    assert server.last.headers["authorization"] == "Bearer secret"


@pytest.mark.parametrize("given", ["argument", "environment"])
def test_credentials(sdk: Any, server: Server, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    arguments: dict[str, Any] = {"api_key": {"key": "k 1", "cookie": "c1"}}
    if given == "environment":
        arguments = {}
        monkeypatch.setenv("DEPOT_TOKEN", "t1")
    monkeypatch.setenv("DEPOT_BASE_URL", server.url)
    server.answer({"name": "n"})
    server.answer(status=204)
    with sdk.Depot(**arguments) as client:
        client.items.get("a")
        client.ping()
        assert "k 1" not in repr(client)
    first, second = server.requests
    if given == "environment":
        assert first.headers["authorization"] == "Bearer t1"
        assert "authorization" not in second.headers
    else:
        assert first.query == [("key", "k 1")]
        assert second.headers["cookie"] == "sid=c1"
        assert second.query == []


def test_a_token_function_is_asked_each_time(sdk: Any, server: Server) -> None:
    tokens = iter("abc")

    async def fresh() -> str:
        return next(tokens)

    async def main() -> None:
        async with sdk.AsyncDepot(token=fresh, base_url=server.url) as client:
            for _ in range(2):
                server.answer({"name": "n"})
                await client.items.get("a")

    asyncio.run(main())
    assert [sent.headers["authorization"] for sent in server.requests] == ["Bearer a", "Bearer b"]


def test_unknown_arguments_and_names_are_errors(client: Any, sdk: Any) -> None:
    with pytest.raises(TypeError):
        client.items.get("a", vieww="FULL")
    with pytest.raises(TypeError):
        client.items.get("a", "FULL")
    with pytest.raises(AttributeError):
        _ = sdk.NoSuchName
    assert {"Depot", "AsyncDepot", "RequestOptions", "models", "NotFoundError"} <= set(dir(sdk))


LOADED = """
import json, sys
before = set(sys.modules)
{code}
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def _loaded(generated: Path, code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)],
        cwd=generated,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout))


def test_importing_the_package_loads_next_to_nothing(generated: Path) -> None:
    loaded = _loaded(generated, f"import {PACKAGE}")
    assert (
        not {"pydantic", "pydantic_core", "httpx2", "anyio", "asyncio", "typing_extensions"}
        & loaded
    )
    own = {name for name in loaded if name.startswith(PACKAGE)}
    assert own == {PACKAGE, f"{PACKAGE}._runtime", f"{PACKAGE}._runtime.lazy"}


def test_a_call_loads_of_the_runtime_what_it_needs(generated: Path) -> None:
    call = (
        f"import httpx2, {PACKAGE}; answer = httpx2.MockTransport(lambda _: httpx2.Response(204)); "
        f"client = {PACKAGE}.Depot(base_url='http://x', transport=answer); client.items.delete('a')"
    )
    runtime = f"{PACKAGE}._runtime."
    loaded = {name.removeprefix(runtime) for name in _loaded(generated, call)}
    assert {"client.client", "calls.call", "requests.request"} <= loaded
    others = {"media", "streams", "batch", "client._planning", "errors.rpc_status", "auth.google"}
    assert not {name for name in loaded if name.startswith(tuple(others))}


def test_models_load_when_they_are_used_with_what_they_are_made_of(generated: Path) -> None:
    make = f"import {PACKAGE}; client = {PACKAGE}.Depot(base_url='http://x'); "
    models = f"{PACKAGE}.models."

    def of(code: str) -> set[str]:
        return {name for name in _loaded(generated, make + code) if name.startswith(models)}

    assert of("client.notes") == set()
    assert of("client.animals; client.styles") == set()
    assert of("client._plan(client.animals.list)") == {f"{models}animals"}
    assert f"{models}animals" not in of("client._plan(client.items.get, 'a')")


def test_every_module_of_models_loads_alone(generated: Path) -> None:
    modules = [path.stem for path in (generated / PACKAGE / "models").glob("*.py")]
    code = "; ".join(f"import {PACKAGE}.models.{name}" for name in modules if name != "__init__")
    for name in modules:
        if name != "__init__":
            _loaded(generated, f"import {PACKAGE}.models.{name} as one; {code}")
