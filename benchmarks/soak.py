"""Soak on loopback: many concurrent calls against a server that breaks some of them.

``make soak`` runs it: two waves of 10,000 calls at once through one async client. The server resets
5 % of the connections, answers 5 % with 503 and Retry-After, and cuts 1 % of the bodies short. What
is counted: calls without an answer, calls that are not idempotent and were done twice, and memory.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2

import specmill

CALLS = 10_000
"""In each of two waves."""
CONNECTIONS = 100
SECONDS = 600.0
SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Soak", "version": "1"},
    "paths": {
        "/items/{id}": {
            method: {
                "operationId": name,
                "tags": ["items"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"application/json": {"schema": {"type": "object"}}},
                    }
                },
            }
            for method, name in (("get", "getItem"), ("post", "makeItem"))
        }
    },
}


class OddServer:
    """Answers each request with what it asked for, but for those that it breaks."""

    def __init__(self) -> None:
        self.random = random.Random(14)
        self.done: Counter[str] = Counter()
        self.broken: Counter[str] = Counter()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if not await self._answer(head, writer):
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    async def _answer(self, head: bytes, writer: asyncio.StreamWriter) -> bool:
        method, target, _ = head.split(b" ", 2)
        chance = self.random.random()
        if chance < 0.05:
            self.broken["reset"] += 1
            writer.transport.abort()
            return False
        if chance < 0.10:
            self.broken["503"] += 1
            writer.write(b"HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\n{}")
            await writer.drain()
            return True
        self.done[f"{method.decode()} {target.decode()}"] += 1
        body = json.dumps({"id": target.decode().rpartition("/")[2], "text": "x" * 200}).encode()
        cut = chance < 0.11
        self.broken["cut"] += cut
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (len(body), body[: len(body) // 2] if cut else body)
        )
        await writer.drain()
        return not cut


def _client(url: str, folder: str) -> Any:
    spec = Path(folder, "soak.json")
    spec.write_text(json.dumps(SPEC))
    specmill.generate(spec, out=folder)
    sys.path.insert(0, folder)
    soak = import_module("soak")
    limits = httpx2.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    timeout = httpx2.Timeout(60.0, pool=None)
    return soak.AsyncSoak(base_url=url, max_retries=8, limits=limits, timeout=timeout)


async def _soak(folder: str) -> dict[str, Any]:
    server = OddServer()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, backlog=1024)
    port = listening.sockets[0].getsockname()[1]
    outcomes: Counter[str] = Counter()

    async def call(client: Any, number: int) -> None:
        posts = number % 10 == 0
        method = client.items.make if posts else client.items.get
        try:
            found = await method(str(number))
            outcomes["right" if found["id"] == str(number) else "swapped"] += 1
        except api_error as error:
            # A call that is not idempotent may fail; it must not be done twice for that.
            outcomes[f"{'POST' if posts else 'GET'} {type(error).__name__}"] += 1

    async with _client(f"http://127.0.0.1:{port}", folder) as client:
        api_error = import_module("soak").ApiError
        await call(client, -1)
        memory = [_memory()]
        started = time.monotonic()
        for wave in (range(CALLS), range(CALLS, 2 * CALLS)):
            await asyncio.gather(*(call(client, number) for number in wave))
            memory.append(_memory())
        seconds = time.monotonic() - started
    listening.close()
    twice = [one for one, times in server.done.items() if one.startswith("POST") and times > 1]
    lost = [one for one in outcomes if one.startswith("GET") or one == "swapped"]
    return {
        "calls": sum(outcomes.values()) - 1,
        "seconds": round(seconds, 1),
        "outcomes": dict(outcomes),
        "broken by the server": dict(server.broken),
        "lost": sum(outcomes[one] for one in lost),
        "done twice": len(twice),
        "peak memory in MB before, after one wave, after both": memory,
    }


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run the soak, print its figures, and fail where a call was lost or done twice."""
    with tempfile.TemporaryDirectory(prefix="specmill-soak-") as folder:
        found = asyncio.run(asyncio.wait_for(_soak(folder), SECONDS))
    print(json.dumps(found, indent=1))
    before, one, both = found["peak memory in MB before, after one wave, after both"]
    grows = both - one > max(20, (one - before) // 4)
    sys.exit(bool(found["lost"] or found["done twice"] or grows))


if __name__ == "__main__":
    main()
