"""Prose of specs, taken out: descriptions, summaries and titles go, facts stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

from specmill.diagnostics import fail
from specmill.document import openapi_shapes, swagger_shapes
from specmill.document.document import Document
from specmill.document.families import SHAPES, family_of
from specmill.document.shapes import Leaf, MapOf, Record, Shape, nodes
from specmill.values import replace

_KEEPS_DESCRIPTION = (openapi_shapes.RESPONSE, swagger_shapes.RESPONSE)
"""Objects that must have a description: it becomes empty."""


def drop(tree: dict[str, Any]) -> dict[str, Any]:
    """Give a copy of a spec of any family, or of a normal form, without its prose.

    Descriptions, summaries, titles of schemas, comments on enum values and the like go; names,
    examples, defaults, links, ``info.title`` and extensions of others stay. Raises SpecmillError
    for a tree of no known family.
    """
    family = family_of(tree)
    if not family:
        raise fail("only an API spec has prose to drop")
    copy: dict[str, Any] = orjson.loads(orjson.dumps(tree))
    for node, record, _ in nodes(copy, SHAPES[family]):
        for key in _prose_of(record):
            if key in node:
                if key == "description" and record in _KEEPS_DESCRIPTION:
                    node[key] = ""
                else:
                    del node[key]
        for key in _maps_of_prose(record):
            if isinstance(node.get(key), dict):
                node[key] = dict.fromkeys(node[key], "")
        if record is openapi_shapes.SCHEMA and "x-specmill-enum" in node:
            _drop_enum_notes(node)
    return copy


def drop_from(document: Document) -> Document:
    """Give a document without its prose; positions in the source stay known."""
    return replace(document, root=drop(document.root), _resolved={})


_PROSE: dict[int, tuple[str, ...]] = {}
_MAPS: dict[int, tuple[str, ...]] = {}


def _prose_of(record: Record) -> tuple[str, ...]:
    known = _PROSE.get(id(record))
    if known is None:
        known = tuple(key for key, shape in record.fields.items() if _is_prose(shape))
        _PROSE[id(record)] = known
    return known


def _maps_of_prose(record: Record) -> tuple[str, ...]:
    known = _MAPS.get(id(record))
    if known is None:
        fields: Iterable[tuple[str, Shape]] = record.fields.items()
        known = tuple(
            key for key, shape in fields if isinstance(shape, MapOf) and _is_prose(shape.value)
        )
        _MAPS[id(record)] = known
    return known


def _is_prose(shape: Shape) -> bool:
    return isinstance(shape, Leaf) and shape.prose


def _drop_enum_notes(schema: dict[str, Any]) -> None:
    notes = {}
    for value, note in schema.pop("x-specmill-enum").items():
        rest = {key: fact for key, fact in note.items() if key != "description"}
        if rest:
            notes[value] = rest
    if notes:
        schema["x-specmill-enum"] = notes
