"""Server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..bodies.server_sent_events import EventParser, ServerSentEvent
from ..calls.contents import media_type_in
from ..calls.kinds import StreamedRequest
from ..data.decoding import NotJsonError, read_json
from ..records import dataclass, field
from .streams import AsyncStream, Stream

if TYPE_CHECKING:
    import httpx2

    from ..calls.outcomes import Outcome
    from ..calls.responses import AsyncStreamedResponse, StreamedResponse

ItemT = TypeVar("ItemT")

_MEDIA_TYPE = "text/event-stream"
_LAST = "[DONE]"
"""What several APIs send as the data of an event that only says that the stream is over."""
_LONGEST_BEGINNING = 80


class EventReader(Generic[ItemT]):
    """Reads the data of events.

    Args:
        read: Reads what an event carries.
        refuse: Makes the error of a body that has not one line of a stream of events.
        json: Whether data is JSON.
    """

    def __init__(
        self,
        read: Callable[[ServerSentEvent], ItemT],
        refuse: Callable[[bytes], Exception],
        *,
        json: bool,
    ) -> None:
        self.parser = EventParser()
        self.done = False
        self.event: ServerSentEvent | None = None
        """The latest one."""
        self._read = read
        self._refuse = refuse
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
        """Give nothing: an event without its empty line is not complete.

        Raises:
            DecodeError: What came is no stream of events at all.
        """
        unknown = self.parser.unknown()
        if unknown:
            raise self._refuse(unknown)
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


def _text(data: str) -> str:
    """Return data that are text: as they are, or what they quote as JSON, which some servers do."""
    with suppress(NotJsonError):
        quoted = read_json(data.encode("utf-8"))
        return quoted if isinstance(quoted, str) else data
    return data


@dataclass(frozen=True)
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
        media_type = media_type_in(response.headers) or _MEDIA_TYPE
        if media_type != _MEDIA_TYPE:
            raise outcome.misread(response, f"{media_type} is no stream of events", b"")

        def read(event: ServerSentEvent) -> Any:
            if self.returns is None:
                return event
            target = self.by_event.get(event.event, self.returns)
            data = event.data.encode("utf-8")
            if target is str:
                return _text(event.data)
            return outcome.decoded(data, target, response, keeps_text=True)

        def refuse(content: bytes) -> Exception:
            begins = content[:_LONGEST_BEGINNING].decode("utf-8", "replace")
            return outcome.misread(response, f"not an event stream: {begins!r}", content)

        return EventReader(read, refuse, json=self.returns is not None)
