"""Items of a page: the field of an answer that has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from specmill.lower.conventions.fields import fields_of, items_of
from specmill.lower.keywords import join_types
from specmill.model.models import FieldRef, Model, ModelKind
from specmill.model.operations import Body
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import ListOf, MapOf, Named, Scalar, ScalarKind, TypeRef, without_null
from specmill.text import same_word, words
from specmill.values import dataclass

_COUNTS = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN})
_ITEM_NAMES = frozenset({"items", "results", "rows", "entries", "values", "content", "data"})
_SIDE_NOTES = frozenset(
    {
        *("unreachable", "unreachables", "warnings", "errors", "columns", "facets", "links"),
        *("_links", "sort", "sorts", "filters"),
    }
)
_WRAPPERS = frozenset({"d", "data", "embedded", "payload", "response", "result"})
"""Objects that hold the items of answers which have none themselves."""


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
    headers: frozenset[str] = frozenset()
    """Names of the headers of its answer, in small letters."""

    @cached_property
    def queries(self) -> dict[str, Parameter]:
        """The parameters of the query by their folded names."""
        query = (one for one in self.parameters if one.place is ParameterPlace.QUERY)
        return {folded(one.wire): one for one in query}


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
    fields = fields_of(exchange.models, exchange.returns)
    lists = [one for one in items_fields(exchange.models, exchange.returns) if not one.by_key]
    others = [field for ref, field in fields if (ref,) not in [one.path for one in lists]]
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
