"""References where the specification has none, such as at an operation or a list of parameters.

Other tools put there what such a reference leads to, and vendors write them, so that is done
before the shape of the part is checked any further.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import orjson

from specmill.diagnostics import Location, fail
from specmill.document import pointers
from specmill.document.openapi_shapes import MEDIA_TYPE
from specmill.document.origins import Origin
from specmill.document.shapes import (
    REPAIRED,
    Choice,
    Leaf,
    ListOf,
    MapOf,
    Path,
    Record,
    Shape,
    pointer_of,
)
from specmill.sources.loading import Source
from specmill.sources.references.library import Library, nearest_to
from specmill.sources.repairs.mending import Mending, set_aside
from specmill.values import dataclass

MAX_COPIED = 64 * 1024 * 1024
"""Bytes of JSON that references of one spec may put in their own place."""

_SHOWN = 5
"""Fields of an object that a message names."""
_OF_SCHEMA = re.compile(r"/(?:schemas|definitions|models)/")
FILE = re.compile(r"[^#]+(?:#|\.(?:json|ya?ml)\Z)", re.IGNORECASE)
"""An entry of a discriminator's mapping that names a file."""
_MEDIA_TYPES = "#/components/mediaTypes/"


@dataclass(slots=True)
class Inliner:
    """Puts in the place of such references what they lead to."""

    library: Library
    copied: int = 0

    def __call__(self, mending: Mending, path: Path, shape: Shape) -> bool:
        """Replace the object at ``path``, which has a ``$ref``; tells whether that was done."""
        holder, base = mending.at(path), mending.source
        if path is None or not isinstance(base, Source):
            return False
        reference, pointer = holder["$ref"], pointer_of(path)
        if isinstance(shape, Leaf) and shape.prose and reference.startswith("#"):
            return False  # the repair of texts knows it
        if shape is MEDIA_TYPE and _OF_SCHEMA.search(reference):
            return False  # it is meant for the schema within
        place = mending.locate(f"{pointer}/$ref")
        target, there = self.library.open(reference, base, place)
        try:
            value = target.text if target.tree is None else pointers.look_up(target.tree, there)
        except LookupError:
            return self._lost(mending, path, (target, there), place)
        beside = {key: item for key, item in holder.items() if key != "$ref"}
        if not _fits(value, shape) or (beside and not isinstance(value, dict)):
            return False
        self._refuse_circle(mending, pointer, (target.name, there), reference, place)
        if isinstance(shape, Record) and isinstance(value, dict) and _is_other(value, shape):
            what = f"`$ref` {reference!r} leads to what is no object {shape.name}"
            fields = ", ".join(f"`{key}`" for key in [*value][:_SHOWN])
            raise fail(what, location=place, hint=f"it has {fields}")
        own = self._copy(value, place)
        if target is not base:
            for node, key in _references(own, shape):
                node[key] = _rebased(node[key], target, base)
        mending.inlined[pointer] = (target.name, there)
        mending.moved[pointer] = Origin(target, there)
        if not reference.startswith(_MEDIA_TYPES):  # where OpenAPI 3.2 has one
            what = f"{_named(path, shape)} can have no `$ref`; {reference!r} stands in its place"
            mending.report.warn(what, location=place, code="reference-inlined")
        if isinstance(own, dict):
            holder.clear()
            holder.update({**own, **beside})
            mending.recheck(path)
        else:
            mending.put(path, own, shape)
        return True

    def _lost(
        self, mending: Mending, path: Path, target: tuple[Source, str], place: Location
    ) -> bool:
        """Keep a reference that leads nowhere apart."""
        holder = mending.at(path)
        mending.report.warn(
            f"`$ref` {holder['$ref']!r} leads nowhere; kept under {REPAIRED}",
            location=place,
            hint=nearest_to(target[0].tree, target[1]),
            code="reference-dangling",
        )
        set_aside(holder, "$ref")
        mending.recheck(path)
        return True

    def _refuse_circle(
        self,
        mending: Mending,
        pointer: str,
        target: tuple[str, str],
        reference: str,
        place: Location,
    ) -> None:
        around = pointer
        own = (mending.source.name, mending.start + pointer)
        while True:
            inside = own[0] == target[0] and f"{own[1]}/".startswith(f"{target[1]}/")
            if mending.inlined.get(around) == target or inside:
                raise fail(f"circular `$ref`: {reference!r} never ends", location=place)
            if not around:
                return
            around = around.rpartition("/")[0]

    def _copy(self, value: Any, place: Location) -> Any:
        content = orjson.dumps(value)
        self.copied += len(content)
        if self.copied > MAX_COPIED:
            hint = "no API spec needs that; the file may be hostile"
            what = "the references put more than 64 MB in their own place"
            raise fail(what, location=place, hint=hint)
        return orjson.loads(content)


def _fits(value: Any, shape: Shape) -> bool:
    """Tell whether a value is of the kind that a place has."""
    if isinstance(shape, Choice):
        return type(value) in shape.shapes
    if isinstance(shape, ListOf):
        return isinstance(value, list)
    if isinstance(shape, Leaf):
        return not shape.types or type(value) in shape.types
    return isinstance(value, dict)


def _is_other(value: dict[str, Any], shape: Record) -> bool:
    """Tell whether an object has no field of its kind."""
    is_known = bool(shape.fields) and shape.rest is None and not shape.open
    return (
        is_known and bool(value) and "$ref" not in value and shape.fields.keys().isdisjoint(value)
    )


def _named(path: Path, shape: Shape) -> str:
    if isinstance(shape, Record):
        return f"an object {shape.name}"
    return f"`{path[1]}`" if path is not None else "the document"


def _references(tree: Any, shape: Shape) -> Iterator[tuple[dict[str, Any], str]]:
    """Walk the references in objects of a known kind, also where none should be: holder and key."""
    stack: list[tuple[Any, Shape]] = [(tree, shape)]
    while stack:
        value, expected = stack.pop()
        if isinstance(expected, Choice):
            chosen = expected.shapes.get(type(value))
            if chosen is None:
                continue
            expected = chosen
        if isinstance(value, dict) and isinstance(expected, Record | MapOf | ListOf):
            if isinstance(value.get("$ref"), str):
                yield value, "$ref"
            if isinstance(expected, Record):
                if expected.name == "Discriminator":
                    yield from _files_of(value.get("mapping"))
                known = expected.fields
                inner = [(item, known.get(key, expected.rest)) for key, item in value.items()]
                stack += [(item, part) for item, part in inner if part is not None]
            elif isinstance(expected, MapOf):
                stack += [(item, expected.value) for item in value.values()]
        elif isinstance(expected, ListOf) and isinstance(value, list):
            stack += [(item, expected.item) for item in value]


def _files_of(mapping: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Give the entries of a discriminator's mapping that name a file."""
    if isinstance(mapping, dict):
        for key, target in list(mapping.items()):
            if isinstance(target, str) and FILE.match(target):
                yield mapping, key


def _rebased(reference: str, target: Source, base: Source) -> str:
    """Write a reference that stands in one file the way another file has it."""
    address, fragment = urldefrag(reference)
    if urlsplit(address).scheme or urlsplit(address).netloc:
        return reference
    mark = f"#{fragment}" if fragment or not address else ""
    if target.path is None:
        return urljoin(target.name, address) + mark
    assert base.path is not None
    file = target.path.parent / unquote(address) if address else target.path
    start = base.path.parent
    return quote(FilePath(os.path.relpath(file, start)).as_posix(), safe=pointers.SAFE) + mark
