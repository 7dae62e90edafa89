"""Answers in pages: the field that has the items, and those that say where the list stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from specmill.lower.conventions.fields import fields_of, items_of
from specmill.lower.keywords import join_types
from specmill.model.models import Field, FieldRef, Model, ModelKind
from specmill.model.operations import Body
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import ListOf, MapOf, Named, Scalar, ScalarKind, TypeRef, without_null
from specmill.text import same_word, words
from specmill.values import dataclass

_COUNTS = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN})
_ITEM_NAMES = frozenset({"items", "results", "rows", "entries", "values", "content", "data"})
_SIDE_NOTES = frozenset(
    {
        *("unreachable", "unreachables", "warnings", "errors", "columns", "facets", "link"),
        *("links", "_links", "sort", "sorts", "filters"),
    }
)
HOLDERS = frozenset(
    {
        *("cursor", "cursors", "d", "data", "links", "listmetadata", "meta", "metadata", "next"),
        *("page", "pageinfo", "pages", "paging", "pagy", "pagination", "payload", "response"),
        *("responsemetadata", "result"),
    }
)
"""Objects in answers that say where a list stands."""
WHOLE = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER})
"""Types of numbers of pages and of items."""
_WRAPPERS = frozenset({"d", "data", "embedded", "payload", "response", "result"})
"""Objects that hold the items of answers which have none themselves."""


_ASKING = (ParameterPlace.QUERY, ParameterPlace.HEADER)


@dataclass(frozen=True)
class Exchange:
    """What is known of an operation when its pages are looked for."""

    method: str
    """In upper case."""
    parameters: Sequence[Parameter]
    body: Body | None
    returns: TypeRef | None
    resource: str
    """Name of the resource that it belongs to."""
    models: Mapping[str, Model]
    """All models by key."""
    has_link: bool = False
    """Its answer declares a header ``Link``."""
    follows_links: Callable[[], bool] = lambda: False
    """Tells whether any list of the API does."""
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Headers of its answer, by their names in small letters."""

    @cached_property
    def queries(self) -> dict[str, Parameter]:
        """The parameters of the query by their folded names."""
        query = (one for one in self.parameters if one.place is ParameterPlace.QUERY)
        return {folded(one.wire): one for one in query}

    @cached_property
    def fields(self) -> Sequence[tuple[FieldRef, Field]]:
        """The fields of its answer."""
        return fields_of(self.models, self.returns)

    @property
    def asks(self) -> bool:
        """Whether a call may say which part of a list it wants."""
        return self.body is not None or any(one.place in _ASKING for one in self.parameters)

    @cached_property
    def may_be_list(self) -> bool:
        """Whether the answer is a list, or has one or a map."""
        is_list = items_of(self.models, self.returns)
        return bool(is_list) or any(True for _ in items_fields(self.models, self.returns))

    @cached_property
    def told(self) -> Sequence[Told]:
        """The fields of its answer, then those of objects that say where the list stands."""
        return tuple(_told_of(self))


@dataclass(frozen=True, slots=True)
class Items:
    """A field of an answer that may hold the items."""

    path: tuple[FieldRef, ...]
    type: TypeRef
    by_key: bool

    @property
    def name(self) -> str:
        """Wire name of the field."""
        return self.path[-1].wire


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return the words of a wire name without case, hyphens and the like."""
    return "".join(words(name)).lower()


def bare(exchange: Exchange) -> Items | None:
    """Return the answer itself, where it is a list."""
    items = items_of(exchange.models, exchange.returns)
    return Items((), join_types(items), by_key=False) if items else None


def enveloped(exchange: Exchange) -> Items | None:
    """Return the only list of an answer that has numbers and flags besides at most."""
    lists = [one for one in items_fields(exchange.models, exchange.returns) if not one.by_key]
    others = [field for ref, field in exchange.fields if (ref,) not in [one.path for one in lists]]
    notes = (without_null(field.type) for field in others)
    told = all(isinstance(one, Scalar) and one.kind in _COUNTS for one in notes)
    return lists[0] if len(lists) == 1 and told else None


def chosen(exchange: Exchange) -> Items | None:
    """Return the field of the answer that has the items; None where none is evident.

    Lists of objects come before maps of objects, those before other lists. Of several it is the one
    called like the resource, else one of :data:`_ITEM_NAMES`; what is no side note (warnings,
    places out of reach) counts first.
    """
    fields = list(items_fields(exchange.models, exchange.returns))
    proper = [one for one in fields if one.name.lower() not in _SIDE_NOTES] or fields
    ranks: tuple[Callable[[Items], bool], ...] = (
        lambda one: is_object(one, exchange.models) and not one.by_key,
        lambda one: is_object(one, exchange.models),
        lambda one: not one.by_key,
    )
    for rank in ranks:
        found = [one for one in proper if rank(one)]
        if found:
            return best(found, exchange.resource)
    return None


def best(found: Sequence[Items], resource: str) -> Items | None:
    said = "".join(words(resource)).lower()
    last = (words(resource) or ("",))[-1]
    exact = [one for one in found if same_word("".join(words(one.name)).lower(), said)]
    named = [one for one in found if same_word((words(one.name) or ("",))[-1], last)]
    usual = [one for one in found if one.name.lower() in _ITEM_NAMES]
    return next((group[0] for group in (found, exact, named, usual) if len(group) == 1), None)


def items_fields(models: Mapping[str, Model], type_: TypeRef | None) -> Iterator[Items]:
    found = list(_right_in(models, type_))
    yield from found
    if not any(not one.by_key and one.name.lower() not in _SIDE_NOTES for one in found):
        for ref, field in fields_of(models, type_):
            if folded(ref.wire) in _WRAPPERS:
                for one in _right_in(models, field.type):
                    yield Items((ref, *one.path), one.type, one.by_key)


def _right_in(models: Mapping[str, Model], type_: TypeRef | None) -> Iterator[Items]:
    for ref, field in fields_of(models, type_):
        match without_null(field.type):
            case ListOf(item=item):
                yield Items((ref,), item, by_key=False)
            case MapOf(value=value):
                yield Items((ref,), value, by_key=True)
            case _:
                pass


def is_object(one: Items, models: Mapping[str, Model]) -> bool:
    return isinstance(one.type, Named) and models[one.type.key].kind is not ModelKind.ENUM


@dataclass(frozen=True, slots=True)
class Told:
    """A field that says where a list stands, with the fields beside it."""

    name: str
    """Folded."""
    path: tuple[FieldRef, ...]
    type: TypeRef
    beside: frozenset[str]
    """Folded names of all fields of the same object."""
    holder: str
    """Folded name of that object; empty for the answer itself."""


def _told_of(exchange: Exchange) -> Iterator[Told]:
    yield from _of_fields((), exchange.fields)
    for ref, one in exchange.fields:
        if folded(ref.wire) in HOLDERS:
            inner = fields_of(exchange.models, one.type)
            yield from _of_fields((ref,), inner)
            for within, deeper in inner:
                if folded(within.wire) in HOLDERS:
                    deepest = fields_of(exchange.models, deeper.type)
                    yield from _of_fields((ref, within), deepest)


def _of_fields(
    holder: tuple[FieldRef, ...], fields: Collection[tuple[FieldRef, Field]]
) -> Iterator[Told]:
    names = [folded(ref.wire) for ref, _ in fields]
    beside = frozenset(names)
    within = folded(holder[-1].wire) if holder else ""
    for name, (ref, one) in zip(names, fields, strict=True):
        yield Told(_with_next(name, within), (*holder, ref), one.type, beside, within)


def _with_next(name: str, holder: str) -> str:
    """Return what a field is called outside of an object `next`, or of one of cursors."""
    if holder == "next":
        return f"next{name}"
    return "nextcursor" if name == "next" and holder in ("cursor", "cursors") else name


def first_of(
    told: Collection[Told], names: Collection[str], fits: Callable[[Told], bool]
) -> Told | None:
    """Return the field whose name is the first of some, where it fits."""
    by_name: dict[str, Told] = {}
    for one in told:
        if one.name in names and one.name not in by_name and fits(one):
            by_name[one.name] = one
    return next((by_name[name] for name in names if name in by_name), None)


def flag(told: Collection[Told], names: Collection[str]) -> tuple[FieldRef, ...]:
    """Return the path of the first of some fields that is true or false."""
    found = first_of(told, names, lambda one: kind_of(one) is ScalarKind.BOOLEAN)
    return found.path if found else ()


def count(told: Collection[Told], names: Collection[str]) -> tuple[FieldRef, ...]:
    """Return the path of the first of some fields that is a number."""
    found = first_of(told, names, lambda one: kind_of(one) in WHOLE)
    return found.path if found else ()


def kind_of(one: Told) -> ScalarKind | None:
    """Return what a field is, where it is no object and the like."""
    type_ = without_null(one.type)
    return type_.kind if isinstance(type_, Scalar) else None
