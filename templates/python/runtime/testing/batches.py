"""Batches: requests in the parts of one, each answered in a part of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2

from .errors import RefusedError
from .received.files import parts_of

_BLANK_LINE = b"\r\n\r\n"
_REQUEST_LINE = re.compile(rb"([A-Z]+) (\S+) HTTP/[\d.]+")
_BOUNDARY = "fake-batch"


def answer_batch(
    request: httpx2.Request, answer: Callable[[httpx2.Request], httpx2.Response]
) -> httpx2.Response:
    """Answer a batch.

    Args:
        request: The batch.
        answer: Answers one of its requests.

    Raises:
        RefusedError: It is not made of requests.
    """
    pieces: list[bytes] = []
    for part in parts_of(request.content, request.headers.get("content-type", "")):
        inner = _request_in(part.content, request)
        response = answer(inner)
        mark = part.headers.get("content-id", "").replace("<", "<response-", 1)
        head = f"--{_BOUNDARY}\r\nContent-Type: application/http\r\nContent-ID: {mark}\r\n\r\n"
        pieces += [head.encode(), _written(response), b"\r\n"]
    pieces.append(f"--{_BOUNDARY}--\r\n".encode())
    headers = {"content-type": f"multipart/mixed; boundary={_BOUNDARY}"}
    return httpx2.Response(200, headers=headers, content=b"".join(pieces))


def _request_in(content: bytes, batch: httpx2.Request) -> httpx2.Request:
    head, _, body = content.partition(_BLANK_LINE)
    first, *lines = head.split(b"\r\n")
    line = _REQUEST_LINE.fullmatch(first.strip())
    if line is None:
        raise RefusedError(400, "a part of the batch is no HTTP request")
    headers = [
        (name.strip(), value.strip())
        for name, _, value in (one.partition(b":") for one in lines)
        if name.strip()
    ]
    url = batch.url.join(line[2].decode("ascii"))
    return httpx2.Request(line[1].decode(), url, headers=headers, content=body.strip() or None)


def _written(response: httpx2.Response) -> bytes:
    content = response.content
    lines = [f"HTTP/1.1 {response.status_code} {response.reason_phrase}".encode()]
    raw = response.headers.raw
    lines += [b"%b: %b" % pair for pair in raw if pair[0].lower() != b"content-length"]
    lines += [b"Content-Length: %d" % len(content)]
    return b"\r\n".join([*lines, b"", content])
