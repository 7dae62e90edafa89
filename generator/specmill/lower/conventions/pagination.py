"""Pagination: which operations are lists in pages, and what asks for the next page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from specmill.diagnostics import Location, SpecmillError
from specmill.lower.conventions.declared_pages import Declaration, Declared
from specmill.lower.conventions.fields import fields_of, path_to
from specmill.lower.conventions.page_items import Exchange, Items, bare, chosen, enveloped
from specmill.lower.conventions.page_shapes import (
    by_address,
    by_header,
    by_next,
    by_number,
    by_offset,
    by_token,
    tells_end,
)
from specmill.model.models import FieldRef
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import ParameterPlace
from specmill.text import words

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

_READING = frozenset({"GET", "POST", "QUERY"})
"""Methods whose answer may be a list: a PATCH that answers a token has changed something."""

_IN_HEADERS = frozenset({"pagetoken", "nextpagetoken"})
"""Parameters of a bare list whose values can come from nowhere but a header."""


def detect(
    declared: Any,
    exchange: Exchange,
    locate: Callable[[], Location],
    *,
    offered: Iterable[Any] = (),
) -> Pagination | None:
    """Tell how an operation's pages follow each other.

    Without a word from the spec, a GET or POST is paged when one of :data:`REQUEST_TOKENS` is in
    its query or its body and one of :data:`RESPONSE_TOKENS` in the object that it answers.
    :func:`chosen` says which field has the items; where none does, the answers themselves are. A
    GET whose answer has one of :data:`MORE` goes on behind its last item where its query takes one
    of :data:`BEHIND` and the answer names that item (:data:`LAST`), or each item has an ``id``. A
    GET is paged, too, when its answer has a list and says in a header ``Link`` where it goes on
    (RFC 8288): when it declares that header and takes one of :data:`LINKED`, or answers nothing but
    a list, or one with numbers and flags, and is alike to those that do.

    Args:
        declared: ``x-specmill-pagination``: ``False`` switches pages off; an object names the
            fields, with dots where they stand in objects.
        offered: The same of the whole document, or for other generators: it holds where the
            operation has what it names.
        exchange: The operation.
        locate: Gives the operation's place, for messages.

    Raises:
        SpecmillError: ``declared`` names what the operation does not have.
    """
    if declared is False:
        return None
    if declared is not None:
        return Declaration(Declared(declared, locate), exchange).read()
    for one in offered:
        with suppress(SpecmillError):
            return Declaration(Declared(one, locate), exchange).read()
    returns = exchange.returns
    if exchange.method not in _READING or returns is None:
        return None
    answered = {ref.wire: ref for ref, _ in exchange.fields}
    response = next((answered[name] for name in RESPONSE_TOKENS if name in answered), None)
    if response is None:
        return _of_shape(exchange, answered)
    queries = {one.wire for one in exchange.parameters if one.place is ParameterPlace.QUERY}
    body = exchange.body.type if exchange.body is not None else None
    sent = {ref.wire for ref, _ in fields_of(exchange.models, body)}
    for names, place in ((queries, ParameterPlace.QUERY), (sent, None)):
        request = next((name for name in REQUEST_TOKENS if name in names), None)
        if request is not None:
            items = chosen(exchange) or Items((), returns, by_key=False)
            return Pagination(items.path, (request,), (response,), items.type, items.by_key, place)
    return _of_shape(exchange, answered)


def _of_shape(exchange: Exchange, answered: Mapping[str, FieldRef]) -> Pagination | None:
    """Tell how a list goes on by what its answer has beside the items."""
    if not exchange.asks:
        return by_address(exchange)  # nothing else goes on without being asked
    if not exchange.may_be_list:
        return None
    if exchange.method == "POST":
        return by_token(exchange)  # the others ask in an address
    return (
        by_token(exchange)
        or _behind_last(exchange, answered)
        or by_next(exchange)
        or by_address(exchange)
        or by_header(exchange)
        or _linked_or_numbered(exchange)
        or by_offset(exchange)
    )


def _linked_or_numbered(exchange: Exchange) -> Pagination | None:
    """Tell a list by its header, or by numbers: these where the header is only a guess and the
    answer says which page is the last.
    """
    linked, numbered = _linked(exchange), by_number(exchange)
    if linked is None or exchange.has_link or numbered is None:
        return linked or numbered
    return numbered if numbered.pages or numbered.last or numbered.more else linked


def _behind_last(exchange: Exchange, answered: Mapping[str, FieldRef]) -> Pagination | None:
    """Tell how a list goes on whose answer has a flag for it and whose query takes an item."""
    more = next((answered[name] for name in MORE if name in answered), None)
    queries = {one.wire for one in exchange.parameters if one.place is ParameterPlace.QUERY}
    request = next((name for name in BEHIND if name in queries), None)
    if exchange.method != "GET" or more is None or request is None:
        return None
    items = chosen(exchange)
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
    is_bare = bare(exchange) is not None
    unsaid = is_bare and not queries.isdisjoint(_IN_HEADERS)
    if exchange.method != "GET" or (queries.isdisjoint(LINKED) and not unsaid):
        return None
    items = bare(exchange) or enveloped(exchange)
    alike = items is not None and not queries.isdisjoint(_FOLLOWED)
    alike = alike and exchange.follows_links() and not tells_end(exchange)
    if not (exchange.has_link or unsaid or alike):
        return None
    items = items or chosen(exchange)
    if items is None or items.by_key:
        return None
    return Pagination(items.path, (), (), items.type, style=PageStyle.LINK)
