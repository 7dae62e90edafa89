"""Answers and bodies that come item by item."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server
from tests.behaviour.stream_server import StreamServer, streaming

EVENTS = {"content-type": "text/event-stream"}


async def gather(stream: Any) -> list[Any]:
    """Return all items of an async stream."""
    async with await stream as items:
        return [item async for item in items]


def items(caller: Caller, method: str, *args: Any, **kwargs: Any) -> list[Any]:
    """Call a method and return all items of its answer."""
    then = gather if caller.is_async else list
    found: list[Any] = caller(method, *args, then=then, **kwargs)
    return found


@pytest.fixture
def slow() -> Iterator[StreamServer]:
    """A server that answers in pieces."""
    with streaming() as script:
        yield script


@pytest.fixture
def sdk(generated: Path) -> Any:
    """The imported package."""
    assert generated
    return __import__("streams_v1")


def test_a_method_answers_whole_and_its_twin_bit_by_bit(streams: Caller, server: Server) -> None:
    models = streams.sdk.models
    server.answer({"text": "hello"})
    assert streams("chats.create", models.Message(text="hi")) == models.Answer(text="hello")
    assert server.last.json() == {"text": "hi"}
    assert server.last.headers["accept"] == "application/json"
    for body in (models.Message(text="hi"), {"text": "hi"}, models.Message(text="hi", stream=True)):
        server.answer('data: {"text": "a"}\n\ndata: {"text": "b"}\n\n', headers=EVENTS)
        words = items(streams, "chats.create_stream", body)
        assert words == [models.Word(text="a"), models.Word(text="b")]
        assert server.last.json() == {"text": "hi", "stream": True}
        assert server.last.headers["accept"] == "text/event-stream"


def test_what_says_that_the_stream_is_over_is_no_item(streams: Caller, server: Server) -> None:
    server.answer(
        'data: {"text": "a"}\n\ndata:\n\ndata: [DONE]\n\ndata: {"text": "b"}\n\n', headers=EVENTS
    )
    assert [word.text for word in items(streams, "chats.create_stream", {"text": "hi"})] == ["a"]


def test_errors_come_before_the_first_item(streams: Caller, server: Server) -> None:
    server.answer({"title": "wait"}, status=429, headers={"retry-after": "9999"})
    with pytest.raises(streams.sdk.RateLimitError) as raised:
        streams("chats.create_stream", {"text": "hi"})
    assert raised.value.body == streams.sdk.models.Problem(title="wait")


def test_something_else_is_no_stream_without_events(streams: Caller, server: Server) -> None:
    server.answer({"text": "whole"})
    with pytest.raises(streams.sdk.DecodeError, match="application/json is no stream of events"):
        streams("chats.create_stream", {"text": "hi"})


def test_data_that_is_no_json_stays_text_unless_strict(streams: Caller, server: Server) -> None:
    odd = 'data: {"text": "a"}\n\nevent: ping\ndata: still here\n\ndata: {"text": "b"}\n\n'
    server.answer(odd, headers=EVENTS)
    first, ping, last = items(streams, "chats.create_stream", {"text": "hi"})
    assert (first.text, ping, last.text) == ("a", "still here", "b")
    server.answer("data: oops\n\n", headers=EVENTS)
    with pytest.raises(streams.sdk.DecodeError) as raised:
        items(streams, "chats.create_stream", {"text": "hi"}, settings={"strict": True})
    assert raised.value.content == b"oops"


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("body", ["tok0 tok1 ", "tok0\ntok1\n\n", "<html>\n<p>no: events</p>"])
def test_what_has_no_field_is_no_stream_of_events(
    streams: Caller, server: Server, body: str, strict: bool
) -> None:
    server.answer(body, headers=EVENTS)
    with pytest.raises(streams.sdk.DecodeError, match="not an event stream: '") as raised:
        items(streams, "news.follow", settings={"strict": strict})
    assert raised.value.content == body.strip().encode()


@pytest.mark.parametrize("body", ["", "\n\n", ": a comment\n\n", "retry: 5\n\n", "data: cut off"])
def test_a_stream_may_have_no_event(streams: Caller, server: Server, body: str) -> None:
    server.answer(body, headers=EVENTS)
    assert items(streams, "news.follow") == []


def test_strict_streams_insist(streams: Caller, server: Server) -> None:
    server.answer('data: {"text": 7}\n\n', headers=EVENTS)
    (word,) = items(streams, "chats.create_stream", {"text": "hi"})
    assert word.text == 7
    server.answer('data: {"text": 7}\n\n', headers=EVENTS)
    with pytest.raises(streams.sdk.DecodeError):
        items(streams, "chats.create_stream", {"text": "hi"}, settings={"strict": True})


def test_events_without_a_type_are_the_items(streams: Caller, server: Server) -> None:
    server.answer("retry: 1500\nid: 7\nevent: flash\ndata: a\ndata: b\n\n", headers=EVENTS)
    event = streams.sdk.ServerSentEvent(data="a\nb", event="flash", id="7", retry=1.5)
    assert items(streams, "news.follow", last_event_id="6") == [event]
    assert server.last.headers["last-event-id"] == "6"


def test_the_name_of_an_event_tells_the_type_of_its_data(streams: Caller, server: Server) -> None:
    server.answer(
        'event: wind\ndata: {"speed": 3}\n\nevent: rain\ndata: {"litres": 1}\n\n', headers=EVENTS
    )
    models = streams.sdk.models
    found = items(streams, "news.follow_weather")
    assert found == [models.Wind(speed=3), models.Rain(litres=1)]


@pytest.mark.parametrize("strict", [True, False])
def test_data_that_are_text_are_no_json(streams: Caller, server: Server, strict: bool) -> None:
    """But for what some servers quote: they write each event as JSON."""
    data = ("calm", "5", "true", '"quoted"', '{"a": 1}', '"', "")
    server.answer("".join(f"event: note\ndata: {one}\n\n" for one in data), headers=EVENTS)
    found = items(streams, "news.follow_weather", settings={"strict": strict})
    assert found == ["calm", "5", "true", "quoted", '{"a": 1}', '"']


def test_a_stream_knows_its_latest_event(sdk: Any, server: Server) -> None:
    server.answer("id: 7\nretry: 20\nevent: wind\ndata: {}\n\nid: 8\n\n", headers=EVENTS)
    with sdk.Streams(base_url=server.url) as client, client.news.follow_weather() as stream:
        assert stream.event is None
        assert next(stream) == sdk.models.Wind()
        assert stream.event.event == "wind"
        assert list(stream) == []
        assert (stream.last_event_id, stream.retry) == ("8", 0.02)
        assert stream.status_code == 200
        assert stream.headers["content-type"] == "text/event-stream"


def test_json_on_lines(streams: Caller, server: Server) -> None:
    lines = '{"id": 1, "name": "ä"}\r\n\n{"id": 2}'
    server.answer(lines, headers={"content-type": "application/x-ndjson"})
    row = streams.sdk.models.Row
    assert items(streams, "rows.export") == [row(id=1, name="ä"), row(id=2)]
    assert server.last.headers["accept"] == "application/x-ndjson"


def test_json_as_a_sequence(streams: Caller, server: Server) -> None:
    server.answer("\x1e1\n\x1e\n\x1e2.5\n", headers={"content-type": "application/json-seq"})
    assert items(streams, "rows.read_sensor") == [1.0, 2.5]


def test_bodies_of_lines(streams: Caller, server: Server) -> None:
    row = streams.sdk.models.Row
    for given in ([row(id=1), {"id": 2}], iter([row(id=1), {"id": 2}])):
        server.answer(status=204)
        streams("rows.import_", given)
        assert server.last.body == b'{"id":1}\n{"id":2}\n'
        assert server.last.headers["content-type"] == "application/jsonl"
        assert server.last.headers["transfer-encoding"] == "chunked"
    server.answer(status=204)
    streams("rows.replace", [row(id=1)])
    assert server.last.json() == [{"id": 1}]
    server.answer(status=204)
    streams("rows.replace_lines", (row(id=number) for number in (1, 2)))
    assert server.last.body == b'{"id":1}\n{"id":2}\n'


def test_lines_that_are_made_while_they_are_sent(sdk: Any, server: Server) -> None:
    async def rows() -> AsyncIterator[Any]:
        for number in (1, 2):
            await asyncio.sleep(0)
            yield sdk.models.Row(id=number)

    async def send() -> None:
        async with sdk.AsyncStreams(base_url=server.url) as client:
            await client.rows.import_(rows())

    server.answer(status=204)
    asyncio.run(send())
    assert server.last.body == b'{"id":1}\n{"id":2}\n'
    with sdk.Streams(base_url=server.url) as client, pytest.raises(TypeError, match="async client"):
        client.rows.import_(rows())


def test_a_list_of_lines_is_sent_again(
    streams: Caller, server: Server, no_wait: list[float]
) -> None:
    for given, requests in (([{"id": 1}], 2), (iter([{"id": 1}]), 1)):
        server.requests.clear()
        server.answer(status=503)
        server.answer(status=204)
        try:
            streams("rows.replace_lines", given)
        except streams.sdk.ServerError:
            server.next_answer()
        assert len(server.requests) == requests
    assert len(no_wait) == 1


def test_items_come_as_soon_as_they_are_there(sdk: Any, slow: StreamServer) -> None:
    slow.pieces, slow.wait = [b'data: {"text": "a"}\r', b'\n\r\ndata: {"te'], threading.Event()
    with sdk.Streams(base_url=slow.url) as client:
        stream = client.chats.create_stream({"text": "hi"})
        assert next(stream).text == "a"
        assert not slow.gone.is_set()
        stream.close()
        assert slow.gone.wait(5)
        assert list(stream) == []


def test_closing_lets_go_of_the_connection(sdk: Any, slow: StreamServer) -> None:
    slow.pieces, slow.wait = [b'data: {"text": "a"}\n\n'], threading.Event()

    async def read() -> str:
        async with (
            sdk.AsyncStreams(base_url=slow.url) as client,
            await client.chats.create_stream({"text": "hi"}) as stream,
        ):
            async for word in stream:
                return str(word.text)
        raise AssertionError

    assert asyncio.run(read()) == "a"
    assert slow.gone.wait(5)


def test_a_break_and_a_pause_too_long_are_errors(sdk: Any, slow: StreamServer) -> None:
    slow.pieces, slow.cut = [b'data: {"text": "a"}\n\n'], True
    with sdk.Streams(base_url=slow.url) as client:
        stream = client.chats.create_stream({"text": "hi"})
        assert next(stream).text == "a"
        with pytest.raises(sdk.ConnectionFailedError):
            next(stream)
        slow.cut, slow.wait = False, threading.Event()
        options = sdk.RequestOptions(timeout=httpx2.Timeout(5, read=0.2))
        stream = client.chats.create_stream({"text": "hi"}, options=options)
        assert next(stream).text == "a"
        with pytest.raises(sdk.TimedOutError):
            next(stream)


def test_streams_are_not_held_in_memory(streams: Caller, server: Server) -> None:
    caller = streams.sdk.AsyncStreams if streams.is_async else streams.sdk.Streams
    client = caller(base_url=server.url)
    method = client.news.follow
    with pytest.raises(TypeError, match="a stream comes bit by bit"):
        asyncio.run(client.raw(method)) if streams.is_async else client.raw(method)


def test_the_bytes_of_a_stream(sdk: Any, server: Server) -> None:
    server.answer(json.dumps({"id": 1}), headers={"content-type": "application/x-ndjson"})
    with (
        sdk.Streams(base_url=server.url) as client,
        client.stream(client.rows.export) as response,
    ):
        assert response.read() == b'{"id": 1}'
