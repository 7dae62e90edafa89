"""Pagination: where the items of a page are, and what asks for the next one."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.models import FieldRef
from specmill.model.parameters import ParameterPlace
from specmill.model.types import TypeRef
from specmill.values import dataclass


class PageStyle(StrEnum):
    """What names the next page of a list."""

    TOKEN = "token"
    """A field of the answer."""
    CURSOR = "cursor"
    """A field of the last item."""
    OFFSET = "offset"
    """The number of items so far."""
    NUMBER = "number"
    """The number of the page."""
    LINK = "link"
    """A link in a header of the response (RFC 8288)."""
    URL = "url"
    """An address in a field of the answer."""
    NEXT = "next"
    """A field of the answer that may be an address or a token."""
    HEADER = "header"
    """A header of the response."""

    @property
    def first(self) -> int:
        """Where counting starts unless something else is said."""
        return 0 if self is PageStyle.OFFSET else 1


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list goes on: what names the next page goes into a parameter or the body of a request.

    Paths are fields that lead from the answer into objects.
    """

    items: tuple[FieldRef, ...]
    """Path of the items in the answer; empty where the answer is a list itself, or else an item."""
    request_token: tuple[str, ...]
    """Wire name of the parameter, or wire names that lead into the body, that asks for a page;
    empty for links and addresses.
    """
    response_token: tuple[FieldRef, ...]
    """Path of what names the next page: from the answer, from an item for a cursor. For numbers, of
    what says which page the answer is; else empty.
    """
    item_type: TypeRef
    """For a map, the type of its values; for answers that are no lists, that of the answer."""
    by_key: bool = False
    """The items are a map, so each is a key with its value."""
    place: ParameterPlace | None = ParameterPlace.QUERY
    """Where the parameter is; None where the body asks for a page."""
    style: PageStyle = PageStyle.TOKEN
    more: tuple[FieldRef, ...] = ()
    """Path of the field of the answer that is false on the last page; empty without one."""
    first: int = 1
    """Number of the first page, where pages have numbers; of the first item, for offsets."""
    last: tuple[FieldRef, ...] = ()
    """Path of the field of the answer that is true on the last page; empty without one."""
    header: str = ""
    """Header of the response that names the next page; empty without one."""
    pages: tuple[FieldRef, ...] = ()
    """Path of the number of pages; empty without one."""
    total: tuple[FieldRef, ...] = ()
    """Path of the number of items on all pages; empty without one."""
