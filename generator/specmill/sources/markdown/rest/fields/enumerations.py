"""Tables of the values that fields may have, beside those of the fields: ``Property | Value``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from specmill.sources.markdown.blocks import Table, plain
from specmill.sources.markdown.cells import allow
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.fields.objects import Listed

_NAMES = frozenset({"parameter", "property"})
_VALUES = frozenset({"value", "values"})
_MARKS = re.compile(r"[»\s]*")

Values = Mapping[str, Sequence[str]]
"""What each field may be; fields as the table writes them, with marks of those set below others."""


def values_in(table: Table) -> dict[str, list[str]]:
    """Read such a table; empty where it is another one."""
    header = [fold(plain(cell)) for cell in table.header.cells]
    if len(header) != 2 or header[0] not in _NAMES or header[1] not in _VALUES:
        return {}
    found: dict[str, list[str]] = {}
    for row in table.rows:
        if len(row.cells) != 2:
            return {}
        found.setdefault(plain(row.cells[0]), []).append(plain(row.cells[1]))
    return found


def allow_alone(values: Values, tables: Sequence[Iterable[Listed]]) -> list[str]:
    """Let fields have no other values; gives the names that no table has, the nearest first."""
    unknown: list[str] = []
    for told, allowed in values.items():
        marks = _MARKS.match(told)
        assert marks is not None
        name, depth = told[marks.end() :], marks[0].count("»")
        cell = ", ".join(f"`{one}`" for one in allowed)
        near = (found for listed in tables if (found := _called(name, depth, listed)))
        found = next(near, [])
        for one in found:
            allow(one.row.declared.schema, cell)
        unknown += [] if found else [name]
    return unknown


def _called(name: str, depth: int, listed: Iterable[Listed]) -> list[Listed]:
    """Find the fields of a name, in objects, too: at a depth, where that is told."""
    found = [one for one in listed if one.name.rpartition(".")[2] == name]
    return [one for one in found if not depth or one.name.count(".") == depth]
