"""Search of a normal form by repairs, and their report."""

from __future__ import annotations

from dataclasses import field
from typing import Any, TypeAlias

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.shapes import Path, pointer_of
from specmill.sources.repairs.mending import Row
from specmill.values import dataclass

Found: TypeAlias = tuple[str, str] | None
"""The field that was wrong, empty for the whole object, and what was wrong and done."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Reports what is repaired in the normal form of a document."""

    document: Document
    report: Report
    defaults: list[tuple[dict[str, Any], Path]] = field(default_factory=list)
    """Schemas that have one, and where they stand."""

    def note(self, row: Row, what: str, path: Path) -> None:
        """Report a repair at a path of the normal form."""
        place = self.document.locate(pointer_of(path))
        self.report.warn(what, location=place, hint=row.hint, code=row.code)


@dataclass(frozen=True, slots=True)
class Spot:
    """An object of the normal form that may be wrong."""

    node: dict[str, Any]
    path: Path
    finder: Finder

    def run(self, row: Row) -> None:
        """Let a row look at the object, and report what it mended."""
        assert row.mend is not None
        found: Found = row.mend(self)
        if found is not None:
            key, what = found
            self.finder.note(row, what, (self.path, key) if key else self.path)

    def written(self, *keys: str | int) -> str:
        """Give a number below the object the way the source writes it; empty if not known."""
        path = self.path
        for key in keys:
            path = (path, key)
        origin = self.finder.document.origins.find(pointer_of(path))
        return origin.input.written(origin.pointer) if origin else ""
