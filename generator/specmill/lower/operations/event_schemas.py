"""Schemas of server-sent events (OpenAPI 3.2, Media Type Object, ``itemSchema``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.lower.keywords import join_types
from specmill.lower.operations.streams import item_of_array
from specmill.lower.schemas import Schemas, Use
from specmill.model.types import Anything, Scalar, ScalarKind, TypeRef
from specmill.values import dataclass

_FIELDS = frozenset({"comment", "data", "event", "id", "retry"})
"""What an event is made of (WHATWG HTML, section 9.2), and a comment, as in Spring's class."""


@dataclass(frozen=True, slots=True)
class EventTypes:
    """What the data of events is."""

    type: TypeRef | None
    """None where data is text: then the events themselves are the items."""
    by_name: tuple[tuple[str, TypeRef], ...] = ()


def event_types(
    schemas: Schemas, schema: Any, pointer: str, use: Use, *, of_event: bool
) -> EventTypes:
    """Tell what the data of server-sent events is.

    A schema may describe the event: ``data`` beside ``event``, ``id`` and ``retry``, perhaps one
    variant for each name of an event. Any other schema describes the data itself.

    Args:
        schemas: Lowers what data holds.
        schema: The schema of an item.
        pointer: Where it is.
        use: What names an inline model.
        of_event: Whether the spec says that it describes the event (``itemSchema``); else it must
            speak of ``event`` and ``data``.
    """
    if not of_event:
        schema, pointer = item_of_array(schemas, schema, pointer)
    variants = list(_variants(schemas, schema, pointer, ()))
    flats = [schemas.flatten(variant) for variant, _ in variants]
    needed = {"data"} if of_event else {"data", "event"}
    if not flats or not all(_is_event(flat, needed) for flat in flats):
        type_ = schemas.body_type(schema, pointer, use)
        return EventTypes(None if _is_text(type_) or type_ == Anything() else type_)
    found: list[tuple[str, TypeRef]] = []
    for flat, (_, place) in zip(flats, variants, strict=True):
        data = flat["properties"].get("data", True)
        name = _name(flat["properties"].get("event"))
        content = data.get("contentSchema") if isinstance(data, dict) else None
        keyword = "data" if content is None else "data/contentSchema"
        inner = Use(use.owner, f"{name} {use.member}".strip())
        type_ = schemas.body_type(
            data if content is None else content, f"{place}/properties/{keyword}", inner
        )
        found.append((name, type_))
    types = [type_ for _, type_ in found]
    if all(_is_text(type_) or type_ == Anything() for type_ in types):
        return EventTypes(None)
    named = tuple(found) if len(found) > 1 and all(name for name, _ in found) else ()
    return EventTypes(join_types(types), named)


def _variants(
    schemas: Schemas, schema: Any, pointer: str, within: tuple[str, ...]
) -> Iterator[tuple[Any, str]]:
    """Yield the schemas of single events, each with its pointer."""
    while isinstance(schema, dict) and set(schema) == {"$ref"} and pointer not in within:
        within = (*within, pointer)
        pointer = str(schema["$ref"]).removeprefix("#")
        schema = schemas.document.resolve(schema["$ref"])
    if not isinstance(schema, dict) or pointer in within:
        return
    variants = [(keyword, schema[keyword]) for keyword in ("oneOf", "anyOf") if keyword in schema]
    if not variants:
        yield schema, pointer
    for keyword, members in variants[:1]:
        for index, member in enumerate(members):
            place = f"{pointer}/{keyword}/{index}"
            yield from _variants(schemas, member, place, (*within, pointer))


def _is_event(flat: Mapping[str, Any], needed: set[str]) -> bool:
    properties = set(flat.get("properties", ()))
    return needed <= properties <= _FIELDS


def _name(schema: Any) -> str:
    """Return the only name that an event may have; empty for any other."""
    if not isinstance(schema, dict):
        return ""
    values = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return str(values[0]) if len(values) == 1 else ""


def _is_text(type_: TypeRef) -> bool:
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING
