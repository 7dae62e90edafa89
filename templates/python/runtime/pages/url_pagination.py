"""Pagination by the address of the next page in the response body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..data.json_shapes import attribute, is_model, is_object
from ..requests.request import Request
from .pagination import Answered, Mark, Pagination, RequestT

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True, kw_only=True)
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
        address = attribute(page.body, self.response)
        if is_model(address) or is_object(address):
            address = attribute(address, "href")  # JSON:API's link object
        return _absolute(str(address), page) if address else None


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
