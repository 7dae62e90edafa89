"""Pagination styles: where a page has its items, and what asks for the next one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

from ..data.json_shapes import attribute, is_array, is_model, is_object
from ..data.omission import Omit
from ..records import dataclass, replace
from ..requests.request import Request

if TYPE_CHECKING:
    import httpx2
    from pydantic import BaseModel

RequestT = TypeVar("RequestT", bound=Request[Any])

Mark: TypeAlias = str | int | bytes
"""What names a page: a token, an offset, a number."""


class Answered(Protocol):
    """A page: a response and the request that asked for it."""

    @property
    def body(self) -> Any: ...
    @property
    def request(self) -> Request[Any]: ...
    @property
    def link(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Pagination:
    """A list in pages; the names of response fields are attributes, with dots between them."""

    items: str = ""
    """Attribute of the response that holds the items; empty where the response is a list itself, or
    else the only item.
    """
    by_key: bool = False
    """The items are a mapping, which gives pairs of key and value."""
    request: str | tuple[str, ...] = ()
    """Wire name of the parameter that asks for a page, or the wire names that lead to it in the
    body or in a parameter that is an object.
    """
    place: Literal["query", "header", "body"] = "query"
    more: str = ""
    """Attribute of the response that is false on the last page; empty without one."""
    last: str = ""
    """Attribute of the response that is true on the last page; empty without one."""

    def items_of(self, body: Any) -> list[Any]:
        """Return the items of a page; none where the response does not have them."""
        if not self.items:
            return list(body) if is_array(body) else [body]
        items = attribute(body, self.items)
        if self.by_key:
            return list(items.items()) if is_object(items) else []
        return list(items) if is_array(items) else []

    def link_in(self, response: httpx2.Response) -> str:
        """Return where a header of a response says that the list goes on; empty without one."""
        del response
        return ""

    def mark_after(self, page: Answered) -> Mark | None:
        """Return what names the page after one; None after the last."""
        if self.more and not attribute(page.body, self.more):
            return None
        if self.last and attribute(page.body, self.last):
            return None
        return self._mark(page)

    def mark_of(self, request: Request[Any]) -> Any:
        """Return what names the page that a request asks for; None for the first."""
        value: Any = request.body if self.place == "body" else self._parameters(request)
        for name in (self.request,) if isinstance(self.request, str) else self.request:
            value = _member(value, name)
        return None if isinstance(value, Omit) else value

    def asking(self, request: RequestT, mark: Mark) -> RequestT:
        """Return a request that asks for another page."""
        if self.place == "body":
            body = None if isinstance(request.body, Omit) else request.body
            return replace(request, body=_with(body, self.request, mark))
        parameters = _with(self._parameters(request), self.request, mark)
        if self.place == "query":
            return replace(request, query=parameters)
        return replace(request, headers=parameters)

    def _parameters(self, request: Request[Any]) -> Mapping[str, Any]:
        return request.query if self.place == "query" else request.headers

    def _mark(self, page: Answered) -> Mark | None:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class TokenPagination(Pagination):
    """A list whose response carries a token that asks for the next page."""

    response: str
    """Attribute of the response that holds the token."""

    def _mark(self, page: Answered) -> Mark | None:
        token = attribute(page.body, self.response)
        if not token:
            return None
        return token if isinstance(token, bytes) else str(token)  # bytes go back as base64


@dataclass(frozen=True, kw_only=True)
class CursorPagination(Pagination):
    """A list whose last item names the page after it."""

    response: str
    """Attribute of an item that holds its name."""

    def _mark(self, page: Answered) -> Mark | None:
        items = self.items_of(page.body)
        name = attribute(items[-1], self.response) if items else None
        return None if name is None else str(name)


@dataclass(frozen=True, kw_only=True)
class OffsetPagination(Pagination):
    """A list that goes on after the items that were read; a page without any is the last."""

    first: int = 0
    """Number of the first item."""
    total: str = ""
    """Attribute of the response that holds the number of items on all pages; empty without one."""

    def _mark(self, page: Answered) -> Mark | None:
        count = len(self.items_of(page.body))
        asked = self.mark_of(page.request)
        behind = (self.first if asked is None else int(asked)) + count
        total = attribute(page.body, self.total) if self.total else None
        is_last = isinstance(total, int | float) and behind - self.first >= total
        return None if is_last or not count else behind


@dataclass(frozen=True, kw_only=True)
class NumberPagination(Pagination):
    """A list whose pages have numbers; a page without items is the last."""

    first: int = 1
    """Number of the first page."""
    response: str = ""
    """Attribute of the response that says which page it is; empty without one."""
    pages: str = ""
    """Attribute of the response that holds the number of pages; empty without one."""

    def _mark(self, page: Answered) -> Mark | None:
        number = self._number(page)
        pages = attribute(page.body, self.pages) if self.pages else None
        is_last = isinstance(pages, int | float) and number - self.first + 1 >= pages
        return None if is_last or not self.items_of(page.body) else number + 1

    def _number(self, page: Answered) -> int:
        asked = self.mark_of(page.request)
        if asked is not None:
            return int(asked)
        said = attribute(page.body, self.response) if self.response else None
        return int(said) if isinstance(said, int | float) else self.first


def _member(value: Any, name: str) -> Any:
    """Return a property of a model or a mapping by its wire name; None where it has none."""
    if is_model(value):
        return getattr(value, _attribute_of(type(value), name), None)
    return value.get(name) if is_object(value) else None


def _with(value: Any, path: str | Sequence[str], mark: Mark) -> Any:
    """Return a copy of a model or a mapping whose property at a path of wire names is ``mark``."""
    name, *rest = (path,) if isinstance(path, str) else path
    inner = _with(_member(value, name), rest, mark) if rest else mark
    if is_model(value):
        return value.model_copy(update={_attribute_of(type(value), name): inner})
    return {**_pairs(value), name: inner}


def _pairs(value: Any) -> dict[str, Any]:
    return dict(value) if is_object(value) else {}


def _attribute_of(model: type[BaseModel], wire: str) -> str:
    fields: Iterable[tuple[str, Any]] = model.model_fields.items()
    return next((name for name, field in fields if field.alias == wire), wire)
