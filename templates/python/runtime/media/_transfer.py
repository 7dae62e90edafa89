"""One download of media, without I/O: where it stands, and how it goes on after a cut."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator

import httpx2

from ..calls.call import DEFAULT_OPTIONS, Call
from ..calls.configuration import Configuration
from ..calls.content_codings import GzipDecoder
from ..calls.retries import delay_after_failure
from ..data.omission import Omit
from ..data.wire import whole_number
from ..errors.api_errors import DownloadError
from ..records import dataclass, replace
from ..requests.options import RequestOptions
from ..requests.request import Request

Progress = Callable[[int, int | None], object]
"""Gets the bytes that arrived, and all there are; None while that is unknown."""

PARTIAL_CONTENT = 206
UNSATISFIABLE = 416

_CONTENT_RANGE = re.compile(
    r"bytes (?:(\d{1,18})-(\d{1,18})|\*)/(\d{1,18}|\*)", re.ASCII | re.IGNORECASE
)
_MD5 = re.compile(r"(?:^|,)\s*md5=([A-Za-z0-9+/=]+)")
_VALIDATORS = ("etag", "x-goog-generation", "x-goog-hash", "last-modified")
"""Headers that tell one state of an object from another, best first."""


@dataclass(frozen=True)
class Span:
    """Which bytes to read: from the first to before the last, as with Python's slices."""

    start: int = 0
    end: int | None = None

    def __post_init__(self) -> None:
        if self.start < 0 or (self.end is not None and self.end <= self.start):
            raise ValueError("a range has a start from 0 on, and an end after it")

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the media."""
        return self == WHOLE


WHOLE = Span()


class Transfer:
    """The state of one reading.

    A client sends :meth:`next_call`, gives the response to :meth:`open` and its bytes, as they are
    on the wire, to :meth:`feed`, and :meth:`close` at their end; after a failure it waits as
    :meth:`after_failure` says and begins again, until ``done``.
    """

    def __init__(
        self,
        configuration: Configuration,
        request: Request[bytes],
        options: RequestOptions | None,
        span: Span,
        progress: Progress | None,
    ) -> None:
        self.done = False
        self._configuration = configuration
        self._request = request
        self._options = options or DEFAULT_OPTIONS
        retries = self._options.max_retries
        self._retries = configuration.max_retries if isinstance(retries, Omit) else retries
        self._attempt = 0
        self._span = span
        self._progress = progress
        self._position = span.start
        """Byte that is to come next."""
        self._skip = 0
        """Bytes of the response at hand that come before it."""
        self._end = span.end
        """Byte after the last one, None while that is unknown."""
        self._total: int | None = None
        """Bytes of the whole, as the first response tells."""
        self._first: httpx2.Response | None = None
        self._decoder: GzipDecoder | None = None
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._call = self._next()

    def next_call(self) -> Call[bytes]:
        """Return the request for what is still to come."""
        if self._first is not None:
            self._call = self._next()
        return self._call

    def ends_with(self, response: httpx2.Response) -> bool:
        """Tell whether a response says that all has come (RFC 9110, section 15.5.17)."""
        if response.status_code != UNSATISFIABLE or self._first is None:
            return False
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", "").strip())
        return found is not None and found[1] is None and found[3] == str(self._position)

    def open(self, response: httpx2.Response) -> None:
        """Look at the head of a response, which must be a success.

        Raises:
            DownloadError: It is of something else than the responses before, or cannot be read.
        """
        start, total = 0, whole_number(response.headers.get("content-length", ""))
        if response.status_code == PARTIAL_CONTENT:
            part = _part_in(response)
            if part is None:
                raise self._error("nothing tells which part of it came")
            start, total = part
        decoded = response.is_stream_consumed  # by a transport that answers from memory
        if self._first is None:
            self._first = response
            encoding = response.headers.get("content-encoding", "identity").lower()
            self._decoder = None if decoded else self._decoder_of(encoding, whole=start == 0)
            self._total = None if decoded else total
            self._end = _least(self._span.end, self._total)
        elif not _same_object(self._first, response):
            raise self._error("it changed while it was read")
        elif None not in (total, self._total) and total != self._total:
            raise self._error(f"it had {self._total} bytes, and has {total} now")
        self._skip = self._position - start
        if self._skip < 0:
            raise self._error(f"byte {self._position} was asked for, and {start} came")

    def feed(self, raw: bytes) -> Iterator[bytes]:
        """Take bytes as they came, and yield those of the media in pieces."""
        raw, self._skip = raw[self._skip :], max(0, self._skip - len(raw))
        if self._end is not None:
            left = self._end - self._position
            self.done, raw = len(raw) > left, raw[:left]
        if not raw:
            return
        self._position += len(raw)
        self._attempt = 0
        self._md5.update(raw)
        if self._progress is not None:
            end = None if self._end is None else self._end - self._span.start
            self._progress(self._position - self._span.start, end)
        if self._decoder is None:
            yield raw
            return
        try:
            yield from self._decoder.decode(raw)
        except zlib.error as error:
            raise self._error(f"its gzip data is broken: {error}") from error

    def close(self) -> None:
        """Note that a response has come to its end.

        Raises:
            DownloadError: The bytes are not those that the server has.
            RemoteProtocolError: Bytes are missing.
        """
        if self._end is not None and self._position < self._end:
            raise httpx2.RemoteProtocolError(
                f"the body ended at byte {self._position} of {self._end}"
            )
        self.done = True
        if self._decoder is not None and not self._decoder.complete:
            raise self._error("its gzip data ends too early")
        wanted = self._wanted_md5()
        if wanted and wanted != self._md5.digest():
            raise self._error("its MD5 is not the one that the server gives")

    def after_failure(self, error: httpx2.HTTPError) -> float:
        """Return the seconds until the next call.

        Raises:
            TransportError: There is to be none.
        """
        if self._position == self._end:  # all came but for the end of the response
            self.close()
            return 0.0
        delay = delay_after_failure(error, self._attempt, idempotent=True)
        if delay is None or self._attempt >= self._retries or not self._can_go_on():
            raise self._call.transport_error(error) from error
        self._attempt += 1
        return delay

    def _next(self) -> Call[bytes]:
        headers = {"accept-encoding": "gzip" if self._span.is_whole else "identity"}
        if self._position or self._span.end is not None:
            last = "" if self._span.end is None else self._span.end - 1
            headers["range"] = f"bytes={self._position}-{last}"
        if self._first is not None and self._position > self._span.start:
            etag = self._first.headers.get("etag", "")
            if etag.startswith('"'):  # a strong one (RFC 9110, section 13.1.5)
                headers["if-range"] = etag
        request = replace(self._request, headers={**self._request.headers, **headers})
        return Call(self._configuration, request, self._options)

    def _can_go_on(self) -> bool:
        """Tell whether the rest can be known to be of the same object."""
        if self._position == self._span.start or self._first is None:
            return True
        return any(name in self._first.headers for name in _VALIDATORS)

    def _decoder_of(self, encoding: str, *, whole: bool) -> GzipDecoder | None:
        if encoding in ("", "identity"):
            return None
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise self._error(f"its content encoding {encoding!r} was not asked for")
        if not (self._span.is_whole and whole):
            raise self._error("a part of it cannot be read: the server stores it compressed")
        return GzipDecoder()

    def _wanted_md5(self) -> bytes:
        """Return the checksum of the whole as it is stored; empty where nothing tells."""
        if self._first is None or not self._span.is_whole:
            return b""
        headers = self._first.headers
        encoding = headers.get("content-encoding", "identity")
        if headers.get("x-goog-stored-content-encoding", encoding) != encoding:
            return b""
        found = _MD5.search(headers.get("x-goog-hash", ""))
        try:
            return base64.b64decode(found[1]) if found else b""
        except ValueError:
            raise self._error("the MD5 that the server gives cannot be read") from None

    def _error(self, why: str) -> DownloadError:
        request = self._call.http_request
        why = self._call.secrets.text(why, request)
        return DownloadError(
            f"{self._request.title}: the media is not what it should be: {why}",
            operation_id=self._request.operation_id,
            method=request.method,
        )


def _part_in(response: httpx2.Response) -> tuple[int, int | None] | None:
    """Return where a part starts, and the bytes of the whole; None where its Content-Range is not
    valid (RFC 9110, section 14.4), or says another length than the body has.
    """
    found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if found is None or found[1] is None:
        return None
    first, last = int(found[1]), int(found[2])
    total = None if found[3] == "*" else int(found[3])
    length = whole_number(response.headers.get("content-length", ""))
    is_valid = first <= last and (total is None or last < total)
    return (first, total) if is_valid and length in (None, last + 1 - first) else None


def _same_object(one: httpx2.Response, other: httpx2.Response) -> bool:
    """Compare the best validator that both responses have."""
    if one.headers.get("content-encoding") != other.headers.get("content-encoding"):
        return False
    both = (name for name in _VALIDATORS if name in one.headers and name in other.headers)
    return any(one.headers[name] == other.headers[name] for name in list(both)[:1])


def _least(one: int | None, other: int | None) -> int | None:
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)
