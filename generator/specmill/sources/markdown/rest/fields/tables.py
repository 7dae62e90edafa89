"""Tables of a REST page: parameters with their places, fields of bodies and of objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import field
from typing import Any

from specmill.sources.markdown.blocks import Row, Table, plain
from specmill.sources.markdown.cells import Declared, is_type, read_type, set_default
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.page import Parameter
from specmill.sources.markdown.rest.fields.enumerations import allow_alone, values_in
from specmill.sources.markdown.rest.fields.headers import with_header
from specmill.sources.markdown.rest.fields.lists import with_types
from specmill.sources.markdown.rest.fields.notation import FOOTNOTE, notation
from specmill.sources.markdown.rest.fields.objects import Listed, object_of
from specmill.sources.markdown.rest.fields.prose import told_by
from specmill.sources.markdown.rest.samples import schema_of_text
from specmill.sources.markdown.rest.words import COMPOSITIONS, is_place_column, place_of
from specmill.sources.markdown.rows import Columns, Rows
from specmill.values import dataclass, replace

_OPTIONAL = re.compile(r"^\|?\s*`?[\w.\[\]]+\?(?:\\?\*)*`?\s*\|", re.MULTILINE)
_REQUIRED = frozenset({"required", "optional", "mandatory", ""})
_EXAMPLE_COLUMNS = frozenset(
    {"example", "example value", "sample", "sample value", "示例", "示例值"}
)
_BELOW = re.compile(r"(?:[\s»→↳└├─│∟⮡·]|[-+>|]{2,}|[-+>]\s)+(?=[\w$@])")
"""Marks of a field that is one of a field above."""
_INDENT = re.compile(r"\A(?:&nbsp;|&emsp;|&ensp;|[\u00a0\u2003\u3000])+")
_SPACE = re.compile(r"&\w+;|[^&;]")
_WITHOUT_NAME = re.compile(r"[»\s]*\*anonymous\*\s*\Z")
_REST = re.compile(r"[»\s]*\*\*additionalProperties\*\*\s*\Z")
"""How converters of Swagger name a value that is no field, and the values of a map."""
_MENTION = re.compile(r"(?<![\w.-])([A-Za-z_][\w-]*)( objects?\b)?")
"""A word of a type, such as ``Owner`` and ``owner object``."""


@dataclass(slots=True)
class _Marks:
    """What a row says that the readers of cells do not know."""

    name: str
    """With its marks."""
    place: str
    example: str
    limits: dict[str, int]


@dataclass(slots=True)
class Tables:
    """Reads the tables of one page."""

    rows: Rows
    is_marked: bool = False
    """The page marks what is optional, ``name?``, and nothing else."""
    known: dict[Table, list[Listed]] = field(default_factory=dict)
    """Tables that have been read: several requests may share one."""

    def read(self, table: Table) -> list[Listed]:
        """Read a table; empty, with a finding, where no column is a name."""
        found = self.known.get(table)
        if found is None:
            found = self.known[table] = list(self._read(table))
            self._mark(table, found)
        return found

    def _mark(self, table: Table, found: list[Listed]) -> None:
        """Tell which rows are no fields, as converters of Swagger write them."""
        at = self._name_column(table)
        written = {row.line: row.cells[at] for row in table.rows if row.cells[at:]}
        for one in found:
            one.is_rest = bool(_REST.match(written.get(one.row.line, "")))
        if found and _WITHOUT_NAME.match(written.get(table.rows[0].line, "")):
            found[0].is_whole = True

    def allow(self, listing: Table, before: Sequence[Table]) -> None:
        """Let fields of the tables before have the values that another table lists, no others."""
        read = [self.read(one) for one in reversed(before)]
        for name in allow_alone(values_in(listing), read):
            what = f"no field above is called `{name}`; its values are left out"
            self.rows.warn(what, listing.header.line)

    def is_fields(self, table: Table, *, named: bool = False) -> bool:
        """Tell whether a table lists names with their types; ``named``, if its heading says so."""
        roles = [
            self.rows.dialects.role_of("columns", plain(cell))[0] for cell in table.header.cells
        ]
        return "name" in roles and ("type" in roles or named)

    def mentioned(self, table: Table) -> Iterator[str]:
        """Yield the names of objects that the types of a table mention."""
        names = [plain(cell) for cell in table.header.cells]
        roles = [self.rows.dialects.role_of("columns", name)[0] for name in names]
        if "name" not in roles or "type" not in roles:
            return
        at = roles.index("type")
        for row in table.rows:
            for found in _MENTION.finditer(plain(row.cells[at])) if row.cells[at:] else ():
                word, is_told = found[1], found[2] or found[1] != found[1].lower()
                is_kind = word in COMPOSITIONS or self.rows.dialects.role_of("types", word)[0]
                if is_told and not is_kind:
                    yield word

    def object_of(self, tables: Iterable[tuple[str, Table]]) -> dict[str, Any]:
        """Make the schema of an object of its tables, each with the keyword that it is part of."""
        own: list[Listed] = []
        parts: dict[str, list[dict[str, Any]]] = {}
        outer = -1
        for keyword, table in tables:
            if not keyword:
                own += self.read(table)
                continue
            depth = self._depth(table)
            outer = depth if outer < 0 else outer
            if depth > outer:
                what = "parts of a field's type are not read; this table is left out"
                self.rows.warn(what, table.header.line)
            else:
                parts.setdefault(keyword, []).append(object_of(self.read(table)))
        schema = object_of(own) if own or not parts else {}
        held = schema["items"] if schema.get("items") == {} else schema
        held.update(parts)
        return schema

    def _depth(self, table: Table) -> int:
        """Count the marks by which the first row of a table is set below others."""
        first = table.rows[0].cells[self._name_column(table) :] if table.rows else ()
        return first[0].count("»") if first else 0

    def is_type(self, text: str) -> bool:
        """Tell whether a text is a type, in any notation of such pages."""
        return is_type(notation(text)[0], self.rows.dialects, self.rows.classes)

    def _read(self, table: Table) -> Iterator[Listed]:
        table = with_header(table, self.is_type)
        named = self._name_column(table)
        table = _nested(_with_required(with_types(table, self.is_type, named)), named)
        at = _place_column(table)
        bare = Table(_without(table.header, at), tuple(_without(row, at) for row in table.rows))
        columns = self.rows.columns(bare)
        if columns is None:
            return
        examples = [*_examples(bare)] if not columns.typed else []
        marks: dict[str, _Marks] = {}
        plainer: list[Row] = []
        for number, (row, whole) in enumerate(zip(bare.rows, table.rows, strict=True)):
            limits: dict[str, int] = {}
            plainer.append(_plainer(row, columns, limits))
            place = whole.cells[at] if at is not None and whole.cells[at:] else ""
            example = examples[number] if examples else ""
            marks.setdefault(
                _key(plainer[-1], columns),
                _Marks(_raw_name(row, columns), place, example, limits),
            )
        for one in self.rows.read(Table(bare.header, tuple(plainer)), columns, marked=False):
            yield self._listed(one, marks[one.name], is_told="required" in columns.index)

    def _listed(self, row: Parameter, marks: _Marks, *, is_told: bool) -> Listed:
        """Complete a row by what its columns do not say; ``is_told`` if one says what is needed."""
        self._complete(row, marks.example)
        if row.declared.required is None and self.is_marked:
            row.declared.required = not FOOTNOTE.sub("", marks.name).strip().endswith("?")
        elif row.declared.required is None and not is_told and marks.name.endswith("*"):
            row.declared.required = True
        place = place_of(plain(marks.place))
        if marks.place and not place:
            self.rows.warn(f"`{row.name}`: {marks.place!r} is no place", row.line)
        return Listed(row, place, marks.limits)

    def _name_column(self, table: Table) -> int:
        names = [plain(cell) for cell in table.header.cells]
        roles = [self.rows.dialects.role_of("columns", name)[0] for name in names]
        return roles.index("name") if "name" in roles else 0

    def _complete(self, row: Parameter, example: str) -> None:
        """Take from the description, or from an example, what the columns do not say."""
        declared, told = row.declared, told_by(row.meaning, self.is_type)
        row.meaning = told.meaning
        if told.type and not declared.text:
            types = read_type(notation(told.type)[0], self.rows.dialects, self.rows.classes)
            declared.schema = types.schema
        elif example and not declared.text:
            declared.schema = schema_of_text(example)
        _allow_alone(declared.schema, told.values)
        if declared.required is None:
            declared.required = told.required
        if told.default is not None and not declared.has_default:
            _take_default(declared, told.default)


def _allow_alone(schema: dict[str, Any], values: tuple[str, ...]) -> None:
    """Make an enumeration of the values that a description lists."""
    while schema.get("type") == "array":
        schema = schema.setdefault("items", {})
    is_text = schema in ({}, {"type": "string"}) and not all(map(_looks_otherwise, values))
    if values and is_text:
        schema |= {"type": "string", "enum": list(dict.fromkeys(values))}


def _looks_otherwise(value: str) -> bool:
    """Tell whether a value reads as a number or a flag."""
    return value.casefold() in ("true", "false") or value.lstrip("-").replace(".", "").isdigit()


def _take_default(declared: Declared, text: str) -> None:
    """Take the default that a description tells, where it fits and says nothing but a value."""
    trial = replace(declared, schema=deepcopy(declared.schema), oddities=[], required=None)
    set_default(trial, text)
    is_plain = "format" not in declared.schema and trial.default is not None
    if trial.has_default and is_plain and not declared.required:
        declared.default, declared.has_default = trial.default, True


def _with_indent(cell: str) -> str:
    """Return a name with the spaces before it, each as a mark."""
    return plain(_INDENT.sub(lambda found: "·" * len(_SPACE.findall(found[0])), cell))


def _place_column(table: Table) -> int | None:
    """Return the column that says where parameters travel, as its heading or all its cells do."""
    names = [plain(cell) for cell in table.header.cells]
    for at, name in enumerate(names):
        if is_place_column(name):
            return at
    for at, name in enumerate(names):
        cells = [plain(row.cells[at]) for row in table.rows if row.cells[at:]]
        if fold(name) in _KINDS_OF_PARAMETERS and cells and all(map(place_of, cells)):
            return at
    return None


_KINDS_OF_PARAMETERS = frozenset(
    {"type", "parameter type", "param type", "kind", "参数类型", "类型"}
)


def _with_required(table: Table) -> Table:
    """Name a column ``Type`` by what it says where that is whether a field is required."""
    names = [plain(cell).casefold() for cell in table.header.cells]
    if "type" not in names or not {"data type", "datatype", "value type"} & {*names}:
        return table
    at = names.index("type")
    if any(fold(row.cells[at]) not in _REQUIRED for row in table.rows if row.cells[at:]):
        return table
    cells = table.header.cells
    return Table(Row((*cells[:at], "required", *cells[at + 1 :]), table.header.line), table.rows)


def _examples(table: Table) -> Iterator[str]:
    """Yield the value that a column of examples shows in each row; nothing without such."""
    names = [fold(plain(cell)) for cell in table.header.cells]
    at = next((at for at, name in enumerate(names) if name in _EXAMPLE_COLUMNS), None)
    if at is not None:
        yield from (plain(row.cells[at]) if row.cells[at:] else "" for row in table.rows)


def _nested(table: Table, at: int) -> Table:
    """Write fields that marks set below others, ``└─ name`` or ``» name``, as fields of those."""
    names = [_with_indent(row.cells[at]) if row.cells[at:] else "" for row in table.rows]
    if not any(map(_BELOW.match, names)):
        return table
    around: list[tuple[int, str]] = []
    rows: list[Row] = []
    for row, name in zip(table.rows, names, strict=True):
        mark = _BELOW.match(name)
        width = mark.end() if mark else 0
        around = [one for one in around if one[0] < width]
        whole = f"{around[-1][1]}.{name[width:]}" if around else name[width:]
        around.append((width, whole.rstrip("?* ")))
        rows.append(Row((*row.cells[:at], f"`{whole}`", *row.cells[at + 1 :]), row.line))
    return Table(table.header, tuple(rows))


def marks_optional(text: str) -> bool:
    """Tell whether the tables of a page mark names that may be missing: ``name?``."""
    return _OPTIONAL.search(text) is not None


def _without(row: Row, at: int | None) -> Row:
    if at is None:
        return row
    return Row((*row.cells[:at], *row.cells[at + 1 :]), row.line)


def _raw_name(row: Row, columns: Columns) -> str:
    at = columns.index["name"]
    return plain(row.cells[at]).strip() if at < len(row.cells) else ""


def _name(row: Row, columns: Columns) -> str:
    return FOOTNOTE.sub("", _raw_name(row, columns)).strip()


def _key(row: Row, columns: Columns) -> str:
    """Return what a row is called when it has been read."""
    return _raw_name(row, columns).replace("\\", "")


def _plainer(row: Row, columns: Columns, limits: dict[str, int]) -> Row:
    """Take marks out of a row that the readers of cells do not know: ``name?``, ``?string``.

    The lengths and bounds that its type says go to ``limits``.
    """
    cells = list(row.cells)
    if (at := columns.index["name"]) < len(cells):
        cells[at] = _name(row, columns).rstrip("?").lstrip(":")
    if (at := columns.index.get("type", len(cells))) < len(cells):
        cells[at], told = notation(cells[at])
        limits |= told
    if (at := columns.index.get("required", len(cells))) < len(cells):
        cells[at] = "no" if cells[at].strip() == ":x:" else cells[at]
    return Row(tuple(cells), row.line)
