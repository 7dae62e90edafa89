"""Arrays: lists, and tuples whose items have types of their own (``prefixItems``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.lower.keywords import is_tuple, join_types
from specmill.lower.schemas.context import SchemaContext
from specmill.lower.schemas.inline_objects import Use, of_one
from specmill.model.types import Anything, ListOf, TupleOf, TypeRef
from specmill.values import replace


def array_type(
    context: SchemaContext, schema: Mapping[str, Any], pointer: str, use: Use
) -> TypeRef:
    """Return the type of an array (JSON Schema Core, section 10.3.1).

    ``prefixItems`` make a tuple where ``minItems`` says that all of them are there; an array that
    may end before is a list of what its items can be.
    """
    item = of_one(use.member) or "item"
    if item == use.member and use.called == "":
        item = f"{item} Item"  # a body that is a list, and not what is in it
    place = replace(use, member=item)
    keyword = "items" if "items" in schema else "unevaluatedItems"
    rest = schema.get(keyword, True)
    prefix = schema.get("prefixItems", ())
    if not prefix:
        return ListOf(context.type_of(rest, f"{pointer}/{keyword}", place))
    items = tuple(
        context.type_of(
            one,
            f"{pointer}/prefixItems/{index}",
            replace(place, member=f"{place.member} {index + 1}"),
        )
        for index, one in enumerate(prefix)
    )
    ends = rest is False or schema.get("maxItems", len(prefix) + 1) <= len(prefix)
    more = None if ends else context.type_of(rest, f"{pointer}/{keyword}", place)
    if is_tuple(schema):
        return TupleOf(items, more)
    return ListOf(join_types([*items, *([more] if more is not None else [])]) or Anything())
