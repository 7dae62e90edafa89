"""Pagination by link headers (RFC 8288)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..records import dataclass, replace
from ..requests.request import Request
from .pagination import Answered, Mark, Pagination, RequestT

if TYPE_CHECKING:
    import httpx2

_TARGET = re.compile(r"<([^<>]*)>")
_PARAMETER = re.compile(r'\s*;\s*([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"<>]*)))?')


@dataclass(frozen=True, kw_only=True)
class LinkPagination(Pagination):
    """A list that goes on at the address of a link whose relation is ``next``."""

    def link_in(self, response: httpx2.Response) -> str:
        return next_link(response)

    def mark_of(self, request: Request[Any]) -> Any:
        return request.link or None

    def asking(self, request: RequestT, mark: Mark) -> RequestT:
        return replace(request, link=str(mark))

    def _mark(self, page: Answered) -> Mark | None:
        return page.link or None


def next_link(response: httpx2.Response) -> str:
    """Return the address of the next page, empty where no link leads to one.

    A link of another context (``anchor``) says nothing of this list.
    """
    for target, parameters in _links(", ".join(response.headers.get_list("link"))):
        relations = parameters.get("rel", "").lower().split()
        if "next" in relations and "anchor" not in parameters:
            return _joined(response, target.strip())
    return ""


def _joined(response: httpx2.Response, target: str) -> str:
    """Return the address of a link; one that makes none stays as it is until it is followed."""
    import httpx2

    try:
        return str(response.request.url.join(target))
    except (ValueError, httpx2.InvalidURL):
        return target


def _links(header: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield target and parameters of each link; of a parameter, the first one counts."""
    position = 0
    while target := _TARGET.search(header, position):
        position = target.end()
        parameters: dict[str, str] = {}
        while found := _PARAMETER.match(header, position):
            name, quoted, plain = found.groups()
            parameters.setdefault(name.lower(), quoted or plain or "")
            position = found.end()
        yield target[1], parameters
