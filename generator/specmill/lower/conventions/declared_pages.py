"""Pages that ``x-specmill-pagination`` declares: for an operation, or on the root for all lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from specmill.diagnostics import Location, SpecmillError, fail, nearest
from specmill.document.document import Document
from specmill.lower.conventions.fields import path_to
from specmill.lower.conventions.page_items import Exchange, Items, bare, items_fields
from specmill.lower.conventions.page_shapes import first_number
from specmill.model.models import FieldRef
from specmill.model.operations import Operation
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import ParameterPlace
from specmill.model.types import Named, TypeRef
from specmill.values import dataclass

KEYWORD = "x-specmill-pagination"
_KEYWORDS = frozenset(
    {
        *("style", "items", "requestToken", "responseToken", "more"),
        *("first", "last", "pages", "total"),
    }
)
_ENDS = ("more", "last", "pages", "total")
_ENDS_OF = {
    "first": (PageStyle.NUMBER, PageStyle.OFFSET),
    "pages": (PageStyle.NUMBER,),
    "total": (PageStyle.OFFSET,),
}
"""Keywords that some styles alone have."""
_HAVE_RESPONSE = frozenset({PageStyle.TOKEN, PageStyle.URL, PageStyle.NEXT})


@dataclass(frozen=True, slots=True)
class Declared:
    """What ``x-specmill-pagination`` says, apart from any operation."""

    node: Any
    locate: Callable[[], Location]

    def check(self) -> None:
        """Check what needs no operation: the keywords, the style, the first number.

        Raises:
            SpecmillError: They are none.
        """
        if not isinstance(self.node, dict):
            raise self.error("x-specmill-pagination is neither an object nor false")
        for keyword in self.node:
            if keyword not in _KEYWORDS:
                raise self.error(f"x-specmill-pagination has no {keyword!r}")
        style, first = self.style, self.node.get("first", 1)
        for keyword, styles in _ENDS_OF.items():
            if keyword in self.node and style not in styles:
                said = " or ".join(f"`style: {one}`" for one in styles)
                raise self.error(f"`{keyword}` of x-specmill-pagination needs {said}")
        if style == PageStyle.LINK and self.node.keys() - {"style", "items"}:
            raise self.error("pages that links lead to have no tokens")
        if style == PageStyle.URL and "requestToken" in self.node:
            raise self.error("pages that addresses lead to are asked for by no parameter")
        if not isinstance(first, int) or isinstance(first, bool):
            raise self.error(f"`first` of x-specmill-pagination is no whole number: {first!r}")

    @property
    def style(self) -> PageStyle:
        """How the next page is named."""
        style = self.node.get("style", PageStyle.TOKEN)
        if style not in list(PageStyle):
            raise self.error(f"`style` of x-specmill-pagination is no style: {style!r}")
        return PageStyle(style)

    def error(self, message: str, hint: str = "") -> SpecmillError:
        """Make an error at the declaration."""
        return fail(
            message,
            location=self.locate(),
            hint=hint or "give items, requestToken and responseToken, or false for no pages",
        )


@dataclass(frozen=True, slots=True)
class Declaration:
    """What ``x-specmill-pagination`` says of an operation."""

    declared: Declared
    exchange: Exchange

    @property
    def node(self) -> Any:
        """The declaration as it is written."""
        return self.declared.node

    def read(self) -> Pagination:
        """Check it against the operation."""
        self.declared.check()
        style = self.declared.style
        items = self._items()
        request, place = self._request(style)
        ends = {key: self._answered(key) if key in self.node else () for key in _ENDS}
        return Pagination(
            items.path,
            request,
            self._response(style, items),
            items.type,
            items.by_key,
            place,
            style,
            first=self._first(request),
            header=self._header(style),
            **ends,
        )

    def _first(self, request: tuple[str, ...]) -> int:
        if "first" in self.node:
            return int(self.node["first"])
        if self.declared.style not in _ENDS_OF["first"]:
            return self.declared.style.first
        asked = (one for one in self.exchange.parameters if (one.wire,) == request)
        return first_number(next(asked, None), else_at=self.declared.style.first)

    def _items(self) -> Items:
        returns = self.exchange.returns
        if "items" not in self.node and returns is not None:
            return bare(self.exchange) or Items((), returns, by_key=False)
        path = self._path("items", returns)
        holder = path[-1].model if path else ""
        for one in items_fields(self.exchange.models, Named(holder)) if path else ():
            if path[-1:] == one.path:
                return Items(path, one.type, one.by_key)
        raise self._missing("items", "list or map in the response")

    def _request(self, style: PageStyle) -> tuple[tuple[str, ...], ParameterPlace | None]:
        said = self.node.get("requestToken")
        if style in (PageStyle.LINK, PageStyle.URL) and said is None:
            return (), ParameterPlace.QUERY
        for one in self.exchange.parameters:
            if one.wire == said and one.place in (ParameterPlace.QUERY, ParameterPlace.HEADER):
                return (one.wire,), one.place
        body = self.exchange.body
        path = self._path("requestToken", body.type if body is not None else None)
        if not path:
            raise self._missing("requestToken", "parameter or field of the body")
        return tuple(ref.wire for ref in path), None

    def _response(self, style: PageStyle, items: Items) -> tuple[FieldRef, ...]:
        if style in _HAVE_RESPONSE or (style is PageStyle.NUMBER and "responseToken" in self.node):
            return self._answered("responseToken")
        if style is not PageStyle.CURSOR:
            return ()
        path = self._path("responseToken", items.type)
        if not path:
            raise self._missing("responseToken", "field of an item")
        return path

    def _header(self, style: PageStyle) -> str:
        """Return the header that names the next page; the spec need not declare it."""
        if style is not PageStyle.HEADER:
            return ""
        said = self.node.get("responseToken")
        if not isinstance(said, str) or not said:
            raise self._missing("responseToken", "header of the response")
        return said

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
        said = self.node.get(keyword)
        return self.declared.error(
            f"`{keyword}` of x-specmill-pagination names no {kind}: {said!r}"
        )


def usual_pages(document: Document) -> Any:
    """Return what a document declares for all its lists; None where it does not.

    Raises:
        SpecmillError: It is neither a declaration nor ``false``.
    """
    node = document.root.get(KEYWORD)
    if node is not None and node is not False:
        _declared(document).check()
    return node


def check_use(document: Document, operations: Iterable[Operation]) -> None:
    """Refuse a declaration for all lists that holds for none.

    Raises:
        SpecmillError: No GET has what it names.
    """
    node = document.root.get(KEYWORD)
    read = [one for one in operations if one.method == "GET"]
    if isinstance(node, dict) and read and not any(_holds(node, one) for one in read):
        said = str(node.get("requestToken", ""))
        known = {one.wire for operation in read for one in operation.parameters}
        hint = "" if said in known else nearest(said, known)
        text = "x-specmill-pagination of the document holds for no operation"
        raise _declared(document).error(f"{text}: no GET has what it names", hint)


def _holds(node: Mapping[str, Any], operation: Operation) -> bool:
    pages = operation.pagination
    if pages is None or pages.style != node.get("style", PageStyle.TOKEN):
        return False
    items = ".".join(ref.wire for ref in pages.items)
    asked = ".".join(pages.request_token)
    return bool(node.get("items", items) == items and node.get("requestToken", asked) == asked)


def _declared(document: Document) -> Declared:
    return Declared(document.root[KEYWORD], lambda: document.locate(f"/{KEYWORD}"))
