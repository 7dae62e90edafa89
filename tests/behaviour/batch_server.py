"""The other end of a batch: takes requests apart and answers each as a server would alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser, Parser

from tests.behaviour.server import Answer, Received

Route = Callable[[Received], Answer]


@dataclass
class BatchServer:
    """Answers ``path``, its parts in reverse; ``route`` answers each request in a batch."""

    route: Route
    path: str = "/batch/cargo/v1"
    parts: list[list[Received]] = field(default_factory=list)
    """The requests of each batch."""
    spoil: Callable[[list[bytes]], list[bytes]] = list
    """Changes the parts of the answer on their way."""

    def __call__(self, request: Received) -> Answer | None:
        """Answer a batch; anything else is for the script."""
        if request.path != self.path:
            return None
        assert request.method == "POST"
        named = _parts(request)
        self.parts.append([part for _, part in named])
        answers = [_answer(name, self.route(part)) for name, part in named]
        pieces = [b"--answer\r\n" + answer + b"\r\n" for answer in self.spoil(answers[::-1])]
        body = b"".join(pieces) + b"--answer--\r\n"
        return 200, body, {"content-type": "multipart/mixed; boundary=answer"}


def _parts(request: Received) -> list[tuple[str, Received]]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + request.body)
    assert message.get_content_type() == "multipart/mixed"
    assert not message.defects
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    assert all(part.get_content_type() == "application/http" for part in parts)
    return [(part["Content-ID"], _request(bytes(part.get_payload(decode=True)))) for part in parts]


def _request(content: bytes) -> Received:
    head, _, body = content.partition(b"\r\n\r\n")
    line, _, fields = head.decode().partition("\r\n")
    method, target, version = line.split(" ")
    assert version == "HTTP/1.1"
    headers = Parser().parsestr(fields, headersonly=True)
    assert len(body) == int(headers.get("content-length", 0))
    return Received(method, target, headers, body)


def _answer(name: str, answer: Answer) -> bytes:
    status, body, headers = answer
    lines = [f"HTTP/1.1 {status} Reason", *(f"{key}: {value}" for key, value in headers.items())]
    lines.append(f"Content-Length: {len(body)}")
    head = f"Content-Type: application/http\r\nContent-ID: <response-{name[1:]}\r\n\r\n"
    return head.encode() + "\r\n".join([*lines, "", ""]).encode() + body
