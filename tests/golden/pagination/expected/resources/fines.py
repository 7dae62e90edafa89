"""The resource `fines`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import NumberPagination


def _list(page: int | Omit) -> PagedRequest[float, models.ListFinesResponse]:
    return PagedRequest(
        "listFines",
        "GET /fines",
        name="fines.list",
        query={"page": page},
        returns=models.ListFinesResponse,
        pages=NumberPagination(items="fines", request="page"),
    )


class Fines(Resource):
    """Operations on `fines`."""

    def list(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> Page[float, models.ListFinesResponse]:
        """Pages have numbers."""
        return self._send_paged(_list(page), options)


class AsyncFines(AsyncResource):
    """Operations on `fines`. Async; documented at :class:`Fines`."""

    def list(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[float, models.ListFinesResponse]:
        """Pages have numbers."""
        return self._send_paged(_list(page), options)
