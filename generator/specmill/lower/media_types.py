"""Which media type a client sends and accepts, and how it is read."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.api import BodyKind, ResponseKind

_PREFERENCE = ("json", "form-data", "urlencoded", "text/", "octet-stream")
_BODY_KINDS = {
    "json": BodyKind.JSON,
    "*/*": BodyKind.JSON,
    "form-data": BodyKind.MULTIPART,
    "urlencoded": BodyKind.FORM,
    "text/": BodyKind.TEXT,
    "xml": BodyKind.TEXT,
}


def preferred(media_types: Iterable[str]) -> str:
    """Return the media type that a typed client handles best, the first of equals."""
    return min(media_types, key=_rank)


def _rank(media_type: str) -> int:
    ranks = (rank for rank, kind in enumerate(_PREFERENCE) if kind in media_type)
    return next(ranks, len(_PREFERENCE))


def body_kind(media_type: str) -> BodyKind:
    """Return how a request body of a media type is written."""
    return next((kind for word, kind in _BODY_KINDS.items() if word in media_type), BodyKind.BINARY)


def response_kind(media_type: str) -> ResponseKind:
    """Return how a response body of a media type is read."""
    if "json" in media_type or media_type == "*/*":
        return ResponseKind.JSON
    if media_type.startswith("text/") or "xml" in media_type:
        return ResponseKind.TEXT
    return ResponseKind.BINARY
