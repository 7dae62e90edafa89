"""A service with a login, for the tests of logins."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from typing import Any

import httpx2
from sample_sdk import RequestOptions
from sample_sdk._runtime.client.async_client import AsyncClient
from sample_sdk._runtime.client.client import Client
from sample_sdk._runtime.requests.request import Request
from sample_sdk._runtime.requests.settings import ApiKey, ApiSettings, Login, Renewal

PASSWORD = "s3cr3t-Pass"
LOGIN = Login(
    "POST /login",
    operation_id="login",
    username="user",
    password="pass",
    token="data.token",
    header="X-Session",
    renewal=Renewal(statuses=(400,), field="code", codes=("Expired", "17")),
    scheme="session",
)
SETTINGS = ApiSettings(
    name="gate",
    package="sample_sdk",
    base_url="http://{host}:{port}/api",
    variables={"port": 8999},
    environment="LIBRARY",
    credentials=(LOGIN, ApiKey("X-Key", scheme="key")),
    security=(("session",),),
)
READ: Request[Any] = Request("read", "GET /things")
OPEN: Request[Any] = Request("open", "GET /open", security=())


class Gate:
    """A service with a login; ``good`` are the tokens that it takes."""

    def __init__(self, *, wait: float = 0.0, **answers: Any) -> None:
        self.requests: list[httpx2.Request] = []
        self.good: set[str] = set()
        self.logins = 0
        self.refusal: dict[str, Any] = {"code": "Expired", "message": "who?", "requestID": "r-1"}
        self.answers = answers
        self._wait = wait
        self._lock = threading.Lock()
        self.sync_transport = httpx2.MockTransport(self._answer)
        self.async_transport = httpx2.MockTransport(self._answer_soon)

    @property
    def paths(self) -> list[str]:
        return [request.url.path.removeprefix("/api") for request in self.requests]

    def client(self, **arguments: Any) -> Client:
        return Client(SETTINGS, **self._arguments(arguments), transport=self.sync_transport)

    def async_client(self, **arguments: Any) -> AsyncClient:
        return AsyncClient(SETTINGS, **self._arguments(arguments), transport=self.async_transport)

    def _arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"username": "me", "password": PASSWORD, "server": {"host": "h"}, **given}

    async def _answer_soon(self, request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(self._wait)
        return self._respond(request)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        time.sleep(self._wait)
        return self._respond(request)

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        with self._lock:
            self.requests.append(request)
            if request.url.path == "/api/login":
                return self._log_in(request)
            if request.url.path == "/api/open":
                return httpx2.Response(200, json={})
            if request.headers.get("x-session") in self.good:
                return httpx2.Response(200, json=[1])
            return httpx2.Response(400, json=self.refusal)

    def _log_in(self, request: httpx2.Request) -> httpx2.Response:
        if json.loads(request.content) != {"user": "me", "pass": PASSWORD}:
            said = {"code": "Wrong", "message": f"{request.content.decode()} is wrong"}
            return httpx2.Response(400, json=said, headers={"x-lib-request-id": "r-2"})
        self.logins += 1
        token = f"t0ken-{self.logins}"
        self.good = {token}
        return httpx2.Response(200, **(self.answers or {"json": {"data": {"token": token}}}))


class Things:
    """A resource, as generated ones are."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def read(self, *, options: RequestOptions | None = None) -> Any:
        return self._send(READ, options)
