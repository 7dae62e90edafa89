"""Bundling: what other files hold is put into the main file, as components."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import orjson

from specmill.diagnostics import Location, Report, fail
from specmill.document import pointers
from specmill.document.openapi_shapes import SCHEMA
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import (
    Choice,
    ListOf,
    MapOf,
    Path,
    Record,
    Shape,
    describe,
    nodes,
    pointer_of,
)
from specmill.sources.loading import Source
from specmill.sources.references.anchors import NamedReferences
from specmill.sources.references.inlining import FILE, MAX_COPIED
from specmill.sources.references.library import Library, nearest_to
from specmill.sources.repairs.checks import check_part
from specmill.sources.repairs.mending import Inline, Mending
from specmill.sources.repairs.schemas import schema_of_value
from specmill.values import dataclass

_INLINE = ("paths", "pathItems")
"""Path items are put where they are used: few tools follow references to them."""
_STAYING = ("definitions", "x-stream-definitions")
"""Sections of Swagger 2.0 that the normal form has schemas of, the latter of gRPC gateways."""
_NAME = re.compile(r"\w+\Z")
_ROUTE = re.compile(r"/paths/[^/]+")


def bundle(
    source: Source,
    shape: Record,
    report: Report,
    checked: Mending,
    library: Library,
) -> dict[str, Origin]:
    """Replace every reference that leaves the file by a local one, in place.

    Gives the origin of each part that was pulled in, by its pointer in the main tree, and of those
    that moved when the file was ``checked``; that tells also whether there is anything to do.
    """
    routes = source.tree.get("paths", {}).values()
    refers = checked.leaves or any(isinstance(item, dict) and "$ref" in item for item in routes)
    refers |= _has_ids(source) or source.mentions("$dynamicRef")
    if not refers and not any(map(_names_files, checked.discriminators)):
        return checked.moved
    bundler = _Bundler(source, shape, library, report, dict(checked.moved), checked.inline)
    bundler.run()
    report.findings += library.repeated()
    return bundler.origins


@dataclass(slots=True)
class _Use:
    """A reference: the object that holds it, what may stand there, and the file it is from."""

    node: dict[str, Any]
    record: Record
    base: Source
    base_pointer: str
    main_pointer: str


@dataclass(slots=True)
class _Bundler:
    main: Source
    shape: Record
    library: Library
    report: Report
    origins: dict[str, Origin] = field(default_factory=dict)
    inline: Inline | None = None
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """Local reference of each part that was pulled in, by file, pointer and section."""
    todo: deque[_Use] = field(default_factory=deque)
    copied: int = 0
    named: NamedReferences = field(init=False)
    before: dict[str, str] = field(init=False)
    """Where what a repair moved stands now, by where it stood."""

    def __post_init__(self) -> None:
        self.named = NamedReferences(self.main, self.library.index(self.main))
        own = self.main.name
        moved = self.origins.items()
        self.before = {one.pointer: now for now, one in moved if one.input.name == own}

    def run(self) -> None:
        self._collect(self.main.tree, self.shape, self.main, "", "")
        self.named.settle()
        unsettled = [use for use in self.todo if not self._is_settled(use)]
        # Components give the best names.
        self.todo = deque(sorted(unsettled, key=lambda use: not self._is_component(use)))
        while self.todo:
            use = self.todo.popleft()
            if use.record.name == "Discriminator":
                self._mapping(use)
            else:
                self._replace(use)

    def _collect(self, tree: Any, shape: Record, base: Source, start: str, main: str) -> None:
        for node, record, path in nodes(tree, shape):
            if record is SCHEMA:
                self._read_names(node, path, base, start)
            reference = node.get("$ref")
            if isinstance(reference, str) and record.component:
                self._note(node, record, path, base, start, main)
            elif record.name == "Discriminator" and _names_files(node):
                self.todo.append(self._use(node, record, base, start, main, path))

    def _read_names(self, node: dict[str, Any], path: Path, base: Source, start: str) -> None:
        """Take note of what a schema is called and of what it refers to by name."""
        dynamic = node.get("$dynamicRef")
        if isinstance(dynamic, str) and "$ref" not in node and not _is_anchor(dynamic):
            node["$ref"] = node.pop("$dynamicRef")  # by pointer it is a plain reference
        if base is self.main and not start:
            if isinstance(node.get("$id"), str):
                self.named.note(node)
            reference = node.get("$ref")
            if isinstance(reference, str) and self.named.may_mean(reference):
                self.named.use(node, pointer_of(path))

    def _note(
        self, node: dict[str, Any], record: Record, path: Path, base: Source, start: str, main: str
    ) -> None:
        """Take note of a reference that leads out of the reusable parts."""
        reference = node["$ref"]
        if reference[:1] != "#" and (meant := self._local(reference, base, record)):
            node["$ref"] = meant
            what = f"`$ref` {reference!r} is no file; taken as {meant!r}"
            place = self._locate(pointer_of((path, "$ref")))
            self.report.warn(what, location=place, code="reference-spelling")
        elif self._is_name(reference, base):  # of nothing, as the check of all tells
            section = pointers.join("#", *self._section(record))
            node["$ref"] = pointers.join(section, reference)
        elif self._is_foreign(reference, base, record) or self._is_route(record, start, path):
            self.todo.append(self._use(node, record, base, start, main, path))

    def _use(
        self, node: dict[str, Any], record: Record, base: Source, start: str, main: str, path: Path
    ) -> _Use:
        inner = pointer_of(path)
        return _Use(node, record, base, start + inner, main + inner)

    def _is_route(self, record: Record, start: str, path: Path) -> bool:
        """Tell whether a path of the API is at hand, which stands where it is used."""
        routed = record.component in _INLINE
        return routed and _ROUTE.fullmatch(start + pointer_of(path)) is not None

    def _is_settled(self, use: _Use) -> bool:
        """Tell whether a schema is referred to in its own file by now."""
        reference = use.node.get("$ref")
        return (
            use.record is SCHEMA
            and isinstance(reference, str)
            and not self._is_foreign(reference, use.base, use.record)
        )

    def _is_foreign(self, reference: str, base: Source, record: Record) -> bool:
        """Tell whether a reference leads elsewhere than to where the normal form has such parts."""
        if base is not self.main or not reference.startswith("#"):
            return True
        prefix = pointers.join("#", *self._section(record), "")
        if reference.startswith(prefix) and "/" not in reference[len(prefix) :]:
            return False
        pointer = unquote(reference[1:])
        if not pointer.startswith("/"):
            return bool(pointer)
        now = self._now(pointer)
        try:
            found = pointers.look_up(self.main.tree, now)
        except LookupError:
            return False
        return isinstance(found, dict | bool) and not self._stands(now)

    def _stands(self, pointer: str) -> bool:
        """Tell whether a pointer leads to a part of some kind that stays in its place."""
        keys = pointers.keys(pointer)
        if self.family == "swagger2" and keys[0] not in _STAYING:  # other sections move
            return False
        shape: Shape | None = self.shape
        value = self.main.tree
        for key in keys:
            if isinstance(shape, Choice):
                shape = shape.shapes.get(type(value))
            if isinstance(shape, Record):
                shape = shape.fields.get(key, None if key.startswith("x-") else shape.rest)
            elif isinstance(shape, MapOf | ListOf):
                shape = shape.value if isinstance(shape, MapOf) else shape.item
            else:
                return False
            value = pointers.look_up(value, pointers.join("", key))
        if isinstance(shape, Choice):
            shape = shape.shapes.get(type(value))
        # Another kind of part is told, and perhaps mended, where all references are followed.
        return isinstance(shape, Record | MapOf) or type(value) is bool

    def _now(self, pointer: str) -> str:
        """Return where something stands that a repair may have moved."""
        around = pointer
        while around and around not in self.before:
            around = around.rpartition("/")[0]
        return self.before[around] + pointer[len(around) :] if around else pointer

    def _locate(self, pointer: str) -> Location:
        """Give the place of a pointer into the main tree."""
        return Origins({"": Origin(self.main), **self.origins}).locate(pointer)

    def _is_name(self, reference: str, base: Source) -> bool:
        """Whether a reference can be no file, but a bare name as Swagger 1 has it."""
        if base is not self.main or base.path is None or not _NAME.match(reference):
            return False
        if self.named.index.has_addresses:  # it is relative to one of them
            return False
        return not (base.path.parent / reference).exists()

    def _local(self, reference: str, base: Source, record: Record) -> str:
        """Return the local reference that a bare name or a pointer without its `#` stands for."""
        is_named = "#" not in reference and ":" not in reference
        if base is not self.main or not is_named or self.named.index.has_addresses:
            return ""
        section = pointers.join("", *self._section(record))
        bare = "/" not in reference
        pointer = pointers.join(section, reference) if bare else f"/{reference.strip('/')}"
        try:
            found = pointers.look_up(self.main.tree, pointer)
        except LookupError:
            return ""
        inside = bare or pointer.startswith(f"{section}/")
        return f"#{pointer}" if inside and isinstance(found, dict) else ""

    def _is_component(self, use: _Use) -> bool:
        section = "/".join(self._section(use.record))
        return use.base is self.main and use.main_pointer.rpartition("/")[0] == f"/{section}"

    @property
    def family(self) -> str:
        return "swagger2" if "swagger" in self.main.tree else "openapi3"

    def _section(self, record: Record) -> list[str]:
        if self.family == "swagger2":
            return [record.component]
        return ["components", record.component]

    def _replace(self, use: _Use) -> None:
        reference = use.node["$ref"]
        place = self._locate(f"{use.main_pointer}/$ref")
        target, pointer = self.library.open(reference, use.base, place)
        if use.record.component in _INLINE:
            self._inline(use, target, pointer, place)
            return
        if self._is_component(use) and set(use.node) == {"$ref"}:
            key = (target.name, pointer, use.record.component)
            if key not in self.names and target is not self.main:
                self.names[key] = "#" + use.main_pointer
                self._inline(use, target, pointer, place)
                return
        use.node["$ref"] = self._pull(reference, use.record, target, pointer, place)

    def _inline(self, use: _Use, target: Source, pointer: str, place: Location) -> None:
        """Put the part itself where the reference stands; path items follow a chain to its end."""
        reference = use.node.pop("$ref")
        seen = {(use.base.name, use.base_pointer)}
        while True:
            if (target.name, pointer) in seen:
                raise fail(f"circular `$ref`: {reference!r} never ends", location=place)
            seen.add((target.name, pointer))
            part, moved = self._part(reference, use.record, target, pointer, place)
            self._know(use.main_pointer, moved)
            use.node.update({key: part[key] for key in part if key not in use.node})
            if use.record.component not in _INLINE or "$ref" not in part:
                break
            reference = use.node.pop("$ref")
            place = target.locate(f"{pointer}/$ref")
            target, pointer = self.library.open(reference, target, place)
        self.origins[use.main_pointer] = Origin(target, pointer)
        self._collect(use.node, use.record, target, pointer, use.main_pointer)

    def _pull(
        self, reference: str, record: Record, target: Source, pointer: str, place: Location
    ) -> str:
        section = self._section(record)
        if target is self.main and pointers.keys(pointer)[:-1] == section:
            return f"#{pointer}"
        key = (target.name, pointer, record.component)
        known = self.names.get(key)
        if known is not None:
            return known
        part, moved = self._part(reference, record, target, pointer, place)
        entries = self.main.tree
        for name in section:
            entries = entries.setdefault(name, {})
        name = _free_name(target, pointer, entries)
        entries[name] = part
        here = pointers.join("", *section, name)
        self.names[key] = f"#{here}"
        self.origins[here] = Origin(target, pointer)
        self._know(here, moved)
        self._collect(part, record, target, pointer, here)
        return f"#{here}"

    def _know(self, here: str, moved: dict[str, Origin]) -> None:
        self.origins.update({here + below: origin for below, origin in moved.items()})

    def _part(
        self, reference: str, record: Record, target: Source, pointer: str, place: Location
    ) -> tuple[dict[str, Any], dict[str, Origin]]:
        """Return a copy of a part, mended, and where what moved within it stood."""
        tree = target.tree
        try:
            part = pointers.look_up(tree, self._now(pointer) if target is self.main else pointer)
        except LookupError:
            hint = nearest_to(tree, pointer)
            raise fail(f"`$ref` {reference!r} leads nowhere", location=place, hint=hint) from None
        if record is SCHEMA and not isinstance(part, dict):
            part = self._schema(reference, part, place)
        if not isinstance(part, dict):
            what = f"`$ref` {reference!r} leads to {describe(part)}"
            raise fail(what, location=place, hint="expected an object")
        content = orjson.dumps(part)
        self.copied += len(content)
        if self.copied > MAX_COPIED:
            what = f"the references of the spec bring in more than {MAX_COPIED >> 20} MiB"
            raise fail(what, location=place, hint="the file may be hostile")
        own: dict[str, Any] = orjson.loads(content)  # parts may overlap
        checked = check_part(target, own, record, pointer, self.report, self.family, self.inline)
        return own, checked.moved

    def _schema(self, reference: str, value: Any, place: Location) -> Any:
        """Return the schema that a value stands for; the value itself where it does for none."""
        if isinstance(value, bool):
            return {} if value else {"not": {}}
        meant = schema_of_value(reference, value)
        if meant is not None:
            words = ", ".join(f"`{key}`" for key in meant)
            what = f"`$ref` {reference!r} leads to no schema; taken as {words}"
            self.report.warn(what, location=place, code="reference-to-value")
        return value if meant is None else meant

    def _mapping(self, use: _Use) -> None:
        mapping = use.node["mapping"]
        for value, reference in mapping.items():
            if isinstance(reference, str) and FILE.match(reference):
                if self.library.lacks(reference, use.base):
                    continue  # the schema may be here, under its name
                place = use.base.locate(pointers.join(use.base_pointer, "mapping", value))
                target, pointer = self.library.open(reference, use.base, place)
                mapping[value] = self._pull(reference, SCHEMA, target, pointer, place)


def _is_anchor(reference: str) -> bool:
    return reference.startswith("#") and not reference.startswith("#/")


def _has_ids(source: Source) -> bool:
    """Tell whether schemas of a file may have an ``$id``, which changes what references mean."""
    return source.mentions("$id")


def _names_files(discriminator: dict[str, Any]) -> bool:
    mapping = discriminator.get("mapping")
    return isinstance(mapping, dict) and any(FILE.match(str(item)) for item in mapping.values())


def _free_name(target: Source, pointer: str, entries: dict[str, Any]) -> str:
    keys = pointers.keys(pointer)
    base = keys[-1] if keys else PurePosixPath(target.name).stem
    base = re.sub(r"[^a-zA-Z0-9._-]", "_", base) or "part"
    name, count = base, 1
    while name in entries:
        count += 1
        name = f"{base}_{count}"
    return name
