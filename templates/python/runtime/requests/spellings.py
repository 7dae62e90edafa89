"""Secrets inside texts, however they are spelled there."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import quote, quote_plus

from .urls import REDACTED

SHORTEST_SECRET = 4
"""Shorter texts stand in messages by chance."""
_LONGEST = 4096
"""Characters of a secret that is looked for character by character."""

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]*")
_U, _X = r"\\{1,3}u", r"\\{1,3}x"
"""Backslashes are escaped again in JSON that is a text of JSON."""
_BACKSLASHES = ("%5c", f"{_U}005c", f"{_X}5c")
_ENTITIES = {"&": "amp", "<": "lt", ">": "gt", '"': "quot|#34|#x22", "'": "apos|#39|#x27"}
_RUNS = re.compile(r"\\+|[^\\]")
"""Characters, and backslashes that stand together: each by itself could match in too many ways."""
_URL_SAFE = str.maketrans("-_", "+/")
_SIGNS = {"\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t"}


def hidden(text: str, secrets: Iterable[str]) -> str:
    """Return a text without some secrets: as they are, and as URLs, forms, JSON, HTML, base64 and
    Python write them.
    """
    known = {spelling for secret in secrets for spelling in (secret, *_in_base64(secret))}
    for secret in sorted(known, key=len, reverse=True):
        if len(secret) < SHORTEST_SECRET:
            break
        if _UNRESERVED.fullmatch(secret):
            text = text.replace(secret, REDACTED)
        elif len(secret) <= _LONGEST:
            text = re.sub("".join(map(_spelled, _RUNS.findall(secret))), REDACTED, text)
        else:
            for spelling in _whole_spellings(secret):
                text = text.replace(spelling, REDACTED)
    return text


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


def _spelled(char: str) -> str:
    """Return an expression for the ways in which a character, or a run of backslashes, is
    written.
    """
    if char.startswith("\\"):
        size = len(char)
        plain = rf"\\{{{size},{4 * size}}}"
        return "|".join(("(?:" + plain, *(f"(?i:{one}){{{size}}}" for one in _BACKSLASHES))) + ")"
    if _UNRESERVED.fullmatch(char):
        return re.escape(char)
    octets = char.encode("utf-8", "surrogatepass")
    units = char.encode("utf-16-be", "surrogatepass")
    named = f"|&(?:{_ENTITIES[char]});" if char in _ENTITIES else ""
    ways = [
        rf"\\{{0,3}}(?:{re.escape(char)}{named})",
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
