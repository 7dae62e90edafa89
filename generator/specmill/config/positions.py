"""Positions of keys in a TOML file: a light scan, since tomllib keeps none."""

from __future__ import annotations

import re

_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*""")


def position(text: str, path: tuple[str, ...]) -> tuple[int, int]:
    """Line and column of a key, from 1.

    Finds the line of the longest written prefix of ``path``, and in it the last key of ``path``.
    """
    best, place = 0, (1, 1)
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        start = len(line) - len(line.lstrip(" \t["))
        keys = _keys(line[start:])
        if line[:start].strip(" \t"):
            table, written = keys, keys
        else:
            written = (*table, *keys)
        if keys and len(written) > best and path[: len(written)] == written:
            best = len(written)
            place = (number, max(line.find(path[-1], start), start) + 1)
    return place


def _keys(line: str) -> tuple[str, ...]:
    """The dotted key that a line starts with."""
    keys: list[str] = []
    at = 0
    while match := _KEY.match(line, at):
        word = match[1]
        keys.append(word[1:-1] if word[0] in "\"'" else word)
        at = match.end()
        if line[at : at + 1] != ".":
            break
        at += 1
    return tuple(keys) if line[at : at + 1] in {"=", "]"} else ()
