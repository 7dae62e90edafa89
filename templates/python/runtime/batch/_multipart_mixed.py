"""Many HTTP requests in the body of one: ``multipart/mixed`` of ``application/http``.

Parts are told apart by Content-ID; a response has that of its request, ``response-`` before it
(RFC 2046, section 5.1; https://developers.google.com/workspace/drive/api/guides/performance).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from email.message import Message
from email.parser import BytesParser, Parser

import httpx2

from ..calls.outcomes import WITHOUT_CONTENT
from ..data.wire import whole_number

CONNECTION_HEADERS = frozenset(
    {"accept-encoding", "connection", "host", "transfer-encoding", "user-agent"}
)
"""Headers, in lower case, of the one connection; a part has its Host besides."""

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_STATUS_LINE = re.compile(rb"HTTP/[\d.]+ +(\d{3}) *(.*)")
_NUMBER = re.compile(r"\+\s*(\d+)\s*>?\s*\Z")


class NotAnAnswerError(Exception):
    """A response that is not made of responses, or a part that is none."""


def write_requests(requests: Iterable[httpx2.Request]) -> tuple[bytes, str]:
    """Return a body that holds some requests, and its media type; they are numbered from 1."""
    base = uuid.uuid4()
    boundary = f"batch-{base.hex}"
    pieces: list[bytes] = []
    for number, request in enumerate(requests, start=1):
        head = (
            f"--{boundary}\r\n"
            "Content-Type: application/http\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Transfer-Encoding: binary\r\n"
            f"Content-ID: <{base} + {number}>\r\n\r\n"
        )
        pieces += (head.encode(), _write(request), b"\r\n")
    pieces.append(f"--{boundary}--\r\n".encode())
    return b"".join(pieces), f'multipart/mixed; boundary="{boundary}"'


def _write(request: httpx2.Request) -> bytes:
    lines = [b"%s %s HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    content = request.read()
    headers = [
        (name, value)
        for name, value in request.headers.raw
        if name.decode().lower() not in CONNECTION_HEADERS
    ]
    lines += [b"%s: %s" % pair for pair in [*headers, (b"Host", request.url.netloc)]]
    return b"\r\n".join([*lines, b"", content])


def parts_of(response: httpx2.Response) -> Mapping[int, bytes]:
    """Take an answer apart: the numbers of the requests that it answers, and what stands there.

    Raises:
        NotAnAnswerError: It is not ``multipart/mixed``.
    """
    content_type = response.headers.get("content-type", "")
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + response.content)
    if not message.is_multipart():
        raise NotAnAnswerError(f"the answer is {content_type or 'of no type'}, not multipart/mixed")
    found: dict[int, bytes] = {}
    for part in message.walk():
        mark = _NUMBER.search(str(part.get("Content-ID", "")))
        number = None if mark is None else whole_number(mark[1])
        if number is not None:
            found[number] = _payload(part)
    return found


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def read_response(content: bytes, request: httpx2.Request) -> httpx2.Response:
    """Read the head of one response; its body is still to be decoded.

    Raises:
        NotAnAnswerError: It is none.
        httpx2.RemoteProtocolError: The body is shorter than the response says.
    """
    head, *rest = _BLANK_LINE.split(content.lstrip(), maxsplit=1)
    first, *lines = _LINE_END.split(head, maxsplit=1)
    status = _STATUS_LINE.match(first)
    if status is None:
        raise NotAnAnswerError("its part of the answer is not an HTTP response")
    fields = Parser().parsestr(b"".join(lines).decode("latin-1"), headersonly=True)
    pairs = (
        (name.encode("latin-1"), str(value).encode("latin-1")) for name, value in fields.items()
    )
    headers, code = httpx2.Headers([*pairs]), int(status[1])
    body = rest[0] if rest else b""
    length = whole_number(headers.get("content-length", ""))
    if length is not None:
        if len(body) < length and request.method != "HEAD" and code not in WITHOUT_CONTENT:
            said = f"its part of the answer has {len(body)} bytes of {length}"
            raise httpx2.RemoteProtocolError(said)
        body = body[:length]
    return httpx2.Response(
        code,
        headers=headers,
        stream=httpx2.ByteStream(body),
        request=request,
        extensions={"reason_phrase": status[2].strip()},
    )
