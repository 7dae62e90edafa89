"""Positions of the parts of a JSON text; used only when a message needs one."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import field

from specmill.diagnostics import Diagnostic, Location, Severity
from specmill.document import pointers
from specmill.values import dataclass

_CONFLICT = re.compile(r"^<<<<<<< ", re.MULTILINE)
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


_LINE_END = re.compile("\n")
_SKIMMER = json.JSONDecoder(strict=False, object_pairs_hook=lambda _: None)
"""Goes through a value and keeps next to nothing of it."""
_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]', re.DOTALL)


def conflict_in(text: str) -> str:
    """Write a hint for a text in which Git has left a conflict; empty without one."""
    found = _CONFLICT.search(text)
    if found is None:
        return ""
    line = text.count("\n", 0, found.start()) + 1
    return f"Git has left conflict markers in it, the first in line {line}; resolve the conflict"


@dataclass(slots=True)
class Positions:
    """Offsets, in characters from 0, of the parts of a text; a member stands where its key does."""

    offsets: dict[str, int] = field(default_factory=dict)
    duplicates: list[tuple[str, int]] = field(default_factory=list)
    """Pointer and offset of keys that their object already has."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Numbers of a YAML text as they are written."""
    lines: list[int] = field(default_factory=list)
    """Offsets of the ends of lines, once they were asked for."""

    def line_and_column(self, text: str, pointer: str) -> tuple[int, int]:
        """Return the line and the column of a part of a text, both from 1."""
        if not self.lines:
            self.lines = [match.start() for match in _LINE_END.finditer(text)] or [len(text)]
        offset = self.offsets.get(pointer, 0)
        line = bisect_left(self.lines, offset)
        start = self.lines[line - 1] + 1 if line else 0
        return line + 1, offset - start + 1


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


def scan_for(text: str, wanted: Iterable[str]) -> Positions:
    """Find the offsets of some parts of a valid JSON text, and of those around them.

    What leads to none of them is passed over: the positions of all parts of a large text take more
    room than the text.
    """
    around = _around(wanted)
    found, walk, at = Positions(), _Walk(), 0
    while token := _TOKEN.search(text, at):
        start, at = token.span()
        first = text[start]
        if walk.at_key and first == '"':
            walk.name(token.group())
            if walk.pointer in around:
                found.offsets[walk.pointer] = start
        elif first in "}],:":
            walk.mark(first)
        elif walk.pointer in around:
            found.offsets.setdefault(walk.pointer, start)
            walk.open(first)
        elif first in "{[":
            at = _end(text, start)
    return found


def _around(wanted: Iterable[str]) -> set[str]:
    """Return pointers with those of all that is around them."""
    around = {""}
    for pointer in wanted:
        part = pointer
        while part not in around:
            around.add(part)
            part = part.rpartition("/")[0]
    return around


@dataclass(slots=True)
class _Walk:
    """Where one is in a JSON text."""

    pointer: str = ""
    at_key: bool = False
    containers: list[tuple[str, int]] = field(default_factory=list)
    """Pointer, and the next index or -1 in an object."""

    def name(self, raw: str) -> None:
        """Come by the key of a member."""
        key = json.loads(raw, strict=False) if "\\" in raw else raw[1:-1]
        self.pointer, self.at_key = f"{self.containers[-1][0]}/{pointers.escape(key)}", False

    def open(self, first: str) -> None:
        """Go into an object or an array."""
        if first == "{":
            self.containers.append((self.pointer, -1))
            self.at_key = True
        elif first == "[":
            self.containers.append((self.pointer, 1))
            self.pointer = f"{self.pointer}/0"

    def mark(self, first: str) -> None:
        """Come by what stands between values, or behind the last."""
        if first in "}]":
            self.containers.pop()
            self.at_key = False
        elif first == ",":
            parent, index = self.containers[-1]
            if index < 0:
                self.at_key = True
            else:
                self.containers[-1] = (parent, index + 1)
                self.pointer = f"{parent}/{index}"


def _end(text: str, start: int) -> int:
    """Return where an object or an array ends that begins somewhere."""
    try:
        return _SKIMMER.raw_decode(text, start)[1]
    except RecursionError:
        pass  # it nests deeper than the reader of the standard library goes
    depth = 0
    for token in _BRACKET.finditer(text, start):
        first = text[token.start()]
        if first in "{[":
            depth += 1
        elif first in "}]":
            depth -= 1
            if not depth:
                return token.end()
    return len(text)


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
