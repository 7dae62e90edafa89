"""Content-Type of responses, and bodies that are read by it alone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

import httpx2
from pydantic import ValidationError

from ..data.decoding import NotJsonError, read_json
from ..data.exactness import type_adapter
from ..lazy import load_reference

Kind: TypeAlias = Literal[
    "json", "json-lines", "json-sequence", "events", "markup", "text", "binary", ""
]
"""How a body of a media type is read; empty where the response does not name one."""

_STREAMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("events", re.compile("^text/event-stream$")),
    ("json-sequence", re.compile(r"json-seq\b")),
    ("json-lines", re.compile(r"ndjson|json-?l(ines)?\b|stream\+json|json-stream")),
)
_MARKUP = re.compile("^(text/html|application/xhtml\\+xml)$")
_TEXT = re.compile(r"^text/|xml\b|[/+.-](yaml|yml|toml|csv|javascript|graphql|sql|x-sh|markdown)\b")
_UNKNOWN = "application/octet-stream"
_NUL = b"\x00"
_UTF_8 = "utf-8"
_PARAMETER = re.compile(r';\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)')
_NO_CHARSETS = frozenset(
    {
        *("base64", "bz2", "hex", "quopri", "rot-13", "uu", "zlib"),
        *("charmap", "idna", "mbcs", "oem", "punycode", "undefined"),
        *("raw-unicode-escape", "raw_unicode_escape", "unicode-escape", "unicode_escape"),
    }
)
"""What Python calls codecs, too."""
_MARKS = {"utf-16": codecs.BOM_UTF16, "utf-32": codecs.BOM_UTF32}


def media_type_in(headers: Mapping[str, str]) -> str:
    """Return the media type that a response names, without its parameters; may be empty."""
    return media_type_of(headers.get("content-type", ""))


def media_type_of(content_type: str) -> str:
    """Return the media type of a Content-Type, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def kind_of(media_type: str) -> Kind:
    """Return how a body of a media type is read."""
    if media_type in ("", "application/json"):
        return "json" if media_type else ""
    for kind, pattern in _STREAMS:
        if pattern.search(media_type):
            return kind
    if "json" in media_type:
        return "json"
    if _MARKUP.match(media_type):
        return "markup"
    return "text" if _TEXT.search(media_type) or "urlencoded" in media_type else "binary"


class NotTextError(Exception):
    """A body that is not written in the characters that it should be."""


def charset_in(headers: Mapping[str, str]) -> str:
    """Return the charset that a response names, UTF-8 where that is none, or none that is known.

    No other codec is run: not base64, and none that a program has added to those of Python.
    """
    parameters = _PARAMETER.findall(headers.get("content-type", ""))
    named = next((value for name, value in parameters if name.lower() == "charset"), "")
    named = named.strip(" \t\"'")
    return named if named and _is_charset(named) else _UTF_8


def _is_charset(name: str) -> bool:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    home = getattr(codec.incrementaldecoder, "__module__", "").partition(".")[0]
    return home == "encodings" and codec.name not in _NO_CHARSETS


def byte_order_mark(charset: str) -> bytes:
    """Return what text of a charset begins with to tell its byte order; empty for most charsets."""
    return _MARKS.get(codecs.lookup(charset).name, b"")


def with_byte_order(charset: str, content: bytes) -> str:
    """Return the charset of content that has no byte order mark where it should have one.

    In most texts, the high bytes of characters are zero more often than the low ones.
    """
    mark = byte_order_mark(charset)
    if not mark or content.startswith((mark, mark[::-1])):
        return charset
    name, width = codecs.lookup(charset).name, len(mark)
    is_big = content[::width].count(0) > content[width - 1 :: width].count(0)
    return f"{name}-{'be' if is_big else 'le'}"


def text_of(response: httpx2.Response) -> str:
    """Return the characters of a body, in the charset that it names, UTF-8 where it names none.

    Raises:
        NotTextError: It is not written in them; the message tells the place.
    """
    content, charset = response.content, charset_in(response.headers)
    try:
        return content.decode(with_byte_order(charset, content))
    except UnicodeDecodeError as error:
        place = f"byte {content[error.start]:#04x} at {error.start}"
        raise NotTextError(f"{place} is not {charset}") from None
    except UnicodeError as error:  # of codecs that tell no place
        raise NotTextError(f"not {charset}: {error}") from None


def in_utf_8(response: httpx2.Response) -> bytes | None:
    """Return a body that names another charset in UTF-8, as JSON should be (RFC 8259, section 8.1);
    None where that changes nothing.
    """
    try:
        content = text_of(response).encode()
    except (NotTextError, UnicodeError):
        return None
    return None if content == response.content else content


def text_or_bytes(response: httpx2.Response) -> str | bytes:
    """Return the characters of a body, or its bytes where they are no characters."""
    try:
        return text_of(response)
    except NotTextError:
        return response.content


def as_it_says(response: httpx2.Response) -> Any:
    """Read a body by its Content-Type: JSON, text, bytes, or a list of what a stream has.

    JSON texts one after the other are a list, too. Without a Content-Type, JSON is JSON, and other
    characters are text.

    Raises:
        NotJsonError: The response says that it is JSON.
    """
    content = response.content
    if not content:
        return None
    match kind := kind_of(media_type_in(response.headers)):
        case "text" | "markup":
            return text_or_bytes(response)
        case "binary":
            return content
        case "events":
            read: Callable[[bytes], list[Any]]
            read = load_reference(__package__ or "", "..bodies.server_sent_events:events_in")
            return read(content)
        case "json-sequence":
            return _texts(content.split(b"\x1e"))
        case "json-lines":
            return _texts(content.split(b"\n"))
        case _:
            return _json_or(content, response, is_json=kind == "json")


def _json_or(content: bytes, response: httpx2.Response, *, is_json: bool) -> Any:
    try:
        return read_json(content)
    except NotJsonError:
        lines = [line for line in content.split(b"\n") if line.strip()]
        if is_json and len(lines) > 1:
            return _texts(lines)
        if is_json:
            raise
    return text_or_bytes(response) if is_readable(content) else content


def _texts(texts: list[bytes]) -> list[Any]:
    return [read_json(text) for text in texts if text.strip()]


def is_text(response: httpx2.Response) -> bool:
    """Tell whether a response that should be text is: one without a known type is, if it can be."""
    media_type = media_type_in(response.headers)
    if media_type == _UNKNOWN:
        return is_readable(response.content)
    return kind_of(media_type) in ("text", "markup", "")


def is_readable(content: bytes) -> bool:
    """Tell whether bytes are characters of UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _NUL not in content


def takes_text(target: Any, text: str | bytes) -> bool:
    """Tell whether a text is a value of a type; None is any. Bytes are no text."""
    if isinstance(text, bytes):
        return False
    if target is None or target is str:
        return True
    try:
        type_adapter(target).validate_python(text, strict=True)
    except ValidationError:
        return False
    return True


def is_structured(content: bytes) -> bool:
    """Tell whether a body looks like an object or an array of JSON."""
    return content.lstrip()[:1] in (b"{", b"[")
