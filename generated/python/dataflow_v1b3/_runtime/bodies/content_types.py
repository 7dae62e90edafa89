"""Media types: which one a call sends (Content-Type), and which it asks for (Accept)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from ..data.json_shapes import is_array, is_object
from ..data.omission import Omit
from .uploads import Source, is_content, media_type_of_name


def media_type_of(
    body: Any,
    chosen: str | Omit,
    default: str,
    *,
    text: str = "",
    binary: str = "",
    by_type: Mapping[str, tuple[Any, ...]] = {},
) -> str:
    """Return the media type of a body.

    Args:
        body: The body.
        chosen: What the caller says.
        default: That of any body that no other is for.
        text: That of text; empty where the API takes none.
        binary: That of bytes and files; empty where the API takes none.
        by_type: Media types of other bodies and what these are: models, ``dict`` for any object,
            ``list`` for any list, ``list[Model]``.
    """
    if not isinstance(chosen, Omit):
        return chosen
    if text and isinstance(body, str):
        return text
    if binary and is_content(body):
        return binary
    return next((one for one, kinds in by_type.items() if _is_any(body, kinds)), default)


def _is_any(body: Any, kinds: tuple[Any, ...]) -> bool:
    return any(_is_of(body, kind) for kind in kinds)


def _is_of(body: Any, kind: Any) -> bool:
    """Tell whether a body is what one of several media types is for."""
    if kind is dict:
        return is_object(body)
    if kind is list:
        return is_array(body)
    if get_origin(kind) is list:
        items = list(body) if is_array(body) else []
        return bool(items) and isinstance(items[0], get_args(kind))
    return isinstance(body, kind)


def file_media_type(file: Any, chosen: str | Omit, *offered: str) -> str:
    """Return the media type of a file: what the caller says, else what its name tells.

    Args:
        file: The file; omit for none.
        chosen: What the caller says.
        *offered: What the API takes, also ranges such as ``image/*``; the first is the default.
    """
    if not isinstance(chosen, Omit):
        return chosen
    filename = None if isinstance(file, Omit) else Source.of_body(file).filename
    return media_type_of_name(filename, offered)


def accepted_type(chosen: str | Omit, offered: str) -> str:
    """Return what a call asks for: what the caller says, else all that the API offers."""
    return offered if isinstance(chosen, Omit) else chosen
