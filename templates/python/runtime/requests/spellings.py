"""Secrets inside texts, however they are spelled there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus

from .urls import REDACTED

SHORTEST_SECRET = 4
"""Shorter texts stand in messages by chance."""
_LONGEST = 4096
"""Characters of a secret that is looked for character by character."""

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")
_U, _X = r"\\u", r"\\x"
_ENTITIES = {"&": "amp", "<": "lt", ">": "gt", '"': "quot|#34|#x22", "'": "apos|#39|#x27"}
_SIGNS = {"\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t"}


def hidden(text: str, secrets: Iterable[str]) -> str:
    """Return a text without some secrets: as they are, and as URLs, forms, JSON, HTML and Python
    write them.
    """
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) < SHORTEST_SECRET:
            break
        if _UNRESERVED.fullmatch(secret):
            text = text.replace(secret, REDACTED)
        elif len(secret) <= _LONGEST:
            text = re.sub("".join(map(_spelled, secret)), REDACTED, text)
        else:
            for spelling in _whole_spellings(secret):
                text = text.replace(spelling, REDACTED)
    return text


def hidden_segments(path: str, secrets: Iterable[str]) -> str:
    """Return a path without the segments that are one of some texts, as short secrets are."""
    spelled = {spelling for secret in secrets for spelling in (secret, quote(secret, safe=""))}
    return "/".join(REDACTED if part in spelled else part for part in path.split("/"))


def _spelled(char: str) -> str:
    """Return an expression for the ways in which a character is written."""
    if _UNRESERVED.fullmatch(char):
        return re.escape(char)
    octets = char.encode("utf-8", "surrogatepass")
    units = char.encode("utf-16-be", "surrogatepass")
    named = f"|&(?:{_ENTITIES[char]});" if char in _ENTITIES else ""
    ways = [
        rf"\\?(?:{re.escape(char)}{named})",
        f"(?i:{''.join('%' + octets[at : at + 1].hex() for at in range(len(octets)))})",
        f"(?i:{''.join(_U + units[at : at + 2].hex() for at in range(0, len(units), 2))})",
        f"(?i:{''.join(_X + octets[at : at + 1].hex() for at in range(len(octets)))})",
    ]
    ways += [rf"\\{_SIGNS[char]}"] if char in _SIGNS else []
    ways += [r"\+"] if char == " " else []
    return f"(?:{'|'.join(ways)})"


def _whole_spellings(text: str) -> Iterator[str]:
    yield text
    yield from (quote_plus(text, errors="replace"), quote(text, safe="", errors="replace"))
    yield from (json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1])
