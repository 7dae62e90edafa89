"""Shapes of spec families: which fields an object has and what they hold.

One table per family serves three ends: checking types before anything is read, finding every
schema and ``$ref``, and telling prose from facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from enum import Enum, auto
from functools import cached_property
from typing import Any, TypeAlias

from specmill.document import pointers
from specmill.values import dataclass

EXTRA = "x-specmill-extra"
"""Extension that keeps what a source says and its place in OpenAPI 3.1 cannot."""

REPAIRED = "x-specmill-repaired"
"""Extension that keeps what a repair took out, which is nothing of the API."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is not walked into."""

    name: str
    types: tuple[type, ...]
    prose: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    item: Shape


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with free keys."""

    value: Shape
    keys: re.Pattern[str] | None = None
    """What the keys must look like; keys that start with ``x-`` are extensions then."""
    key_name: str = ""
    """What a key is, for messages."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One shape or another, told apart by the JSON type; none of them is a choice itself."""

    shapes: dict[type, Shape]


@dataclass(eq=False)
class Record:
    """An object with known fields."""

    name: str
    fields: dict[str, Shape] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    component: str = ""
    """Section of reusable parts that a ``$ref`` in its place means; empty when there is none."""
    rest: Shape | None = None
    """What all other fields hold."""
    gathered: bool = False
    """A check lists such objects."""
    open: bool = False
    """Fields that are not known may stay where they are (JSON Schema keywords)."""

    @cached_property
    def parts(self) -> dict[str, Shape]:
        """The fields that may hold such objects."""
        return {key: shape for key, shape in self.fields.items() if _has_records(shape)}


Shape: TypeAlias = Leaf | ListOf | MapOf | Choice | Record

ANYTHING = Leaf("anything", ())
TEXT = Leaf("a string", (str,))
PROSE = Leaf("a string", (str,), prose=True)
FLAG = Leaf("true or false", (bool,))
NUMBER = Leaf("a number", (int, float))
COUNT = Leaf("a whole number", (int,))
LIST = Leaf("a list", (list,))
TEXTS = ListOf(TEXT)


def _has_records(shape: Shape) -> bool:
    match shape:
        case ListOf(inner) | MapOf(inner):
            return _has_records(inner)
        case Choice(shapes):
            return any(map(_has_records, shapes.values()))
        case _:
            return isinstance(shape, Record)


def shape_at(shape: Shape, keys: list[str]) -> Shape | None:
    """Return the shape of what stands behind some keys; None where it may be anything."""
    for key in keys:
        if isinstance(shape, Choice):
            shape = next((one for one in shape.shapes.values() if not isinstance(one, Leaf)), shape)
        match shape:
            case Record(fields=fields, rest=rest):
                inner = fields.get(key, None if key.startswith("x-") else rest)
                if inner is None:
                    return None
                shape = inner
            case MapOf(value) | ListOf(value):
                shape = value
            case _:
                return None
    return shape.shapes.get(dict, shape) if isinstance(shape, Choice) else shape


Path: TypeAlias = "tuple[Path, str | int] | None"
"""Keys from the root, innermost first; cheap to extend."""


def pointer_of(path: Path) -> str:
    """Spell a path as a JSON pointer."""
    keys: list[str | int] = []
    while path is not None:
        path, key = path
        keys.append(key)
    return pointers.join("", *reversed(keys))


class Fault(Enum):
    """In which way a place does not fit its shape."""

    TYPE = auto()
    """It holds a value of another JSON type."""
    LACKS = auto()
    """The object has no such field."""
    KEY = auto()
    """The key is not what keys of this object look like."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place that does not fit its shape."""

    fault: Fault
    path: Path
    """The value, the key, or the field that is missing."""
    shape: Shape
    """What the value should be; else the shape of the object around it."""
    what: str

    @property
    def pointer(self) -> str:
        """Where to point: for a field that is missing at the object."""
        if self.fault is Fault.LACKS and self.path is not None:
            return pointer_of(self.path[0])
        return pointer_of(self.path)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that its object should not have."""

    holder: dict[str, Any]
    key: str
    path: Path
    """Of the object."""
    record: Record

    @property
    def pointer(self) -> str:
        """Where the field stands."""
        return pointer_of((self.path, self.key))


@dataclass(slots=True)
class Verdict:
    """What a check found."""

    mistakes: list[Mistake] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    gathered: list[dict[str, Any]] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    """All that were met."""
    leaves: bool = False
    """Some reference leads elsewhere than to the reusable parts of the file."""
    loose: list[tuple[dict[str, Any], str, str]] = field(default_factory=list)
    """Prose that is null and texts that are numbers, slips that YAML invites: object, field, and
    the object's pointer."""


def check(tree: Any, shape: Shape, path: Path = None) -> Verdict:
    """Compare a tree, which stands at ``path``, with a shape; iterative, one visit per node."""
    verdict = Verdict()
    stack: list[tuple[Any, Shape, Path]] = [(tree, shape, path)]
    while stack:
        value, expected, path = stack.pop()
        if type(expected) is Choice:
            chosen = expected.shapes.get(type(value))
            if chosen is None:
                names = sorted({_name(option) for option in expected.shapes.values()})
                _mistake(verdict, value, " or ".join(names), path, expected)
                continue
            expected = chosen
        if type(expected) is Record and type(value) is dict:
            _check_record(value, expected, path, stack, verdict)
        elif type(expected) is MapOf and type(value) is dict:
            _check_map(value, expected, path, stack, verdict)
        elif type(expected) is ListOf and type(value) is list:
            item = expected.item
            stack.extend((value[i], item, (path, i)) for i in reversed(range(len(value))))
        elif type(expected) is not Leaf:
            _mistake(verdict, value, _name(expected), path, expected)
        elif expected.types and type(value) not in expected.types:
            _mistake(verdict, value, expected.name, path, expected)
    return verdict


def _check_map(
    value: dict[str, Any],
    expected: MapOf,
    path: Path,
    stack: list[tuple[Any, Shape, Path]],
    verdict: Verdict,
) -> None:
    for key, item in reversed(value.items()):
        if expected.keys is None or expected.keys.match(key):
            stack.append((item, expected.value, (path, key)))
        elif not key.startswith("x-"):
            what = f"{key!r} is not {expected.key_name}"
            verdict.mistakes.append(Mistake(Fault.KEY, (path, key), expected, what))


def _check_record(
    value: dict[str, Any],
    expected: Record,
    path: Path,
    stack: list[tuple[Any, Shape, Path]],
    verdict: Verdict,
) -> None:
    reference = value.get("$ref") if expected.component else None
    if type(reference) is str and _is_all(reference, expected, verdict):
        return
    if expected.gathered:
        verdict.gathered.append(value)
    fields, rest = expected.fields, expected.rest
    for key, item in reversed(value.items()):
        known = fields.get(key)
        if known is None:
            known = None if key.startswith("x-") else rest
            if known is None:
                if not expected.open and not key.startswith("x-"):
                    verdict.unknown.append(Unknown(value, key, path, expected))
                continue
        if type(known) is Choice:
            known = known.shapes.get(type(item), known)
        if type(known) is not Leaf:
            stack.append((item, known, (path, key)))
        elif known.types and type(item) not in known.types:
            _note_value(verdict, value, key, path, known)
    for key in expected.required:
        if key not in value:
            what = f"{expected.name} lacks `{key}`"
            verdict.mistakes.append(Mistake(Fault.LACKS, (path, key), expected, what))


def _note_value(
    verdict: Verdict, holder: dict[str, Any], key: str, path: Path, expected: Leaf
) -> None:
    """Note a value of another type."""
    if _is_slip(holder[key], expected):
        verdict.loose.append((holder, key, pointer_of(path)))
    else:
        _mistake(verdict, holder[key], expected.name, (path, key), expected)


def _is_all(reference: str, expected: Record, verdict: Verdict) -> bool:
    """Whether nothing counts beside a reference; notes where it leads."""
    if reference not in verdict.references:
        verdict.references.add(reference)
        verdict.leaves |= not reference.startswith(_REUSABLE) or reference.count("/") > 3
    return not expected.open


_REUSABLE = (
    *("#/components/schemas/", "#/components/parameters/", "#/components/responses/"),
    *("#/components/examples/", "#/components/requestBodies/", "#/components/headers/"),
    *("#/components/links/", "#/components/callbacks/"),
    *("#/definitions/", "#/parameters/", "#/responses/"),
)
"""How references to the reusable parts of a file begin."""


def _is_slip(value: Any, expected: Leaf) -> bool:
    if value is None:
        return expected.prose
    return expected.types == (str,) and type(value) in (int, float)


Place: TypeAlias = tuple[dict[str, Any], Record, Path]
"""An object that has known fields, what it is, and where it stands."""


def nodes(tree: Any, shape: Shape) -> Iterator[Place]:
    """Walk every object that has known fields, outer before inner, in the order of the document.

    The caller may change an object that it was given before it asks for the next one; parts that
    do not have the right type are passed over.
    """
    stack: list[tuple[Any, Shape, Path]] = [(tree, shape, None)]
    while stack:
        value, expected, path = stack.pop()
        if type(expected) is Choice:
            chosen = expected.shapes.get(type(value))
            if chosen is None:
                continue
            expected = chosen
        if type(expected) is Record:
            if type(value) is dict:
                yield value, expected, path
                if expected.rest is not None or not expected.parts.keys().isdisjoint(value):
                    stack += reversed(_parts(value, expected, path))
        elif type(expected) is MapOf:
            if type(value) is dict:
                inner, pattern = expected.value, expected.keys
                stack += [
                    (item, inner, (path, key))
                    for key, item in reversed(value.items())
                    if pattern is None or pattern.match(key)
                ]
        elif type(expected) is ListOf and type(value) is list:
            item = expected.item
            stack += [(value[i], item, (path, i)) for i in reversed(range(len(value)))]


def _parts(value: dict[str, Any], expected: Record, path: Path) -> list[tuple[Any, Shape, Path]]:
    """Return what stands in an object and may be walked into."""
    parts, rest = expected.parts, expected.rest
    if rest is None:
        return [
            (item, parts[key], (path, key))
            for key, item in value.items()
            if key in parts and type(item) in _CONTAINERS
        ]
    return [
        (item, parts.get(key, rest), (path, key))
        for key, item in value.items()
        if type(item) in _CONTAINERS
        and (key in parts or (key not in expected.fields and not key.startswith("x-")))
    ]


_CONTAINERS = (dict, list)


def _name(shape: Shape) -> str:
    if isinstance(shape, Leaf):
        return shape.name
    return "a list" if isinstance(shape, ListOf) else "an object"


def _mistake(verdict: Verdict, value: Any, expected: str, path: Path, shape: Shape) -> None:
    subject = f"`{path[1]}`" if path is not None and isinstance(path[1], str) else "this entry"
    what = f"{subject} must be {expected}, not {describe(value)}"
    verdict.mistakes.append(Mistake(Fault.TYPE, path, shape, what))


def describe(value: Any) -> str:
    """Name a JSON value in a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        shown = value if len(value) <= 40 else f"{value[:37]}..."
        return f"the string {shown!r}"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return f"the time {value}"  # of TOML
