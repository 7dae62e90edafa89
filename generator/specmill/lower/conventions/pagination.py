"""Pagination: which operations are lists in pages, and what asks for the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from specmill.diagnostics import Location, SpecmillError, fail
from specmill.lower.conventions.fields import fields_of, items_of, path_to
from specmill.lower.keywords import join_types
from specmill.model.models import FieldRef, Model, ModelKind
from specmill.model.operations import Body
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import ListOf, MapOf, Named, Scalar, ScalarKind, TypeRef, without_null
from specmill.text import same_word, words
from specmill.values import dataclass

REQUEST_TOKENS = ("pageToken", "page_token", "nextPageToken", "next_page_token")
"""Names of what asks for a page, best first."""

RESPONSE_TOKENS = ("nextPageToken", "next_page_token", "pageToken", "page_token")
"""Names of what names the next page, best first."""

MORE = ("has_more", "hasMore")
"""Names of a flag that says whether there is a page behind this one."""

LAST = ("last_id", "lastId")
"""Names of what names the last item of an answer with such a flag."""

BEHIND = ("starting_after", "startingAfter", "after_id", "afterId", "after")
"""Names of what asks for the page behind an item; the first two take its ``id`` anywhere."""

LINKED = frozenset(
    {
        *("page", "cursor", "after", "before", "since", "start", "offset", "marker"),
        *("perpage", "pagesize", "limit"),
    }
)
"""Words of parameters, joined, of a list whose answer says in a header where it goes on."""

_FOLLOWED = frozenset({"page", "cursor", "after"})
"""Those that tell a list which goes on where others of the API do so by links."""

_COUNTS = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN})

_READING = frozenset({"GET", "POST", "QUERY"})
"""Methods whose answer may be a list: a PATCH that answers a token has changed something."""

_ITEM_NAMES = frozenset({"items", "results", "rows", "entries", "values"})
_SIDE_NOTES = frozenset({"unreachable", "unreachables", "warnings", "errors", "columns", "facets"})
_KEYWORDS = frozenset({"style", "items", "requestToken", "responseToken", "more"})


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Items:
    """A field of an answer that may hold the items."""

    path: tuple[FieldRef, ...]
    type: TypeRef
    by_key: bool

    @property
    def name(self) -> str:
        """Wire name of the field."""
        return self.path[-1].wire


def detect(declared: Any, exchange: Exchange, locate: Callable[[], Location]) -> Pagination | None:
    """Tell how an operation's pages follow each other.

    Without a word from the spec, a GET or POST is paged when one of :data:`REQUEST_TOKENS` is in
    its query or its body and one of :data:`RESPONSE_TOKENS` in the object that it answers.
    :func:`_chosen` says which field has the items; where none does, the answers themselves are. A
    GET whose answer has one of :data:`MORE` goes on behind its last item where its query takes one
    of :data:`BEHIND` and the answer names that item (:data:`LAST`), or each item has an ``id``. A
    GET is paged, too, when its answer has a list and says in a header ``Link`` where it goes on
    (RFC 8288): when it declares that header and takes one of :data:`LINKED`, or answers nothing but
    a list, or one with numbers and flags, and is alike to those that do.

    Args:
        declared: ``x-specmill-pagination``: ``False`` switches pages off; an object names the
            fields, with dots where they stand in objects.
        exchange: The operation.
        locate: Gives the operation's place, for messages.

    Raises:
        SpecmillError: ``declared`` names what the operation does not have.
    """
    if declared is False:
        return None
    if declared is not None:
        return _Declaration(declared, exchange, locate).read()
    returns = exchange.returns
    answered = {ref.wire: ref for ref, _ in fields_of(exchange.models, returns)}
    response = next((answered[name] for name in RESPONSE_TOKENS if name in answered), None)
    if exchange.method not in _READING or returns is None:
        return None
    if response is None:
        return _behind_last(exchange, answered) or _linked(exchange)
    queries = {one.wire for one in exchange.parameters if one.place is ParameterPlace.QUERY}
    body = exchange.body.type if exchange.body is not None else None
    sent = {ref.wire for ref, _ in fields_of(exchange.models, body)}
    for names, place in ((queries, ParameterPlace.QUERY), (sent, None)):
        request = next((name for name in REQUEST_TOKENS if name in names), None)
        if request is not None:
            items = _chosen(exchange) or _Items((), returns, by_key=False)
            return Pagination(items.path, (request,), (response,), items.type, items.by_key, place)
    return None


def _behind_last(exchange: Exchange, answered: Mapping[str, FieldRef]) -> Pagination | None:
    """Tell how a list goes on whose answer has a flag for it and whose query takes an item."""
    more = next((answered[name] for name in MORE if name in answered), None)
    queries = {one.wire for one in exchange.parameters if one.place is ParameterPlace.QUERY}
    request = next((name for name in BEHIND if name in queries), None)
    if exchange.method != "GET" or more is None or request is None:
        return None
    items = _chosen(exchange)
    if items is None or items.by_key:
        return None
    last: tuple[FieldRef, ...] = next(((answered[name],) for name in LAST if name in answered), ())
    style = PageStyle.TOKEN if last else PageStyle.CURSOR
    if not last and request in BEHIND[:2]:
        last = path_to(exchange.models, items.type, "id")
    if not last:
        return None
    return Pagination(items.path, (request,), last, items.type, style=style, more=(more,))


def _linked(exchange: Exchange) -> Pagination | None:
    queries = {
        "".join(words(one.wire)).lower()
        for one in exchange.parameters
        if one.place is ParameterPlace.QUERY
    }
    if exchange.method != "GET" or queries.isdisjoint(LINKED):
        return None
    items = _bare(exchange) or _enveloped(exchange)
    alike = items is not None and not queries.isdisjoint(_FOLLOWED)
    if not (exchange.has_link or (alike and exchange.follows_links())):
        return None
    items = items or _chosen(exchange)
    if items is None or items.by_key:
        return None
    return Pagination(items.path, (), (), items.type, style=PageStyle.LINK)


def _bare(exchange: Exchange) -> _Items | None:
    """Return the answer itself, where it is a list."""
    items = items_of(exchange.models, exchange.returns)
    return _Items((), join_types(items), by_key=False) if items else None


def _enveloped(exchange: Exchange) -> _Items | None:
    """Return the only list of an answer that has numbers and flags besides at most."""
    fields = fields_of(exchange.models, exchange.returns)
    lists = [one for one in _items_fields(exchange.models, exchange.returns) if not one.by_key]
    others = [field for ref, field in fields if (ref,) not in [one.path for one in lists]]
    notes = (without_null(field.type) for field in others)
    told = all(isinstance(one, Scalar) and one.kind in _COUNTS for one in notes)
    return lists[0] if len(lists) == 1 and told else None


def _chosen(exchange: Exchange) -> _Items | None:
    """Return the field of the answer that has the items; None where none is evident.

    Lists of objects come before maps of objects, those before other lists. Of several it is the one
    called like the resource, else one of :data:`_ITEM_NAMES`; what is no side note (warnings,
    places out of reach) counts first.
    """
    fields = list(_items_fields(exchange.models, exchange.returns))
    proper = [one for one in fields if one.name.lower() not in _SIDE_NOTES] or fields
    ranks: tuple[Callable[[_Items], bool], ...] = (
        lambda one: _is_object(one, exchange.models) and not one.by_key,
        lambda one: _is_object(one, exchange.models),
        lambda one: not one.by_key,
    )
    for rank in ranks:
        found = [one for one in proper if rank(one)]
        if found:
            return _best(found, exchange.resource)
    return None


def _best(found: Sequence[_Items], resource: str) -> _Items | None:
    said = "".join(words(resource)).lower()
    last = (words(resource) or ("",))[-1]
    exact = [one for one in found if same_word("".join(words(one.name)).lower(), said)]
    named = [one for one in found if same_word((words(one.name) or ("",))[-1], last)]
    usual = [one for one in found if one.name.lower() in _ITEM_NAMES]
    return next((group[0] for group in (found, exact, named, usual) if len(group) == 1), None)


def _items_fields(models: Mapping[str, Model], type_: TypeRef | None) -> Iterator[_Items]:
    for ref, field in fields_of(models, type_):
        match without_null(field.type):
            case ListOf(item=item):
                yield _Items((ref,), item, by_key=False)
            case MapOf(value=value):
                yield _Items((ref,), value, by_key=True)
            case _:
                pass


def _is_object(one: _Items, models: Mapping[str, Model]) -> bool:
    return isinstance(one.type, Named) and models[one.type.key].kind is not ModelKind.ENUM


@dataclass(frozen=True, slots=True)
class _Declaration:
    """What ``x-specmill-pagination`` says of an operation."""

    node: Any
    exchange: Exchange
    locate: Callable[[], Location]

    def read(self) -> Pagination:
        """Check it against the operation."""
        self._check_keywords()
        style = self._style()
        items = self._items()
        request, place = self._request(style)
        return Pagination(
            items.path,
            request,
            self._response(style, items),
            items.type,
            items.by_key,
            place,
            style,
            self._answered("more") if "more" in self.node else (),
        )

    def _check_keywords(self) -> None:
        if not isinstance(self.node, dict):
            raise self._error("x-specmill-pagination is neither an object nor false")
        for keyword in self.node:
            if keyword not in _KEYWORDS:
                raise self._error(f"x-specmill-pagination has no {keyword!r}")

    def _style(self) -> PageStyle:
        style = self.node.get("style", PageStyle.TOKEN)
        if style not in list(PageStyle):
            raise self._error(f"`style` of x-specmill-pagination is no style: {style!r}")
        if style == PageStyle.LINK and self.node.keys() - {"style", "items"}:
            raise self._error("pages that links lead to have no tokens")
        return PageStyle(style)

    def _items(self) -> _Items:
        returns = self.exchange.returns
        if "items" not in self.node and returns is not None:
            return _bare(self.exchange) or _Items((), returns, by_key=False)
        path = self._path("items", returns)
        holder = path[-1].model if path else ""
        for one in _items_fields(self.exchange.models, Named(holder)) if path else ():
            if path[-1:] == one.path:
                return _Items(path, one.type, one.by_key)
        raise self._missing("items", "list or map in the response")

    def _request(self, style: PageStyle) -> tuple[tuple[str, ...], ParameterPlace | None]:
        said = self.node.get("requestToken")
        if style is PageStyle.LINK and said is None:
            return (), ParameterPlace.QUERY
        for one in self.exchange.parameters:
            if one.wire == said and one.place in (ParameterPlace.QUERY, ParameterPlace.HEADER):
                return (one.wire,), one.place
        body = self.exchange.body
        path = self._path("requestToken", body.type if body is not None else None)
        if not path:
            raise self._missing("requestToken", "parameter or field of the body")
        return tuple(ref.wire for ref in path), None

    def _response(self, style: PageStyle, items: _Items) -> tuple[FieldRef, ...]:
        if style is PageStyle.TOKEN:
            return self._answered("responseToken")
        if style is not PageStyle.CURSOR:
            return ()
        path = self._path("responseToken", items.type)
        if not path:
            raise self._missing("responseToken", "field of an item")
        return path

    def _answered(self, keyword: str) -> tuple[FieldRef, ...]:
        path = self._path(keyword, self.exchange.returns)
        if not path:
            raise self._missing(keyword, "field of the response")
        return path

    def _path(self, keyword: str, type_: TypeRef | None) -> tuple[FieldRef, ...]:
        """Return the fields that a dotted name leads along; none if it leads nowhere."""
        said = self.node.get(keyword)
        return path_to(self.exchange.models, type_, said) if isinstance(said, str) else ()

    def _missing(self, keyword: str, kind: str) -> SpecmillError:
        return self._error(
            f"`{keyword}` of x-specmill-pagination names no {kind}: {self.node.get(keyword)!r}"
        )

    def _error(self, message: str) -> SpecmillError:
        return fail(
            message,
            location=self.locate(),
            hint="give items, requestToken and responseToken, or false for no pages",
        )
