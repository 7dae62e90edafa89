"""Exchanges with applications: what a test of a call sent, and what the application answered."""

from __future__ import annotations

import base64
import json
import os
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import httpx2

HOST = "app.test"
"""The host that clients call, whatever the port of the application is."""

_BOUNDARY = re.compile(r"boundary=\"?([^\";]+)")
_OF_THE_CLIENT = {
    *("accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"),
}
_OF_THE_SERVER = {"connection", "content-length", "date", "keep-alive", "transfer-encoding"}

Exchange = dict[str, Any]
Exchanges = dict[str, list[Exchange]]
"""Exchanges in their order, by the name of the test."""


class Recorded:
    """What was recorded; it answers for the application."""

    def __init__(self, exchanges: Exchanges) -> None:
        self.exchanges = exchanges
        self._answered: dict[str, int] = defaultdict(int)

    @classmethod
    def read(cls, file: Path) -> Recorded:
        """Read a file of exchanges, one a line."""
        exchanges: Exchanges = defaultdict(list)
        for line in file.read_text("utf-8").splitlines():
            exchange = json.loads(line)
            exchanges[exchange.pop("test")].append(exchange)
        return cls(exchanges)

    def connect(self) -> httpx2.AsyncBaseTransport:
        """Open a transport that answers what the running test has recorded."""
        return _Replay(self)

    def answer(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        """Answer a request, which must be the next one of its test."""
        run = _running_test()
        position = self._answered[run]
        expected = self.exchanges.get(_function(run), [])[position : position + 1]
        assert expected, f"no exchange of {run} is recorded for {request.method} {request.url}"
        assert _request(request, body) == expected[0]["request"]
        self._answered[run] = position + 1
        told = expected[0]["response"]
        return httpx2.Response(told["status"], headers=_pairs(told), content=_content(told))

    def check(self) -> None:
        """Assert that the tests that ran made all the requests that are recorded."""
        for run, count in self._answered.items():
            assert count == len(self.exchanges[_function(run)]), f"{run} makes fewer requests"


class Recorder:
    """Passes requests on to the application, and keeps what is said."""

    def __init__(self, address: str) -> None:
        self._address = httpx2.URL(address)
        self.made: Exchanges = defaultdict(list)

    def connect(self) -> httpx2.AsyncBaseTransport:
        """Open a transport to the application."""
        return _Passing(self, self._address)

    def keep(self, request: httpx2.Request, body: bytes, answer: httpx2.Response) -> None:
        """Keep an exchange of the running test."""
        response = {"status": answer.status_code, "headers": _headers(answer, _OF_THE_SERVER)}
        response |= _said(answer.content)
        self.made[_running_test()].append(
            {"request": _request(request, body), "response": response}
        )

    def write(self, file: Path) -> None:
        """Write the exchanges of the tests that ran; those of all others stay."""
        kept = Recorded.read(file).exchanges if file.exists() else {}
        kept |= {_function(run): exchanges for run, exchanges in self.made.items()}
        lines = (
            json.dumps({"test": test, **exchange}, ensure_ascii=False)
            for test, exchanges in sorted(kept.items())
            for exchange in exchanges
        )
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")

    def check(self, recorded: Recorded) -> None:
        """Assert that what was said is what is recorded."""
        for run, exchanges in self.made.items():
            known = recorded.exchanges.get(_function(run), [])
            said, kept = ([_compared(one) for one in some] for some in (exchanges, known))
            assert said == kept, f"{run}: record it anew"


def _compared(exchange: Exchange) -> Exchange:
    """Return an exchange with the answer as JSON, since the order of its keys tells nothing."""
    response = exchange["response"]
    try:
        return {**exchange, "response": {**response, "text": json.loads(response.get("text", ""))}}
    except ValueError:
        return exchange


class _Replay(httpx2.AsyncBaseTransport):
    def __init__(self, recorded: Recorded) -> None:
        self._recorded = recorded

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._recorded.answer(request, await request.aread())


class _Passing(httpx2.AsyncBaseTransport):
    def __init__(self, recorder: Recorder, address: httpx2.URL) -> None:
        self._recorder, self._address = recorder, address
        self._inner = httpx2.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = await request.aread()
        url = request.url.copy_with(host=self._address.host, port=self._address.port)
        asked = httpx2.Request(request.method, url, headers=request.headers, content=body)
        answer = await self._inner.handle_async_request(asked)
        raw = b"".join([part async for part in answer.stream])  # type: ignore[union-attr]
        await answer.aclose()
        whole = httpx2.Response(answer.status_code, headers=answer.headers, content=raw)
        self._recorder.keep(request, body, whole)
        return httpx2.Response(answer.status_code, headers=answer.headers, content=raw)

    async def aclose(self) -> None:
        await self._inner.aclose()


def _running_test() -> str:
    """Name the running test with its parameters, as pytest tells it."""
    return os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].rpartition(" (")[0]


def _function(run: str) -> str:
    return run.partition("[")[0]


def _request(request: httpx2.Request, body: bytes) -> Exchange:
    """Write a request without what is of the client alone; all boundaries are one."""
    headers = _headers(request, _OF_THE_CLIENT)
    boundary = _BOUNDARY.search(str(headers.get("content-type", "")))
    if boundary:
        headers["content-type"] = headers["content-type"].replace(boundary[1], "boundary")
        body = body.replace(boundary[1].encode(), b"boundary")
    target = request.url.raw_path.decode("ascii")
    return {"method": request.method, "target": target, "headers": headers, **_said(body)}


def _headers(message: httpx2.Request | httpx2.Response, without: set[str]) -> Any:
    told: dict[str, Any] = {}
    for name, value in message.headers.multi_items():
        if name.lower() not in without:
            told.setdefault(name.lower(), []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in told.items()}


def _pairs(message: Exchange) -> list[tuple[bytes, bytes]]:
    return [
        (name.encode("ascii"), value.encode("latin-1"))
        for name, told in message["headers"].items()
        for value in (told if isinstance(told, list) else [told])
    ]


def _said(content: bytes) -> dict[str, str]:
    try:
        return {"text": content.decode()} if content else {}
    except ValueError:
        return {"base64": base64.b64encode(content).decode()}


def _content(message: Exchange) -> bytes:
    if "base64" in message:
        return base64.b64decode(message["base64"])
    return str(message.get("text", "")).encode()
