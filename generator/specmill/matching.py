"""Regular expressions that specs write, matched in linear time.

Python's own engine goes back and tries again, so that a short expression can run for ever on a
short text; it must never run what a spec says (a test looks for that). This one walks all ways
through an expression at once (Thompson's construction): time is at most states times characters.
What it does not know (lookaround, back references, Unicode properties) and what is too large is not
asked. It is written here since a linear engine of others (RE2, Rust's) needs a compiled package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

from specmill.values import dataclass

MOST_STATES = 50_000
MOST_STEPS = 2_000_000
_FEW = 5_000
"""States of an expression that is kept together with hundreds of others; larger ones take
megabytes.
"""
_DEEPEST = 50

_Test: TypeAlias = Callable[[str], bool]
_Assertion: TypeAlias = Callable[[str, str], bool]
"""Looks at the characters before and after a place; they are empty at the ends."""


class _UnknownError(Exception):
    """The expression has something that is not read."""


class _TooLargeError(_UnknownError):
    """The expression has more states than it may have."""


def matches(pattern: str, text: str, *, whole: bool = False) -> bool | None:
    """Tell whether an expression matches somewhere in a text, or all of it.

    None where that is not known: the expression has what a linear engine cannot tell, or is large.
    """
    machine = _machine(pattern)
    if machine is None or len(machine.edges) * (len(text) + 1) > MOST_STEPS:
        return None
    return machine.runs(text, whole=whole)


def _machine(pattern: str) -> _Machine | None:
    machine, is_large = _small_machine(pattern)
    return _large_machine(pattern) if is_large else machine


@lru_cache(maxsize=512)
def _small_machine(pattern: str) -> tuple[_Machine | None, bool]:
    """Return the machine of an expression, and whether it would be a large one."""
    try:
        return _Parser(pattern, _FEW).machine(), False
    except _TooLargeError:
        return None, True
    except (_UnknownError, RecursionError):
        return None, False


@lru_cache(maxsize=4)
def _large_machine(pattern: str) -> _Machine | None:
    try:
        return _Parser(pattern, MOST_STATES).machine()
    except (_UnknownError, RecursionError):
        return None


@dataclass(slots=True)
class _Edge:
    """What leads on from a state."""

    test: _Test | None = None
    """A character to read."""
    assertion: _Assertion | None = None
    then: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Machine:
    edges: list[_Edge]
    start: int
    end: int

    def runs(self, text: str, *, whole: bool) -> bool:
        active: set[int] = set()
        for at in range(len(text) + 1):
            around = (text[at - 1] if at else "", text[at] if at < len(text) else "")
            begun = [*active, self.start] if at == 0 or not whole else [*active]
            reached = self._closure(begun, around)
            if self.end in reached and (not whole or at == len(text)):
                return True
            if at == len(text):
                return False
            active = set()
            for state in reached:
                edge = self.edges[state]
                if edge.test is not None and edge.test(text[at]):
                    active.update(edge.then)
        return False

    def _closure(self, states: Iterable[int], around: tuple[str, str]) -> set[int]:
        """Return all states that are reached without reading a character."""
        reached: set[int] = set()
        pending = [*states]
        while pending:
            state = pending.pop()
            if state in reached:
                continue
            reached.add(state)
            edge = self.edges[state]
            if edge.test is None and (edge.assertion is None or edge.assertion(*around)):
                pending += edge.then
        return reached


_Piece: TypeAlias = tuple[int, int]
"""First and last state of a part."""


class _Parser:
    """Reads what ECMA-262, Python, RE2 and Java have in common."""

    def __init__(self, pattern: str, most: int) -> None:
        self._pattern = pattern
        self._most = most
        self._at = 0
        self._depth = 0
        self._edges: list[_Edge] = []

    def machine(self) -> _Machine:
        start, end = self._alternatives()
        if self._at < len(self._pattern):
            raise _UnknownError
        return _Machine(self._edges, start, end)

    def _state(self, edge: _Edge | None = None) -> int:
        if len(self._edges) >= self._most:
            raise _TooLargeError
        self._edges.append(edge or _Edge())
        return len(self._edges) - 1

    def _link(self, first: int, second: int) -> None:
        self._edges[first].then.append(second)

    def _next(self, word: str) -> bool:
        """Take a word, if it stands here."""
        found = self._pattern.startswith(word, self._at)
        self._at += len(word) * found
        return found

    def _char(self) -> str:
        if self._at >= len(self._pattern):
            raise _UnknownError
        self._at += 1
        return self._pattern[self._at - 1]

    def _alternatives(self) -> _Piece:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnknownError
        start, end = self._state(), self._state()
        while True:
            first, last = self._sequence()
            self._link(start, first)
            self._link(last, end)
            if not self._next("|"):
                break
        self._depth -= 1
        return start, end

    def _sequence(self) -> _Piece:
        start = last = self._state()
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            begin = self._at
            piece = self._atom()
            least, most = self._quantifier()
            if (least, most) != (1, 1):
                piece = self._repeated(piece, begin, self._at, least, most)
            self._link(last, piece[0])
            last = piece[1]
        return start, last

    def _repeated(
        self, piece: _Piece, begin: int, after: int, least: int, most: int | None
    ) -> _Piece:
        """Repeat a part: what it says is read again for each copy."""
        start = last = self._state()
        for count in range(max(least, most or 0, 1)):
            if count:
                self._at = begin
                piece = self._atom()
            if count >= least:
                leave = self._state()
                self._link(last, leave)
                self._link(piece[1], leave)
                self._link(last, piece[0])
                if most is None:
                    self._link(piece[1], piece[0])
                last = leave
            else:
                self._link(last, piece[0])
                last = piece[1]
                if most is None and count == least - 1:
                    self._link(piece[1], piece[0])
        self._at = after
        if most == 0:
            start = last = self._state()
        return start, last

    def _quantifier(self) -> tuple[int, int | None]:
        found = _QUANTIFIER.match(self._pattern, self._at)
        if found is None:
            return 1, 1
        self._at = found.end()
        if found["possessive"]:
            raise _UnknownError
        if found["sign"]:
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[found["sign"]]
        least = int(found["least"])
        if not found["comma"]:
            return least, least
        return least, int(found["most"]) if found["most"] else None

    def _atom(self) -> _Piece:
        char = self._char()
        if char == "(":
            return self._group()
        if char == "[":
            return self._reading(self._class())
        if char == ".":
            return self._reading(lambda one: one not in "\n\r\u2028\u2029")
        if char == "^":
            return self._asserting(lambda before, _: not before)
        if char == "$":
            return self._asserting(lambda _, after: not after)
        if char == "\\":
            return self._escape()
        if char in "*+?":
            raise _UnknownError
        return self._reading(_same(char))

    def _group(self) -> _Piece:
        if self._next("?"):
            named = _GROUP.match(self._pattern, self._at)
            if named is None:
                raise _UnknownError
            self._at = named.end()
        piece = self._alternatives()
        if not self._next(")"):
            raise _UnknownError
        return piece

    def _reading(self, test: _Test) -> _Piece:
        end = self._state()
        return self._state(_Edge(test, None, [end])), end

    def _asserting(self, assertion: _Assertion) -> _Piece:
        end = self._state()
        return self._state(_Edge(None, assertion, [end])), end

    def _escape(self) -> _Piece:
        char = self._char()
        if char == "A":
            return self._asserting(lambda before, _: not before)
        if char in "zZ":
            return self._asserting(lambda _, after: not after)
        if char in "bB":
            wanted = char == "b"
            return self._asserting(
                lambda before, after: (_is_word(before) != _is_word(after)) is wanted
            )
        return self._reading(self._escaped(char))

    def _escaped(self, char: str) -> _Test:
        """Read what stands behind a backslash for one character."""
        if char in _KINDS:
            return _KINDS[char]
        if char in "xu":
            found = _CODE[char].match(self._pattern, self._at)
            if found is None:
                raise _UnknownError
            self._at = found.end()
            code = int(found[1] or found[2], 16) if char == "u" else int(found[1], 16)
            if code > 0x10FFFF:
                raise _UnknownError
            return _same(chr(code))
        if char in _CONTROLS:
            return _same(_CONTROLS[char])
        if char.isalnum():
            raise _UnknownError
        return _same(char)

    def _class(self) -> _Test:
        negated = self._next("^")
        if self._pattern[self._at : self._at + 1] in ("", "]"):
            raise _UnknownError  # the dialects differ
        tests: list[_Test] = []
        while not self._next("]"):
            if self._pattern.startswith(("[", "&&", "--", "~~"), self._at):
                raise _UnknownError  # sets, in some dialects
            low, test = self._member()
            range_follows = (
                low
                and self._pattern[self._at : self._at + 1] == "-"
                and self._pattern[self._at + 1 : self._at + 2] not in ("", "]")
            )
            if range_follows:
                self._at += 1
                high, _ = self._member()
                if not high or high < low:
                    raise _UnknownError
                test = _between(low, high)
            tests.append(test)
        return lambda one: any(test(one) for test in tests) is not negated

    def _member(self) -> tuple[str, _Test]:
        """Read a member of a class: the character, empty for a kind of them, and its test."""
        char = self._char()
        if char != "\\":
            return char, _same(char)
        begin = self._at
        escaped = self._char()
        if escaped == "b":
            return "\b", _same("\b")
        test = self._escaped(escaped)
        if escaped in _KINDS:
            return "", test
        code = _CODE[escaped].match(self._pattern, begin + 1) if escaped in "xu" else None
        if code is not None:
            digits = next(filter(None, code.groups()))
            return chr(int(digits, 16)), test
        return _CONTROLS.get(escaped, escaped), test


def _same(char: str) -> _Test:
    return lambda one: one == char


def _between(low: str, high: str) -> _Test:
    return lambda one: low <= one <= high


def _is_word(char: str) -> bool:
    return char == "_" or (char.isascii() and char.isalnum())


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


_KINDS: dict[str, _Test] = {
    "d": _is_digit,
    "D": lambda one: not _is_digit(one),
    "w": _is_word,
    "W": lambda one: not _is_word(one),
    "s": str.isspace,
    "S": lambda one: not one.isspace(),
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_QUANTIFIER = re.compile(
    r"(?:(?P<sign>[*+?])|\{(?P<least>\d{1,4})(?P<comma>,(?P<most>\d{1,4})?)?\})"
    r"(?:(?P<possessive>\+)|\?)?"
)
_GROUP = re.compile(r":|P?<[A-Za-z_]\w*>")
_CODE = {
    "x": re.compile(r"([0-9a-fA-F]{2})"),
    "u": re.compile(r"(?:([0-9a-fA-F]{4})|\{([0-9a-fA-F]{1,6})\})"),
}
