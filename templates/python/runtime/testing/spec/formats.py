"""Formats of strings and numbers: what fits them, and values that do."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import uuid
from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import Any, TypeAlias

Test: TypeAlias = Callable[[Any], bool]

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"
_ZONE = r"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_MOMENTS: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(rf"{_DATE}", re.ASCII),
    "date-time": re.compile(rf"{_DATE}[Tt ]{_TIME}{_ZONE}", re.ASCII),
    "date-time-local": re.compile(rf"{_DATE}[Tt ]{_TIME}", re.ASCII),
    "date-time-local-space": re.compile(rf"{_DATE} {_TIME}", re.ASCII),
}
"""Texts that begin with a date."""
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "time": re.compile(rf"{_TIME}{_ZONE}", re.ASCII),
    "time-local": re.compile(rf"{_TIME}", re.ASCII),
    "email": re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)*"),
    "hostname": re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.(?!-)[A-Za-z0-9-]{1,63})*\.?"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*"),
    "duration": re.compile(
        r"P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"
    ),
    "google-duration": re.compile(r"-?\d+(?:\.\d{1,9})?s"),
    "int32": re.compile(r"-?\d+"),
    "int64": re.compile(r"-?\d+"),
    "uint32": re.compile(r"\d+"),
    "uint64": re.compile(r"\d+"),
}
_INTEGERS: Mapping[str, tuple[int, int]] = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
}
_BYTES = ("byte", "bytes", "base64", "base64url")
_NUMBERS = ("double", "float", "decimal", "decimal128")


def format_test(name: str) -> Test | None:
    """Return what tells whether a value has a format, None for formats that nobody knows."""
    of_text = _TEXTS.get(name)
    if of_text is None:
        return None
    if name not in _INTEGERS:
        return lambda value: not isinstance(value, str) or of_text(value)
    least, most = _INTEGERS[name]

    def test(value: Any) -> bool:
        if isinstance(value, str):
            return of_text(value)
        return not isinstance(value, int) or isinstance(value, bool) or least <= value <= most

    return test


def text_of_format(name: str, random: Random) -> str | None:
    """Make up a text of a format, None for a format that nobody knows."""
    number = random.randrange(1, 1000)
    day = f"2026-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    clock = f"{random.randrange(24):02}:{random.randrange(60):02}:{random.randrange(60):02}"
    moment = f"{clock}Z"
    encoded = base64.b64encode(f"bytes {number}".encode()).decode()
    made: dict[str, str] = {
        "date": day,
        "date-time": f"{day}T{moment}",
        "google-datetime": f"{day}T{moment}",
        "date-time-local": f"{day}T{clock}",
        "date-time-local-space": f"{day} {clock}",
        "time-local": clock,
        "time": moment,
        "duration": f"PT{number}S",
        "google-duration": f"{number}s",
        "google-fieldmask": "name",
        "email": f"somebody{number}@example.com",
        "idn-email": f"somebody{number}@example.com",
        "hostname": f"host{number}.example.com",
        "idn-hostname": f"host{number}.example.com",
        "uri": f"https://example.com/{number}",
        "url": f"https://example.com/{number}",
        "iri": f"https://example.com/{number}",
        "uri-reference": f"/{number}",
        "iri-reference": f"/{number}",
        "uri-template": f"/{number}/{{id}}",
        "json-pointer": f"/{number}",
        "regex": f"a{number}",
        "uuid": str(uuid.UUID(int=random.getrandbits(128), version=4)),
        "ipv4": f"192.0.2.{random.randrange(1, 255)}",
        "ipv6": f"2001:db8::{number:x}",
        **dict.fromkeys(_BYTES, encoded),
        **dict.fromkeys(_NUMBERS, f"{number}.5"),
        **dict.fromkeys(_INTEGERS, str(number)),
    }
    return made.get(name)


def _beginning_with_a_date(known: re.Pattern[str]) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            return known.fullmatch(text) is not None and bool(date.fromisoformat(text[:10]))
        except ValueError:
            return False

    return check


def _parses(parse: Callable[[str], Any]) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            parse(text)
        except (ValueError, binascii.Error):
            return False
        return True

    return check


def _matching(known: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: known.fullmatch(text) is not None


def _bytes(text: str) -> bytes:
    plain = text.replace("-", "+").replace("_", "/")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)


_TEXTS: Mapping[str, Callable[[str], bool]] = {
    **{name: _beginning_with_a_date(known) for name, known in _MOMENTS.items()},
    "google-datetime": _beginning_with_a_date(_MOMENTS["date-time"]),
    "uuid": _parses(uuid.UUID),
    "ipv4": _parses(ipaddress.IPv4Address),
    "ipv6": _parses(ipaddress.IPv6Address),
    **dict.fromkeys(_BYTES, _parses(_bytes)),
    **{name: _matching(known) for name, known in _PATTERNS.items()},
}
