"""Tables of a REST page: parameters with their places, fields of bodies and of objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from specmill.sources.markdown.blocks import Row, Table, plain
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.page import Parameter
from specmill.sources.markdown.rest.lists import with_types
from specmill.sources.markdown.rest.words import is_place_column, place_of
from specmill.sources.markdown.rows import Columns, Rows

_FOOTNOTE = re.compile(r"(?:\\?[*†‡]|\[\d+\])+\Z")
_SLASH = re.compile(r"(?<=[\w\]])\s*/\s*(?=\w)")
_ARRAY = re.compile(r"\A(\w+) array\Z")
_OPTIONAL = re.compile(r"^\|?\s*`?[\w.\[\]]+\?(?:\\?\*)*`?\s*\|", re.MULTILINE)
_VALUES = re.compile(r"`([^`|]+)`")
_ALL_VALUES = re.compile(r"`[^`|]+`(?:\s*(?:\||,|/|or)\s*`[^`|]+`)*")
_WORDS = frozenset(
    {
        *("string", "str", "text", "int", "integer", "number", "float", "bool", "boolean", "null"),
        *("object", "array", "list", "date", "datetime", "file", "none", "any"),
    }
)
"""Types that are written in code, too."""
_FORMAT = re.compile(r"\Astring\s*\(\s*(?:format:\s*)?([\w-]+)\s*\)\Z", re.IGNORECASE)
_FORMATS = {
    **dict.fromkeys(("date-time", "datetime", "timestamp", "iso8601", "rfc3339"), "datetime"),
    "date": "date",
}
_STEP = re.compile(r"\[\d*\]\Z")


@dataclass(slots=True)
class Listed:
    """A row of a table of parameters or fields."""

    row: Parameter
    place: str = ""
    """What the row's own column says."""

    @property
    def name(self) -> str:
        """Name on the wire."""
        return self.row.name

    @property
    def schema(self) -> dict[str, Any]:
        """The type with default and meaning."""
        declared = self.row.declared
        schema: dict[str, Any] = deepcopy(declared.schema)
        if declared.has_default:
            if not schema and isinstance(declared.default, bool | int | float | str):
                schema = {"type": _KINDS[type(declared.default)]}
            schema["default"] = declared.default
        return schema


_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string"}


@dataclass(slots=True)
class Tables:
    """Reads the tables of one page."""

    rows: Rows
    is_marked: bool = False
    """The page marks what is optional, ``name?``, and nothing else."""
    known: dict[int, list[Listed]] = field(default_factory=dict)
    """Tables that have been read, by their lines: several requests may share one."""

    def read(self, table: Table) -> list[Listed]:
        """Read a table; empty, with a finding, where no column is a name."""
        found = self.known.get(table.header.line)
        if found is None:
            found = self.known[table.header.line] = list(self._read(table))
        return found

    def is_fields(self, table: Table) -> bool:
        """Tell whether a table lists names with their types."""
        roles = [
            self.rows.dialects.role_of("columns", plain(cell))[0] for cell in table.header.cells
        ]
        return "name" in roles and "type" in roles

    def _read(self, table: Table) -> Iterator[Listed]:
        table = with_types(table)
        places = [is_place_column(plain(cell)) for cell in table.header.cells]
        at = places.index(True) if True in places else None
        bare = Table(_without(table.header, at), tuple(_without(row, at) for row in table.rows))
        columns = self.rows.columns(bare)
        if columns is None:
            return
        dialects = self.rows.dialects
        plainer = Table(bare.header, tuple(_plainer(row, columns, dialects) for row in bare.rows))
        given = {row.line: row.cells[at] for row in table.rows if at is not None and row.cells[at:]}
        optional = {row.line for row in bare.rows if _name(row, columns).endswith("?")}
        for row in self.rows.read(plainer, columns, marked=False):
            if self.is_marked and row.declared.required is None:
                row.declared.required = row.line not in optional
            place = place_of(plain(given.get(row.line, "")))
            if given.get(row.line) and not place:
                self.rows.warn(f"`{row.name}`: {given[row.line]!r} is no place", row.line)
            yield Listed(row, place)


def marks_optional(text: str) -> bool:
    """Tell whether the tables of a page mark names that may be missing: ``name?``."""
    return _OPTIONAL.search(text) is not None


def _without(row: Row, at: int | None) -> Row:
    if at is None:
        return row
    return Row((*row.cells[:at], *row.cells[at + 1 :]), row.line)


def _name(row: Row, columns: Columns) -> str:
    at = columns.index["name"]
    return _FOOTNOTE.sub("", plain(row.cells[at])).strip() if at < len(row.cells) else ""


def _plainer(row: Row, columns: Columns, dialects: Dialects) -> Row:
    """Take marks out of a row that the readers of cells do not know: ``name?``, ``?string``."""
    cells = list(row.cells)
    if (at := columns.index["name"]) < len(cells):
        cells[at] = _name(row, columns).rstrip("?").lstrip(":")
    at = columns.index.get("type", len(cells))
    if at < len(cells):
        text = _FOOTNOTE.sub("", _quoted(cells[at].strip()))
        text = _FORMAT.sub(lambda found: _of_format(found, dialects), text)
        text = _ARRAY.sub(r"\1[]", _SLASH.sub(" | ", plain(text)))
        cells[at] = f"{text[1:]}?" if text.startswith("?") else text
    return Row(tuple(cells), row.line)


def _of_format(found: re.Match[str], dialects: Dialects) -> str:
    """Return the type of a text with a format; what stands in brackets may be another mark."""
    word = found[1]
    if dialects.has("required", word) or dialects.has("optional", word):
        return found[0]
    return _FORMATS.get(word.lower(), "string")


def _quoted(cell: str) -> str:
    """Write values in code, ```metric` | `imperial```, as the values that they are."""
    values = _VALUES.findall(cell) if _ALL_VALUES.fullmatch(cell) else []
    if len(values) < 2 or not _WORDS.isdisjoint(map(str.casefold, values)):
        return cell
    return " | ".join(f'"{one}"' for one in values)


def object_of(listed: list[Listed]) -> dict[str, Any]:
    """Make the schema of an object of its fields; ``a.b`` and ``a[].b`` are fields of ``a``."""
    schema: dict[str, Any] = {"type": "object", "properties": {}}
    for one in listed:
        holder, name = _holder(schema, one.name)
        made = one.schema
        if one.row.meaning:
            made["description"] = one.row.meaning
        holder.setdefault("properties", {}).setdefault(name, {}).update(made)
        if one.row.required:
            holder.setdefault("required", []).append(name)
    return schema


def _holder(schema: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """Find the object that a dotted name is a field of, if the fields before it are told."""
    *around, last = name.split(".")
    holder = schema
    for step in around:
        inner = holder.get("properties", {}).get(_STEP.sub("", step))
        if inner is not None and inner.get("type") == "array":
            inner = inner.setdefault("items", {})
        if inner is None or "$ref" in inner:
            return schema, name
        inner["type"] = "object"
        inner.pop("additionalProperties", None)
        holder = inner
    return holder, _STEP.sub("", last)
