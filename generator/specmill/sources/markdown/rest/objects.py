"""Objects that a page lists outside of its requests: by tables, lists and samples."""

from __future__ import annotations

from typing import Any

from specmill.document import pointers
from specmill.sources.markdown.blocks import Block, Code, Heading, Table
from specmill.sources.markdown.rest.contents import Sections
from specmill.sources.markdown.rest.fields import Tables, values_in
from specmill.sources.markdown.rest.parts import line_of, status_rows
from specmill.sources.markdown.rest.samples import (
    NoSample,
    completed,
    either,
    sample_of,
    schema_of_sample,
)
from specmill.sources.markdown.rest.words import object_name, spellings
from specmill.text import pascal_case
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Objects:
    """Makes components of them."""

    sections: Sections
    tables: Tables
    schemas: dict[str, Any]
    lines: dict[str, int]
    """Pointers into the normal form to lines of the page."""

    def read(self) -> dict[str, str]:
        """Read the tables of objects; gives what a table says of the statuses of all requests."""
        found: dict[str, list[tuple[str, Table]]] = {}
        names = self._names()
        statuses: dict[str, str] = {}
        for heading, block in self.sections.objects:
            name = names.get(heading, "")
            if isinstance(block, Code):
                self._sample(name, block)
            elif values_in(block):
                self.tables.allow(block, [one for _, one in found.get(name, [])])
            elif told := status_rows(block):
                statuses |= told
            elif name and self.tables.is_fields(block, named=bool(object_name(heading.text))):
                part = self.sections.composed.get(block, "")
                found.setdefault(name, []).append((part, block))
            else:
                self._left_out("this table belongs to no request; it is left out", block)
        for name, tables in found.items():
            shown, told = self.schemas[name], self.tables.object_of(tables)
            self.schemas[name] = completed(told, shown) if shown else told
        return statuses

    def _names(self) -> dict[Heading, str]:
        """Name the objects that the page lists, by their headings."""
        names: dict[Heading, str] = {}
        self.tables.rows.classes.clear()
        for heading, block in self.sections.objects:
            told = object_name(heading.text)
            is_object = isinstance(block, Table) and self.tables.is_fields(block, named=bool(told))
            known = told or heading.text
            name = pascal_case(known)
            is_shown = bool(told) and isinstance(block, Code)
            is_new = heading in names or name not in self.schemas or is_shown
            is_held = heading in self.sections.held and isinstance(block, Code)
            if not name or not is_new or not (is_object or told or is_held):
                continue
            if isinstance(block, Table) and status_rows(block):
                continue
            names[heading] = name
            self.schemas.setdefault(name, {})
            for spelled in spellings(known):
                self.tables.rows.classes.setdefault(spelled, name)
            self.lines[f"/components/schemas/{pointers.escape(name)}"] = heading.line
        return names

    def _sample(self, name: str, code: Code) -> None:
        """Take the sample of an object."""
        try:
            sample = sample_of(code)
        except NoSample:
            sample = None
            self._left_out("this sample is no JSON; it is left out", code)
        if sample is None or sample.value is None:
            return
        if name and (isinstance(sample.value, dict) or not self.schemas[name]):
            shown = schema_of_sample(sample.value)
            known = self.schemas[name]
            self.schemas[name] = either(known, shown) if known else shown
        else:
            self._left_out("this sample belongs to no request; it is left out", code)

    def _left_out(self, what: str, block: Block) -> None:
        self.tables.rows.warn(what, line_of(block))
