"""Pagination by the address of the next page in the response body."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from ..data.json_shapes import attribute, is_array, is_model, is_object
from ..records import dataclass, replace
from ..requests.request import Request
from .pagination import Answered, Mark, Pagination, RequestT

if TYPE_CHECKING:
    import httpx2

_HELD_IN = ("href", "url", "uri")
"""Properties of links that have their addresses."""
_RELATIONS = ("rel", "relation", "rels")
_ADDRESS = re.compile(r"https?://|\?|/[^?]*\?", re.IGNORECASE)
"""Addresses; a text that starts like none of them is a token, such as ``/9j4=`` in base64."""


@dataclass(frozen=True, kw_only=True)
class UrlPagination(Pagination):
    """A list whose response has the address of the next page; without one it is the last."""

    response: str
    """Attribute of the response that holds the address."""

    def link_in(self, response: httpx2.Response) -> str:
        return str(response.request.url)  # what a relative address is relative to

    def mark_of(self, request: Request[Any]) -> Any:
        return request.link or None

    def asking(self, request: RequestT, mark: Mark) -> RequestT:
        return replace(request, link=str(mark))

    def _mark(self, page: Answered) -> Mark | None:
        address = _address(attribute(page.body, self.response))
        return _absolute(str(address), page) if address else None


@dataclass(frozen=True, kw_only=True)
class NextPagination(UrlPagination):
    """A list whose response has the address of the next page, or a token that asks for it."""

    def mark_of(self, request: Request[Any]) -> Any:
        return request.link or Pagination.mark_of(self, request)

    def asking(self, request: RequestT, mark: Mark) -> RequestT:
        if _ADDRESS.match(str(mark)):
            return replace(request, link=str(mark))
        return Pagination.asking(self, request, mark)

    def _mark(self, page: Answered) -> Mark | None:
        address = _address(attribute(page.body, self.response))
        text = str(address or "")
        return _absolute(text, page) if _ADDRESS.match(text) else text or None


def _address(said: Any) -> Any:
    """Return an address, also that of JSON:API's link object, or of the next one among links."""
    if is_array(said):
        said = next((one for one in said if "next" in _relations(one)), None)
    if is_model(said) or is_object(said):
        return _first_of(said, _HELD_IN)
    return said


def _relations(link: Any) -> list[str]:
    """Return the relations of a link, as its text or a list has them."""
    said = _first_of(link, _RELATIONS)
    return [str(one) for one in said] if is_array(said) else str(said or "").lower().split()


def _first_of(value: Any, names: tuple[str, ...]) -> Any:
    """Return the first property of a model or a mapping that has a value."""
    read = value.get if is_object(value) else partial(getattr, value)
    return next((found for name in names if (found := read(name, None))), None)


def _absolute(address: str, page: Answered) -> str:
    """Return an address below the base URL that the page came from.

    A server that does not know the path where a proxy has put it leaves that out.
    """
    import httpx2

    here = httpx2.URL(page.link)
    if address.startswith("/") and not address.startswith("//"):
        depth = page.request.path.split("?")[0].count("/")
        base = "/".join(here.path.split("/")[:-depth])
        if base and not address.startswith(f"{base}/"):
            address = base + address
    return str(here.join(address))
