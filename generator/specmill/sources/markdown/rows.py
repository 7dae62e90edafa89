"""Tables of a reference page: which column is what, and what each row says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Row, Table, plain
from specmill.sources.markdown.cells import (
    Declared,
    allow,
    is_type,
    read_type,
    set_default,
    unmarked,
    with_null,
)
from specmill.sources.markdown.dialect import Dialects, fold
from specmill.sources.markdown.page import Parameter
from specmill.values import dataclass

_NO_DEFAULT = {"", "-", "—", "–"}


@dataclass(slots=True)
class Columns:
    """The columns of one table by role: the index of each."""

    index: dict[str, int]
    names: list[str]
    """The header's cells."""

    @property
    def typed(self) -> bool:
        """Whether a column tells types."""
        return "type" in self.index


@dataclass(slots=True)
class Rows:
    """Reads the tables of one page."""

    source: Source
    report: Report
    dialects: Dialects
    classes: dict[str, str]
    """Names of the classes that the page lists."""
    foreign: Callable[[str, str, int], None]
    """Is told about words of another dialect: the word, the dialect, the line."""

    def columns(self, table: Table, *, named: bool = True) -> Columns | None:
        """Tell what the columns are; None, with a finding, when they do not suffice.

        One of them must be a name, or, unless ``named``, a type.
        """
        index: dict[str, int] = {}
        names = [plain(cell) for cell in table.header.cells]
        for position, name in enumerate(names):
            role, dialect = self.dialects.role_of("columns", name)
            if role and role not in index:
                index[role] = position
                if dialect != self.dialects.main.name:
                    self.foreign(name, dialect, table.header.line)
        if "name" not in index and (named or "type" not in index):
            self.warn("no column of this table is a name; it is left out", table.header.line)
            return None
        return Columns(index, names)

    def read(self, table: Table, columns: Columns, *, marked: bool) -> list[Parameter]:
        """Read the rows; ``marked`` says that each must tell whether it is required."""
        found: dict[str, Parameter] = {}
        for row in table.rows:
            parameter = self._row(row, columns, marked=marked)
            if parameter is None:
                continue
            if parameter.name in found:
                self.warn(f"`{parameter.name}` is listed again; the first row counts", row.line)
            found.setdefault(parameter.name, parameter)
        return list(found.values())

    def _row(self, row: Row, columns: Columns, *, marked: bool) -> Parameter | None:
        cells = self._fit(row, columns)
        given = {role: cells[position] for role, position in columns.index.items()}
        name = plain(given.get("name", "")).replace("\\", "")
        if not name and "name" in columns.index:
            self.warn("this row has no name; it is left out", row.line)
            return None
        declared = read_type(given.get("type", ""), self.dialects, self.classes)
        unread = self._own_columns(given, declared)
        if marked and declared.required is None:
            self.warn(f"`{name}` is neither required nor optional; taken as optional", row.line)
        for oddity in declared.oddities:
            self.warn(f"`{name}`: {oddity}", row.line)
        meaning = self._meaning(given.get("meaning", ""), cells, columns, unread)
        if marked:
            self._compare_default(name, declared, meaning, row.line)
        return Parameter(name, declared, meaning, row.line)

    def _own_columns(self, given: dict[str, str], declared: Declared) -> set[str]:
        """Read the columns that tell what a type does not; gives those that are only words."""
        if "required" in given and declared.required is None:
            declared.required = self._flag(given["required"], declared)
        elif "optional" in given and declared.required is None:
            declared.required = not self._flag(given["optional"], declared)
        unread = {
            role
            for role, read in (("values", allow), ("format", self._with_format))
            if given.get(role) and not read(declared.schema, given[role])
        }
        if "nullable" in given and self._flag(given["nullable"], declared):
            declared.schema = with_null(declared.schema)
        default = unmarked(given.get("default", ""))
        is_none = default in _NO_DEFAULT or self.dialects.has("nothing", default)
        if not is_none and not declared.has_default:
            set_default(declared, default)
        return unread

    def _flag(self, cell: str, declared: Declared) -> bool:
        """Read a cell that says yes or no."""
        text = plain(cell)
        is_true = self.dialects.has("yes", text)
        if not is_true and not self.dialects.has("no", text):
            declared.oddities.append(f"{text!r} is neither yes nor no; taken as no")
        return is_true

    def _with_format(self, schema: dict[str, Any], cell: str) -> bool:
        """Give a type the format that a column tells; tells whether it has it now."""
        found = read_type(cell, self.dialects, self.classes)
        if found.oddities or "format" not in found.schema:
            return False
        if schema in ({}, {"type": found.schema["type"]}):
            schema |= found.schema
        return schema == found.schema

    def _meaning(self, meaning: str, cells: list[str], columns: Columns, unread: set[str]) -> str:
        """Give the meaning, and whatever columns say that have no known role."""
        known = {at for role, at in columns.index.items() if role not in unread}
        rest = [
            f"{columns.names[position]}: {cell}"
            for position, cell in enumerate(cells)
            if position not in known and not is_nothing(cell, self.dialects)
        ]
        is_told = not is_nothing(meaning, self.dialects)
        return "\n\n".join([meaning, *rest] if is_told else rest)

    def _compare_default(self, name: str, declared: Declared, meaning: str, line: int) -> None:
        told = self.dialects.default_in_text(meaning)
        if not told:
            return
        if not declared.has_default:
            self.warn(f"only the meaning of `{name}` tells a default, {told}; not taken", line)
        elif str(declared.default).casefold() != told.casefold():
            self.warn(
                f"`{name}` has the default {declared.default}, its meaning says {told};"
                " the first counts",
                line,
            )

    def _fit(self, row: Row, columns: Columns) -> list[str]:
        """Bring a row to the width of its table: a bar inside a cell has split it."""
        width, cells = len(columns.names), list(row.cells)
        if len(cells) > width:
            cells = self._joined(cells, width, columns)
            self.warn(
                "a cell of this row has a bare `|`; read as one cell", row.line, "write `\\|`"
            )
        elif len(cells) < width:
            missing = columns.names[len(cells) :]
            if any(columns.index.get(role, -1) >= len(cells) for role in ("name", "type")):
                self.warn(f"this row lacks {', '.join(missing)}", row.line)
            cells += [""] * (width - len(cells))
        return cells

    def _joined(self, cells: list[str], width: int, columns: Columns) -> list[str]:
        """Join the pieces of cells: as many as read as one type, all others in the last cell."""
        more = len(cells) - width
        type_ = columns.index.get("type", width)
        for count in range(more, 0, -1):
            joined = " | ".join(cells[type_ : type_ + count + 1])
            if type_ < width and is_type(joined, self.dialects, self.classes):
                cells = [*cells[:type_], joined, *cells[type_ + count + 1 :]]
                break
        return [*cells[: width - 1], " | ".join(cells[width - 1 :])]

    def warn(self, what: str, line: int, hint: str = "") -> None:
        """Note a finding at a line of the page."""
        self.report.warn(what, location=Location(self.source.name, line, 1), hint=hint)


def is_nothing(text: str, dialects: Dialects) -> bool:
    """Tell whether a text says that there is nothing: ``None``, ``无``."""
    return dialects.has("nothing", text) or fold(text) in {"none", "-", ""}
