"""Shapes of pages: what an answer has beside its items, and the parameter that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from specmill.lower.conventions.fields import fields_of
from specmill.lower.conventions.page_items import Exchange, Items, bare, chosen, folded
from specmill.model.models import Field, FieldRef
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Scalar, ScalarKind, TypeRef, UnionOf, without_null
from specmill.values import dataclass

_TOKENS = {
    "pagetoken": ("nextpagetoken", "pagetoken"),
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
    "offset": ("nextoffset",),
    "page": ("nextpage",),
    "pagenumber": ("nextpage", "nextpagenumber"),
}
"""Parameters that ask for a page, with the fields that name the next one; best first."""
_ASKING = ("after", "bookmark", "cursor", "from", "key", "marker", "offset", "start", "token")
"""Ends of other parameters that ask for a page where a field has their name behind `next`."""
_HOLDERS = frozenset(
    {
        *("cursor", "cursors", "d", "data", "links", "listmetadata", "meta", "metadata", "next"),
        *("page", "pageinfo", "pages", "paging", "pagination", "payload", "response"),
        *("responsemetadata", "result"),
    }
)
"""Objects in answers that say where a list stands."""
_ADDRESSES = frozenset(
    {
        *("nexthref", "nextlink", "nextpagehref", "nextpagelink", "nextpagepath", "nextpageuri"),
        *("nextpageurl", "nextpath", "nextrecordsurl", "nexturi", "nexturl", "odatanextlink"),
    }
)
_OTHERS = frozenset({"first", "last", "prev", "previous", "self"})
"""What stands beside `next` where all of them are addresses."""
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
_ADDRESS_FORMATS = frozenset({"uri", "uri-reference", "url"})
_WHOLE = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER})


@dataclass(frozen=True, slots=True)
class _Told:
    """A field that says where a list stands, with the fields beside it."""

    name: str
    """Folded."""
    path: tuple[FieldRef, ...]
    type: TypeRef
    beside: frozenset[str]
    """Folded names of all fields of the same object."""
    holder: str
    """Folded name of that object; empty for the answer itself."""


def by_token(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer names the next page in a field that goes with a parameter."""
    body = exchange.body.type if exchange.body is not None else None
    sent = {folded(ref.wire): ref.wire for ref, _ in fields_of(exchange.models, body)}
    queries = {name: one.wire for name, one in exchange.queries.items()}
    asking = {**_asking(queries), **_asking(sent)}
    if not asking:
        return None
    told = list(_told(exchange))
    for names, place in ((queries, ParameterPlace.QUERY), (sent, None)):
        for request in (one for one in asking if one in names):
            response = _first_of(told, asking[request], _is_token)
            items = chosen(exchange)
            if response and items:
                return Pagination(
                    items.path,
                    (names[request],),
                    response.path,
                    items.type,
                    items.by_key,
                    place,
                    more=_flag(told, _MORE),
                )
    return None


def _asking(names: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return what asks for a page, the best first, with the fields that name the next one."""
    found = {name: fields for name, fields in _TOKENS.items() if name in names}
    others = (name for name in names if name not in found and name.endswith(_ASKING))
    return {**found, **{name: (f"next{name}",) for name in others}}


def by_address(exchange: Exchange) -> Pagination | None:
    """Tell the list whose answer has the address of the next page."""
    if exchange.method != "GET":
        return None
    found = next((path for one in _told(exchange) if (path := _address(exchange, one))), ())
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
    told = list(_told(exchange))
    pages, total = _count(told, _PAGES), _count(told, _TOTALS)
    last, more = _flag(told, _LAST), _flag(told, _MORE)
    items: Items | None
    if pages or last or more or (total and _sized(exchange, told)):
        items = chosen(exchange)
    else:
        items = bare(exchange) if exchange.headers & _HEADERS else None
    if items is None or items.by_key:
        return None
    return Pagination(
        items.path,
        wire,
        () if parameter and parameter.default in (0, 1) else _count(told, _CURRENT),
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
    told = list(_told(exchange))
    if asked is None and _sized(exchange, told) and _ENDS.isdisjoint(exchange.queries):
        asked = _asked(exchange, _UNSURE_OFFSETS)
    if exchange.method != "GET" or asked is None:
        return None
    total, more = _count(told, _TOTALS), _flag(told, _MORE)
    is_told = total or more or _count(told, _UNSURE_TOTALS)
    items = chosen(exchange) if is_told else None
    if not is_told and exchange.headers & _HEADERS:
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


def _told(exchange: Exchange) -> Iterator[_Told]:
    """Yield the fields of an answer, then those of objects that say where the list stands."""
    fields = fields_of(exchange.models, exchange.returns)
    yield from _of_fields((), fields)
    for ref, one in fields:
        if folded(ref.wire) in _HOLDERS:
            inner = fields_of(exchange.models, one.type)
            yield from _of_fields((ref,), inner)
            for within, deeper in inner:
                if folded(within.wire) in _HOLDERS:
                    deepest = fields_of(exchange.models, deeper.type)
                    yield from _of_fields((ref, within), deepest)


def _of_fields(
    holder: tuple[FieldRef, ...], fields: Collection[tuple[FieldRef, Field]]
) -> Iterator[_Told]:
    names = [folded(ref.wire) for ref, _ in fields]
    beside = frozenset(names)
    within = folded(holder[-1].wire) if holder else ""
    for name, (ref, one) in zip(names, fields, strict=True):
        yield _Told(_with_next(name, within), (*holder, ref), one.type, beside, within)


def _with_next(name: str, holder: str) -> str:
    """Return what a field is called outside of an object `next`, or of one of cursors."""
    if holder == "next":
        return f"next{name}"
    return "nextcursor" if name == "next" and holder in ("cursor", "cursors") else name


def _first_of(
    told: Collection[_Told], names: Collection[str], fits: Callable[[_Told], bool]
) -> _Told | None:
    by_name: dict[str, _Told] = {}
    for one in told:
        if one.name in names and one.name not in by_name and fits(one):
            by_name[one.name] = one
    return next((by_name[name] for name in names if name in by_name), None)


def _is_token(one: _Told) -> bool:
    type_ = without_null(one.type)
    return isinstance(type_, Scalar) and type_.format not in _ADDRESS_FORMATS


def _address(exchange: Exchange, one: _Told) -> tuple[FieldRef, ...]:
    """Return the path of the address of the next page, where a field has it."""
    if one.name in _ADDRESSES or (one.name == "nextpage" and _is_address(one.type)):
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


def _is_address(type_: TypeRef | None) -> bool:
    type_ = without_null(type_)
    return isinstance(type_, Scalar) and type_.format in _ADDRESS_FORMATS


def _flag(told: Collection[_Told], names: Collection[str]) -> tuple[FieldRef, ...]:
    found = _first_of(told, names, lambda one: _kind(one) is ScalarKind.BOOLEAN)
    return found.path if found else ()


def _count(told: Collection[_Told], names: Collection[str]) -> tuple[FieldRef, ...]:
    found = _first_of(told, names, lambda one: _kind(one) in _WHOLE)
    return found.path if found else ()


def _kind(one: _Told) -> ScalarKind | None:
    type_ = without_null(one.type)
    return type_.kind if isinstance(type_, Scalar) else None


def _asked(
    exchange: Exchange, names: Collection[str]
) -> tuple[tuple[str, ...], Parameter | None] | None:
    """Return the wire names of a number in the query, which may be in an object (`pageable`)."""
    queries = exchange.queries
    found = next((queries[name] for name in names if name in queries), None)
    if found is not None:
        type_ = without_null(found.type)
        is_number = isinstance(type_, Scalar) and type_.kind in _WHOLE
        return ((found.wire,), found) if is_number else None
    for parameter in queries.values():
        for ref, _ in fields_of(exchange.models, parameter.type):
            if folded(ref.wire) in names and parameter.explode and not parameter.json:
                return (parameter.wire, ref.wire), None
    return None


def _sized(exchange: Exchange, told: Collection[_Told]) -> bool:
    """Tell whether something says how many items a page has."""
    asked = not _SIZES.isdisjoint(exchange.queries) or not _COUNTS.isdisjoint(exchange.queries)
    return asked or any(one.name in _SIZES for one in told)
