"""Patch files: one for each generated file that was edited by hand, beside the API's spec.

A patch is a unified diff from what is generated to what is wanted. What stands above the diff is
the user's, such as why the edit is there, and stays.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from specmill.config import ApiConfig
from specmill.pipeline.lock import PATCH

_DIFF = re.compile(rb"^--- ", re.MULTILINE)
_NO_LINE_END = "\\ No newline at end of file\n"


def patch_name(api: ApiConfig, path: str) -> str:
    """Return the patch of a generated file."""
    return f"{api.patches}/{path}{PATCH}"


def as_patch(path: str, generated: bytes, wanted: bytes, *, earlier: bytes = b"") -> bytes:
    """Write the patch from what is generated to what is wanted; empty where they are the same.

    What stands above the diff of an ``earlier`` patch is kept.
    """
    old, new = _lines(generated), _lines(wanted)
    diff = "".join(_ended(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")))
    head = _DIFF.search(earlier)
    return earlier[: head.start() if head else 0] + _bytes(diff) if diff else b""


def _lines(content: bytes) -> list[str]:
    """Cut text at line feeds alone, as a patch does; other line ends are text."""
    text = content.decode("utf-8", "surrogateescape")
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
