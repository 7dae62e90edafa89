"""The resource `planes`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(page_token: str | Omit) -> PagedRequest[models.Ambiguous, models.Ambiguous]:
    return PagedRequest(
        "listPlanes",
        "GET /planes",
        name="planes.list",
        query={"pageToken": page_token},
        returns=models.Ambiguous,
        pages=TokenPagination(request="pageToken", response="next_page_token"),
    )


class Planes(Resource):
    """Operations on `planes`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.Ambiguous, models.Ambiguous]:
        """Two lists of objects and none of them called like the resource, so pages are items."""
        return self._send_paged(_list(page_token), options)


class AsyncPlanes(AsyncResource):
    """Operations on `planes`. Async; documented at :class:`Planes`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.Ambiguous, models.Ambiguous]:
        """Two lists of objects and none of them called like the resource, so pages are items."""
        return self._send_paged(_list(page_token), options)
