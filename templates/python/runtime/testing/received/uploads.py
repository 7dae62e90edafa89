"""Uploads of media, in one request or in chunks (Google's protocols)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any, Protocol

import httpx2

from ...records import dataclass, field
from ..errors import RefusedError
from .files import SentFile, parts_of
from .reading import Reader

_CHUNK = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)", re.ASCII)
_SESSION = "upload_id"
_INCOMPLETE = 308


class Answering(Protocol):
    """A stub of an operation that takes media."""

    def __answer_call__(self, received: httpx2.Request, call: Any) -> httpx2.Response:
        """Answer a request whose arguments are known."""
        ...


@dataclass
class _Session:
    """An upload in chunks."""

    stub: Answering
    reader: Reader[Any]
    given: Mapping[str, Any]
    content_type: str
    content: bytearray = field(default_factory=bytearray)

    def take(self, received: httpx2.Request) -> httpx2.Response:
        """Take a chunk, or a question how far it got.

        Raises:
            RefusedError: The request is none of an upload, or the API does not take the media.
        """
        told = _CHUNK.fullmatch(received.headers.get("content-range", ""))
        if told is None:
            raise RefusedError(400, "a chunk of an upload has a Content-Range")
        if told[1] is not None and int(told[1]) == len(self.content):
            self.content += received.content
        if told[2] == "*" or len(self.content) < int(told[2]):
            got = {"range": f"bytes=0-{len(self.content) - 1}"} if self.content else {}
            return httpx2.Response(_INCOMPLETE, headers=got)
        media = SentFile(bytes(self.content), content_type=self.content_type)
        return _answer(self.stub, self.reader, received, self.given, media)


class Uploads:
    """The uploads of one fake."""

    def __init__(self) -> None:
        self._sessions: dict[str, _Session] = {}

    def session(self, received: httpx2.Request) -> httpx2.Response | None:
        """Answer a request of an upload in chunks, None for any other.

        Raises:
            RefusedError: The upload is none that was begun.
        """
        name = received.url.params.get(_SESSION)
        if received.method != "PUT" or name is None:
            return None
        known = self._sessions.get(name)
        if known is None:
            raise RefusedError(404, "no such upload was begun")
        return known.take(received)

    def take(
        self,
        stub: Answering,
        reader: Reader[Any],
        received: httpx2.Request,
        path: Mapping[str, str],
    ) -> httpx2.Response:
        """Answer a request that carries media, or begins to.

        Raises:
            RefusedError: The API does not allow it.
        """
        given = reader.arguments(received, path)
        content_type = received.headers.get("content-type", "")
        match received.url.params.get("uploadType"):
            case "media":
                media = SentFile(received.content, content_type=content_type)
                return _answer(stub, reader, received, given, media)
            case "multipart":
                parts = parts_of(received.content, content_type)
                if len(parts) != 2:
                    raise RefusedError(400, "an upload of parts has the body, then the media")
                body, media_part = parts
                given |= _body(reader, body.content, body.content_type)
                return _answer(stub, reader, received, given, media_part.file)
            case "resumable":
                if received.content:
                    given |= _body(reader, received.content, content_type)
                return self._begin(stub, reader, received, given)
            case _:
                pass
        raise RefusedError(400, "uploadType is media, multipart or resumable")

    def _begin(
        self,
        stub: Answering,
        reader: Reader[Any],
        received: httpx2.Request,
        given: Mapping[str, Any],
    ) -> httpx2.Response:
        name = f"upload-{len(self._sessions) + 1}"
        content_type = received.headers.get("x-upload-content-type", "")
        self._sessions[name] = _Session(stub, reader, given, content_type)
        location = received.url.copy_set_param(_SESSION, name)
        return httpx2.Response(200, headers={"location": str(location)})


def _body(reader: Reader[Any], content: bytes, content_type: str) -> Mapping[str, Any]:
    bodies = reader.bodies
    return {} if bodies is None else bodies.of_content(content, content_type, {})


def _answer(
    stub: Answering,
    reader: Reader[Any],
    received: httpx2.Request,
    given: Mapping[str, Any],
    media: SentFile,
) -> httpx2.Response:
    """Answer an upload that is complete.

    Raises:
        RefusedError: The API does not take such media.
    """
    endpoint: Any = getattr(reader.request, "endpoint", None)
    kind = media.content_type.partition(";")[0].strip().lower()
    if endpoint.accept and not any(fnmatchcase(kind, one.lower()) for one in endpoint.accept):
        raise RefusedError(415, f"the media is to be {' or '.join(endpoint.accept)}, not {kind}")
    if endpoint.max_size is not None and len(media.content) > endpoint.max_size:
        raise RefusedError(413, f"the media is to have at most {endpoint.max_size} bytes")
    return stub.__answer_call__(received, reader.call({**given, "media": media}))
