"""Tables of a REST page: parameters with their places, fields of bodies and of objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from specmill.sources.markdown.blocks import Row, Table, plain
from specmill.sources.markdown.cells import Declared, is_type, read_type, set_default
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.page import Parameter
from specmill.sources.markdown.rest.lists import with_types
from specmill.sources.markdown.rest.prose import told_by
from specmill.sources.markdown.rest.samples import schema_of_text
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
_TEXTS = frozenset({"string", "str", "text", "varchar", "char"})
_NUMBERS = frozenset({"integer", "int", "int32", "int64", "number", "float", "double", "decimal"})
_SIZED = re.compile(
    r"([A-Za-z]\w*)\s*(?:\(\s*(-?\d{0,18})\s*(?:\.\.+|-|–|~|,|to)?\s*(-?\d{0,18})\s*\)"
    r"|\[\s*(-?\d{0,18})\s*\.\.+\s*(-?\d{0,18})\s*\])\Z"
)
"""``string(1..50)``, ``varchar(255)``, ``integer (1-100)``."""
_FORMAT = re.compile(
    r"(?:string|integer|int|number)\s*[(<]\s*(?:format:\s*)?([\w-]+)\s*[)>]\Z", re.IGNORECASE
)
_FORMATS = {
    **dict.fromkeys(("date-time", "datetime", "timestamp", "iso8601", "rfc3339"), "datetime"),
    "date": "date",
    "uuid": "uuid",
    "guid": "uuid",
    "email": "email",
    "uri": "uri",
    "url": "uri",
    "int32": "int32",
    "int64": "int64",
    "binary": "bytes",
    "password": "password",
    **dict.fromkeys(("float", "double"), "number"),
}
_NULLABLE = (", nullable", "(nullable)", " or null", ", null")
_LISTS = re.compile(r"\[\](\w[\w.]*)\Z|\[(\w[\w.]*)\]\Z")
"""``[]string`` of Go, and ``[string]``."""
_REQUIRED = frozenset({"required", "optional", "mandatory", ""})
_EXAMPLE_COLUMNS = frozenset(
    {"example", "example value", "sample", "sample value", "示例", "示例值"}
)
_STEP = re.compile(r"\[\d*\]\Z")


@dataclass(slots=True)
class Listed:
    """A row of a table of parameters or fields."""

    row: Parameter
    place: str = ""
    """What the row's own column says."""
    limits: dict[str, int] = field(default_factory=dict)
    """Keywords of JSON Schema that the type says: lengths and bounds."""

    @property
    def name(self) -> str:
        """Name on the wire."""
        return self.row.name

    @property
    def schema(self) -> dict[str, Any]:
        """The type with default and meaning."""
        declared = self.row.declared
        schema: dict[str, Any] = {**deepcopy(declared.schema), **self.limits}
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

    def is_fields(self, table: Table, *, named: bool = False) -> bool:
        """Tell whether a table lists names with their types; ``named``, if its heading says so."""
        roles = [
            self.rows.dialects.role_of("columns", plain(cell))[0] for cell in table.header.cells
        ]
        return "name" in roles and ("type" in roles or named)

    def is_type(self, text: str) -> bool:
        """Tell whether a text is a type, in any notation of such pages."""
        return is_type(notation(text)[0], self.rows.dialects, self.rows.classes)

    def _read(self, table: Table) -> Iterator[Listed]:
        table = _with_required(with_types(table, self.is_type))
        places = [is_place_column(plain(cell)) for cell in table.header.cells]
        at = places.index(True) if True in places else None
        bare = Table(_without(table.header, at), tuple(_without(row, at) for row in table.rows))
        columns = self.rows.columns(bare)
        if columns is None:
            return
        limits: dict[int, dict[str, int]] = {}
        examples = dict(_examples(bare)) if not columns.typed else {}
        at_name = columns.index["name"]
        marked = {
            row.line for row in bare.rows if row.cells[at_name:][:1] and _is_starred(row, at_name)
        }
        plainer = Table(bare.header, tuple(_plainer(row, columns, limits) for row in bare.rows))
        given = {row.line: row.cells[at] for row in table.rows if at is not None and row.cells[at:]}
        optional = {row.line for row in bare.rows if _name(row, columns).endswith("?")}
        for row in self.rows.read(plainer, columns, marked=False):
            self._complete(row, examples.get(row.line, ""))
            is_starred = row.line in marked and "required" not in columns.index
            if is_starred and not self.is_marked and row.declared.required is None:
                row.declared.required = True
            if self.is_marked and row.declared.required is None:
                row.declared.required = row.line not in optional
            place = place_of(plain(given.get(row.line, "")))
            if given.get(row.line) and not place:
                self.rows.warn(f"`{row.name}`: {given[row.line]!r} is no place", row.line)
            yield Listed(row, place, limits.get(row.line, {}))

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


def _examples(table: Table) -> Iterator[tuple[int, str]]:
    """Yield the values that a column of examples shows, by line."""
    names = [fold(plain(cell)) for cell in table.header.cells]
    at = next((at for at, name in enumerate(names) if name in _EXAMPLE_COLUMNS), None)
    if at is None:
        return
    for row in table.rows:
        if row.cells[at:] and (value := plain(row.cells[at])):
            yield row.line, value


def _is_starred(row: Row, at: int) -> bool:
    return plain(row.cells[at]).rstrip().endswith("*")


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


def _plainer(row: Row, columns: Columns, limits: dict[int, dict[str, int]]) -> Row:
    """Take marks out of a row that the readers of cells do not know: ``name?``, ``?string``."""
    cells = list(row.cells)
    if (at := columns.index["name"]) < len(cells):
        cells[at] = _name(row, columns).rstrip("?").lstrip(":")
    if (at := columns.index.get("type", len(cells))) < len(cells):
        cells[at], limits[row.line] = notation(cells[at])
    if (at := columns.index.get("required", len(cells))) < len(cells):
        cells[at] = "no" if cells[at].strip() == ":x:" else cells[at]
    return Row(tuple(cells), row.line)


def notation(cell: str) -> tuple[str, dict[str, int]]:
    """Write a type as readers of cells know it; also gives the lengths and bounds that it says."""
    text = _FOOTNOTE.sub("", plain(_quoted(cell.strip())) if "<" not in cell else cell.strip())
    text = text.replace("`", "")
    nullable = next((one for one in _NULLABLE if text.casefold().endswith(one)), "")
    if nullable:
        type_, limits = notation(text[: -len(nullable)])
        return f"{type_.rstrip('?')}?", limits
    if (found := _FORMAT.match(text)) and found[1].lower() in _FORMATS:
        return _FORMATS[found[1].lower()], {}
    if found := _SIZED.match(text):
        limits = _limits(found)
        if limits:
            return found[1], limits
        if found[1].casefold() in _NUMBERS and "(" in text:
            return found[1], {}  # the width of a column of a database
    if found := _LISTS.match(text):
        return f"{found[1] or found[2]}[]", {}
    text = _ARRAY.sub(r"\1[]", _SLASH.sub(" | ", text))
    return (f"{text[1:]}?" if text.startswith("?") else text), {}


def _limits(found: re.Match[str]) -> dict[str, int]:
    """Give what numbers behind a type say: ``string(50)`` is at most 50 characters long."""
    low, high = found[2] or found[4] or "", found[3] or found[5] or ""
    is_text = found[1].casefold() in _TEXTS
    is_range = low + high != found[0][len(found[1]) :].strip(" ()[]")
    if not is_range:
        return {"maxLength": int(low or high)} if is_text and low + high else {}
    names = ("minLength", "maxLength") if is_text else ("minimum", "maximum")
    if not is_text and found[1].casefold() not in _NUMBERS:
        return {}
    return {name: int(value) for name, value in zip(names, (low, high), strict=True) if value}


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
