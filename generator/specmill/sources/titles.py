"""Titles of APIs, found without reading all of their specs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from specmill.sources.loading import is_page, parse_head, read_bytes

_FRONT_TITLE = re.compile(r"\A---\n(?:(?!---).*\n)*?title:[ ]*(\S.*)\n")
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#[ \t]+(\S.*)$|^ {0,3}(\S.*)\n {0,3}=+[ \t]*$", re.MULTILINE)


class Titled(NamedTuple):
    """What an API calls itself."""

    title: str
    name: str = ""
    """In a Discovery document, whose title is for people alone; with the version it is unique."""
    version: str = ""
    """Beside ``name``."""


def title_in(content: bytes, name: str) -> Titled:
    """Find what an API calls itself; an empty title where it does not say.

    Args:
        content: The spec, as a file has it.
        name: Name of the file, whose ending tells pages of Markdown.

    Raises:
        SpecmillError: The content is no JSON, no YAML and no text.
    """
    if is_page(Path(name)):
        return Titled(_of_page(content.decode("utf-8-sig", "replace").replace("\r\n", "\n")))
    head = parse_head(content, name=name, until="info")
    if not isinstance(head, dict):
        return Titled("")
    if "discoveryVersion" in head:
        return Titled(*(_text(head.get(key)) for key in ("title", "name", "version")))
    info = head.get("info")
    return Titled(_text(info.get("title")) if isinstance(info, dict) else "")


def title_of(path: Path) -> Titled:
    """Find what the API of a file calls itself; see :func:`title_in`."""
    return title_in(read_bytes(path, str(path)), path.name)


def _of_page(text: str) -> str:
    if given := _FRONT_TITLE.match(text):
        return given[1].strip("\"' ")
    heading = _HEADING.search(_FENCED.sub("", text))
    return (heading[1] or heading[2]).rstrip("# \t") if heading else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
