"""Media types: which one a call sends (Content-Type), and which it asks for (Accept)."""

from __future__ import annotations

from typing import Any

from ..data.omission import Omit
from .uploads import Source, is_content, media_type_of_name


def media_type_of(
    body: Any, chosen: str | Omit, default: str, *, text: str = "", binary: str = ""
) -> str:
    """Return the media type of a body.

    Args:
        body: The body.
        chosen: What the caller says.
        default: That of any body that no other is for.
        text: That of text; empty where the API takes none.
        binary: That of bytes and files; empty where the API takes none.
    """
    if not isinstance(chosen, Omit):
        return chosen
    if text and isinstance(body, str):
        return text
    return binary if binary and is_content(body) else default


def file_media_type(file: Any, chosen: str | Omit, *offered: str) -> str:
    """Return the media type of a file: what the caller says, else what its name tells.

    Args:
        file: The file; omit for none.
        chosen: What the caller says.
        *offered: What the API takes, also ranges such as ``image/*``; the first is the default.
    """
    if not isinstance(chosen, Omit):
        return chosen
    return media_type_of_name(None if isinstance(file, Omit) else Source.of(file).filename, offered)


def accepted_type(chosen: str | Omit, offered: str) -> str:
    """Return what a call asks for: what the caller says, else all that the API offers."""
    return offered if isinstance(chosen, Omit) else chosen
