"""Texts that match a pattern, made up."""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

_CATEGORIES = {
    "CATEGORY_DIGIT": string.digits,
    "CATEGORY_WORD": string.ascii_lowercase + string.digits,
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": string.ascii_lowercase,
    "CATEGORY_NOT_WORD": "-",
    "CATEGORY_NOT_SPACE": string.ascii_lowercase,
}
_ANY = string.ascii_lowercase + string.digits
_PRINTABLE = [chr(code) for code in range(33, 127)]
_MORE = 8
"""Repetitions beyond the least that are made up at most."""
_MOST = 20_000
"""Parts of expressions that are written at most: repetitions may be in repetitions."""


class UnmadeError(Exception):
    """A value that cannot be made up."""


def text_like(pattern: str, random: Random) -> str:
    """Make up a text that a pattern matches.

    Raises:
        UnmadeError: It has something of which none is known.
    """
    try:
        parsed = _parser().parse(pattern)
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnmadeError(f"a text that matches {pattern}: {error}") from None
    return _Writer(random, pattern).written(parsed)


@cache
def _parser() -> Any:
    return import_module("re._parser")  # the parser of re itself has no public name


class _Writer:
    """Writes one text; groups are remembered for what refers to them."""

    def __init__(self, random: Random, pattern: str) -> None:
        self._random = random
        self._pattern = pattern
        self._groups: dict[int, str] = {}
        self._written = 0

    def written(self, nodes: Iterable[Any]) -> str:
        return "".join(self._node(str(kind), value) for kind, value in nodes)

    def _node(self, kind: str, value: Any) -> str:
        self._written += 1
        if self._written > _MOST:
            raise UnmadeError(f"a text that matches {self._pattern}: it is too long")
        match kind:
            case "LITERAL":
                return chr(value)
            case "NOT_LITERAL" | "ANY":
                return self._random.choice([one for one in _ANY if ord(one) != value])
            case "IN":
                return self._random.choice(self._set(value))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "AT" | "ASSERT_NOT":
                return ""
            case _:
                pass
        return self._group(kind, value)

    def _group(self, kind: str, value: Any) -> str:
        match kind:
            case "BRANCH":
                return self.written(self._random.choice(value[1]))
            case "SUBPATTERN":
                text = self.written(value[3])
                self._groups[value[0]] = text
                return text
            case "GROUPREF":
                return self._groups.get(value, "")
            case "ATOMIC_GROUP":
                return self.written(value)
            case _:
                raise UnmadeError(f"a text that matches {self._pattern}")

    def _repeated(self, least: Any, most: Any, inner: Iterable[Any]) -> str:
        least, most = int(least), min(int(most), int(least) + _MORE)
        times = self._random.randint(max(least, min(1, most)), most)
        return "".join(self.written(inner) for _ in range(times))

    def _set(self, members: Iterable[Any]) -> list[str]:
        negated = False
        found: list[str] = []
        for kind, value in members:
            match str(kind):
                case "NEGATE":
                    negated = True
                case "LITERAL":
                    found.append(chr(value))
                case "RANGE":
                    found += [chr(code) for code in range(value[0], min(value[1], 0x2FFF) + 1)]
                case "CATEGORY":
                    found += _CATEGORIES[str(value)]
                case _:
                    pass
        if negated:
            excluded = set(found)
            known = [one for one in _ANY if one not in excluded]
            found = known or [one for one in _PRINTABLE if one not in excluded]
        if not found:
            raise UnmadeError(f"a text that matches {self._pattern}")
        return found
