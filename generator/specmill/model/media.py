"""Media uploads of an operation."""

from __future__ import annotations

from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class MediaUpload:
    """How an operation takes media, content of any size, beside its body (Discovery's mediaUpload).

    The protocols are Google's: ``uploadType`` is ``media``, ``multipart`` or ``resumable``.
    """

    path: str
    """URL template that stands in for the operation's own."""
    accept: tuple[str, ...] = ()
    """Media types, also ranges such as ``image/*``; empty for all."""
    max_size: int | None = None
    """Bytes."""
    simple: bool = True
    """Media travels in one request."""
    multipart: bool = True
    """That request may carry the body, too."""
    resumable: bool = False
    """Media may travel in chunks, which go on where a connection broke."""
