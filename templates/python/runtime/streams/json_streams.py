"""Streamed request bodies of many JSON texts, written while they are sent."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..bodies.uploads import Source
from ..data.omission import Omit

if TYPE_CHECKING:
    from ..bodies.upload_streams import UploadStream

RECORD_SEPARATOR = b"\x1e"
"""What a text of a sequence begins with (RFC 7464, section 2)."""

Items = Iterable[Any] | AsyncIterable[Any]


def json_lines(items: Items | Omit, item_type: Any = None) -> UploadStream | Omit:
    """Write one JSON text on each line; a list can be sent again, an iterator cannot.

    Args:
        items: Models or plain JSON; omit for no body. Only the async client takes an async one.
        item_type: The type to write items by that are not models.
    """
    return _written(items, item_type, b"")


def json_sequence(items: Items | Omit, item_type: Any = None) -> UploadStream | Omit:
    """Write JSON texts as a sequence (RFC 7464); arguments as of :func:`json_lines`."""
    return _written(items, item_type, RECORD_SEPARATOR)


def _written(items: Items | Omit, item_type: Any, before: bytes) -> UploadStream | Omit:
    from ..bodies.encoding import encode_json
    from ..bodies.upload_streams import UploadStream

    if isinstance(items, Omit):
        return items

    def write(item: Any) -> bytes:
        return b"".join((before, encode_json(item, item_type), b"\n"))

    if isinstance(items, AsyncIterable):
        source = Source.of_media(_AsyncTexts(items, write))
        return UploadStream([source])
    texts = map(write, items) if isinstance(items, Iterator) else _Texts(items, write)
    return UploadStream([Source.of_media(texts)])


class _Texts:
    """Items as texts, from the first one each time."""

    def __init__(self, items: Iterable[Any], write: Any) -> None:
        self._items = items
        self._write = write

    def __iter__(self) -> Iterator[bytes]:
        return map(self._write, self._items)


class _AsyncTexts:
    def __init__(self, items: AsyncIterable[Any], write: Any) -> None:
        self._items = items
        self._write = write

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for item in self._items:
            yield self._write(item)
