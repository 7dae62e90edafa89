"""Tables whose header is missing, or is their first row: what their columns are."""

from __future__ import annotations

import re
from collections.abc import Callable

from specmill.sources.markdown.blocks import Row, Table, Text, plain
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.fields.lists import table_of

_NAME = re.compile(r"`?[A-Za-z_$][\w.$-]*(?:\[\w*\])*`?\Z")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_REQUIRED = frozenset({"required", "optional", "mandatory"})


def with_header(table: Table, is_type: Callable[[str], bool]) -> Table:
    """Give a table the header that its columns show, if it has none; others stay what they are."""
    header = [plain(cell) for cell in table.header.cells]
    if len(header) == 1 and header[0].casefold().startswith("name,"):
        return _split(table, is_type)
    rows = list(table.rows)
    if any(header):
        if not _is_row(table.header, is_type):
            return table
        rows.insert(0, table.header)
    cells = [[plain(cell) for cell in row.cells] for row in rows]
    width = max(map(len, cells), default=0)
    names = ["name", *[""] * (width - 1)]
    for at in range(1, width):
        column = [row[at] if row[at:] else "" for row in cells]
        if "type" not in names and all(map(is_type, column)):
            names[at] = "type"
        elif "required" not in names and all(fold(one) in _REQUIRED for one in column):
            names[at] = "required"
    if len({*names}) == 1 + ("" in names) or not all(_NAME.match(row.cells[0]) for row in rows):
        return table
    if not names[-1]:
        names[-1] = "description"
    return Table(Row(tuple(names), table.header.line), tuple(rows))


def _split(table: Table, is_type: Callable[[str], bool]) -> Table:
    """Split cells that say all of a field: ```org` string **Required** <br> The organization.```"""
    cells = [row.cells[0] if row.cells else "" for row in table.rows]
    items = [_BREAK.sub(" ", _BREAK.sub(" – ", cell, count=1)) for cell in cells]
    found, odd = table_of(Text("\n".join(f"- {one}" for one in items), 0), is_type)
    if found is None or odd:
        return table
    lines = [row.line for row in table.rows]
    rows = [Row(row.cells, lines[row.line]) for row in found.rows]
    return Table(Row(found.header.cells, table.header.line), tuple(rows))


def _is_row(header: Row, is_type: Callable[[str], bool]) -> bool:
    """Tell whether a header is a field itself: a name in code, and a type or a need."""
    first, *rest = header.cells
    is_told = any(fold(plain(one)) in _REQUIRED or is_type(plain(one)) for one in rest)
    return first.startswith("`") and _NAME.match(first) is not None and is_told
