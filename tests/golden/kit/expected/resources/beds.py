"""The resource `beds`."""

from __future__ import annotations

import builtins

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.link_pagination import LinkPagination
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest


def _list(
    page: int | Omit, per_page: int | Omit
) -> PagedRequest[models.Bed, builtins.list[models.Bed]]:
    return PagedRequest(
        "listBeds",
        "GET /beds",
        query={"page": page, "per_page": per_page},
        returns=builtins.list[models.Bed],
        pages=LinkPagination(),
    )


class Beds(Resource):
    """Operations on `beds`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Bed, builtins.list[models.Bed]]:
        """`GET /beds`"""
        return self._send_paged(_list(page, per_page), options)


class AsyncBeds(AsyncResource):
    """Operations on `beds`. Async; documented at :class:`Beds`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Bed, builtins.list[models.Bed]]:
        """`GET /beds`"""
        return self._send_paged(_list(page, per_page), options)
