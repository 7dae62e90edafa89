"""Tuples that may go on after their first items: ``tuple[str, *tuple[int, ...]]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .exactness import items_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class OpenTuple:
    """Reads such a tuple, which pydantic takes for one with a tuple at its end."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        items, rest = items_of(source)
        schemas = [handler.generate_schema(item) for item in (*items, rest)]
        return core_schema.tuple_schema(schemas, variadic_item_index=len(items))


OPEN_TUPLE = OpenTuple()
