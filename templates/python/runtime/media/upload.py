"""Uploads of media: in one request, or in chunks that go on where a connection broke.

Google's protocols: ``uploadType`` is ``media``, ``multipart`` or ``resumable``.
"""

from __future__ import annotations

from typing import Any, TypeVar

from ..bodies.encoding import encode_related
from ..bodies.upload_streams import UploadStream
from ..calls.call import DEFAULT_OPTIONS, Call, Exchanges
from ..calls.configuration import Configuration
from ..calls.kinds import MediaRequest
from ..data.omission import omit
from ..records import dataclass, field, replace
from ..requests.options import RequestOptions
from ..requests.request import Request
from .media import CheckedMedia, MediaEndpoint, checked_media

T = TypeVar("T")


@dataclass(frozen=True)
class UploadRequest(MediaRequest[T]):
    """A request that may carry media beside its body."""

    media: Any = field(default=omit, kw_only=True)
    """What the caller gave; omit sends the request as any other."""
    endpoint: MediaEndpoint = field(kw_only=True)

    @property
    def carries_media(self) -> bool:
        return self.media is not omit

    def begin(
        self, configuration: Configuration, options: RequestOptions | None
    ) -> Call[T] | Exchanges[T]:
        """Check media and choose how to send it: in the one request of a call, or in several.

        Raises:
            OSError: There is no such file.
            TypeError: It is no media.
            UnacceptableMediaError: The API does not take it.
        """
        media = checked_media(self, self.endpoint, self.media)
        if not media.resumable:
            return Call(configuration, self._whole(media), options)
        from ._resumable import ResumableUpload

        start = self._of_kind("resumable")
        return ResumableUpload(configuration, start, media, options or DEFAULT_OPTIONS)

    def _whole(self, media: CheckedMedia) -> Request[T]:
        """Return a request with all of the media, and the body if there is one."""
        if self.body is omit:
            kind = "media"
            body, media_type = UploadStream([media.source], media.progress), media.media_type
        else:
            kind = "multipart"
            body, media_type = encode_related(self, media.source, media.media_type, media.progress)
        return replace(self._of_kind(kind), upload=body, media_type=media_type, body=omit)

    def _of_kind(self, kind: str) -> Request[T]:
        """Return the request that media travels with in one of the ways."""
        route = f"{self.method} {self.endpoint.path}"
        return replace(self, route=route, query={**self.query, "uploadType": kind}, media=omit)
