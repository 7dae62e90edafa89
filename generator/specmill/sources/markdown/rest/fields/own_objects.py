"""Objects that the section of a request lists below their names: ``Table 5 Owner``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Any, TypeAlias

from specmill.document import pointers
from specmill.sources.markdown.blocks import Table
from specmill.sources.markdown.rest.fields.objects import object_of
from specmill.sources.markdown.rest.fields.tables import Tables
from specmill.sources.markdown.rest.requests import Request
from specmill.sources.markdown.rest.words import spellings
from specmill.text import pascal_case
from specmill.values import dataclass

_Fields: TypeAlias = "frozenset[tuple[str, tuple[tuple[str, ...], ...]]]"
"""Names of objects, each with the cells of its tables."""


@dataclass(slots=True)
class OwnObjects:
    """Makes components of such objects; those of two requests are one where they are equal."""

    tables: Tables
    schemas: dict[str, Any]
    lines: dict[str, int]
    _known: dict[tuple[str, _Fields], str] = field(default_factory=dict)
    """Components by the name of the object and by all that it leads to."""

    @contextmanager
    def of(self, request: Request) -> Iterator[None]:
        """Let the types of a request's tables mean the objects of its section."""
        listed: dict[str, list[Table]] = {}
        for name, table in request.objects:
            if self.tables.is_fields(table):
                listed.setdefault(name, []).append(table)
            else:
                what = "this table is neither parameters nor fields; it is left out"
                self.tables.rows.warn(what, table.header.line)
        classes = self.tables.rows.classes
        before = classes.copy()
        made: dict[str, str] = {}
        for name in listed:
            key = name, self._reached(name, listed)
            if key not in self._known:
                made[name] = self._known[key] = self._free(name, request)
                self.schemas[self._known[key]] = {}
            classes.update(dict.fromkeys(spellings(name), self._known[key]))
        for name, component in made.items():
            rows = [row for table in listed[name] for row in self.tables.read(table)]
            self.schemas[component] = object_of(rows)
            place = f"/components/schemas/{pointers.escape(component)}"
            self.lines[place] = listed[name][0].header.line
        yield
        classes.clear()
        classes.update(before)

    def _reached(self, name: str, listed: dict[str, list[Table]]) -> _Fields:
        """Return the object and all that its types mention, directly or not."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        pending = [name]
        while pending:
            one = pending.pop()
            if one in found or one not in listed:
                continue
            tables = listed[one]
            found[one] = tuple(row.cells for table in tables for row in table.rows)
            pending += [other for table in tables for other in self.tables.mentioned(table)]
        return frozenset(found.items())

    def _free(self, name: str, request: Request) -> str:
        """Name a component; where another object is called so, after the request, too."""
        wanted = pascal_case(name)
        if wanted in self.schemas:
            wanted = pascal_case(f"{request.title or request.verb} {name}")
        free, count = wanted, 1
        while free in self.schemas:
            count += 1
            free = f"{wanted}{count}"
        return free
