"""Connections that come back: streams that are dropped, closed from elsewhere or cancelled.

Each client has one connection, so that a call after it tells whether that came back.
"""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from tests.behaviour.stream_server import StreamServer, streaming

HELLO = {"text": "hi"}
EVENT = b'data: {"text": "a"}\n\n'
ONE = httpx2.Limits(max_connections=1)
SOON = httpx2.Timeout(5, pool=2)


@pytest.fixture
def sdk(generated: Path) -> Any:
    """The imported package."""
    assert generated
    return __import__("streams_v1")


@pytest.fixture
def slow() -> Iterator[StreamServer]:
    """A server that sends one event and then waits."""
    with streaming() as script:
        script.pieces, script.wait = [EVENT], threading.Event()
        yield script


@contextmanager
def connected(sdk: Any, url: str) -> Iterator[Any]:
    with sdk.Streams(base_url=url, limits=ONE, timeout=SOON, max_retries=0) as client:
        yield client


def test_a_stream_that_is_never_read_lets_go(sdk: Any, slow: StreamServer) -> None:
    with connected(sdk, slow.url) as client:
        for _ in range(3):
            client.chats.create_stream(HELLO)
        for word in client.chats.create_stream(HELLO):
            assert word.text == "a"
            break
        assert next(client.chats.create_stream(HELLO)).text == "a"


def test_an_async_stream_that_is_never_read_lets_go(sdk: Any, slow: StreamServer) -> None:
    async def read() -> str:
        async with sdk.AsyncStreams(base_url=slow.url, limits=ONE, timeout=SOON) as client:
            for _ in range(3):
                await client.chats.create_stream(HELLO)
                gc.collect()
            async for _ in await client.chats.create_stream(HELLO):
                break
            gc.collect()
            stream = await client.chats.create_stream(HELLO)
            return str((await anext(stream)).text)

    assert asyncio.run(read()) == "a"


def reading(stream: Any) -> tuple[threading.Thread, list[Any]]:
    """Read a stream in a thread, until it waits for the second item."""
    found: list[Any] = []
    has_one = threading.Event()

    def read() -> None:
        try:
            for word in stream:
                found.append(word.text)
                has_one.set()
            found.append("end")
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    assert has_one.wait(5)
    return thread, found


def test_closing_a_stream_ends_it_in_the_thread_that_reads(sdk: Any, slow: StreamServer) -> None:
    with connected(sdk, slow.url) as client:
        stream = client.chats.create_stream(
            HELLO, options=sdk.RequestOptions(timeout=httpx2.Timeout(5, read=None))
        )
        thread, found = reading(stream)
        stream.close()
        thread.join(5)
        assert found == ["a", "end"]
        assert next(client.chats.create_stream(HELLO)).text == "a"


def test_closing_a_client_ends_the_streams_that_threads_read(sdk: Any, slow: StreamServer) -> None:
    with connected(sdk, slow.url) as client:
        options = sdk.RequestOptions(timeout=httpx2.Timeout(5, read=None))
        thread, found = reading(client.chats.create_stream(HELLO, options=options))
    thread.join(5)
    assert found[0] == "a"
    assert isinstance(found[1], sdk.ConnectionFailedError)


@pytest.mark.parametrize("of_client", [False, True])
def test_closing_in_another_task(sdk: Any, slow: StreamServer, *, of_client: bool) -> None:
    async def read() -> list[Any]:
        found: list[Any] = []
        has_one = asyncio.Event()

        async def take(stream: Any) -> None:
            async for word in stream:
                found.append(word.text)
                has_one.set()
            found.append("end")

        async with sdk.AsyncStreams(base_url=slow.url, limits=ONE, timeout=SOON) as client:
            stream = await client.chats.create_stream(HELLO)
            task = asyncio.create_task(take(stream))
            await asyncio.wait_for(has_one.wait(), 5)
            await (client.close() if of_client else stream.aclose())
            try:
                await asyncio.wait_for(task, 5)
            except sdk.ConnectionFailedError:
                found.append("lost")
        return found

    assert asyncio.run(read()) == ["a", "lost" if of_client else "end"]


async def _whole_block(client: Any) -> None:
    async with client.stream(client.chats.create_stream, HELLO):
        await anyio.sleep(9)


async def _next_item(client: Any) -> None:
    async for _ in await client.chats.create_stream(HELLO):
        pass


async def _item_at_hand(client: Any) -> None:
    async with await client.chats.create_stream(HELLO) as stream:
        async for _ in stream:
            await anyio.sleep(9)


async def _hook(client: Any) -> None:
    async def wait(_: httpx2.Response) -> None:
        await anyio.sleep(9)

    await client.with_options(on_response=wait).chats.create_stream(HELLO)


async def _body(client: Any) -> None:
    async def rows() -> AsyncIterator[Any]:
        yield {"id": 1}
        await anyio.sleep(9)

    await client.rows.import_(rows())


@pytest.mark.parametrize("wait", [_whole_block, _next_item, _item_at_hand, _hook, _body])
@pytest.mark.parametrize("by", ["scope", "task"])
def test_what_is_cancelled_gives_its_connection_back(
    sdk: Any, slow: StreamServer, wait: Callable[[Any], Awaitable[None]], by: str
) -> None:
    async def run() -> str:
        async with sdk.AsyncStreams(base_url=slow.url, limits=ONE, timeout=SOON) as client:
            if by == "scope":
                with anyio.move_on_after(0.2):
                    await wait(client)
            else:
                task = asyncio.ensure_future(wait(client))
                await asyncio.sleep(0.2)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                del task
            stream = await client.chats.create_stream(HELLO)
            return str((await anext(stream)).text)

    assert asyncio.run(run()) == "a"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_an_upload_of_a_pipe_that_says_nothing_can_be_cancelled(sdk: Any) -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.readline()
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    read_end, write_end = os.pipe()
    pipe = open(read_end, "rb", buffering=0)  # noqa: SIM115 - a thread is left in it

    async def send(url: str) -> float:
        began = time.monotonic()
        async with sdk.AsyncStreams(base_url=url) as client:
            with anyio.move_on_after(0.2):
                await client.request("POST", "/x", body=pipe)
        return time.monotonic() - began

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
        closing = threading.Timer(5, os.close, [write_end])
        closing.start()
        assert asyncio.run(send(f"http://127.0.0.1:{http.server_address[1]}")) < 4
        http.shutdown()
    closing.cancel()
    os.close(write_end)
    time.sleep(0.05)  # in which the thread finds the end
    pipe.close()


def test_a_body_comes_once(sdk: Any, slow: StreamServer) -> None:
    assert slow.wait is not None
    slow.wait.set()
    with connected(sdk, slow.url) as client:
        with client.stream(client.chats.create_stream, HELLO) as response:
            assert list(response.iter_bytes()) == [EVENT]
            with pytest.raises(ValueError, match="comes once"):
                list(response.iter_bytes())
        with client.stream(client.chats.create_stream, HELLO) as response:
            pass
        with pytest.raises(ValueError, match="comes once"):
            response.read()
