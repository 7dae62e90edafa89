"""References of the normal form, each followed to the part that it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from specmill.diagnostics import Diagnostic, SpecmillError, nearest
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import OPENAPI, SCHEMA
from specmill.document.shapes import (
    Choice,
    ListOf,
    MapOf,
    Path,
    Record,
    describe,
    pointer_of,
    shape_at,
)
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.parts import PARTS, mend_part
from specmill.sources.repairs.references import (
    NOWHERE,
    give_up,
    lose_parameters,
    mend_mapping,
    mend_reference,
    mend_siblings,
)
from specmill.sources.repairs.schemas import LOOKED_AT, TYPES, mend_schema

_TYPES = tuple(sorted(TYPES - {"null"}, reverse=True))  # the one that is met most often first
_LONG = 50
"""References that a line of them may have."""
_SHOWN = 20
"""Links of a circle that a message names."""
_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+\Z")


def follow_references(document: Document, finder: Finder | None) -> Iterator[Diagnostic]:
    """Follow every distinct reference once; a chain must reach something that is no reference."""
    good: set[tuple[str, str]] = set()
    lost: list[tuple[dict[str, Any], str, Path]] = []
    for node, record, path in document.nodes():
        reference = node.get("$ref")
        if finder is not None and (reference is None or len(node) > 1):
            if record is not SCHEMA:
                _mend_node(finder, node, record, path)
            elif node.get("type", "string") not in _TYPES or not LOOKED_AT.isdisjoint(node):
                mend_schema(finder, node, path)
        if reference is None or not record.component or not isinstance(reference, str):
            continue
        use = (reference, record.component)
        if use in good:
            continue
        problem = _follow(document, *use, good)
        if problem and use in good:  # a circle
            yield _wrong_reference(document, path, problem)
        elif problem and (finder is None or mend_reference(finder, node, record.component, path)):
            lost.append((node, record.component, path))
    yield from _lost(document, lost, good, finder)
    _shorten(document)


def _mend_node(finder: Finder, node: dict[str, Any], record: Record, path: Path) -> None:
    """Repair one object in place."""
    if record in PARTS and "$ref" not in node:
        mend_part(finder, node, record, path)
    elif "$ref" in node and record.component not in ("", "pathItems"):
        mend_siblings(finder, node, path)
    elif record.name == "Discriminator":
        mend_mapping(finder, node, path)


def _lost(
    document: Document,
    lost: list[tuple[dict[str, Any], str, Path]],
    good: set[tuple[str, str]],
    finder: Finder | None,
) -> Iterator[Diagnostic]:
    """Give up on references: what the first one leads to may be repaired by now."""
    parameters = []
    for node, section, path in lost:
        reference = node.get("$ref")  # an object that stands in two places is mended once
        problem = _follow(document, reference, section, good) if reference else None
        if not problem:
            continue
        if finder is None or not problem[0].endswith(NOWHERE):
            yield _wrong_reference(document, path, problem)
        elif section == "parameters":
            parameters.append((node, path, problem))
        elif not give_up(finder, node, section, path, problem):
            yield _wrong_reference(document, path, problem)
    if finder is not None:
        lose_parameters(finder, parameters)


def _shorten(document: Document) -> None:
    """Let components that refer to each other in a long line refer to its end: nobody then has to
    walk it again and again.
    """
    for section, entries in document.root.get("components", {}).items():
        if not isinstance(entries, dict):
            continue
        prefix = pointers.join("#/components", section, "")
        nexts = {
            prefix + pointers.escape(name): entry
            for name, entry in entries.items()
            if isinstance(entry, dict) and entry.keys() == {"$ref"}
        }
        if len(nexts) <= _LONG:
            continue
        ends: dict[str, tuple[str, int]] = {}
        for start in nexts:
            line: dict[str, None] = {}
            link = start
            while link in nexts and link not in ends and link not in line:
                line[link] = None
                link = nexts[link]["$ref"]
            end, length = ends.get(link, (link, 0))
            for passed in reversed(line):
                length += 1
                ends[passed] = (end, length)
        for link, (end, length) in ends.items():
            if length > _LONG and end not in nexts:
                nexts[link]["$ref"] = end


def _wrong_reference(document: Document, path: Path, problem: tuple[str, str]) -> Diagnostic:
    location = document.locate(pointers.join(pointer_of(path), "$ref"))
    return Diagnostic(problem[0], location, problem[1])


def _follow(
    document: Document, reference: str, section: str, good: set[tuple[str, str]]
) -> tuple[str, str] | None:
    """Follow a reference where a part of ``section`` is meant; gives what is wrong, and a hint."""
    chain: dict[str, None] = {}

    def spelled(link: str) -> str:
        return _as_in_source(document.family, link)

    while (reference, section) not in good:
        if reference in chain:
            links = [*chain]
            circle = " -> ".join(
                spelled(link) for link in [*links[links.index(reference) :][:_SHOWN], reference]
            )
            good.update((link, section) for link in chain)  # once is enough
            return f"circular `$ref`: {circle}", "it consists only of references"
        chain[reference] = None
        if not reference.startswith("#/") and reference != "#":
            return f"`$ref` {spelled(reference)!r} cannot be followed", "expected `#/...` here"
        kind = _COMPONENT.match(reference)
        if kind and kind[1] != section:
            return f"`$ref` {spelled(reference)!r} leads to {kind[1]}", f"expected {section}"
        try:
            target = document.resolve(reference)
        except SpecmillError:
            return f"`$ref` {spelled(reference)!r} leads nowhere", _similar(
                document, reference, section
            )
        if section == "schemas" and isinstance(target, bool):
            break
        if not isinstance(target, dict):
            return (
                f"`$ref` {spelled(reference)!r} leads to {describe(target)}",
                _around(reference, section, spelled),
            )
        other = _other_kind(reference, section) if kind is None else ""
        if other:
            return f"`$ref` {spelled(reference)!r} leads to {other}", f"expected {section}"
        following = target.get("$ref")
        if not isinstance(following, str):
            break
        reference = following
    good.update((link, section) for link in chain)
    return None


def _other_kind(reference: str, section: str) -> str:
    """Name the part of a document that a pointer leads to, where it is none of a section."""
    keys = pointers.keys(unquote(reference[1:]))
    shape = shape_at(OPENAPI, keys)
    if isinstance(shape, Record):
        return "" if shape.component == section else f"an object {shape.name}"
    return f"all of `{keys[-1]}`" if isinstance(shape, MapOf | ListOf) else ""


def _around(reference: str, section: str, spelled: Callable[[str], str]) -> str:
    """Write a hint for a reference into an object: the one of the right kind around."""
    keys = pointers.keys(unquote(reference[1:]))
    for end in range(len(keys) - 1, 0, -1):
        shape = shape_at(OPENAPI, keys[:end])
        if isinstance(shape, Choice):
            shape = shape.shapes.get(dict)
        if isinstance(shape, Record) and shape.component == section:
            return f"expected an object, such as {spelled(pointers.join('#', *keys[:end]))!r}"
    return "expected an object"


def _as_in_source(family: str, reference: str) -> str:
    if family == "swagger2":
        return reference.replace("/components/schemas/", "/definitions/").replace(
            "/components/", "/"
        )
    if family == "discovery":
        return reference.removeprefix("#/components/schemas/")
    return reference


def _similar(document: Document, reference: str, section: str) -> str:
    around, _, name = reference[1:].rpartition("/")
    try:
        names = list(pointers.look_up(document.root, around))
    except LookupError:
        names = list(document.root.get("components", {}).get(section, ()))
    return nearest(pointers.unescape(name), map(str, names))
