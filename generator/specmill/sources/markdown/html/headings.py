"""Headings in HTML: ``<h2>…</h2>``, and ``<summary>…</summary>`` of what may be folded."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[^<>]*>")
_HEADINGS = ("summary", "h1", "h2", "h3", "h4", "h5", "h6")
"""The first has no level of its own."""


def heading_in(markup: str) -> tuple[int, str] | None:
    """Read ``<h2>…</h2>`` or ``<summary>…</summary>``: the level, or 0, and the text."""
    for level, tag in enumerate(_HEADINGS):
        start = markup.find(f"<{tag}")
        opened = markup.find(">", start)
        closed = markup.find(f"</{tag}>", opened)
        if start >= 0 <= opened < closed and markup[start + len(tag) + 1] in " >":
            text = html.unescape(_TAG.sub("", markup[opened + 1 : closed]))
            return level, " ".join(text.split())
    return None
