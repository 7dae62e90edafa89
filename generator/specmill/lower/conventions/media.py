"""Media upload and download of an operation (``x-specmill-media-…``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from specmill.diagnostics import Location, fail
from specmill.model.media import MediaUpload
from specmill.model.operations import Operation, Response, ResponseKind
from specmill.model.types import Scalar, ScalarKind
from specmill.values import replace

_SIZE = re.compile(r"(\d+) *([KMGT]?)B?", re.IGNORECASE)
_UNITS = {"": 0, "K": 10, "M": 20, "G": 30, "T": 40}
"""Powers of two."""
_RESERVED = re.compile(r"\{\+([^{}]*)\}")


def upload_of(declared: Any, path: str, locate: Callable[[], Location]) -> MediaUpload | None:
    """Read ``x-specmill-media-upload``: ``accept``, ``maxSize`` and ``protocols``.

    Both protocols begin at the path of the simple one, as Google's own clients have it; without
    one that is the operation's below ``/upload``.

    Args:
        declared: The extension; None where an operation takes no media.
        path: The operation's own path.
        locate: Gives the extension's place, for messages.

    Raises:
        SpecmillError: It is not of this form.
    """
    if declared is None:
        return None
    given = _object(declared, "x-specmill-media-upload", locate)
    protocols = _object(given.get("protocols", {}), "protocols", locate)
    simple = _object(protocols.get("simple", {}), "simple", locate)
    resumable = _object(protocols.get("resumable", {}), "resumable", locate)
    accept = given.get("accept", [])
    if not isinstance(accept, list) or not all(isinstance(one, str) for one in accept):
        raise fail("`accept` must be a list of media types", location=locate())
    one_request = "simple" in protocols or not protocols
    address = str(simple.get("path") or resumable.get("path") or f"/upload{path}")
    return MediaUpload(
        path=_RESERVED.sub(r"{\1}", f"/{address.lstrip('/')}"),
        accept=() if "*/*" in accept else tuple(accept),
        max_size=_size(given.get("maxSize", ""), locate),
        simple=one_request,
        multipart=one_request and simple.get("multipart", True) is not False,
        resumable="resumable" in protocols,
    )


def with_download(operation: Operation, declared: Any) -> Iterator[Operation]:
    """Yield an operation and, with ``x-specmill-media-download``, the one that gets its media.

    That is called ``get media`` beside a ``get``. With ``useMediaDownloadService`` it has the path
    of the original below ``/download``.
    """
    yield operation
    if declared is None:
        return
    service = isinstance(declared, dict) and declared.get("useMediaDownloadService") is True
    yield replace(
        operation,
        id=f"{operation.id}_media",
        name=f"{operation.name} media",
        path=f"/download{operation.path}" if service else operation.path,
        response=Response("200", ResponseKind.BINARY, "*/*", Scalar(ScalarKind.BINARY)),
        pagination=None,
        media_upload=None,
        media_download=True,
        pointer=f"{operation.pointer}/x-specmill-media-download",
    )


def _object(value: Any, what: str, locate: Callable[[], Location]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise fail(f"`{what}` must be an object", location=locate())
    return value


def _size(text: Any, locate: Callable[[], Location]) -> int | None:
    if not text:
        return None
    found = _SIZE.fullmatch(str(text).strip())
    if found is None:
        raise fail(
            f"`maxSize` {text!r} is not a size",
            location=locate(),
            hint="a number of bytes, or one with KB, MB, GB or TB",
        )
    return int(found[1]) << _UNITS[found[2].upper()] or None
