"""Parameters and fields that stand in lists, or with their types in one cell, as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specmill.sources.markdown.blocks import Row, Table, Text, plain

_START = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*(?:[-*+]|\d+[.)])[ \t]+)[*_]{0,2}"
    r"(?P<code>`?)(?P<name>[\w.$-]+(?:\[\w*\])*)`?[*_]{0,2}:?"
    r"[ \t]*(?:\((?P<said>[^()]*)\))?[*_]{0,2}[ \t]*(?:[:–—-]+[ \t]*)?(?P<meaning>.*)\Z"
)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_REQUIRED = {"required": "yes", "mandatory": "yes", "optional": "no"}
_DEFAULT = re.compile(r"defaults?(?: to|:|=| is)?\s+(\S.*)", re.IGNORECASE)
_HEADER = ("name", "type", "required", "default", "description")


def is_list(text: Text) -> bool:
    """Tell whether a paragraph is a list."""
    return _START.match(text.text) is not None


def table_of(text: Text) -> Table | None:
    """Read ``- `page` (integer, optional): …`` as rows of a table; None where an item is no field.

    Items below an item are fields of it.
    """
    rows: list[Row] = []
    around: list[tuple[int, str]] = []
    for number, line in enumerate(text.text.split("\n")):
        if _START.match(line) is None:
            if not rows:
                return None
            *cells, meaning = rows[-1].cells
            rows[-1] = Row((*cells, f"{meaning} {line.strip()}".strip()), rows[-1].line)
            continue
        found = _ITEM.match(line)
        if found is None or not (found["code"] or found["said"]):
            return None
        indent = len(found["indent"].expandtabs()) - len(found["indent"].lstrip())
        around = [one for one in around if one[0] < indent]
        name = ".".join([*(one for _, one in around), found["name"]])
        around.append((indent, found["name"]))
        said = _said(found["said"] or "")
        rows.append(Row((f"`{name}`", *said, found["meaning"]), text.line + number))
    return Table(Row(_HEADER, text.line), tuple(rows))


def with_types(table: Table) -> Table:
    """Give a table whose first cells say all of a field, ``limit <br> integer, required``, columns
    of its own for that.
    """
    rows = [*_split(table)]
    if not rows:
        return table
    return Table(Row((*table.header.cells, *_HEADER[1:4]), table.header.line), tuple(rows))


def _split(table: Table) -> Iterator[Row]:
    parts = [_BREAK.split(row.cells[0], 1) if row.cells else [] for row in table.rows]
    if not parts or any(len(one) < 2 for one in parts):
        return
    width = len(table.header.cells)
    for row, (name, said) in zip(table.rows, parts, strict=True):
        rest = (*row.cells[1:width], *[""] * (width - len(row.cells)))
        yield Row((name, *rest, *_said(_BREAK.sub(", ", said))), row.line)


def _said(text: str) -> tuple[str, str, str]:
    """Split what stands behind a name into its type, whether it is required, and its default."""
    kinds: list[str] = []
    required = default = ""
    for part in filter(None, (one.strip() for one in text.split(","))):
        word = plain(part).casefold()
        if word in _REQUIRED:
            required = _REQUIRED[word]
        elif found := _DEFAULT.fullmatch(part):
            default = found[1]
        else:
            kinds.append(part)
    return ", ".join(kinds), required, default
