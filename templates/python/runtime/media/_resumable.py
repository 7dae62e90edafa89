"""Resumable uploads: media in chunks, which go on where a connection broke (Google's protocol)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

import httpx2

from ..bodies.upload_streams import UploadStream
from ..calls.call import Call
from ..calls.configuration import Configuration
from ..calls.outcomes import Outcome
from ..calls.retries import delay_after_status
from ..calls.waits import backoff
from ..data.omission import Omit, omit
from ..errors.api_errors import DecodeError, TransportError
from ..records import replace
from ..requests.options import RequestOptions
from ..requests.origins import is_same_server, is_web_address
from ..requests.request import Request
from ._chunks import chunks_of
from .media import CheckedMedia, check_size

T = TypeVar("T")

INCOMPLETE = 308
"""The server has what ``Range`` says, and waits for the rest."""

LOST = frozenset({404, 410})
"""The server no longer knows the upload."""

_RANGE = re.compile(r"(?:bytes[=\s])?0-(\d{1,18})", re.ASCII | re.IGNORECASE)
"""Some servers leave the unit out."""
_HOPELESS = (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError)


class ResumableUpload(Generic[T]):
    """The state of one resumable upload, without I/O: the clients do that.

    A client completes the chunk at hand (:meth:`prepare`), sends :meth:`next_call`, tells what came
    of it to :meth:`after_response` or :meth:`after_failure` and waits as they say, until there is a
    last response.
    """

    def __init__(
        self,
        configuration: Configuration,
        request: Request[T],
        media: CheckedMedia,
        options: RequestOptions,
    ) -> None:
        self.response: httpx2.Response | None = None
        """The last response, once it is there."""
        self.chunks = chunks_of(media.source, media.chunk_size)
        self._configuration = configuration
        self._request = request
        self._media = media
        self._options = options
        retries = options.max_retries
        self._retries = configuration.max_retries if isinstance(retries, Omit) else retries
        self._attempt = 0
        """Tries since the server last got something new."""
        self._furthest = 0
        """Most bytes that the server ever had."""
        self._session = ""
        self._confides = True
        """Whether the session belongs to the server that the credentials are for."""
        self._unsure = False
        """Whether only the server knows how far it got."""
        self._call = self._start()
        self._home = self._call.http_request.url

    def prepare(self) -> None:
        """Complete the chunk at hand."""
        self.chunks.fill()

    async def prepare_async(self) -> None:
        """Complete the chunk at hand."""
        await self.chunks.fill_async()

    def next_call(self) -> Call[T]:
        """Return what to send next: the start, a question how far the server got, or a chunk."""
        if self._session:
            self._call = self._step()
        return self._call

    @property
    def outcome(self) -> Outcome[T]:
        """What reads the last response."""
        return self._call.outcome

    def after_response(self, response: httpx2.Response) -> float:
        """Return the seconds until the next call; there is none after the last response.

        Raises:
            DecodeError: The response is not one of the protocol.
            UnacceptableMediaError: The media turns out to be too large.
        """
        if not self._session:
            return self._after_start(response)
        if response.status_code == INCOMPLETE:
            return self._after_chunk(response)
        if response.status_code in LOST and self._attempt < self._retries and self.chunks.seek(0):
            self._session = ""
            self._call = self._start()
            return self._again(backoff(self._attempt))
        delay = delay_after_status(response, self._attempt, idempotent=True)
        if not response.is_success and delay is not None and self._attempt < self._retries:
            self._unsure = True
            return self._again(delay)
        if response.is_success:
            self._finish(response)
        self.response = response
        return 0.0

    def after_failure(self, error: TransportError) -> float:
        """Return the seconds until the next call.

        Raises:
            TransportError: There is to be none.
        """
        hopeless = isinstance(error.__cause__, _HOPELESS)
        if not self._session or hopeless or self._attempt >= self._retries:
            raise error
        self._unsure = True
        return self._again(backoff(self._attempt))

    # -- requests --------------------------------------------------------------------------------

    def _start(self) -> Call[T]:
        """Ask for a session; asking twice does no harm, as nothing is stored before the media."""
        length = self._media.source.length
        headers = {
            "X-Upload-Content-Type": self._media.media_type,
            "X-Upload-Content-Length": omit if length is None else length,
        }
        request = replace(self._request, headers={**self._request.headers, **headers})
        return Call(self._configuration, request, replace(self._options, idempotent=True))

    def _step(self) -> Call[T]:
        chunks = self.chunks
        total = "*" if chunks.total is None else str(chunks.total)
        if self._unsure or (chunks.length == 0 and chunks.total != 0):
            return self._put({"Content-Range": f"bytes */{total}"}, omit)
        end = chunks.offset + chunks.length
        check_size(self._request, end, self._media.max_size)
        span = f"{chunks.offset}-{end - 1}" if chunks.length else "*"
        return self._put({"Content-Range": f"bytes {span}/{total}"}, chunks.body())

    def _put(self, headers: Mapping[str, str], content: UploadStream | Omit) -> Call[T]:
        request = replace(
            self._request,
            route="PUT",
            address=self._session,
            headers=headers,
            cookies={},
            body=omit,
            upload=content,
            media_type=self._media.media_type,
            idempotency_key="",
            security=self._request.security if self._confides else (),
        )
        call = Call(self._configuration, request, replace(self._options, max_retries=0))
        if not self._confides:
            call.secrets.leave(call.http_request)
        return call

    # -- responses -------------------------------------------------------------------------------

    def _after_start(self, response: httpx2.Response) -> float:
        if not response.is_success:
            self.response = response
        else:
            self._go_to(response)
            if not self._session:
                raise self._misfit(response, "opened no session: there is no Location")
        return 0.0

    def _after_chunk(self, response: httpx2.Response) -> float:
        """Go on after what the server has: without Range that is nothing."""
        self._go_to(response)
        known = _RANGE.fullmatch(response.headers.get("range", "").strip())
        received = int(known[1]) + 1 if known else 0
        start, end = self.chunks.offset, self.chunks.offset + self.chunks.length
        asked, self._unsure = self._unsure, received == self.chunks.total
        if received > end:
            raise self._misfit(response, f"has {received} bytes, of which {end} were sent")
        if not self.chunks.seek(received):
            raise self._misfit(response, f"wants byte {received} again, which is gone")
        if received > self._furthest:
            self._furthest = received
            self._attempt = 0
        self._tell(received)
        if not self._unsure and (asked or received > start):
            return 0.0  # what led to the question was counted as a try
        if self._attempt >= self._retries:
            raise self._misfit(response, f"got no further than byte {received}")
        return self._again(backoff(self._attempt))

    def _finish(self, response: httpx2.Response) -> None:
        """Note that the server has all; one that says so before it got all has lost the rest.

        Raises:
            DecodeError: It has not.
        """
        sent = self.chunks.offset + self.chunks.length
        if sent != self.chunks.total:
            raise self._misfit(response, f"says that it has all after {sent} bytes, which is less")
        self._tell(sent)

    def _go_to(self, response: httpx2.Response) -> None:
        if location := response.headers.get("location"):
            try:
                address = response.request.url.join(location)
            except httpx2.InvalidURL:
                address = httpx2.URL()
            if not is_web_address(address):
                raise self._misfit(response, "names a session that is no address of the web")
            self._session = str(address)
            self._confides = is_same_server(self._home, address)

    def _again(self, delay: float) -> float:
        self._attempt += 1
        return delay

    def _tell(self, received: int) -> None:
        if self._media.progress is not None:
            self._media.progress(received, self.chunks.total)

    def _misfit(self, response: httpx2.Response, why: str) -> DecodeError:
        return DecodeError(
            f"{self._request.title}: the server of the upload {why}",
            operation_id=self._request.operation_id,
            headers=response.headers,
            method=response.request.method,
            status_code=response.status_code,
        )
