"""Streamed request bodies, read while they are sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
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
        self.failure: Exception | None = None
        """What reading the content has raised, which is the caller's own."""

    @property
    def length(self) -> int | None:
        """Bytes of the whole body, None when only reading tells."""
        lengths = [part.length for part in self._parts if part.length is not None]
        return sum(lengths) if len(lengths) == len(self._parts) else None

    def __iter__(self) -> Iterator[bytes]:
        with self._noted():
            for part in self._parts:
                sent = 0
                for chunk in part.chunks():
                    yield chunk
                    sent += len(chunk)
                    self._tell(part, sent)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._noted():
            for part in self._parts:
                sent = 0
                async for chunk in _async_chunks(part):
                    yield chunk
                    sent += len(chunk)
                    self._tell(part, sent)

    @contextmanager
    def _noted(self) -> Generator[None]:
        try:
            yield
        except Exception as error:
            self.failure = error
            raise

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
        chunks = part.chunks()
        may_wait_long = part.length is None  # as a pipe does: who is cancelled leaves the thread
        read = partial(next, chunks, b"")
        run = partial(anyio.to_thread.run_sync, abandon_on_cancel=may_wait_long)
        try:
            while chunk := await run(read):
                yield chunk  # files block, so a worker thread reads them
        finally:
            with suppress(ValueError):  # a thread that was left is still in it
                chunks.close()


def can_resend(request: httpx2.Request) -> bool:
    """Tell whether the body of a request can be sent once more."""
    return not isinstance(request.stream, UploadStream) or request.stream.rewindable


def is_of_content(error: Exception, request: httpx2.Request) -> bool:
    """Tell whether an error is of the caller's content, not of the connection that it went to."""
    return isinstance(request.stream, UploadStream) and request.stream.failure is error
