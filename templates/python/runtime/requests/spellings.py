"""Secrets inside texts, however they are spelled there."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, product
from urllib.parse import quote

from .urls import REDACTED, SHORTEST_SECRET

_URL_SAFE = str.maketrans("-_", "+/")
_LEVELS = 3
"""How often a text may be escaped again, as a URL in a URL is, or JSON that is a text of JSON."""
_OF_URLS = r"(?:%[0-9A-Fa-f]{2})+"
_OF_HTML = r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,8}|amp|lt|gt|quot|apos);"
_OF_CODE = r"(?:\\u[0-9A-Fa-f]{4})+|(?:\\x[0-9A-Fa-f]{2})+|\\[^ux]"
_WRITERS = tuple(
    map(re.compile, (_OF_URLS, _OF_HTML, _OF_CODE, f"{_OF_URLS}|{_OF_HTML}|{_OF_CODE}"))
)
"""What each writes in the place of characters: by itself, and all of them together."""
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def hidden(text: str, secrets: Iterable[str]) -> str:
    """Return a text without some secrets: as they are, and as URLs, forms, JSON, HTML, base64 and
    Python write them, also one of them inside another.
    """
    told = (spelling for secret in secrets for spelling in (secret, *_in_base64(secret)))
    known = {one for one in told if len(one) >= SHORTEST_SECRET}
    if not known:
        return text
    spans = {span for reading in _readings(text) for one in known for span in reading.spans(one)}
    pieces, end = list[str](), 0
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first >= end:
            pieces += (text[end:first], REDACTED)
        end = max(end, last)
    return "".join((*pieces, text[end:]))


def hidden_segments(path: str, secrets: Iterable[str]) -> str:
    """Return a path without the segments that are one of some texts, as short secrets are."""
    spelled = {spelling for secret in secrets for spelling in (secret, quote(secret, safe=""))}
    return "/".join(REDACTED if part in spelled else part for part in path.split("/"))


def _in_base64(secret: str) -> Iterator[str]:
    """Yield a secret as base64 writes it, and what it says where it is base64 itself."""
    if len(secret) < SHORTEST_SECRET:
        return
    octets = secret.encode("utf-8", "surrogatepass")
    yield base64.b64encode(octets).decode("ascii").rstrip("=")
    yield base64.urlsafe_b64encode(octets).decode("ascii").rstrip("=")
    whole = secret.rstrip("=").translate(_URL_SAFE)
    with suppress(ValueError):
        yield base64.b64decode(whole + "=" * (-len(whole) % 4), validate=True).decode("utf-8")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text without some of its escapes, and where each of its characters was written."""

    text: str
    places: list[int] | range
    """Of each character, and of the end."""

    def spans(self, secret: str) -> Iterator[tuple[int, int]]:
        """Yield where a secret was written."""
        start = self.text.find(secret)
        while start >= 0:
            end = start + len(secret)
            yield self.places[start], self.places[end]
            start = self.text.find(secret, end)

    def again(self, escape: re.Pattern[str]) -> _Reading | None:
        """Read what is left of escapes; None where there are none."""
        found = [*escape.finditer(self.text)]
        if not found:
            return None
        texts, places, end = list[str](), list[int](), 0
        for match in found:
            chars, sizes = _meant(match[0])
            texts += (self.text[end : match.start()], chars)
            places += self.places[end : match.start()]
            places += (self.places[match.start() + size] for size in sizes)
            end = match.end()
        return _Reading("".join((*texts, self.text[end:])), [*places, *self.places[end:]])

    def with_spaces(self) -> _Reading:
        """Read pluses as forms write spaces."""
        return _Reading(self.text.replace("+", " "), self.places)


def _readings(text: str) -> Iterator[_Reading]:
    """Yield a text as it is, and as each writer of escapes may have meant it."""
    plain = _Reading(text, range(len(text) + 1))
    yield plain
    forms = (False, True) if "+" in text or "%2" in text else (False,)
    if forms[-1]:
        yield plain.with_spaces()
    for escape, is_form in product(_WRITERS, forms):
        reading = plain.with_spaces() if is_form else plain
        for _ in range(_LEVELS):
            following = reading.again(escape)
            if following is None:
                break
            yield following
            reading = following.with_spaces() if is_form else following
            if is_form:
                yield reading


def _meant(escape: str) -> tuple[str, Iterator[int]]:
    """Return the characters that are written as escapes, and where in them each begins."""
    if escape.startswith("&"):
        name = escape[1:-1].lower()
        if name.startswith("#"):
            digits, base = (name[2:], 16) if name.startswith("#x") else (name[1:], 10)
            number = int(digits, base)
            return (chr(number) if number <= 0x10FFFF else escape[0]), iter((0,))
        return _ENTITIES[name], iter((0,))
    if escape.startswith("\\u"):
        units = bytes.fromhex(escape.replace("\\u", ""))
        text = units.decode("utf-16-be", "surrogatepass")
        return text, _begins(6 * (1 + (char > "\uffff")) for char in text)
    if not escape.startswith(("%", "\\x")):
        return _SIGNS.get(escape[1], escape[1]), iter((0,))
    size = 3 if escape.startswith("%") else 4
    octets = bytes.fromhex(escape.replace("%", "").replace("\\x", ""))
    text = octets.decode("utf-8", "surrogateescape")
    return text, _begins(size * len(char.encode("utf-8", "surrogateescape")) for char in text)


def _begins(sizes: Iterable[int]) -> Iterator[int]:
    *before, _ = accumulate(sizes, initial=0)
    return iter(before)
