"""Server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..calls.kinds import StreamedRequest
from ..data.numbers import whole_number
from .streams import LONGEST_ITEM, AsyncStream, Stream, TooLongError

if TYPE_CHECKING:
    import httpx2

    from ..calls.outcomes import Outcome
    from ..calls.responses import AsyncStreamedResponse, StreamedResponse

ItemT = TypeVar("ItemT")

_MEDIA_TYPE = "text/event-stream"
_LAST = "[DONE]"
"""What several APIs send as the data of an event that only says that the stream is over."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LONGEST_RETRY = 86400.0
"""Seconds that stand for a number of them that is beyond all counting."""


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event as it came."""

    data: str
    event: str = "message"
    """What kind of event it is."""
    id: str = ""
    """The latest id of the stream, which a later call may send as ``Last-Event-ID``."""
    retry: float | None = None
    """Seconds to wait before connecting again, as far as the server has said so."""


class EventParser:
    """Makes events of bytes that may be cut anywhere, also inside a character or a line end."""

    def __init__(self) -> None:
        self.last_event_id = ""
        self.retry: float | None = None
        self._rest: list[bytes] = []
        self._after_return = False
        self._held = 0
        """Bytes since the last event, about."""
        self._begun = False
        self._data: list[str] = []
        self._event = ""
        self._id = ""

    def feed(self, data: bytes) -> Iterator[ServerSentEvent]:
        """Take bytes and give the events that they complete; one cut off at the end is dropped."""
        for line in self._lines(data):
            event = self._take(line)
            if event is not None:
                yield event

    def _lines(self, data: bytes) -> Iterator[bytes]:
        """Cut bytes at CR, LF and CRLF, whose halves may come one after the other.

        Raises:
            TooLongError: A line, or an event, has no end in sight.
        """
        if not data:
            return
        after_return, self._after_return = self._after_return, data.endswith(b"\r")
        if after_return:
            data = data.removeprefix(b"\n")
        self._held += len(data)
        if self._held > LONGEST_ITEM:
            raise TooLongError(f"an event has more than {LONGEST_ITEM} bytes")
        *complete, last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for part in complete:
            line = b"".join((*self._rest, part))
            self._rest = []
            yield line if self._begun else line.removeprefix(_BYTE_ORDER_MARK)
            self._begun = True
        self._rest.append(last)

    def _take(self, line: bytes) -> ServerSentEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdigit():
                milliseconds = whole_number(value)
                self.retry = LONGEST_RETRY if milliseconds is None else milliseconds / 1000
            case _:  # a comment, or a field that nobody knows
                pass
        return None

    def _dispatch(self) -> ServerSentEvent | None:
        self._held = 0
        data, event = self._data, self._event
        self._data, self._event = [], ""
        self.last_event_id = self._id
        if not data:
            return None
        return ServerSentEvent("\n".join(data), event or "message", self._id, self.retry)


class EventReader(Generic[ItemT]):
    """Reads the data of events."""

    def __init__(self, read: Callable[[ServerSentEvent], ItemT], *, json: bool) -> None:
        self.parser = EventParser()
        self.done = False
        self.event: ServerSentEvent | None = None
        """The latest one."""
        self._read = read
        self._json = json

    def feed(self, data: bytes) -> Iterator[ItemT]:
        """Take bytes and give the data of the events that they complete."""
        for event in self.parser.feed(data):
            text = event.data.strip()
            if self._json and text == _LAST:
                self.done = True
                return
            self.event = event
            if text or not self._json:
                yield self._read(event)

    def end(self) -> Iterator[ItemT]:
        """Give nothing: an event without its empty line is not complete."""
        return iter(())


class _Events:
    """What a stream of events knows besides their data."""

    _events: EventReader[Any]

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that carried the latest item; None before the first."""
        return self._events.event

    @property
    def last_event_id(self) -> str:
        """The latest id: a call goes on there when it sends it as the header ``Last-Event-ID``."""
        return self._events.parser.last_event_id

    @property
    def retry(self) -> float | None:
        """Seconds to wait before connecting again, None where the server has not said."""
        return self._events.parser.retry


class EventStream(_Events, Stream[ItemT]):
    """The data of events, each given as soon as it has come; a :class:`Stream`."""

    def __init__(
        self, response: StreamedResponse, reader: EventReader[ItemT], outcome: Outcome[ItemT]
    ) -> None:
        super().__init__(response, reader, outcome)
        self._events = reader


class AsyncEventStream(_Events, AsyncStream[ItemT]):
    """The data of events, each given as soon as it has come; as :class:`EventStream`."""

    def __init__(
        self, response: AsyncStreamedResponse, reader: EventReader[ItemT], outcome: Outcome[ItemT]
    ) -> None:
        super().__init__(response, reader, outcome)
        self._events = reader


@dataclass(frozen=True, slots=True)
class EventStreamRequest(StreamedRequest[ItemT, EventStream[ItemT], AsyncEventStream[ItemT]]):
    """A request whose answer is server-sent events with an ``ItemT`` each.

    Without ``returns`` the items are the events themselves.
    """

    accept: str = field(default=_MEDIA_TYPE, kw_only=True)
    by_event: Mapping[str, Any] = field(default_factory=dict[str, Any], kw_only=True)
    """Names of events to the types of their data, where they differ."""

    def open(self, outcome: Outcome[ItemT], response: StreamedResponse) -> EventStream[ItemT]:
        return EventStream(response, self._reader(outcome, response.http), outcome)

    def open_async(
        self, outcome: Outcome[ItemT], response: AsyncStreamedResponse
    ) -> AsyncEventStream[ItemT]:
        return AsyncEventStream(response, self._reader(outcome, response.http), outcome)

    def _reader(self, outcome: Outcome[ItemT], response: httpx2.Response) -> EventReader[ItemT]:
        """Make the reader of a response.

        Raises:
            DecodeError: It is something else, which would be read as a stream without events.
        """
        media_type = response.headers.get("content-type", _MEDIA_TYPE).partition(";")[0].strip()
        if media_type.lower() != _MEDIA_TYPE:
            raise outcome.misread(response, f"{media_type} is no stream of events", b"")

        def read(event: ServerSentEvent) -> Any:
            if self.returns is None:
                return event
            target = self.by_event.get(event.event, self.returns)
            return outcome.decoded(event.data.encode("utf-8"), target, response)

        return EventReader(read, json=self.returns is not None)
