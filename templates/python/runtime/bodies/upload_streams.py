"""Streamed request bodies, read while they are sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing
from typing import Any

import httpx2

from .uploads import Source, as_piece


class UploadStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A request body made of bytes and sources, one after the other."""

    def __init__(
        self,
        parts: Sequence[bytes | Source],
        progress: Callable[[int, int | None], object] | None = None,
    ) -> None:
        """Make a body; ``progress`` gets the bytes of its last source that were sent, and all."""
        sources = [part for part in parts if isinstance(part, Source)]
        self._watched = sources[-1] if sources and progress is not None else None
        self._progress = progress
        self._parts = [Source.of(part) if isinstance(part, bytes) else part for part in parts]
        self.rewindable = all(part.rewindable for part in self._parts)

    @property
    def length(self) -> int | None:
        """Bytes of the whole body, None when only reading tells."""
        lengths = [part.length for part in self._parts if part.length is not None]
        return sum(lengths) if len(lengths) == len(self._parts) else None

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            sent = 0
            for chunk in part.chunks():
                yield chunk
                sent += len(chunk)
                self._tell(part, sent)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            sent = 0
            async for chunk in _async_chunks(part):
                yield chunk
                sent += len(chunk)
                self._tell(part, sent)

    def _tell(self, part: Source, sent: int) -> None:
        if part is self._watched and self._progress is not None:
            self._progress(sent, part.length)


async def _async_chunks(part: Source) -> AsyncIterator[bytes]:
    import anyio.to_thread  # sync clients go without

    content: Any = part.content
    if part.is_async:
        async for piece in content:
            if checked := as_piece(piece):
                yield checked
    elif isinstance(content, bytes):
        for chunk in part.chunks():
            yield chunk
    else:
        with closing(part.chunks()) as chunks:
            while chunk := await anyio.to_thread.run_sync(next, chunks, b""):
                yield chunk  # files block, so a worker thread reads them


def can_resend(request: httpx2.Request) -> bool:
    """Tell whether the body of a request can be sent once more."""
    return not isinstance(request.stream, UploadStream) or request.stream.rewindable
