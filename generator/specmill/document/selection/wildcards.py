"""Wildcards of selectors: ``*`` for any text; in paths for one segment, and ``**`` for several.

What is compared is a spec's text, so that no engine that goes back and tries again does it: all
places that a pattern may have come to are kept, and time is at most stars times characters.
"""

from __future__ import annotations

import re

_STARS = re.compile(r"(\*+)")


def fits(pattern: str, text: str, *, is_path: bool = False) -> bool:
    """Tell whether all of a text is what a pattern says."""
    reached = {0}
    for part in _STARS.split(pattern):
        if part.startswith("*"):
            reached = _passed(text, reached, "/" if is_path and part == "*" else "")
        else:
            reached = {at + len(part) for at in reached if text.startswith(part, at)}
        if not reached:
            return False
    return len(text) in reached


def _passed(text: str, begun: set[int], border: str) -> set[int]:
    """Return the places that text without a border leads to."""
    reached: set[int] = set()
    is_open = False
    for at in range(min(begun), len(text) + 1):
        is_open = at in begun or (is_open and text[at - 1] != border)
        if is_open:
            reached.add(at)
    return reached
