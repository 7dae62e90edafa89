"""File content on its way to the server: in constant memory, and again where it can be rewound."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import AsyncIterator, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

import anyio.to_thread
import httpx2

FileContent: TypeAlias = str | os.PathLike[str] | IO[bytes] | bytes
"""A path (``str`` or ``PathLike``), a file open for reading bytes, or the bytes themselves."""

File: TypeAlias = FileContent | tuple[str | None, FileContent] | tuple[str | None, FileContent, str]
"""File content, alone or as ``(filename, content)`` or ``(filename, content, media type)``."""

CHUNK_SIZE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """Content that can be read once, or again and again from where it started."""

    content: FileContent
    filename: str | None = None
    media_type: str | None = None
    start: int = 0
    length: int | None = None
    """Bytes from start to end, None when only reading tells."""
    rewindable: bool = False

    @classmethod
    def of(cls, file: File) -> Source:
        """Look at file content without reading it.

        Raises:
            OSError: There is no such file.
            TypeError: It is not file content, or a file that was opened as text.
        """
        if not isinstance(file, tuple):
            return cls._measured(file, _name_of(file), None)
        filename, content, *rest = file
        return cls._measured(content, filename, rest[0] if rest else None)

    @classmethod
    def _measured(cls, content: Any, filename: str | None, media_type: str | None) -> Source:
        if isinstance(content, bytes | bytearray):
            data = bytes(content)
            return cls(data, filename, media_type, 0, len(data), True)
        if isinstance(content, str) or hasattr(content, "__fspath__"):
            path = Path(content)
            status = path.stat()
            regular = stat.S_ISREG(status.st_mode)
            length = status.st_size if regular else None
            return cls(path, filename, media_type, 0, length, regular)
        if isinstance(content, io.TextIOBase):
            raise TypeError("open the file in binary mode: open(path, 'rb')")
        if not hasattr(content, "read"):
            raise TypeError(f"expected a path, a file or bytes, not {type(content).__name__}")
        start, length = _extent(content)
        return cls(content, filename, media_type, start, length, length is not None)

    def chunks(self) -> Generator[bytes]:
        """Read from the start."""
        content = self.content
        if isinstance(content, bytes):
            yield content
        elif isinstance(content, str | os.PathLike):
            with Path(content).open("rb") as file:
                yield from _read(file)
        else:
            if self.rewindable:
                content.seek(self.start)
            yield from _read(content)


def _name_of(content: FileContent) -> str | None:
    if isinstance(content, str | os.PathLike):
        return Path(content).name
    name = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else None


def _extent(file: IO[bytes]) -> tuple[int, int | None]:
    """Return where a file stands and how much is left; None when it cannot be rewound."""
    try:
        start = file.tell()
        end = file.seek(0, io.SEEK_END)
        file.seek(start)
    except (OSError, AttributeError):
        return 0, None
    return start, max(0, end - start)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_SIZE):
        yield chunk


class UploadStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A request body made of bytes and sources, one after the other."""

    def __init__(self, parts: Sequence[bytes | Source]) -> None:
        self._parts = [Source.of(part) if isinstance(part, bytes) else part for part in parts]
        self.rewindable = all(part.rewindable for part in self._parts)

    @property
    def length(self) -> int | None:
        """Bytes of the whole body, None when only reading tells."""
        lengths = [part.length for part in self._parts if part.length is not None]
        return sum(lengths) if len(lengths) == len(self._parts) else None

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            yield from part.chunks()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            if isinstance(part.content, bytes):
                yield part.content
                continue
            with closing(part.chunks()) as chunks:
                while chunk := await anyio.to_thread.run_sync(next, chunks, b""):
                    yield chunk  # files block, so a worker thread reads them


def can_resend(request: httpx2.Request) -> bool:
    """Tell whether the body of a request can be sent once more."""
    return not isinstance(request.stream, UploadStream) or request.stream.rewindable
