"""Tuples that may go on after their first items: ``tuple[str, *tuple[int, ...]]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class OpenTuple:
    """Reads such a tuple, which pydantic takes for one with a tuple at its end."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        *items, rest = get_args(source)
        while Ellipsis not in get_args(rest):  # `Unpack[tuple[int, ...]]`, as pydantic spells it
            rest = get_args(rest)[0]
        types = [*items, get_args(rest)[0]]
        schemas = [handler.generate_schema(item) for item in types]
        return core_schema.tuple_schema(schemas, variadic_item_index=len(items))


OPEN_TUPLE = OpenTuple()
