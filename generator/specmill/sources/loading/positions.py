"""Positions of the parts of a JSON text; used only when a message needs one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from specmill.diagnostics import Diagnostic, Location, Severity
from specmill.document import pointers

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


@dataclass(slots=True)
class Positions:
    """Offsets, in characters from 0, of the parts of a text; a member stands where its key does."""

    offsets: dict[str, int] = field(default_factory=dict)
    duplicates: list[tuple[str, int]] = field(default_factory=list)
    """Pointer and offset of keys that their object already has."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Numbers of a YAML text as they are written."""


def key_twice(what: str, place: Location) -> Diagnostic:
    """Report a key that its object has already, with the same value."""
    return Diagnostic(f"{what}; taken once", place, "", Severity.WARNING, "key-duplicate")


def scan(text: str) -> Positions:
    """Find the offset of every part of a valid JSON text, without recursion."""
    found = Positions()
    containers: list[tuple[str, int]] = []  # pointer, and the next index or -1 in an object
    pointer, at_key = "", False
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if at_key and first == '"':
            raw = token.group()
            key = json.loads(raw, strict=False) if "\\" in raw else raw[1:-1]
            pointer, at_key = f"{containers[-1][0]}/{pointers.escape(key)}", False
            if pointer in found.offsets:
                found.duplicates.append((pointer, token.start()))
            found.offsets[pointer] = token.start()
        elif first in "}]":
            containers.pop()
            at_key = False
        elif first == ",":
            parent, index = containers[-1]
            if index < 0:
                at_key = True
            else:
                containers[-1] = (parent, index + 1)
                pointer = f"{parent}/{index}"
        elif first != ":":
            found.offsets.setdefault(pointer, token.start())
            if first == "{":
                containers.append((pointer, -1))
                at_key = True
            elif first == "[":
                containers.append((pointer, 1))
                pointer = f"{pointer}/0"
    return found


def depth_offset(text: str, limit: int) -> int:
    """Find where a JSON text, broken or not, first nests deeper than ``limit``; 0 if never."""
    depth = 0
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first in "{[":
            depth += 1
            if depth > limit:
                return token.start()
        elif first in "}]":
            depth -= 1
    return 0


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Turn an offset into line and column, both from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
