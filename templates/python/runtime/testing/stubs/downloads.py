"""Downloads of media, of which a part may be asked for."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx2

from ...records import dataclass
from ..received.files import SentFile
from .answers import Failure, called
from .base import BaseStub

CallT = TypeVar("CallT")

_OCTETS = "application/octet-stream"
_RANGE = re.compile(r"bytes=(\d+)-(\d*)", re.ASCII)


@dataclass(frozen=True)
class _Media:
    content: Any
    """Bytes, or a function that makes them of a call's arguments."""
    content_type: str
    headers: Mapping[str, str]


class DownloadStub(BaseStub[CallT]):
    """The stub of a download."""

    def returns(
        self,
        content: bytes | Callable[[CallT], bytes],
        *,
        content_type: str = _OCTETS,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer with media; a request for a part of it gets that.

        Args:
            content: The media, or a function that makes it of a call's arguments.
            content_type: Its media type.
            headers: Headers of the response.
        """
        self._planned(_Media(content, content_type, headers or {}))

    def sequence(self, *contents: bytes | Callable[[CallT], bytes] | Failure) -> None:
        """Answer with one after the other, a request each; the last one answers all that follow.

        Args:
            contents: Media, functions that make it of a call's arguments, or failures.

        Raises:
            ValueError: There are none.
        """
        self._in_turn(
            [one if isinstance(one, Failure) else _Media(one, _OCTETS, {}) for one in contents]
        )

    def _succeeded(self, received: httpx2.Request, call: CallT, planned: _Media) -> httpx2.Response:
        content = called(planned.content, call)
        headers = {"content-type": planned.content_type, **planned.headers}
        return _part_of(content, received, headers)

    def __download__(self, media: SentFile | None, received: httpx2.Request) -> httpx2.Response:
        """Answer with media that was uploaded, or the part of it that is asked for."""
        kept = media or SentFile(b"")
        return _part_of(kept.content, received, {"content-type": kept.content_type or _OCTETS})

    def _made_up(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        del call
        content = f"made up for {self._name}, seed {self._home.seed}\n".encode()
        return _part_of(content, received, {"content-type": _OCTETS})


def _part_of(
    content: bytes, received: httpx2.Request, headers: Mapping[str, str]
) -> httpx2.Response:
    """Answer with media, or the part of it that is asked for (RFC 9110, section 14)."""
    digest = hashlib.md5(content, usedforsecurity=False).digest()
    whole = {
        "etag": f'"{digest.hex()}"',
        "accept-ranges": "bytes",
        "x-goog-hash": f"md5={base64.b64encode(digest).decode()}",
        **headers,
    }
    asked = _RANGE.fullmatch(received.headers.get("range", ""))
    if asked is None or received.headers.get("if-range", whole["etag"]) != whole["etag"]:
        return httpx2.Response(200, headers=whole, content=content)
    start, total = int(asked[1]), len(content)
    if start >= total:
        headers = {**whole, "content-range": f"bytes */{total}"}
        return httpx2.Response(416, headers=headers)
    end = min(int(asked[2] or total - 1), total - 1)
    headers = {**whole, "content-range": f"bytes {start}-{end}/{total}"}
    return httpx2.Response(206, headers=headers, content=content[start : end + 1])
