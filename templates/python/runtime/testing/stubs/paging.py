"""Pages of a list, made of its items as the API has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_origin

import httpx2
from pydantic import BaseModel

from ...data.decoding import MisfitError, NotJsonError, decode
from ...data.exactness import is_model_type
from ...data.json_shapes import attribute, is_object
from ...data.wire import plain
from ...pages.header_pagination import HeaderPagination
from ...pages.link_pagination import LinkPagination
from ...pages.pages import PagedRequest
from ...pages.pagination import (
    CursorPagination,
    NumberPagination,
    OffsetPagination,
    Pagination,
    TokenPagination,
)
from ...pages.url_pagination import UrlPagination
from ...records import dataclass
from ..errors import FakeError, RefusedError
from ..received.parameters import START_OF_PAGE, alone_in
from .answers import json_content


@dataclass(frozen=True)
class Cut:
    """The part of a list that is on one page."""

    start: int
    end: int
    total: int
    size: int

    @property
    def is_last(self) -> bool:
        return self.end >= self.total


@dataclass(frozen=True)
class Pager:
    """Makes the pages of one list."""

    request: PagedRequest[Any, Any]
    name: str

    @property
    def pages(self) -> Pagination:
        return self.request.pages

    @property
    def _are_items(self) -> bool:
        """Whether a page is an item itself, as it has no list that is known to be that of items."""
        return not self.pages.items and is_model_type(self.request.returns)

    def response(
        self,
        items: Sequence[Any],
        size: int | None,
        around: Any,
        received: httpx2.Request,
        headers: Mapping[str, str],
        *,
        start: int | None = None,
    ) -> httpx2.Response:
        """Return the page that a request asks for.

        Args:
            items: The whole list.
            size: Items of a page; None for all of them.
            around: A response with what pages have beside their items, or None.
            received: The request.
            headers: Headers of the response.
            start: Number of the first item; None for that of the page which is asked for.

        Raises:
            RefusedError: It asks for a page that nobody has named.
            FakeError: The items are none of such a list.
        """
        size = 1 if self._are_items else size or max(1, len(items))
        start = self.start(items, size, received) if start is None else start
        cut = Cut(start, min(start + size, len(items)), len(items), size)
        body = self._body(items[cut.start : cut.end], cut, around, received)
        hint = "; give what it has beside the items: returns(…, page=…)" if self.pages.items else ""
        content = json_content(body, self.request.returns, self.name, hint)
        answered = {"content-type": "application/json", **headers}
        if isinstance(self.pages, LinkPagination) and not cut.is_last:
            answered["link"] = f'<{_address(received, cut.end)}>; rel="next"'
        if isinstance(self.pages, HeaderPagination) and not cut.is_last:
            answered[self.pages.header] = str(cut.end)
        return httpx2.Response(200, headers=answered, content=content)

    def start(self, items: Sequence[Any], size: int, received: httpx2.Request) -> int:
        """Return the number of the first item, from 0, of the page that is asked for.

        Raises:
            RefusedError: Nobody has named such a page.
        """
        pages = self.pages
        if isinstance(pages, LinkPagination | UrlPagination):
            return int(received.url.params.get(START_OF_PAGE, 0))
        mark = self._mark(received)
        if mark in (None, ""):
            return 0
        if isinstance(pages, CursorPagination):
            known = [str(attribute(item, pages.response)) for item in items]
            if str(mark) not in known:
                raise RefusedError(400, f"no item is called {mark!r}, after which to go on")
            return known.index(str(mark)) + 1
        try:
            number = int(mark)
        except (TypeError, ValueError):
            raise RefusedError(400, f"{mark!r} names no page") from None
        if isinstance(pages, NumberPagination):
            number = (number - pages.first) * size
        if number < 0 or (
            isinstance(pages, TokenPagination | HeaderPagination) and number >= len(items)
        ):
            raise RefusedError(400, f"{mark!r} names no page")
        return number

    def _mark(self, received: httpx2.Request) -> Any:
        """Return what names the page that is asked for."""
        wire, place = self.pages.request, self.pages.place
        names = (wire,) if isinstance(wire, str) else wire
        if place == "body":
            try:
                value: Any = decode(received.content or b"null", None)
            except (MisfitError, NotJsonError):
                return None
            for name in names:
                value = value.get(name) if is_object(value) else None
            return value
        if len(names) != 1:
            raise FakeError(f"{self.name}: a fake does not read page tokens inside a parameter")
        return (received.url.params if place == "query" else received.headers).get(names[0])

    def items_of(self, body: Any) -> list[Any]:
        """Return the items of a page."""
        if self._are_items:
            return [body]
        found = attribute(body, self.pages.items) if self.pages.items else body
        return list(found.items()) if is_object(found) else list(found or ())

    def is_first(self, received: httpx2.Request) -> bool:
        """Tell whether a request asks for the first page."""
        pages = self.pages
        if isinstance(pages, LinkPagination | UrlPagination):
            return START_OF_PAGE not in received.url.params
        mark = self._mark(received)
        first = pages.first if isinstance(pages, NumberPagination) else 0
        return mark in (None, "") or (
            isinstance(pages, NumberPagination | OffsetPagination) and str(mark) == str(first)
        )

    def _body(self, items: Sequence[Any], cut: Cut, around: Any, received: httpx2.Request) -> Any:
        pages, returns = self.pages, self.request.returns
        if not pages.items and not self._are_items:
            return list(items)
        body: dict[str, Any] = {} if around is None else dict(plain(around))
        if self._are_items:
            body |= dict(plain(items[0])) if items else {}
        else:
            put(body, returns, pages.items, dict(items) if pages.by_key else list(items))
        for path, value in self._facts(cut, received).items():
            if path:
                put(body, returns, path, value)
        if cut.is_last and isinstance(pages, TokenPagination | UrlPagination):
            _drop(body, returns, pages.response)
        return body

    def _facts(self, cut: Cut, received: httpx2.Request) -> dict[str, Any]:
        """Return what a page says of the list, by attribute."""
        pages = self.pages
        facts: dict[str, Any] = {pages.more: not cut.is_last, pages.last: cut.is_last}
        if isinstance(pages, TokenPagination) and not cut.is_last:
            facts[pages.response] = str(cut.end)
        if isinstance(pages, UrlPagination) and not cut.is_last:
            address = _address(received, cut.end)
            facts[pages.response] = _linked(self.request.returns, pages.response, address)
        if isinstance(pages, OffsetPagination):
            facts[pages.total] = cut.total
        if isinstance(pages, NumberPagination):
            facts[pages.pages] = -(-cut.total // cut.size)
            facts[pages.response] = cut.start // cut.size + pages.first
        return facts


def _address(received: httpx2.Request, start: int) -> str:
    """Return the address of the page that starts with an item."""
    return str(received.url.copy_set_param(START_OF_PAGE, start))


def _linked(model: Any, path: str, address: str) -> Any:
    """Return an address as a field has it: itself, or among links."""
    for name in path.split("."):
        _, model = _field(model, name)
    if get_origin(model) is not list:
        return address
    link = alone_in(*get_args(model))
    known = link.model_fields if is_model_type(link) else {"rel": None, "href": None}
    relation = next((name for name in ("rel", "relation") if name in known), "rels")
    holder = next((name for name in ("href", "url") if name in known), "uri")
    return [{relation: ["next"] if relation == "rels" else "next", holder: address}]


def _drop(body: dict[str, Any], model: Any, path: str) -> None:
    """Take out what is at a path of attributes; a text that must be there becomes empty."""
    *outer, last = path.split(".")
    for name in outer:
        wire, model = _field(model, name)
        if not isinstance(body.get(wire), dict):
            return
        body = body[wire]
    wire, _ = _field(model, last)
    field = model.model_fields.get(last) if is_model_type(model) else None
    if field is not None and field.is_required():
        body[wire] = ""
    else:
        body.pop(wire, None)


def put(body: dict[str, Any], model: Any, path: str, value: Any) -> None:
    """Put a value at a path of attributes of a model, by their wire names."""
    *outer, last = path.split(".")
    for name in outer:
        wire, model = _field(model, name)
        inner = dict(body.get(wire) or {})
        body[wire] = inner
        body = inner
    body[_field(model, last)[0]] = value


def _field(model: Any, name: str) -> tuple[str, Any]:
    """Return the wire name of an attribute, and what it holds."""
    known: type[BaseModel] | None = model if is_model_type(model) else None
    if known is not None:
        known.model_rebuild()  # until then, types are only names
    field = None if known is None else known.model_fields.get(name)
    if field is None:
        return name, None
    return field.alias or name, alone_in(field.annotation)
