"""URLs: escaping (RFC 3986), templates, and what of them is safe inside a log."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from urllib.parse import quote, unquote

_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
"""Text of unreserved characters alone (RFC 3986, section 2.3), as most ids are."""
_TRIPLET = re.compile("(%[0-9A-Fa-f]{2})")
_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")
_QUERY_FIELD = re.compile(r"([?&])([^=&#]*)=([^&#]*)")
_USER_INFO = re.compile(r"//[^/?#@]*@")
REDACTED = "***"
SHORTEST_SECRET = 4
"""Shorter texts stand in messages by chance."""


def escape(text: str) -> str:
    """Percent-encode everything but unreserved characters (RFC 6570, section 3.2.1)."""
    if _PLAIN.fullmatch(text):
        return text
    return quote(text, safe="", errors="surrogateescape")


def escape_reserved_path(text: str) -> str:
    """Percent-encode for ``{+name}`` (RFC 6570, section 3.2.3): reserved characters stay.

    So do triplets such as ``%2F``. Unlike the RFC, ``?`` and ``#`` are encoded too: a value of a
    path must not become a query.
    """
    return _escape_between_triplets(text, "/:@!$&'()*+,;=[]")


def escape_segments(text: str) -> str:
    """Percent-encode everything but unreserved characters and slashes: several segments."""
    return quote(text, safe="/", errors="surrogateescape")


def escape_reserved_query(text: str) -> str:
    """Percent-encode a query value with ``allowReserved``, and still what would end the value."""
    return _escape_between_triplets(text, "/:@!$'()*,;=?")


def _escape_between_triplets(text: str, safe: str) -> str:
    parts = _TRIPLET.split(text)
    parts[::2] = [quote(part, safe=safe, errors="surrogateescape") for part in parts[::2]]
    return "".join(parts)


def expand(
    template: str,
    value_of: Callable[[str], str],
    *,
    may_be_empty: Collection[str] = (),
    dot_segments: Collection[str] = (),
) -> str:
    """Put the encoded text of each ``{variable}`` into a URL template.

    Args:
        template: The template.
        value_of: Encodes the value of a variable.
        may_be_empty: Variables without which the path is no other one's.
        dot_segments: Variables whose value may have an encoded slash before or after ``.`` or
            ``..``.

    Raises:
        ValueError: A value would make another path of it: a segment that is empty, ``.`` or ``..``,
            also for a server that decodes the path before it looks at segments.
    """
    literals, names = _parts_of(template)
    if not names:
        return template
    pieces = [literals[0]]
    for name, literal in zip(names, literals[1:], strict=True):
        value = value_of(name)
        if value:
            _check_segments(name, value, decoded=name not in dot_segments)
        elif name not in may_be_empty:
            raise ValueError(f"path parameter {name!r} must not be empty")
        pieces += (value, literal)
    return "".join(pieces)


@cache
def _parts_of(template: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = _VARIABLE.split(template)
    return tuple(parts[::2]), tuple(parts[1::2])


def _check_segments(name: str, value: str, *, decoded: bool) -> None:
    """Refuse steps to another path, as they stand and behind encoded slashes."""
    if "." not in value and "%2" not in value:
        return
    segments = [unquote(segment) for segment in value.split("/")]
    if decoded:  # once by the server, and once more by what stands before it
        segments += unquote(value).split("/") + unquote(unquote(value)).split("/")
    if any(segment in (".", "..") for segment in segments):
        raise ValueError(f"path parameter {name!r} must not have a segment '.' or '..'")


def redact_url(url: str, secrets: Collection[str]) -> str:
    """Hide user info and the values of the query parameters in ``secrets`` (lower case)."""

    def hide(match: re.Match[str]) -> str:
        before, name, value = match.groups()
        stem = unquote(name).partition("[")[0].lower()  # of `login[password]`
        shown = REDACTED if stem in secrets else value
        return f"{before}{name}={shown}"

    return _QUERY_FIELD.sub(hide, _USER_INFO.sub(f"//{REDACTED}@", url, count=1))
