"""Content codings of responses (RFC 9110, section 8.4): gzip of several members, and limits.

httpx2 reads the first member of a gzip body only, and knows ``gzip`` by that name alone; what it
cannot read it hands on as it came.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator

import httpx2

PIECE = 1024 * 1024
"""Bytes that are decompressed at a time."""

_GZIP = frozenset({"gzip", "x-gzip"})
_CODINGS = frozenset(
    {"br", "compress", "dcb", "dcz", "deflate", "gzip", "x-compress", "x-gzip", "zstd"}
)
"""Registered names; other values are mistakes for what is no coding at all."""
_MOST_TIMES = 5
"""How many codings httpx2 takes off a body, too."""
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"


class GzipDecoder:
    """Decodes gzip, also of several members, bit by bit and in pieces (RFC 1952).

    Zeros, and what does not begin as a member does, may stand after a member: they are padding.
    """

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False
        self._between = b""
        self._ended = False

    @property
    def complete(self) -> bool:
        """Whether all members came to their end."""
        return not self._begun or (self._stream.eof and not self._between)

    def decode(self, raw: bytes) -> Iterator[bytes]:
        """Yield what some bytes decode to.

        Raises:
            zlib.error: They are no gzip.
        """
        while raw and not self._ended:
            if self._stream.eof:
                raw = self._next_member(raw)
                if not raw:
                    return
            self._begun = True
            while piece := self._stream.decompress(raw, PIECE):
                yield piece
                raw = self._stream.unconsumed_tail
            raw = self._stream.unused_data if self._stream.eof else b""

    def _next_member(self, raw: bytes) -> bytes:
        """Begin another member; nothing comes back where there is none, or not yet."""
        raw, self._between = (self._between + raw).lstrip(b"\0"), b""
        if raw == _MAGIC[:1]:
            self._between = raw
            return b""
        self._ended = bool(raw) and not raw.startswith(_MAGIC)
        if self._ended or not raw:
            return b""
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        return raw


class _Gzipped:
    """Decodes what is gzip once, or several times."""

    def __init__(self, times: int) -> None:
        self._decoder = GzipDecoder()
        self._outer = _Gzipped(times - 1) if times > 1 else None

    def decode(self, data: bytes) -> Iterator[bytes]:
        try:
            for piece in (data,) if self._outer is None else self._outer.decode(data):
                yield from self._decoder.decode(piece)
        except zlib.error as error:
            raise httpx2.DecodingError(f"broken gzip data: {error}") from error

    def end(self) -> None:
        if self._outer is not None:
            self._outer.end()
        if not self._decoder.complete:
            raise httpx2.DecodingError("the gzip data ends too early")


class TooLargeError(httpx2.DecodingError):
    """A body of more bytes than the caller takes."""


class ReadResponse(httpx2.Response):
    """A response whose body is gzip, or has a limit; all else is as httpx2 has it."""

    most: int | None = None
    """Bytes that the body may have at most."""
    gzipped = 0
    """How many times the body is gzip."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        if self.is_stream_consumed:
            yield from super().iter_bytes(chunk_size)
            return
        size, chunks = 0, _Chunks(chunk_size)
        for piece in self._decoded() if self.gzipped else super().iter_bytes():
            size = self._within(size + len(piece))
            yield from chunks.take(piece)
        yield from chunks.rest()

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        if self.is_stream_consumed:
            async for piece in super().aiter_bytes(chunk_size):
                yield piece
            return
        size, chunks = 0, _Chunks(chunk_size)
        async for piece in self._adecoded() if self.gzipped else super().aiter_bytes():
            size = self._within(size + len(piece))
            for chunk in chunks.take(piece):
                yield chunk
        for chunk in chunks.rest():
            yield chunk

    def _decoded(self) -> Iterator[bytes]:
        decoder = _Gzipped(self.gzipped)
        for raw in self.iter_raw():
            yield from decoder.decode(raw)
        decoder.end()

    async def _adecoded(self) -> AsyncIterator[bytes]:
        decoder = _Gzipped(self.gzipped)
        async for raw in self.aiter_raw():
            for piece in decoder.decode(raw):
                yield piece
        decoder.end()

    def _within(self, size: int) -> int:
        if self.most is not None and size > self.most:
            raise TooLargeError(f"the body has more than {self.most} bytes")
        return size


class _Chunks:
    """Bytes as they come, or in chunks of one size."""

    def __init__(self, size: int | None) -> None:
        self._size = size
        self._kept = bytearray()

    def take(self, piece: bytes) -> Iterator[bytes]:
        """Yield the chunks that some bytes complete."""
        if self._size is None:
            yield piece
            return
        self._kept += piece
        while len(self._kept) >= self._size:
            yield bytes(self._kept[: self._size])
            del self._kept[: self._size]

    def rest(self) -> Iterator[bytes]:
        """Yield the last chunk."""
        if self._kept:
            yield bytes(self._kept)


def prepare_to_read(response: httpx2.Response, most: int | None) -> None:
    """Let the body of a response that is still to be read be decoded, and limited."""
    if response.is_stream_consumed:
        return
    coding = response.headers.get("content-encoding")
    if coding is None and most is None:
        return
    codings = _codings(coding or "")
    gzipped = len(codings) if _GZIP.issuperset(codings) and len(codings) <= _MOST_TIMES else 0
    if gzipped or most is not None:
        response.__class__ = ReadResponse
        assert isinstance(response, ReadResponse)
        response.most, response.gzipped = most, gzipped


def _codings(named: str) -> list[str]:
    """Return the names in a header, but for that of no coding."""
    names = (one.strip().lower() for one in named.split(","))
    return [one for one in names if one not in ("", "identity")]


def unread_coding(response: httpx2.Response, accepted: str) -> str:
    """Return the content coding of a response that was not asked for and cannot be read."""
    codings = _codings(response.headers.get("content-encoding", ""))
    known = {"gzip", *_codings(accepted)}
    if _GZIP.issuperset(codings):
        known |= _GZIP
    return next((one for one in codings if one in _CODINGS and one not in known), "")
