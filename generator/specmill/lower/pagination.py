"""Which operations are lists in pages, and how they go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from specmill.diagnostics import Location, fail
from specmill.lower.scalars import NULL
from specmill.model.api import Field, Model, ModelKind, Pagination, Parameter, ParameterPlace
from specmill.model.types import ListOf, Named, TypeRef, UnionOf
from specmill.text import same_word, words

REQUEST_TOKENS = ("pageToken", "page_token")
RESPONSE_TOKENS = ("nextPageToken", "next_page_token")


def detect(
    declared: Any,
    parameters: Sequence[Parameter],
    returns: TypeRef | None,
    models: Mapping[str, Model],
    resource: str,
    locate: Callable[[], Location],
) -> Pagination | None:
    """Tell how an operation's pages follow each other.

    Without a word from the spec, an operation is paged when it takes one of :data:`REQUEST_TOKENS`
    in the query and answers an object with one of :data:`RESPONSE_TOKENS` and a list: the only
    list, or the only list of objects, or the one that is called like the resource.

    Args:
        declared: ``x-specmill-pagination``: ``False`` switches pages off; an object with ``items``,
            ``requestToken`` and ``responseToken`` names the fields.
        parameters: The operation's parameters.
        returns: Its response type.
        models: All models by key.
        resource: Name of the resource that the operation belongs to.
        locate: Gives the operation's place, for messages.

    Raises:
        SpecmillError: ``declared`` names what the operation does not have.
    """
    fields = _fields(models, returns)
    lists = {field.wire: item for field in fields if (item := _item(field.type)) is not None}
    if declared is False:
        return None
    if declared is not None:
        return _declared(declared, parameters, fields, lists, locate)
    queries = {
        parameter.wire for parameter in parameters if parameter.place is ParameterPlace.QUERY
    }
    request = next((name for name in REQUEST_TOKENS if name in queries), None)
    response = next(
        (name for name in RESPONSE_TOKENS if any(field.wire == name for field in fields)), None
    )
    chosen = _items(lists, resource)
    if request is None or response is None or chosen is None:
        return None
    return Pagination(chosen, request, response, lists[chosen])


def _declared(
    declared: Any,
    parameters: Sequence[Parameter],
    fields: Sequence[Field],
    lists: Mapping[str, TypeRef],
    locate: Callable[[], Location],
) -> Pagination:
    known = {
        "items": (lists, "list in the response"),
        "requestToken": ({one.wire for one in parameters}, "parameter"),
        "responseToken": ({one.wire for one in fields}, "field of the response"),
    }
    for keyword, (names, kind) in known.items():
        name = declared.get(keyword) if isinstance(declared, Mapping) else None
        if not isinstance(name, str) or name not in names:
            raise fail(
                f"`{keyword}` of x-specmill-pagination names no {kind}: {name!r}",
                location=locate(),
                hint="give items, requestToken and responseToken, or false for no pages",
            )
    items, request, response = (str(declared[keyword]) for keyword in known)
    return Pagination(items, request, response, lists[items])


def _fields(models: Mapping[str, Model], returns: TypeRef | None) -> tuple[Field, ...]:
    model = models.get(returns.key) if isinstance(returns, Named) else None
    return model.fields if model is not None and model.kind is ModelKind.OBJECT else ()


def _item(type_: TypeRef) -> TypeRef | None:
    """Return what a list holds, also one that may be null; None for any other type."""
    if isinstance(type_, UnionOf):
        members = [member for member in type_.members if member != NULL]
        type_ = members[0] if len(members) == 1 else type_
    return type_.item if isinstance(type_, ListOf) else None


def _items(lists: Mapping[str, TypeRef], resource: str) -> str | None:
    objects = [wire for wire, item in lists.items() if isinstance(item, Named)]
    for candidates in (list(lists), objects):
        if len(candidates) == 1:
            return candidates[0]
    last = words(resource)[-1:]
    named = [wire for wire in lists if last and same_word((words(wire) or ("",))[-1], last[0])]
    return named[0] if len(named) == 1 else None
