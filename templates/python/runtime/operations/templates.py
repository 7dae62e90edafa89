"""Templates of names: the values that a text has at their places.

Templates come from specs and texts from servers, so that nothing goes back and tries again: time is
at most wildcards times characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_WILDCARD = re.compile(r"(\*\*|\*)")
_BORDERS = {"*": "/", "**": ""}
"""What no text of a wildcard has; it has one character at least."""


def values_in(text: str, parts: Sequence[str]) -> list[str] | None:
    """Read the values off a text; None where it is not of the template.

    Args:
        text: The text.
        parts: Literals and, between them, what each value looks like: ``*`` stands for one
            segment, ``**`` for any text.
    """
    tokens = [
        (index, token, _BORDERS.get(token) if index % 2 else None)
        for index, part in enumerate(parts)
        for token in (_WILDCARD.split(part) if index % 2 else (part,))
    ]
    # Where each token may end, for the rest to fit.
    ends: list[Collection[int]] = [{len(text)}]
    for _, token, border in reversed(tokens):
        ends.append(_begins(text, token, border, ends[-1]))
    if 0 not in ends.pop():
        return None
    values = [""] * len(parts)
    at = 0
    for (index, token, border), possible in zip(tokens, reversed(ends), strict=True):
        end = at + len(token) if border is None else _last(text, at, border, possible)
        values[index] += text[at:end]
        at = end
    return values[1::2]


def _begins(text: str, token: str, border: str | None, ends: Collection[int]) -> Collection[int]:
    """Return the places where a token may begin that ends at one of others."""
    if border is None:
        begins = (end - len(token) for end in ends)
        return {at for at in begins if at >= 0 and text.startswith(token, at)}
    found: set[int] = set()
    for at in range(len(text) - 1, -1, -1):
        if text[at] != border and (at + 1 in ends or at + 1 in found):
            found.add(at)
    return found


def _last(text: str, at: int, border: str, possible: Collection[int]) -> int:
    """Return the end of the longest text of a wildcard."""
    limit = text.find(border, at) if border else len(text)
    return max(end for end in possible if at < end and (limit < 0 or end <= limit))
