"""Repairs of what does not fit the shape of its family, while the shape is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any, NamedTuple

from specmill.diagnostics import Location, Report
from specmill.document.origins import Input, Origin, Origins
from specmill.document.shapes import (
    EXTRA,
    Choice,
    ListOf,
    MapOf,
    Path,
    Record,
    Shape,
    Unknown,
    pointer_of,
)
from specmill.values import dataclass

ABSENT = object()
"""What a value becomes that is left out."""


class Row(NamedTuple):
    """One kind of mistake."""

    code: str
    mend: Callable[..., Any] | None
    """Mends the mistake and says what was done; None where the mistake is another one. A row
    without has a function of its own that is called where the mistake is met."""
    hint: str = ""


@dataclass(slots=True)
class Mending:
    """A part of a file while it is mended."""

    source: Input
    part: Any
    shape: Shape
    start: str
    """Where the part stands in its file, as a JSON pointer."""
    family: str
    report: Report
    pending: list[tuple[Any, Shape, Path]] = field(default_factory=list)
    """What is to be checked again."""
    moved: dict[str, Origin] = field(default_factory=dict)
    """Where things stood that are elsewhere now, by their pointer in the part."""
    promises: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    """Objects and the names of properties that turned out to be required."""
    leaves: bool = False
    """Some reference leads to another file, or into the middle of a path."""
    discriminators: list[dict[str, Any]] = field(default_factory=list)
    """All of the part: their mappings may name files."""
    shortened: list[list[Any]] = field(default_factory=list)

    @property
    def legacy(self) -> bool:
        """Whether the file says that it is OpenAPI 3.0."""
        version: Any = self.part.get("openapi") if isinstance(self.part, dict) else ""
        return isinstance(version, str) and version.startswith("3.0")

    def locate(self, pointer: str) -> Location:
        """Give the place in the file of a pointer into the part as it is now."""
        return Origins({"": Origin(self.source, self.start), **self.moved}).locate(pointer)

    def at(self, path: Path) -> Any:
        """Return what stands at a path; None when nothing does."""
        keys: list[str | int] = []
        while path is not None:
            path, key = path
            keys.append(key)
        value = self.part
        for key in reversed(keys):
            try:
                value = value[key]
            except (LookupError, TypeError):
                return None
        return value

    def shape_at(self, path: Path) -> Shape | None:
        """Return the shape that is expected at a path."""
        if path is None:
            return self.shape
        around, key = self.shape_at(path[0]), path[1]
        if isinstance(around, Choice):
            around = around.shapes.get(type(self.at(path[0])))
        if isinstance(around, Record):
            return around.fields.get(str(key), around.rest)
        if isinstance(around, MapOf):
            return around.value
        return around.item if isinstance(around, ListOf) else None

    def written(self, path: Path) -> str:
        """Give a number the way the file writes it; empty where that is not known."""
        return self.source.written(self.start + pointer_of(path))

    def component(self, section: str, name: str) -> Any:
        """Return a reusable part of the file; None when there is none of this name."""
        parts: Any = self.part if isinstance(self.part, dict) else {}
        if self.family != "swagger2":
            parts = parts.get("components")
        entries = parts.get(section) if isinstance(parts, dict) else None
        return entries.get(name) if isinstance(entries, dict) else None

    def put(self, path: Path, value: Any, shape: Shape) -> None:
        """Replace a value, and check the new one."""
        assert path is not None
        holder = self.at(path[0])
        if value is not ABSENT:
            holder[path[1]] = value
            self.pending.append((value, shape, path))
        elif isinstance(holder, dict):
            holder.pop(path[1], None)
        else:
            holder[path[1]] = ABSENT  # taken out at the end, so that places stay what they are
            self.shortened.append(holder)

    def move(self, before: Path, after: Path) -> None:
        """Remember where something stood."""
        self.moved[pointer_of(after)] = Origin(self.source, self.start + pointer_of(before))

    def note(self, row: Row, what: str, path: Path) -> None:
        """Report a repair."""
        place = self.locate(pointer_of(path))
        self.report.warn(what, location=place, hint=row.hint, code=row.code)

    def recheck(self, path: Path) -> None:
        """Check what stands at a path again."""
        shape = self.shape_at(path)
        if shape is not None:
            self.pending.append((self.at(path), shape, path))

    def finish(self) -> None:
        """Take out what was marked, and write down what turned out to be required."""
        for items in self.shortened:
            items[:] = [item for item in items if item is not ABSENT]
        for holder, name in self.promises:
            names = holder.setdefault("required", [])
            if isinstance(names, list) and name not in names:
                names.append(name)


@dataclass(frozen=True, slots=True)
class Stray:
    """A field that its object should not have, in a file that is mended."""

    mending: Mending
    unknown: Unknown


def set_aside(node: dict[str, Any], key: str) -> None:
    """Keep a field of a node where no tool minds it."""
    extra = node.setdefault(EXTRA, {})
    if isinstance(extra, dict):
        extra[key] = node.pop(key)


def join(path: Path, *keys: str | int) -> Path:
    """Extend a path."""
    for key in keys:
        path = (path, key)
    return path
