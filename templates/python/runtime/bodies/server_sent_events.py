"""Server-sent events: from bytes, cut anywhere, to events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..data.wire import LONGEST_ITEM, TooLongError, whole_number
from ..records import dataclass

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIELDS = frozenset({b"", b"data", b"event", b"id", b"retry"})
"""Names of fields; a comment has none."""
LONGEST_RETRY = 86400.0
"""Seconds that a server may ask to wait; they stand for whatever is longer."""
_MOST_UNKNOWN = 1 << 16
"""Bytes of what is no stream of events that an error has."""


@dataclass(frozen=True)
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
        self._rest = bytearray()
        self._after_return = False
        self._begun = False
        self._known = False
        self._unknown = bytearray()
        self._data = bytearray()
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
        *complete, last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for part in complete:
            line = bytes(self._rest + part) if self._rest else part
            self._rest.clear()
            yield line if self._begun else line.removeprefix(_BYTE_ORDER_MARK)
            self._begun = True
        self._rest += last
        if len(self._rest) + len(self._data) > LONGEST_ITEM:
            raise TooLongError(f"an event has more than {LONGEST_ITEM} bytes")

    def _take(self, line: bytes) -> ServerSentEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if not self._known:
            self._look_at(name, line)
        match name:
            case b"data":
                self._data += value + b"\n"
            case b"event":
                self._event = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            case b"retry" if value.isdigit():
                milliseconds = whole_number(value.decode("ascii"))
                seconds = LONGEST_RETRY if milliseconds is None else milliseconds / 1000
                self.retry = min(seconds, LONGEST_RETRY)
            case _:  # a comment, or a field that nobody knows
                pass
        return None

    def _look_at(self, name: bytes, line: bytes) -> None:
        """Keep what is no line of a stream of events, until there is one that is."""
        self._known = name in _FIELDS
        if not self._known and len(self._unknown) < _MOST_UNKNOWN:
            self._unknown += line + b"\n"

    def unknown(self) -> bytes:
        """Return what came where no line of it belongs to a stream of events; else nothing."""
        rest = bytes(self._rest).removeprefix(_BYTE_ORDER_MARK)
        if not self._known and rest:
            self._look_at(rest.partition(b":")[0], rest)
        return b"" if self._known else bytes(self._unknown).strip()

    def _dispatch(self) -> ServerSentEvent | None:
        data, event = self._data, self._event
        self._data, self._event = bytearray(), ""
        self.last_event_id = self._id
        if not data:
            return None
        text = data[:-1].decode("utf-8", "replace")
        return ServerSentEvent(text, event or "message", self._id, self.retry)


def events_in(content: bytes) -> list[ServerSentEvent]:
    """Read a whole stream of events; its end completes the last one."""
    return list(EventParser().feed(content + b"\n\n"))
