"""Files that a request carries, and the parts that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx2

from ...records import dataclass, field
from ..errors import RefusedError

_PARAMETER = re.compile(r';\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"\s]*))')
_QUOTED = re.compile(r"\\(.)")
_ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%22", '"'))


@dataclass(frozen=True)
class SentFile:
    """A file as a service gets it."""

    content: bytes = field(repr=False)
    filename: str = ""
    """Empty where the request does not say."""
    content_type: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a body that is made of several."""

    headers: httpx2.Headers
    content: bytes

    @property
    def content_type(self) -> str:
        """Its media type, as it is given."""
        return str(self.headers.get("content-type", ""))

    def parameter(self, name: str) -> str | None:
        """Return what its Content-Disposition says under a name, unescaped."""
        found = _parameters(self.headers.get("content-disposition", "")).get(name)
        for escaped, plain in _ESCAPES if found is not None else ():
            found = found.replace(escaped, plain) if found is not None else None
        return found

    @property
    def file(self) -> SentFile:
        """The part as a file."""
        return SentFile(self.content, self.parameter("filename") or "", self.content_type)


def parts_of(content: bytes, content_type: str) -> list[Part]:
    """Take a multipart body apart (RFC 2046, section 5.1).

    Raises:
        RefusedError: It is none.
    """
    boundary = _parameters(content_type).get("boundary", "")
    pieces = (b"\r\n" + content).split(b"\r\n--" + boundary.encode())
    if not boundary or len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise RefusedError(400, "the body is not made of parts as its Content-Type says")
    return list(_read(pieces[1:-1]))


def _read(pieces: list[bytes]) -> Iterator[Part]:
    for piece in pieces:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if piece.startswith(b"\r\n\r\n"):
            head, content = b"", piece[4:]
        lines = (line.partition(b":") for line in head.split(b"\r\n") if line)
        pairs = [(name.strip(), value.strip()) for name, _, value in lines]
        yield Part(httpx2.Headers(pairs), content)


def _parameters(header: str) -> dict[str, str]:
    return {
        name.lower(): _QUOTED.sub(r"\1", quoted) if quoted else plain
        for name, quoted, plain in _PARAMETER.findall(header)
    }
