"""Shapes of pages: what an answer has beside its items, and the parameter that belongs to it."""

from __future__ import annotations

from collections.abc import Collection

from specmill.lower.conventions.fields import fields_of
from specmill.lower.conventions.page_items import (
    HOLDERS,
    WHOLE,
    Exchange,
    Items,
    Told,
    bare,
    chosen,
    count,
    first_of,
    flag,
    folded,
    is_object,
    kind_of,
)
from specmill.model.models import FieldRef
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import ListOf, Scalar, ScalarKind, TypeRef, UnionOf, without_null
from specmill.text import words

_TOKENS = {
    "pagetoken": ("nextpagetoken", "pagetoken", "nextpage"),
    "nextpagetoken": ("nextpagetoken",),
    "continuationtoken": ("continuationtoken", "nextcontinuationtoken", "nexttoken"),
    "continuation": ("continuation", "nextcontinuation"),
    "continue": ("continue",),
    "pagecursor": ("nextpagecursor", "nextcursor", "pagecursor"),
    "cursor": ("nextcursor", "cursornext", "nextpagecursor", "endcursor", "cursor"),
    "nextcursor": ("nextcursor",),
    "paginationtoken": ("paginationtoken", "nextpaginationtoken", "nexttoken"),
    "nexttoken": ("nexttoken",),
    "token": ("nexttoken", "nextpagetoken"),
    "startingtoken": ("nexttoken",),
    "starttoken": ("nexttoken",),
    "marker": ("nextmarker", "marker"),
    "bookmark": ("nextbookmark", "bookmark"),
    "scrollid": ("nextscrollid", "scrollid"),
    "startcursor": ("nextcursor", "endcursor"),
    "startkey": ("nextkey", "lastevaluatedkey", "lastkey"),
    "exclusivestartkey": ("lastevaluatedkey",),
    "after": ("endcursor", "nextoffset", "nextafter", "aftercursor", "nextcursor", "after"),
    "aftercursor": ("endcursor", "nextcursor"),
    "offset": ("nextoffset", "next"),
    "page": ("nextpage", "next"),
    "pagenumber": ("nextpage", "nextpagenumber", "next"),
}
"""Parameters that ask for a page, with the fields that name the next one; best first."""
_ASKING = ("after", "bookmark", "cursor", "from", "key", "marker", "offset", "start", "token")
"""Ends of other parameters that ask for a page where a field has their name behind `next`."""
_ADDRESSES = frozenset(
    {
        *("nexthref", "nextlink", "nextpagehref", "nextpagelink", "nextpagepath", "nextpageuri"),
        *("nextpageurl", "nextpath", "nextrecordsurl", "nexturi", "nexturl", "odatanextlink"),
    }
)
_LEADING = _ADDRESSES | HOLDERS | {"link", "nextpage"}
"""Fields of an answer that may lead to the next page."""
_OTHERS = frozenset({"first", "last", "prev", "previous", "self"})
"""What stands beside `next` where all of them are addresses."""
_LINKS = frozenset({"link", "links"})
_RELATIONS, _HELD_IN = frozenset({"rel", "relation", "rels"}), frozenset({"href", "uri", "url"})
"""What links in a list have."""
_MORE = ("hasmore", "hasnextpage", "hasnext", "hasmorepages", "hasmoreitems", "istruncated", "more")
_LAST = ("last", "islast", "islastpage", "lastpage")
_PAGES = (
    *("totalpages", "pages", "pagecount", "numpages", "lastpage", "pagestotal", "maxpage"),
    *("nbpages", "numberofpages", "totalpagecount"),
)
_TOTALS = (
    *("total", "totalcount", "totalentries", "totalitems", "totalresults", "totalelements"),
    *("totalrecords", "totalsize", "numfound", "odatacount", "totaldocs", "totalhits"),
    *("totalitemcount", "totalrows", "nbhits"),
)
_UNSURE_TOTALS = ("count",)
"""Numbers that may be those of one page."""
_NUMBERS = (
    *("page", "pagenumber", "pagenum", "pageno", "pageindex", "currentpage", "paginationpage"),
    *("p", "pg"),
)
_OFFSETS = ("offset", "skip", "pageoffset", "paginationstart", "skipcount", "startat", "startindex")
_UNSURE_OFFSETS = ("start", "from", "first", "firstresult")
"""Numbers that may be the lower end of something else."""
_ENDS = frozenset({"end", "last", "stop", "to", "until"})
"""What stands beside them then."""
_PAGING = frozenset({*_NUMBERS, *_OFFSETS, *_TOKENS})
"""All parameters that ask for a page."""
_CURRENT = ("number", "page", "currentpage", "pagenumber", "pageindex", "current")
_SIZES = frozenset({"limit", "pagesize", "perpage", "size"})
_COUNTS = frozenset({"count", "maxresultcount", "maxresults", "rows", "take", "top"})
"""Parameters that say how many items a page has; fields of these names may say other things."""
_HEADERS = frozenset(
    {
        *("content-range", "pagination", "pagination-count", "x-next-page", "x-page-count"),
        *("x-pagination", "x-total", "x-total-count", "x-total-items", "x-total-pages"),
        *("x-wp-total", "x-wp-totalpages"),
    }
)
"""Headers that say how many pages or items a list has."""
_SENT_PLAIN = (ParameterPlace.QUERY, ParameterPlace.HEADER)
_VENDOR = 2
"""Words at most before what a header says: ``x-ms-continuation``."""
_ADDRESS_FORMATS = frozenset({"uri", "uri-reference", "url"})


def by_token(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer names the next page in a field that goes with a parameter."""
    body = exchange.body.type if exchange.body is not None else None
    sent = {folded(ref.wire): ref.wire for ref, _ in fields_of(exchange.models, body)}
    queries = {name: one.wire for name, one in exchange.queries.items()}
    asking = {**_asking(queries), **_asking(sent)}
    if not asking:
        return None
    told = exchange.told
    more = flag(told, _MORE)
    for names, place in ((queries, ParameterPlace.QUERY), (sent, None)):
        for request in (one for one in asking if one in names):
            fields = (*asking[request], "token") if more else asking[request]
            response = first_of(told, fields, _is_token)
            items = chosen(exchange)
            if response and items:
                if _is_always_there(response) and (found := by_address(exchange)):
                    return found
                return Pagination(
                    items.path,
                    (names[request],),
                    response.path,
                    items.type,
                    items.by_key,
                    place,
                    more=more,
                )
    return None


def _is_always_there(token: Told) -> bool:
    """Tell whether a token names the end of a page, be there another or not: ``cursors.after``."""
    return len(token.path) > 1 and folded(token.path[-2].wire) == "cursors"


def _asking(names: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what asks for a page, the best first, with the fields that name the next one."""
    found = {name: fields for name, fields in _TOKENS.items() if name in names}
    others = (name for name in names if name not in found and name.endswith(_ASKING))
    return {**found, **{name: (f"next{name}",) for name in others}}


def by_next(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer has a text `next` beside a parameter that takes a token.

    Only the answer tells whether the text is a token or an address.
    """
    queries = exchange.queries
    if exchange.method != "GET":
        return None
    told = [one for one in exchange.told if one.holder != "links"]
    found = first_of(told, ("next",), lambda one: kind_of(one) is ScalarKind.STRING)
    texts = (name for name in _asking(queries) if name not in _NUMBERS)
    request = next((name for name in texts if not _is_number(queries[name])), "")
    request = request or (_repeated(found, queries) if found else "")
    items = chosen(exchange) if found and request else None
    if found is None or items is None or items.by_key or _is_address(found.type):
        return None
    wire = (queries[request].wire,)
    more = flag(told, _MORE)
    return Pagination(items.path, wire, found.path, items.type, style=PageStyle.NEXT, more=more)


def _repeated(found: Told, queries: Collection[str]) -> str:
    """Return the parameter that stands again beside `next`: `{next, since, limit}`."""
    others = (*_SIZES, *_COUNTS, *_NUMBERS, *_OFFSETS, *_UNSURE_OFFSETS)
    return next((name for name in queries if name in found.beside and name not in others), "")


def by_header(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer names the next page in a header that goes with a parameter."""
    sent = [one for one in exchange.parameters if one.place in _SENT_PLAIN]
    if exchange.method == "POST" or not exchange.headers:
        return None
    asked = {_without_vendor(one): one for one in sent}
    for request, fields in _asking(asked).items():
        header = next((one for one in exchange.headers if _names_next(one, request, fields)), "")
        items = bare(exchange) or chosen(exchange) if header else None
        if items and not items.by_key:
            return Pagination(
                items.path,
                (asked[request].wire,),
                (),
                items.type,
                place=asked[request].place,
                style=PageStyle.HEADER,
                header=exchange.headers[header],
            )
    return None


def _without_vendor(parameter: Parameter) -> str:
    """Return the folded name of a parameter; of a header, without a company's name before it."""
    named = words(parameter.wire.lower())
    ends = ["".join(named[start:]) for start in range(min(len(named), _VENDOR + 1))]
    if parameter.place is not ParameterPlace.HEADER:
        return folded(parameter.wire)
    return next((end for end in ends if end in _TOKENS), "".join(named))


def _names_next(header: str, request: str, fields: Collection[str]) -> bool:
    """Tell whether a header has a name of tokens, behind `X` and a company's name at most."""
    named = words(header)
    ends = ("".join(named[start:]) for start in range(min(len(named), _VENDOR + 1)))
    is_number = request in _NUMBERS  # which `X-Next-Page` counts
    return not is_number and any(end in fields for end in ends)


def by_address(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer has the address of the next page."""
    names = (folded(ref.wire) for ref, _ in exchange.fields)
    if exchange.method != "GET" or _LEADING.isdisjoint(names):
        return None
    found = next((path for one in exchange.told if (path := _address(exchange, one))), ())
    items = chosen(exchange) if found else None
    if items is None or items.by_key:
        return None
    return Pagination(items.path, (), found, items.type, style=PageStyle.URL)


def by_number(exchange: Exchange) -> Pagination | None:
    """Tell the list whose pages have numbers, by what its answer or a header says of them."""
    asked = _asked(exchange, _NUMBERS)
    if exchange.method != "GET" or asked is None:
        return None
    wire, parameter = asked
    told = exchange.told
    pages, total = count(told, _PAGES), count(told, (*_TOTALS, *_UNSURE_TOTALS))
    last, more = flag(told, _LAST), flag(told, _MORE)
    items: Items | None
    if pages or last or more or (total and _sized(exchange, told)):
        items = chosen(exchange)
    else:
        items = bare(exchange) if exchange.headers.keys() & _HEADERS else None
    if items is None or items.by_key:
        return None
    return Pagination(
        items.path,
        wire,
        () if parameter and parameter.default in (0, 1) else count(told, _CURRENT),
        items.type,
        style=PageStyle.NUMBER,
        more=more,
        first=first_number(parameter),
        last=last,
        pages=pages,
    )


def by_offset(exchange: Exchange) -> Pagination | None:
    """Tell the list that goes on behind a number of items, whose answer says how many there are."""
    asked = _asked(exchange, _OFFSETS)
    if asked is None and _ENDS.isdisjoint(exchange.queries):
        asked = _asked(exchange, _UNSURE_OFFSETS)
        asked = asked if asked and _sized(exchange, exchange.told) else None
    if exchange.method != "GET" or asked is None:
        return None
    told = exchange.told
    total, more = count(told, _TOTALS), flag(told, _MORE)
    is_told = total or more or count(told, _UNSURE_TOTALS)
    items = chosen(exchange) if is_told else None
    if not is_told and exchange.headers.keys() & _HEADERS:
        items = bare(exchange)
    if items is None or items.by_key:
        return None
    return Pagination(
        items.path,
        asked[0],
        (),
        items.type,
        style=PageStyle.OFFSET,
        more=more,
        first=_first_offset(*asked, items),
        total=total,
    )


def _first_offset(wire: tuple[str, ...], parameter: Parameter | None, items: Items) -> int:
    """Return where counting of items starts: at 1 where the parameter says so, and in SCIM."""
    said = first_number(parameter, else_at=0)
    is_scim = bool(items.path) and (folded(wire[-1]), items.name) == ("startindex", "Resources")
    return 1 if is_scim else said


def tells_end(exchange: Exchange) -> bool:
    """Tell whether an answer says itself where its list ends: by pages that it counts or a flag."""
    told = exchange.told
    is_counted = count(told, _TOTALS) and (count(told, _CURRENT) or count(told, tuple(_SIZES)))
    return bool(is_counted or count(told, _PAGES) or flag(told, _LAST) or flag(told, _MORE))


def suggestion(exchange: Exchange) -> str:
    """Return the declaration that would make pages of a list, where something looks like paging."""
    queries = exchange.queries
    if exchange.method != "GET" or _PAGING.isdisjoint(queries):
        return ""
    items = bare(exchange) or chosen(exchange)
    if items is None or items.by_key:
        return ""
    at = f", items: {'.'.join(ref.wire for ref in items.path)}" if items.path else ""
    for names, style in ((_NUMBERS, PageStyle.NUMBER), (_OFFSETS, PageStyle.OFFSET)):
        asked = next((queries[name].wire for name in names if name in queries), "")
        if asked:
            return f"x-specmill-pagination: {{style: {style}{at}, requestToken: {asked}}}"
    token = next((queries[name].wire for name in _TOKENS if name in queries), "")
    if not token:
        return ""
    return f"x-specmill-pagination: {{style: token{at}, requestToken: {token}, responseToken: …}}"


def first_number(parameter: Parameter | None, *, else_at: int = 1) -> int:
    """Return where counting starts: the parameter's default or minimum, else ``else_at``."""
    if parameter is None:
        return else_at
    for said in (parameter.default, parameter.bounds.minimum):
        if said in (0, 1) and not isinstance(said, bool):
            return int(said)
    return else_at


def _is_token(one: Told) -> bool:
    type_ = without_null(one.type)
    fits = isinstance(type_, Scalar) and type_.format not in _ADDRESS_FORMATS
    return fits and (one.name != "next" or kind_of(one) in WHOLE)


def _address(exchange: Exchange, one: Told) -> tuple[FieldRef, ...]:
    """Return the path of the address of the next page, where a field has it."""
    if one.name in _ADDRESSES or (one.name == "nextpage" and _is_address(one.type)):
        return one.path
    if one.name in _LINKS and _is_list_of_links(exchange, one.type):
        return one.path
    if one.name != "next":
        return ()
    for ref, _ in fields_of(exchange.models, one.type):
        if folded(ref.wire) in ("href", "url"):
            return (*one.path, ref)
    type_ = without_null(one.type)
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    texts = (one for one in members if isinstance(one, Scalar))
    is_text = any(one.kind is ScalarKind.STRING for one in texts)
    among_links = one.holder == "links" or one.path[-1].wire == "__next" or one.beside & _OTHERS
    return one.path if _is_address(type_) or (is_text and among_links) else ()


def _is_list_of_links(exchange: Exchange, type_: TypeRef) -> bool:
    """Tell whether a field beside a list that takes pages has relations and addresses."""
    listed = without_null(type_)
    item = listed.item if isinstance(listed, ListOf) else None
    names = {folded(ref.wire) for ref, _ in fields_of(exchange.models, item)}
    is_link = not names.isdisjoint(_RELATIONS) and not names.isdisjoint(_HELD_IN)
    items = chosen(exchange) if is_link else None
    lists_objects = items is not None and is_object(items, exchange.models)
    return lists_objects and bool(exchange.queries.keys() & (_PAGING | _SIZES | _COUNTS))


def _is_address(type_: TypeRef | None) -> bool:
    type_ = without_null(type_)
    return isinstance(type_, Scalar) and type_.format in _ADDRESS_FORMATS


def _asked(
    exchange: Exchange, names: Collection[str]
) -> tuple[tuple[str, ...], Parameter | None] | None:
    """Return the wire names of a number in the query, which may be in an object (`pageable`)."""
    queries = exchange.queries
    found = next((queries[name] for name in names if name in queries), None)
    if found is not None:
        return ((found.wire,), found) if _is_number(found) else None
    for parameter in queries.values():
        for ref, _ in fields_of(exchange.models, parameter.type):
            if folded(ref.wire) in names and parameter.explode and not parameter.json:
                return (parameter.wire, ref.wire), None
    return None


def _is_number(parameter: Parameter) -> bool:
    type_ = without_null(parameter.type)
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    kinds = {one.kind for one in members if isinstance(one, Scalar)}
    return not kinds.isdisjoint(WHOLE) and kinds <= WHOLE | {ScalarKind.STRING}


def _sized(exchange: Exchange, told: Collection[Told]) -> bool:
    """Tell whether something says how many items a page has."""
    asked = not _SIZES.isdisjoint(exchange.queries) or not _COUNTS.isdisjoint(exchange.queries)
    return asked or any(one.name in _SIZES for one in told)
