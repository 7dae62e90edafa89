"""Files from the web: whole, of bounded size, in bounded time, over HTTP(S) alone."""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from specmill.diagnostics import Location, SpecmillError, fail
from specmill.sources.loading.files import MAX_BYTES
from specmill.values import dataclass

if TYPE_CHECKING:
    import urllib.request
    from http.client import HTTPMessage
    from typing import IO

TOTAL_SECONDS = 300.0
"""Time for a whole download, however fast its pieces come."""
_PIECE_SECONDS = 30.0
_PIECE = 64 * 1024
_SCHEMES = ("http", "https")
_NOT_MODIFIED = 304
_WHOLE = frozenset({200, 203})
"""Statuses with the file itself: not with a part of it, or a promise of it."""
_HINT = "check the address and the network"
_HINT_OF_STATUS: dict[int, str] = dict.fromkeys(
    (401, 403), "the server wants credentials: --header Authorization=VARIABLE sends some"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_USER_INFORMATION = re.compile(r"(?<=//)[^/?#]*@")


@dataclass(frozen=True, slots=True)
class Download:
    """What came of a request for a file."""

    content: bytes
    etag: str = ""
    """Names this version of the file; empty where the server does not say."""
    is_known: bool = False
    """The server says that it is the version that was asked with; there is no content."""


def fetch(
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    place: Location | None = None,
    seconds: float = TOTAL_SECONDS,
) -> bytes:
    """Download a file, as :func:`download` does."""
    return download(address, headers=headers, place=place, seconds=seconds).content


def download(
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    etag: str = "",
    place: Location | None = None,
    seconds: float = TOTAL_SECONDS,
) -> Download:
    """Download a file, unless its version is the one of ``etag``.

    A user name and a password in the address, and the headers, are sent to its own server, and
    shown nowhere.

    Args:
        address: Where it is.
        headers: More headers of the request; a redirect does not take them along.
        etag: The version that is known already.
        place: What asks for it, for messages.
        seconds: Time for all of it.

    Raises:
        SpecmillError: The address is none of the web, or the file did not come as a whole.
    """
    shown = without_user(address)
    _check_address(address, place)
    found: list[Download] = []
    failures: list[Exception] = []

    def run() -> None:
        try:
            found.append(_download(address, monotonic() + seconds, headers or {}, etag))
        except Exception as error:  # noqa: BLE001 - told below, in the thread that waits
            failures.append(error)

    # Names are looked up, and heads are read, without any limit for the whole.
    worker = Thread(target=run, name=f"fetch {shown}", daemon=True)
    worker.start()
    worker.join(seconds)
    if found:
        return found[0]
    error = failures[0] if failures else TimeoutError(f"not complete after {seconds:g} seconds")
    if isinstance(error, SpecmillError):
        raise error
    reason = without_user(_reason(error))
    hint = _HINT_OF_STATUS.get(getattr(error, "code", 0), _HINT)
    raise fail(f"cannot download {shown}: {reason}", location=place, hint=hint) from error


def without_user(text: str) -> str:
    """Return a text without the user names and passwords of the addresses in it."""
    return _USER_INFORMATION.sub("", text)


def _reason(error: Exception) -> str:
    import http.client  # noqa: PLC0415 - few runs fetch anything
    import urllib.error  # noqa: PLC0415 - as above

    if isinstance(error, urllib.error.HTTPError):
        said = " ".join(str(error.reason).split())  # of a redirect it has several lines
        return f"the server says {error.code} {said}"
    if isinstance(error, http.client.IncompleteRead):
        return "it ended before all of it had come"
    if isinstance(error, http.client.BadStatusLine | http.client.LineTooLong):
        return f"the answer is no HTTP ({type(error).__name__})"
    reason = getattr(error, "reason", None) or error
    return str(reason) or type(error).__name__


def _check_address(address: str, place: Location | None = None) -> None:
    try:
        split = urlsplit(address)
        fits = split.scheme.lower() in _SCHEMES and bool(split.hostname)
        fits = fits and (split.port is None or split.port > 0)
    except ValueError:
        fits = False
    if not fits or any(one.isspace() or not one.isprintable() for one in address):
        what = f"refusing to download {without_user(address)!r}"
        raise fail(what, location=place, hint="only https:// and http:// addresses")


def _download(address: str, deadline: float, headers: Mapping[str, str], etag: str) -> Download:
    import urllib.error  # noqa: PLC0415 - few runs fetch anything

    request = _request(address)
    for name, value in headers.items():
        request.add_unredirected_header(name, value)
    if etag:
        request.add_unredirected_header("If-None-Match", etag)
    try:
        return _whole(request, deadline)
    except urllib.error.HTTPError as error:
        if etag and error.code == _NOT_MODIFIED:
            return Download(b"", etag, is_known=True)
        raise


def _whole(request: urllib.request.Request, deadline: float) -> Download:
    import http.client  # noqa: PLC0415 - few runs fetch anything

    answer: Any
    with _opener().open(request, timeout=_PIECE_SECONDS) as answer:
        if answer.status not in _WHOLE:
            raise ValueError(f"the server says {answer.status} {answer.reason}")
        _check_lengths(answer.headers.get_all("Content-Length") or ())
        data = bytearray()
        for piece in _decoded(_pieces(answer, deadline), answer.headers):
            data += piece
            if len(data) > MAX_BYTES:
                raise ValueError("it is larger than 256 MiB")
        if answer.length:  # what is still to come
            raise http.client.IncompleteRead(bytes(data), answer.length)
    return Download(bytes(data), str(answer.headers.get("ETag") or ""))


def _check_lengths(given: Iterable[str]) -> None:
    """Refuse an answer of which nobody can tell whether it is whole (RFC 9110, section 8.6).

    Raises:
        ValueError: It has several lengths, or one that is no number.
    """
    lengths = {one.strip() for value in given for one in value.split(",")}
    if len(lengths) > 1 or not all(one.isascii() and one.isdigit() for one in lengths):
        raise ValueError(f"its Content-Length is no number: {', '.join(sorted(lengths))}")


def _pieces(answer: Any, deadline: float) -> Iterator[bytes]:
    while piece := answer.read1(_PIECE):
        if monotonic() > deadline:
            raise TimeoutError("it takes too long")
        yield piece


def _decoded(pieces: Iterator[bytes], headers: HTTPMessage) -> Iterator[bytes]:
    """Yield the content of a body, which some servers compress without being asked."""
    coding = (headers.get("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        yield from pieces
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"its content coding {coding!r} was not asked for")
    stream = zlib.decompressobj(32 + zlib.MAX_WBITS)
    for raw in pieces:
        rest = raw
        while rest:
            if stream.eof:
                rest = rest.lstrip(b"\0")  # which some pad with
                if not rest:
                    break
                stream = zlib.decompressobj(32 + zlib.MAX_WBITS)
            try:
                yield stream.decompress(rest, MAX_BYTES)
            except zlib.error as error:
                raise ValueError(f"its compressed data is broken: {error}") from error
            rest = stream.unconsumed_tail or stream.unused_data
    if not stream.eof:
        raise ValueError("its compressed data ends too early")


def _request(address: str) -> urllib.request.Request:
    import urllib.request  # noqa: PLC0415 - few runs fetch anything

    split = urlsplit(_NOT_ASCII.sub(lambda found: quote(found[0]), address))
    headers = {"Accept": "application/json, */*", "Accept-Encoding": "identity"}
    host = urlsplit(address).netloc.rpartition("@")[2].encode("idna").decode("ascii")
    plain = urlunsplit((split.scheme, host, split.path, split.query, ""))
    request = urllib.request.Request(plain, headers=headers)  # noqa: S310 - checked before
    if split.username is not None:
        pair = f"{unquote(split.username)}:{unquote(split.password or '')}".encode()
        coded = f"Basic {b64encode(pair).decode('ascii')}"
        request.add_unredirected_header("Authorization", coded)
    return request


def _opener() -> urllib.request.OpenerDirector:
    """Return what opens addresses of the web, and no files, mails or FTP servers."""
    import urllib.request  # noqa: PLC0415 - few runs fetch anything

    class Redirects(urllib.request.HTTPRedirectHandler):
        """Redirects to the web."""

        def redirect_request(
            self,
            req: urllib.request.Request,
            fp: IO[bytes],
            code: int,
            msg: str,
            headers: HTTPMessage,
            newurl: str,
        ) -> urllib.request.Request | None:
            _check_address(newurl)
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        Redirects(),
    ):
        opener.add_handler(handler)
    return opener
