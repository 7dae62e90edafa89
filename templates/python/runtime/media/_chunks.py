"""Media cut into chunks: from where it can be read again, or with one chunk kept in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Protocol

from ..bodies.upload_streams import UploadStream
from ..bodies.uploads import READ_SIZE, Source
from ..records import dataclass


class Chunks(Protocol):
    """Media from some offset on."""

    offset: int
    """First byte of the chunk at hand."""

    @property
    def total(self) -> int | None:
        """Bytes of the whole media, None while that is unknown."""
        ...

    @property
    def length(self) -> int:
        """Bytes of the chunk at hand."""
        ...

    def body(self) -> UploadStream:
        """Return the chunk at hand."""
        ...

    def seek(self, offset: int) -> bool:
        """Go on at an offset; False when its bytes are gone."""
        ...

    def fill(self) -> None:
        """Read until the chunk is complete."""
        ...

    async def fill_async(self) -> None:
        """Read until the chunk is complete."""
        ...


def chunks_of(source: Source, size: int) -> Chunks:
    """Return media in chunks of ``size`` bytes."""
    if source.length is not None and source.rewindable:
        return _StoredChunks(source, source.length, size)
    return _PassingChunks(source, size)


class _StoredChunks:
    """Chunks of content that can be read from any offset, which is done while they are sent."""

    def __init__(self, source: Source, total: int, size: int) -> None:
        self.offset = 0
        self.total = total
        self._source = source
        self._size = size

    @property
    def length(self) -> int:
        return min(self._size, self.total - self.offset)

    def body(self) -> UploadStream:
        return UploadStream([self._source.part(self.offset, self.length)])

    def seek(self, offset: int) -> bool:
        self.offset = offset
        return offset <= self.total

    def fill(self) -> None:
        return

    async def fill_async(self) -> None:
        return


class _PassingChunks:
    """Chunks of content that comes in pieces; what the server has is forgotten.

    More than a chunk needs is read before it is sent, since the last one must be known as such.
    """

    def __init__(self, source: Source, size: int) -> None:
        self.offset = 0
        self._source = source
        self._size = size
        self._begin()

    def _begin(self) -> None:
        stream = UploadStream([self._source])
        self._kept = bytearray()
        self._ended = False
        self._pieces: Iterator[bytes] = iter(stream)
        self._async_pieces: AsyncIterator[bytes] = aiter(stream)

    @property
    def total(self) -> int | None:
        return self.offset + len(self._kept) if self._ended else None

    @property
    def length(self) -> int:
        return min(self._size, len(self._kept))

    def body(self) -> UploadStream:
        kept = _Kept(self._kept, self.length)
        return UploadStream([Source(kept, length=kept.length, rewindable=True)])

    def seek(self, offset: int) -> bool:
        passed = offset - self.offset
        if 0 <= passed <= len(self._kept):
            del self._kept[:passed]
        elif offset == 0 and self._source.rewindable:
            self._begin()
        else:
            return False
        self.offset = offset
        return True

    def fill(self) -> None:
        while self._is_short:
            self._take(next(self._pieces, b""))

    async def fill_async(self) -> None:
        while self._is_short:
            self._take(await anext(self._async_pieces, b""))

    @property
    def _is_short(self) -> bool:
        return not self._ended and len(self._kept) <= self._size

    def _take(self, piece: bytes) -> None:
        self._kept += piece
        self._ended = not piece


@dataclass(frozen=True)
class _Kept:
    """The first bytes of a buffer, not copied as a whole: one chunk in memory is enough."""

    buffer: bytearray
    length: int

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, self.length, READ_SIZE):
            yield bytes(self.buffer[start : min(start + READ_SIZE, self.length)])
