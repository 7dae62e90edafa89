"""Media to upload: what a caller may say of it, and whether the API takes it."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeGuard, TypeVar

from ..bodies.uploads import AsyncMediaContent, MediaContent, Source
from ..data.omission import omit
from ..errors.api_errors import UnacceptableMediaError
from ..records import dataclass, field
from ..requests.request import Request

ContentT_co = TypeVar("ContentT_co", bound=AsyncMediaContent, covariant=True)

CHUNK_UNIT = 256 * 1024
"""Bytes; servers take chunks in multiples of it, but for the last one."""

DEFAULT_CHUNK_SIZE = 8 * 1024 * 1024

LARGEST_SIMPLE = 5 * 1024 * 1024
"""Bytes from which on an upload should survive a broken connection, as Google advises."""

_OCTETS = "application/octet-stream"


@dataclass(frozen=True)
class MediaUpload(Generic[ContentT_co]):
    """Media to upload, with settings for the upload."""

    content: ContentT_co
    """A path, an open file, bytes, or an iterator of bytes; for an async client also async."""
    content_type: str | None = field(default=None, kw_only=True)
    """Media type. By default it is guessed from the name of the file."""
    resumable: bool | None = field(default=None, kw_only=True)
    """Send chunks, and continue after a broken connection. By default this is done for media of
    more than 5 MiB or of unknown size, if the API supports it.
    """
    chunk_size: int = field(default=DEFAULT_CHUNK_SIZE, kw_only=True)
    """Bytes of a chunk, a multiple of 256 KiB. A file is read while it is sent. From an iterator,
    one chunk is kept in memory.
    """
    progress: Callable[[int, int | None], object] | None = field(default=None, kw_only=True)
    """A function that gets the bytes that the server has, and the total; None if it is unknown."""

    def __post_init__(self) -> None:
        if self.chunk_size <= 0 or self.chunk_size % CHUNK_UNIT:
            raise ValueError("chunk_size must be a multiple of 256 KiB (262144 bytes)")


Media: TypeAlias = MediaUpload[MediaContent] | MediaContent
"""Media for a sync client."""

AsyncMedia: TypeAlias = MediaUpload[AsyncMediaContent] | AsyncMediaContent
"""Media for an async client."""


@dataclass(frozen=True)
class MediaEndpoint:
    """Where and how an operation takes media."""

    path: str
    """URL template that stands in for that of the operation."""
    accept: tuple[str, ...] = field(default=(), kw_only=True)
    """Media types, also ``image/*``; empty for all."""
    max_size: int | None = field(default=None, kw_only=True)
    """Bytes."""
    simple: bool = field(default=True, kw_only=True)
    """Media travels in one request."""
    multipart: bool = field(default=True, kw_only=True)
    """That request may carry the body, too."""
    resumable: bool = field(default=False, kw_only=True)
    """Media may travel in chunks, which go on where a connection broke."""


@dataclass(frozen=True)
class CheckedMedia:
    """Media that an API takes, and how it is to be sent."""

    source: Source
    media_type: str
    resumable: bool
    chunk_size: int
    progress: Callable[[int, int | None], object] | None
    max_size: int | None
    """Bytes that the API takes at most."""


def checked_media(request: Request[Any], endpoint: MediaEndpoint, given: Any) -> CheckedMedia:
    """Look at the media of a request without reading it.

    Args:
        request: The request that it goes with.
        endpoint: What the API says of media.
        given: What the caller gave.

    Raises:
        OSError: There is no such file.
        TypeError: It is no media.
        UnacceptableMediaError: The API does not take its type, its size or the way to send it.
    """
    media = given if _is_described(given) else MediaUpload(given)
    source = Source.of_media(media.content)
    media_type = _media_type(media, source, endpoint)
    if not media_type:
        wanted = ", ".join(endpoint.accept)
        raise _unacceptable(
            request, f"takes {wanted}: say which it is, MediaUpload(…, content_type=…)"
        )
    if not _accepts(endpoint, media_type):
        raise _unacceptable(request, f"takes {', '.join(endpoint.accept)}, not {media_type}")
    check_size(request, source.length, endpoint.max_size)
    return CheckedMedia(
        source=source,
        media_type=media_type,
        resumable=_is_resumable(request, endpoint, media, source),
        chunk_size=media.chunk_size,
        progress=media.progress,
        max_size=endpoint.max_size,
    )


def _is_described(given: Any) -> TypeGuard[MediaUpload[Any]]:
    return isinstance(given, MediaUpload)


def check_size(request: Request[Any], size: int | None, largest: int | None) -> None:
    """Refuse media of more bytes than the API takes.

    Raises:
        UnacceptableMediaError: It is too large.
    """
    if size is not None and largest is not None and size > largest:
        raise _unacceptable(request, f"takes at most {largest} bytes of media, not {size}")


def _unacceptable(request: Request[Any], why: str) -> UnacceptableMediaError:
    return UnacceptableMediaError(
        f"{request.title} {why}", operation_id=request.operation_id, method=request.method
    )


def _media_type(media: MediaUpload[Any], source: Source, endpoint: MediaEndpoint) -> str:
    """Return the caller's media type, one that fits the file's name, or one that says nothing."""
    if media.content_type is not None:
        return media.content_type
    guessed = mimetypes.guess_type(source.filename)[0] if source.filename else None
    if guessed is not None:
        return guessed
    if _accepts(endpoint, _OCTETS):
        return _OCTETS
    only = endpoint.accept[0] if len(endpoint.accept) == 1 else "*"
    return "" if "*" in only else only


def _accepts(endpoint: MediaEndpoint, media_type: str) -> bool:
    """Match a media type with the ranges of an API (RFC 9110, section 12.5.1), parameters aside."""
    plain = media_type.partition(";")[0].strip().lower()
    kind = f"{plain.partition('/')[0]}/*"
    ranges = {one.partition(";")[0].strip().lower() for one in endpoint.accept}
    return not ranges or not ranges.isdisjoint((plain, kind, "*/*", "*"))


def _is_resumable(
    request: Request[Any], endpoint: MediaEndpoint, media: MediaUpload[Any], source: Source
) -> bool:
    one_request = endpoint.simple and (endpoint.multipart or request.body is omit)
    if media.resumable and not endpoint.resumable:
        raise _unacceptable(request, "takes no resumable uploads")
    if not (one_request or endpoint.resumable):
        raise _unacceptable(request, "takes no media together with a body")
    if media.resumable is not None and (one_request or media.resumable):
        return media.resumable
    large = source.length is None or source.length > LARGEST_SIMPLE
    return endpoint.resumable and (large or not one_request)
