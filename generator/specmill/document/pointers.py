"""JSON pointers (RFC 6901)."""

from __future__ import annotations

from typing import Any

SAFE = "/~!$&'()*+,;=:@?-._"
"""What a pointer in the fragment of an address does not escape (RFC 3986, section 3.5)."""


def escape(token: str) -> str:
    """Write one key the way a pointer spells it (RFC 6901, section 3)."""
    if "~" in token or "/" in token:  # few have one
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Read one token of a pointer back as a key."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: str, *keys: str | int) -> str:
    """Extend ``pointer`` by plain keys."""
    return pointer + "".join(f"/{escape(str(key))}" for key in keys)


def keys(pointer: str) -> list[str]:
    """Split a pointer into plain keys; the empty pointer has none."""
    return [unescape(token) for token in pointer.split("/")[1:]]


def look_up(tree: Any, pointer: str) -> Any:
    """Follow ``pointer`` from ``tree``; raises LookupError when it leads nowhere."""
    value = tree
    for key in keys(pointer):
        if isinstance(value, dict):
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and key.isascii():
            value = value[int(key)]
        else:
            raise KeyError(key)
    return value
