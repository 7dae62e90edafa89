"""Streams of items (OpenAPI 3.2, Media Type Object, ``itemSchema``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.document.openapi_shapes import ITEM_SCHEMA
from specmill.lower.schemas import Schemas, Use
from specmill.model.types import Anything, TypeRef

_WRAPPED_TITLE = "stream result of "
_WRAPPED_NOTE = "(streaming responses)"
_STREAMED_NOTE = "(streaming inputs)"
_WRAPPER = ({"result"}, {"result", "error"})


def item_schema(media: Mapping[str, Any], pointer: str) -> tuple[Any, str]:
    """Return the schema that tells of items and its pointer: 3.2's, else that of the content."""
    keyword = ITEM_SCHEMA if ITEM_SCHEMA in media else "schema"
    return media.get(keyword, True), f"{pointer}/{keyword}"


def item_type(schemas: Schemas, media: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
    """Return the type of the items of a JSON stream; an array stands for its items.

    A string stands for the whole content, which says nothing of the items.
    """
    schema, place = item_schema(media, pointer)
    if ITEM_SCHEMA not in media:
        schema, place = item_of_array(schemas, schema, place)
        flat = schemas.flatten(schema)
        if flat.get("type") == "string" and "enum" not in flat:
            return Anything()
    return schemas.body_type(schema, place, use)


def item_of_array(schemas: Schemas, schema: Any, pointer: str) -> tuple[Any, str]:
    """Return the items of an array, which stands for them, and their pointer; else the schema."""
    if not isinstance(schema, dict):
        return schema, pointer
    array, place = schemas.document.follow(schema, pointer)
    if array.get("type") == "array" and "items" in array and "prefixItems" not in array:
        return array["items"], f"{place}/items"
    return schema, pointer


def is_streamed(about: str) -> bool:
    """Tell whether a body is a stream of messages, as generators for gRPC gateways describe it."""
    return about.rstrip().endswith(_STREAMED_NOTE)


def wrapped_item(
    schemas: Schemas, media: Mapping[str, Any], pointer: str, about: str
) -> tuple[Any, str] | None:
    """Return what a stream of a gRPC gateway gives as ``result``, and its pointer.

    None where a response is none. Its generators mark one by a title, or by its description.

    Args:
        schemas: Resolves references.
        media: The Media Type Object.
        pointer: Where it is.
        about: The description of the response.
    """
    schema, place = media.get("schema"), f"{pointer}/schema"
    if not isinstance(schema, dict):
        return None
    schema, place = schemas.document.follow(schema, place)
    properties = schema.get("properties") if isinstance(schema, dict) else None
    if not isinstance(properties, dict) or set(properties) not in _WRAPPER:
        return None
    titled = str(schema.get("title", "")).lower().startswith(_WRAPPED_TITLE)
    if titled or about.rstrip().endswith(_WRAPPED_NOTE):
        return properties["result"], f"{place}/properties/result"
    return None
