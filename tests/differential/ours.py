"""Our generated clients, with a transport that keeps the request in place of sending it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import cache, reduce
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
from differential.arguments import Arguments
from differential.sent import Sent
from differential.spec import Operation, Spec
from differential.values import Composer

ROOT = Path(__file__).parents[2]
TOKEN = "a-token"
API_KEY = "a key"


@cache
def inspect(api: str) -> Mapping[str, Any]:
    """Return what ``specmill inspect --json`` prints."""
    command = [sys.executable, "-m", "specmill", "inspect", api, "--json"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    described: Mapping[str, Any] = json.loads(printed.stdout)
    return described


class Calls:
    """Calls the operations of one generated package by their ids.

    Args:
        spec: The API.
        inspected: What ``specmill inspect --json`` prints for it.
    """

    def __init__(self, spec: Spec, inspected: Mapping[str, Any]) -> None:
        self.package = import_module(inspected["package"])
        self.client_name: str = inspected["client"]
        self.operations = {one["id"]: one for one in inspected["operations"]}
        self._common = {one["wire"]: one["python"] for one in inspected["common_parameters"]}
        models = import_module(f"{inspected['package']}.models")
        self._composer = Composer(spec, inspected, models)

    def client(self, prefix: str = "", **settings: Any) -> Any:
        """Make a client; ``prefix`` is ``Async`` for the other one.

        It sends read-only fields, as the vendors' clients do.
        """
        made = getattr(self.package, f"{prefix}{self.client_name}")(**settings)
        return made.with_options(send_read_only=True)

    def call(self, client: Any, operation: Operation, given: Arguments) -> Any:
        """Call the method of an operation the way a user does."""
        described = self.operations[operation.id]
        method = reduce(getattr, described["python"].split("."), client)
        names = {
            (one["in"], _last(one["in"], one["wire"])): one["python"]
            for one in described["parameters"]
        }
        values = {
            names[one.place, _last(one.place, one.name)]: self._composer.scalar(one.schema, value)
            for one, value in given.parameters
        }
        path = [values.pop(one["python"]) for one in described["parameters"] if one["in"] == "path"]
        options = {
            self._common[one.name]: self._composer.scalar(one.schema, value)
            for one, value in given.common
        }
        if options:
            values["options"] = self.package.RequestOptions(**options)
        return method(*path, **values, **self._body(described["body"], operation, given))

    def _body(
        self, described: Mapping[str, Any] | None, operation: Operation, given: Arguments
    ) -> dict[str, Any]:
        if given.body is None or described is None:
            return {}
        if "parts" in described:
            return {described["parts"][0]["python"]: given.body}
        if given.as_mapping or described["media_type"] == "*/*":  # a mapping is sent as JSON
            return {"body": given.body}
        assert operation.body is not None
        return {"body": self._composer.body(operation.body, given.body, described["type"])}


def _last(place: str, wire: str) -> str:
    """Return the last word of a path's variable: `pipeline_id` of `pipeline.pipeline_id`."""
    return wire.rpartition(".")[2] if place == "path" else wire


class Capture(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Keeps the last request; answers every one with an empty object."""

    sent: Sent

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Keep a request of the sync client."""
        return self._keep(request, request.read())

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Keep a request of the async client."""
        return self._keep(request, await request.aread())

    def _keep(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        self.sent = Sent.of(request.method, str(request.url), request.headers, body)
        return httpx2.Response(200, json={})


def credentials(given: Arguments) -> dict[str, str]:
    """Return the credentials of one call, as arguments of a client."""
    return {"api_key": API_KEY} if given.api_key else {"token": TOKEN}


class OurClients:
    """The clients of one package: sync and async, with a token and with an API key."""

    def __init__(self, calls: Calls, base_url: str) -> None:
        self._calls, self._base_url = calls, base_url
        self._transport = Capture()
        self._sync: dict[bool, Any] = {}

    def capture(self, operation: Operation, given: Arguments) -> Sent:
        """Return what the sync client sends."""
        if given.api_key not in self._sync:
            self._sync[given.api_key] = self._client("", given)
        self._calls.call(self._sync[given.api_key], operation, given)
        return self._transport.sent

    async def capture_async(self, operation: Operation, given: Arguments) -> Sent:
        """Return what the async client sends; a client belongs to one event loop."""
        async with self._client("Async", given) as client:
            await self._calls.call(client, operation, given)
        return self._transport.sent

    def _client(self, prefix: str, given: Arguments) -> Any:
        settings = {"transport": self._transport, "base_url": self._base_url}
        return self._calls.client(prefix, **settings, **credentials(given))
