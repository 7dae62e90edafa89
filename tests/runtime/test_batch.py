"""What cannot be in a batch, and authentication that has requests of its own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Generator
from typing import Any

import httpx2
import pytest
from sample_sdk._runtime.batch.async_client import AsyncBatchClient
from sample_sdk._runtime.batch.client import BatchClient
from sample_sdk._runtime.client.resources import AsyncResource, Resource
from sample_sdk._runtime.errors.api_errors import BatchError, ConnectionFailedError
from sample_sdk._runtime.requests.request import Multipart, Request
from sample_sdk._runtime.requests.settings import ApiSettings, BearerToken
from sample_sdk._runtime.streams.streams import JsonStreamRequest

SETTINGS = ApiSettings(
    name="b",
    package="sample_sdk",
    base_url="http://h",
    batch_path="/batch",
    credentials=(BearerToken(scheme="token"),),
)


class Things(Resource):
    def send(self, request: Request[Any]) -> Any:
        return self._send(request)


class AsyncThings(AsyncResource):
    async def send(self, request: Request[Any]) -> Any:
        return await self._send(request)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Request("u", "PUT /", upload=b"x"), "u: uploads and downloads"),
        (Request("m", "POST /", multipart=Multipart(files={"f": b"x"})), "m: uploads"),
        (Request("d", "GET /", reads="binary"), "d: uploads and downloads"),
        (JsonStreamRequest("s", "GET /"), "s: uploads and downloads"),
        (Request("o", "GET /", server="http://other"), "o: goes to other, but .* to h"),
    ],
    ids=lambda value: getattr(value, "operation_id", ""),
)
def test_what_cannot_be_in_a_batch(request_: Request[Any], message: str) -> None:
    client, async_client = BatchClient(SETTINGS), AsyncBatchClient(SETTINGS)
    with pytest.raises(BatchError, match=message) as raised:
        client.batch().add(Things(client).send, request_)
    assert raised.value.operation_id == request_.operation_id
    with pytest.raises(BatchError, match=message):
        async_client.batch().add(AsyncThings(async_client).send, request_)


def test_only_methods_can_be_added() -> None:
    with pytest.raises(TypeError, match=r"such as client\.jobs\.get"):
        BatchClient(SETTINGS).batch().add(print, "x")


class TokenAuth(httpx2.Auth):
    """Fetches a token before the first request."""

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        answer = yield httpx2.Request("POST", "http://h/token")
        request.headers["authorization"] = answer.json()["token"]
        yield request

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        answer = yield httpx2.Request("POST", "http://h/token")
        request.headers["authorization"] = answer.json()["token"]
        yield request


def _answer(asked: list[str]) -> Callable[[httpx2.Request], httpx2.Response]:
    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.path)
        if request.url.path == "/token":
            return httpx2.Response(200, json={"token": "fetched"})
        assert request.headers["authorization"] == "fetched"
        assert b"authorization: fetched\r\n" in request.content
        (name,) = re.findall(rb"Content-ID: <(.*)>", request.content)
        part = b"Content-ID: <response-%s>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n7" % name
        headers = {"content-type": "multipart/mixed; boundary=x"}
        return httpx2.Response(200, headers=headers, content=b"--x\r\n%s\r\n--x--" % part)

    return answer


def test_requests_of_the_authentication_go_by_themselves() -> None:
    asked: list[str] = []
    transport = httpx2.MockTransport(_answer(asked))
    client = BatchClient(SETTINGS, auth=TokenAuth(), transport=transport)
    with client.batch() as batch:
        call = batch.add(Things(client).send, Request("g", "GET /a"))

    async def soon() -> Any:
        client = AsyncBatchClient(SETTINGS, auth=TokenAuth(), transport=transport)
        async with client.batch() as batch:
            call = batch.add(AsyncThings(client).send, Request("g", "GET /a"))
        return call.result()

    assert (call.result(), asyncio.run(soon())) == (7, 7)
    assert asked == ["/token", "/token", "/batch"] * 2


def test_a_token_that_is_not_to_be_had_fails_the_batch() -> None:
    def answer(_: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("no way")

    transport = httpx2.MockTransport(answer)
    client = BatchClient(SETTINGS, auth=TokenAuth(), transport=transport)
    batch = client.batch()
    call = batch.add(Things(client).send, Request("g", "GET /a"))
    with pytest.raises(ConnectionFailedError, match="g: GET http://h/a .*no way"):
        batch.send()
    assert isinstance(call.error, ConnectionFailedError)

    async def soon() -> None:
        client = AsyncBatchClient(SETTINGS, auth=TokenAuth(), transport=transport)
        async with client.batch() as batch:
            batch.add(AsyncThings(client).send, Request("g", "GET /a"))

    with pytest.raises(ConnectionFailedError, match="no way"):
        asyncio.run(soon())
