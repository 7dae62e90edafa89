"""Pagination by a header of the response that names the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records import dataclass
from .pagination import Answered, Mark, Pagination

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, kw_only=True)
class HeaderPagination(Pagination):
    """A list whose response names the next page in a header; without it, it is the last."""

    header: str
    """Name of the header."""

    def link_in(self, response: httpx2.Response) -> str:
        return str(response.headers.get(self.header, ""))

    def _mark(self, page: Answered) -> Mark | None:
        return page.link or None
