"""Frames of Docker's multiplexed streams: output and errors of a container in one body.

``application/vnd.docker.multiplexed-stream`` has eight bytes before each piece: which stream it is
of, and how long it is. ``application/vnd.docker.raw-stream`` is that of a terminal, without any;
servers name neither reliably, so the bytes tell.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from ..data.wire import LONGEST_ITEM
from ..errors.api_errors import DecodeError

StreamName: TypeAlias = Literal["stdin", "stdout", "stderr"]

_NAMES: tuple[StreamName, ...] = ("stdin", "stdout", "stderr")
_HEADER = 8
_PADDING = b"\x00\x00\x00"


class Frame(NamedTuple):
    """A piece of one of the streams."""

    stream: StreamName
    data: bytes


def frames(content: bytes | Iterable[bytes]) -> Iterator[Frame]:
    """Split what ``client.stream(…)`` gives by ``iter_bytes()``, or a body that is there.

    What has no frames, as of a terminal, is ``stdout`` as it comes.

    Raises:
        DecodeError: The body ends inside a frame.
    """
    parser = FrameParser()
    for chunk in (content,) if isinstance(content, bytes) else content:
        yield from parser.feed(chunk)
    yield from parser.end()


async def async_frames(content: AsyncIterable[bytes]) -> AsyncIterator[Frame]:
    """Split what an async ``client.stream(…)`` gives, as :func:`frames`."""
    parser = FrameParser()
    async for chunk in content:
        for frame in parser.feed(chunk):
            yield frame
    for frame in parser.end():
        yield frame


class FrameParser:
    """Makes frames of bytes that may be cut anywhere."""

    def __init__(self) -> None:
        self._rest = bytearray()
        self._is_raw: bool | None = None

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Take bytes and give the frames that they complete.

        Raises:
            DecodeError: A frame has no end in sight, or is none.
        """
        self._rest += data
        if self._is_raw is None and len(self._rest) >= _HEADER:
            self._is_raw = self._rest[0] >= len(_NAMES) or bytes(self._rest[1:4]) != _PADDING
        if self._is_raw:
            yield from self._raw()
            return
        while len(self._rest) >= _HEADER:
            end = _HEADER + int.from_bytes(self._rest[4:_HEADER], "big")
            if self._rest[0] >= len(_NAMES):
                raise DecodeError("what follows a frame is none", content=bytes(self._rest))
            if end > LONGEST_ITEM:
                raise DecodeError(f"a frame has {end - _HEADER} bytes, which is more than it may")
            if len(self._rest) < end:
                break
            yield Frame(_NAMES[self._rest[0]], bytes(self._rest[_HEADER:end]))
            del self._rest[:end]

    def end(self) -> Iterator[Frame]:
        """Give what the end of the body completes.

        Raises:
            DecodeError: It is inside a frame.
        """
        if self._rest and self._is_raw is False:
            raise DecodeError("the stream ends inside a frame", content=bytes(self._rest))
        yield from self._raw()

    def _raw(self) -> Iterator[Frame]:
        if self._rest:
            yield Frame("stdout", bytes(self._rest))
            self._rest.clear()
