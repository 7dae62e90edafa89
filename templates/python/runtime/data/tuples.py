"""Tuples that may go on after their first items: ``tuple[str, *tuple[int, ...]]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, get_args, get_origin

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


def items_of(target: Any) -> tuple[tuple[Any, ...], Any]:
    """Return the types of a tuple's first items, and the type of those that may follow them.

    The latter is Any if none may follow.
    """
    *first, last = get_args(target) or (Any,)
    if not (get_origin(last) is Unpack or getattr(last, "__unpacked__", False)):
        return (*first, last), Any
    while Ellipsis not in get_args(last):  # `Unpack[tuple[int, ...]]`, as pydantic spells it
        last = get_args(last)[0]
    return tuple(first), get_args(last)[0]
