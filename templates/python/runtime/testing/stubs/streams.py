"""Stubs of operations whose answers come item by item: server-sent events and JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import httpx2

from ...bodies.server_sent_events import ServerSentEvent
from ...data.json_shapes import is_object
from ...data.wire import json_bytes
from ...streams.events import EventStreamRequest
from ...streams.streams import JsonStreamRequest
from ..errors import FakeError
from ..spec.document import ITEM_SCHEMA, is_list
from .answers import Failure, called, json_content
from .base import BaseStub
from .made_up import MadeUp

ItemT = TypeVar("ItemT")
CallT = TypeVar("CallT")

_EVENTS = "text/event-stream"
_SEPARATOR = b"\x1e"
_MADE_UP = 2
"""Items of a stream that nobody has set up."""


class StreamStub(BaseStub[CallT], Generic[ItemT, CallT]):
    """The stub of an operation whose answer is a stream of ``ItemT``."""

    def streams(self, items: Sequence[ItemT] | Callable[[CallT], Iterable[ItemT]]) -> None:
        """Answer with items, one after the other.

        Args:
            items: The items, or a function that makes them of a call's arguments.

        Raises:
            FakeError: The operation does not answer such items.
        """
        self._planned(self._checked(items))

    def sequence(
        self, *streams: Sequence[ItemT] | Callable[[CallT], Iterable[ItemT]] | Failure
    ) -> None:
        """Answer with one stream after the other; the last one answers all that follow.

        Args:
            streams: Items, functions that make them of a call's arguments, or failures.

        Raises:
            ValueError: There are none.
            FakeError: The operation does not answer such items.
        """
        self._in_turn([one if isinstance(one, Failure) else self._checked(one) for one in streams])

    def _checked(self, items: Any) -> Any:
        if callable(items):
            return items
        kept = tuple(items)
        for one in kept:
            self._written(one)
        return kept

    def _succeeded(self, received: httpx2.Request, call: CallT, planned: Any) -> httpx2.Response:
        del received
        return self._streamed(map(self._written, called(planned, call)))

    def _streamed(self, texts: Iterable[bytes]) -> httpx2.Response:
        asked = self._reader.request.accept.partition(",")[0]
        headers = {"content-type": asked or _EVENTS}
        return httpx2.Response(self._status, headers=headers, content=b"".join(texts))

    def _made_up(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        del received, call
        reader = self._reader
        operation, request = reader.operation, reader.request
        content, _ = operation.answer(self._status, request.accept)
        which = ITEM_SCHEMA if content.child(ITEM_SCHEMA) else "schema"
        texts: list[bytes] = []
        for number in range(_MADE_UP):
            name = f"{self._name} {number}"
            made = MadeUp(operation, self._home.maker, self._status, name).value(content, which)
            texts += [self._framed(one) for one in (made if is_list(made) else [made])]
        return self._streamed(texts)

    def _framed(self, made: Any) -> bytes:
        """Write a made-up value: what a gateway wraps is wrapped already."""
        if isinstance(self._reader.request, EventStreamRequest):
            if self._reader.request.returns is None:
                return self._written(ServerSentEvent(str(made)))
            whole = is_object(made) and "data" in made  # the schema is that of the whole event
            if whole and made.get("event"):
                data = made["data"]
                text = data.encode() if isinstance(data, str) else json_bytes(data)
                return b"event: %b\ndata: %b\n\n" % (made["event"].encode(), text)
            return self._written(made["data"] if whole else made)
        if self._is_wrapped and is_object(made):
            made = {"result": made.get("result")}  # and no error, which would end the stream
        return self._line(json_content(made, None, self._name))

    def _written(self, item: Any) -> bytes:
        request = self._reader.request
        if isinstance(request, EventStreamRequest):
            return _event(request, item, self._name)
        content = json_content(item, request.returns, self._name)
        return self._line(b'{"result":%b}' % content if self._is_wrapped else content)

    @property
    def _is_wrapped(self) -> bool:
        request = self._reader.request
        return isinstance(request, JsonStreamRequest) and request.wrapped

    def _line(self, content: bytes) -> bytes:
        mark = _SEPARATOR if self._reader.request.reads == "json-sequence" else b""
        return b"%b%b\n" % (mark, content)


def _event(request: EventStreamRequest[Any], item: Any, name: str) -> bytes:
    """Write an event (WHATWG HTML, section 9.2).

    Raises:
        FakeError: The item is none of the stream.
    """
    if request.returns is None:
        if not isinstance(item, ServerSentEvent):
            raise FakeError(f"{name} streams ServerSentEvent, not {type(item).__name__}")
        lines = [f"event: {item.event}"] if item.event != "message" else []
        lines += [f"id: {item.id}"] if item.id else []
        lines += [f"retry: {round(item.retry * 1000)}"] if item.retry is not None else []
        lines += [f"data: {line}" for line in item.data.split("\n")]
        return "\n".join([*lines, "", ""]).encode()
    event = next((key for key, one in request.by_event.items() if type(item) is one), "")
    target = request.by_event.get(event, request.returns)
    content = json_content(item, target, name)
    return (b"event: %b\n" % event.encode() if event else b"") + b"data: %b\n\n" % content
