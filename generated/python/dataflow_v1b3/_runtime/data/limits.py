"""Limits of what may be of any length on the wire: numbers, and items of streams."""

from __future__ import annotations

MOST_DIGITS = 18
LONGEST_ITEM = 64 * 1024 * 1024
"""Bytes of one item of a stream; what is longer is taken for one without an end."""


class TooLongError(Exception):
    """An item of a stream without an end in sight."""


def whole_number(text: str) -> int | None:
    """Read a number of ASCII digits; None for another text, or a number beyond all counting."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) <= MOST_DIGITS else None
