"""What a client put on the wire, taken apart as far as servers take it apart."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, urlsplit

_TRIPLET = re.compile("%[0-9a-fA-F]{2}")
_OWN_OR_TRANSPORT = {
    *("accept", "authorization", "content-type"),  # compared on their own
    *("accept-encoding", "connection", "content-length", "host", "user-agent"),
    "x-goog-api-client",  # names the library
}
Query = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sent:
    """One HTTP request."""

    method: str
    origin: str
    path: str
    """Percent-encoded as sent; the digits of triplets in upper case."""
    query: Query
    """The values of each name in their order."""
    accept: str
    authorization: str
    content_type: str
    body: Any
    """JSON or the parts of a form; None for no content."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """All others that mean something to the server, by lower-case name."""

    @classmethod
    def of(
        cls, method: str, url: str, headers: Mapping[str, Any], body: bytes | str | None
    ) -> Sent:
        """Take a request apart."""
        named = {_text(name).lower(): _text(value) for name, value in headers.items()}
        split = urlsplit(url)
        query: Query = {}
        for name, value in parse_qsl(split.query, keep_blank_values=True):
            query[name] = (*query.get(name, ()), value)
        content_type = named.get("content-type", "")
        return cls(
            method,
            f"{split.scheme}://{split.netloc}",
            _TRIPLET.sub(lambda triplet: triplet[0].upper(), split.path),
            query,
            named.get("accept", ""),
            named.get("authorization", ""),
            content_type.partition(";")[0],
            _content(content_type, body.encode() if isinstance(body, str) else body or b""),
            {name: value for name, value in named.items() if name not in _OWN_OR_TRANSPORT},
        )

    def differences(self, other: Sent) -> dict[str, tuple[Any, Any]]:
        """Return what is not equal, each query parameter on its own as ``query:<name>``."""
        found = {
            facet: (mine, theirs)
            for facet in self.__slots__
            if facet != "query"
            and (mine := getattr(self, facet)) != (theirs := getattr(other, facet))
        }
        for name in dict.fromkeys((*self.query, *other.query)):
            mine, theirs = self.query.get(name), other.query.get(name)
            if mine != theirs:
                found[f"query:{name}"] = (mine, theirs)
        return found


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart form."""

    name: str
    filename: str | None
    content_type: str
    content: bytes


def _content(content_type: str, body: bytes) -> Any:
    if not body:
        return None
    if content_type.startswith("multipart/form-data"):
        head = f"Content-Type: {content_type}\r\n\r\n".encode()
        message = BytesParser(policy=HTTP).parsebytes(head + body)
        return [_part(part) for part in message.iter_parts()]
    return json.loads(body)


def _part(part: Any) -> Part:
    content = part.get_payload(decode=True)
    disposition = part["Content-Disposition"].params
    return Part(
        disposition["name"], disposition.get("filename"), part.get("Content-Type", ""), content
    )


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
