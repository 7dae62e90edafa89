"""File content on its way to the server: in constant memory, and again where it can be rewound."""

from __future__ import annotations

import io
import mimetypes
import os
import stat
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Generator,
    Iterable,
    Iterator,
    Sequence,
)
from itertools import chain
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard, cast

from ..data.json_shapes import is_array, is_model, is_object
from ..records import dataclass, replace

FileContent: TypeAlias = str | os.PathLike[str] | IO[bytes] | bytes
"""A path (``str`` or ``PathLike``), a file open for reading bytes, or the bytes themselves."""

BodyContent: TypeAlias = os.PathLike[str] | IO[bytes] | bytes
"""File content where text stands for itself and not for a path."""

NamedContent: TypeAlias = tuple[str | None, FileContent] | tuple[str | None, FileContent, str]
"""File content as ``(filename, content)`` or ``(filename, content, media type)``."""

File: TypeAlias = FileContent | NamedContent
"""File content, alone or with a name."""

FilePart: TypeAlias = BodyContent | NamedContent
"""A file where text stands for itself and not for a path."""

MediaContent: TypeAlias = FileContent | Iterable[bytes]
"""File content, or its pieces one by one."""

AsyncMediaContent: TypeAlias = MediaContent | AsyncIterable[bytes]

FileBody: TypeAlias = File | Iterable[bytes]
"""A whole body: file content, alone or with a name, or its pieces one by one."""

AsyncFileBody: TypeAlias = FileBody | AsyncIterable[bytes]

RawBody: TypeAlias = BodyContent | Iterable[bytes]
"""A whole body where text stands for itself and not for a path."""

AsyncRawBody: TypeAlias = RawBody | AsyncIterable[bytes]

OCTETS = "application/octet-stream"
READ_SIZE = 256 * 1024
"""Bytes that are read, or sent, at a time."""


@dataclass(frozen=True)
class Source:
    """Content that can be read once, or again and again from where it started."""

    content: AsyncMediaContent
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
    def of_body(cls, body: AsyncFileBody) -> Source:
        """Look at a whole body without reading it: a file, alone or with a name, or pieces.

        Raises:
            OSError: There is no such file.
            TypeError: It is neither file content nor pieces of bytes.
        """
        return cls.of(body) if is_named(body) else cls.of_media(cast("AsyncMediaContent", body))

    @classmethod
    def of_media(cls, content: AsyncMediaContent) -> Source:
        """Look at media without reading it; pieces that are not an iterator can be had again.

        Raises:
            OSError: There is no such file.
            TypeError: It is neither file content nor pieces of bytes.
        """
        one_by_one = isinstance(content, AsyncIterable) or (
            isinstance(content, Iterable)
            and not isinstance(content, str | bytes | bytearray | memoryview)
            and not hasattr(content, "read")
        )
        if one_by_one:
            return cls(content, rewindable=not isinstance(content, Iterator | AsyncIterator))
        return cls._measured(content, _name_of(content), None)

    @classmethod
    def _measured(cls, content: Any, filename: str | None, media_type: str | None) -> Source:
        if isinstance(content, bytes | bytearray | memoryview):
            data = bytes(cast("bytes", content))
            return cls(data, filename, media_type, 0, len(data), True)
        if isinstance(content, str) or hasattr(content, "__fspath__"):
            path = Path(content)
            status = path.stat()
            regular = stat.S_ISREG(status.st_mode)
            is_known = regular and (status.st_size > 0 or _is_empty(path))
            return cls(path, filename, media_type, 0, status.st_size if is_known else None, regular)
        if isinstance(content, io.TextIOBase):
            raise TypeError("open the file in binary mode: open(path, 'rb')")
        if not hasattr(content, "read"):
            raise TypeError(f"expected a path, a file or bytes, not {type(content).__name__}")
        start, length = _extent(content)
        if length == 0 and (first := as_piece(content.read(1))):  # a seek that goes nowhere
            return cls(chain((first,), _read(content, None)), filename, media_type)
        return cls(content, filename, media_type, start, length, length is not None)

    @property
    def is_async(self) -> bool:
        """Whether only an async client can read it."""
        return isinstance(self.content, AsyncIterable)

    def part(self, offset: int, length: int) -> Source:
        """Return some of the bytes of content whose length is known."""
        return replace(self, start=self.start + offset, length=length)

    def chunks(self) -> Generator[bytes]:
        """Read from the start, no more than the length.

        Raises:
            OSError: It cannot be read, or not as a whole.
            TypeError: Only an async client can read it, or what it has is no bytes.
        """
        content: Any = self.content
        if isinstance(content, bytes):
            end = self.start + (self.length or 0)
            for start in range(self.start, end, READ_SIZE):
                yield content[start : min(start + READ_SIZE, end)]
        elif isinstance(content, Path):
            with content.open("rb") as file:
                if self.rewindable:
                    file.seek(self.start)
                yield from _read(file, self.length)
        elif hasattr(content, "read"):
            if self.rewindable:
                content.seek(self.start)
            yield from _read(content, self.length)
        elif self.is_async:
            raise TypeError("an async iterator needs the async client")
        else:
            yield from filter(None, map(as_piece, content))


def as_piece(piece: Any) -> bytes:
    """Return a piece of content as bytes; whoever holds a buffer may fill it anew.

    Raises:
        BlockingIOError: A file has nothing to say yet, which is not its end.
        TypeError: It is something else.
    """
    if isinstance(piece, bytes):
        return piece
    whole: Any = piece
    if isinstance(piece, bytearray | memoryview):
        return bytes(whole)
    if piece is None:
        raise BlockingIOError("the content has no bytes yet: give a file that waits for them")
    raise TypeError(f"content to send must be bytes, not {type(piece).__name__}")


def is_content(body: Any) -> bool:
    """Tell whether a body is the content of a file, or comes in pieces, and is no text."""
    return is_file(body) or _is_pieces(body)


def is_file(value: Any) -> bool:
    """Tell whether a value is the content of a file and no text."""
    if isinstance(value, bytes | bytearray | memoryview | os.PathLike):
        return True
    return hasattr(value, "read") and not is_model(value)


def is_named(value: Any) -> TypeGuard[NamedContent]:
    """Tell whether a value is the content of a file with its name."""
    if not (isinstance(value, tuple) and is_array(value)):
        return False
    parts = list(value)
    if len(parts) not in (2, 3):
        return False
    filename, content, *_ = parts
    is_name = filename is None or isinstance(filename, str)
    return is_name and (isinstance(content, str) or is_file(content))


def _is_pieces(body: Any) -> bool:
    """Tell whether a body is to be iterated over, and no JSON."""
    if isinstance(body, Iterator | AsyncIterable):
        return True
    is_json = isinstance(body, str) or is_array(body) or is_object(body)
    return isinstance(body, Iterable) and not (is_json or is_model(body))


def media_type_of_name(name: str | None, offered: Sequence[str] = ()) -> str:
    """Guess a media type by the name of a file.

    Args:
        name: Name of the file, None where it has none.
        offered: What it may be, also ranges such as ``image/*``, the default first; empty for all.
    """
    guessed = mimetypes.guess_type(name)[0] if name else None
    if guessed and (not offered or any(_fits(guessed, one) for one in offered)):
        return guessed
    return next((one for one in offered if "*" not in one), OCTETS)


def _fits(media_type: str, offered: str) -> bool:
    """Tell whether a media type is in a range (RFC 9110, section 12.5.1)."""
    return offered in ("*/*", media_type) or (
        offered.endswith("/*") and media_type.startswith(offered.removesuffix("*"))
    )


def _name_of(content: AsyncMediaContent) -> str | None:
    if isinstance(content, str | os.PathLike):
        return Path(content).name
    name = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else None


def _is_empty(path: Path) -> bool:
    """Tell whether a file without a size has nothing, and is none that a system makes up."""
    with path.open("rb") as file:
        return not file.read(1)


def _extent(file: IO[bytes]) -> tuple[int, int | None]:
    """Return where a file stands and how much is left; None when it cannot be rewound."""
    try:
        start = file.tell()
        file.seek(0, io.SEEK_END)  # some files, such as those of paramiko, return None
        end = file.tell()
    except (OSError, AttributeError, ValueError, RuntimeError, TypeError):
        return 0, None
    file.seek(start)
    return start, max(0, end - start)


def _read(file: IO[bytes], length: int | None) -> Iterator[bytes]:
    left = length
    while chunk := as_piece(file.read(READ_SIZE if left is None else min(READ_SIZE, left))):
        yield chunk[:left]
        if left is not None:
            left = max(0, left - len(chunk))
    if left:
        raise OSError(f"the file ends {left} bytes before the {length} that it had")
