"""Server-sent events however they are cut (WHATWG HTML, section 9.2)."""

from __future__ import annotations

from typing import Annotated

import pytest
from sample_sdk._runtime.data.models import Model, wire_name
from sample_sdk._runtime.data.omission import omit
from sample_sdk._runtime.data.server_sent_events import EventParser, ServerSentEvent
from sample_sdk._runtime.streams.streams import with_flag

EVENT = ServerSentEvent


def parsed(*pieces: bytes) -> list[ServerSentEvent]:
    """Feed pieces one after the other."""
    parser = EventParser()
    return [event for piece in pieces for event in parser.feed(piece)]


@pytest.mark.parametrize(
    ("sent", "events"),
    [
        (b"data: a\n\n", [EVENT("a")]),
        (b"data:a\r\rdata: b\r\n\r\n", [EVENT("a"), EVENT("b")]),
        (b"data: a\ndata\ndata:  b\n\n", [EVENT("a\n\n b")]),
        (b": comment\n\ndata: a\n: more\n\n", [EVENT("a")]),
        (b"event: x\ndata: a\n\ndata: b\n\n", [EVENT("a", "x"), EVENT("b")]),
        (b"event: x\n\ndata: b\n\n", [EVENT("b")]),
        (b"id: 1\ndata: a\n\ndata: b\n\n", [EVENT("a", id="1"), EVENT("b", id="1")]),
        (b"id: 1\ndata: a\n\nid\ndata: b\n\n", [EVENT("a", id="1"), EVENT("b")]),
        (b"id: 1\0\ndata: a\n\n", [EVENT("a")]),
        (b"retry: 250\ndata: a\n\n", [EVENT("a", retry=0.25)]),
        (b"retry: 1s\ndata: a\n\n", [EVENT("a")]),
        (b"\xef\xbb\xbfdata: a\n\n", [EVENT("a")]),
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", []),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [EVENT("a")]),
        ("data: größe 🐟\n\n".encode(), [EVENT("größe 🐟")]),
        (b"data: \xff\n\n", [EVENT("\ufffd")]),
        (b"colour: red\ndata: a\n\n", [EVENT("a")]),
        ("data: a\u2028b\x0bc\n\n".encode(), [EVENT("a\u2028b\x0bc")]),
        (b"data\n\n", [EVENT("")]),
        (b"data: a\n", []),
        (b"", []),
    ],
)
def test_events(sent: bytes, events: list[ServerSentEvent]) -> None:
    assert parsed(sent) == events
    assert parsed(*(sent[at : at + 1] for at in range(len(sent)))) == events
    for cut in range(len(sent)):
        assert parsed(sent[:cut], b"", sent[cut:]) == events


def test_long_data_in_many_pieces() -> None:
    piece = b"x" * 65536
    (event,) = parsed(b"data: ", *[piece] * 64, b"\n\n")
    assert len(event.data) == 64 * 65536


class Asked(Model):
    text: str
    stream_: Annotated[bool | None, wire_name("stream")] = None


def test_a_body_that_asks_for_a_stream() -> None:
    assert with_flag({"text": "t"}, "stream") == {"text": "t", "stream": True}
    assert with_flag(omit, "stream") == {"stream": True}
    asked = with_flag(Asked(text="t"), "stream")
    assert asked.model_dump(by_alias=True, exclude_unset=True) == {"text": "t", "stream": True}
