"""Streams of items (OpenAPI 3.2, Media Type Object, ``itemSchema``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.document.openapi_shapes import ITEM_SCHEMA
from specmill.lower.schemas import Schemas, Use
from specmill.model.types import ListOf, TypeRef


def item_schema(media: Mapping[str, Any], pointer: str) -> tuple[Any, str]:
    """Return the schema that tells of items and its pointer: 3.2's, else that of the content."""
    keyword = ITEM_SCHEMA if ITEM_SCHEMA in media else "schema"
    return media.get(keyword, True), f"{pointer}/{keyword}"


def item_type(schemas: Schemas, media: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
    """Return the type of the items of a JSON stream; an array stands for its items."""
    schema, place = item_schema(media, pointer)
    type_ = schemas.body_type(schema, place, use)
    return type_.item if isinstance(type_, ListOf) and ITEM_SCHEMA not in media else type_
