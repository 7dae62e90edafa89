"""The resource `beds`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.link_pagination import LinkPagination
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.requests.request import Request


def _list(
    page: int | Omit, per_page: int | Omit, shade: bool | Omit, soil: Sequence[str] | Omit
) -> PagedRequest[models.Bed, builtins.list[models.Bed]]:
    return PagedRequest(
        "listBeds",
        "GET /beds",
        name="beds.list",
        query={"page": page, "per_page": per_page, "shade": shade, "soil": soil},
        returns=builtins.list[models.Bed],
        pages=LinkPagination(),
    )


def _get(bed_name: str) -> Request[models.Bed]:
    return Request(
        "getBed",
        "GET /beds/{bed_name}",
        name="beds.get",
        path_params={"bed_name": bed_name},
        returns=models.Bed,
    )


def _put(bed_name: str, body: models.Bed | Mapping[str, Any]) -> Request[models.Bed]:
    return Request(
        "putBed",
        "PUT /beds/{bed_name}",
        name="beds.put",
        path_params={"bed_name": bed_name},
        body=body,
        returns=models.Bed,
    )


def _delete(bed_name: str) -> Request[None]:
    return Request(
        "deleteBed",
        "DELETE /beds/{bed_name}",
        name="beds.delete",
        path_params={"bed_name": bed_name},
        reads="none",
    )


class Beds(Resource):
    """Operations on `beds`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        shade: bool | Omit = omit,
        soil: Sequence[str] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Bed, builtins.list[models.Bed]]:
        """`GET /beds`"""
        return self._send_paged(_list(page, per_page, shade, soil), options)

    def get(self, bed_name: str, *, options: RequestOptions | None = None) -> models.Bed:
        """`GET /beds/{bed_name}`"""
        return self._send(_get(bed_name), options)

    def put(
        self,
        bed_name: str,
        body: models.Bed | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Bed:
        """`PUT /beds/{bed_name}`"""
        return self._send(_put(bed_name, body), options)

    def delete(self, bed_name: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /beds/{bed_name}`"""
        return self._send(_delete(bed_name), options)


class AsyncBeds(AsyncResource):
    """Operations on `beds`. Async; documented at :class:`Beds`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        shade: bool | Omit = omit,
        soil: Sequence[str] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Bed, builtins.list[models.Bed]]:
        """`GET /beds`"""
        return self._send_paged(_list(page, per_page, shade, soil), options)

    async def get(self, bed_name: str, *, options: RequestOptions | None = None) -> models.Bed:
        """`GET /beds/{bed_name}`"""
        return await self._send(_get(bed_name), options)

    async def put(
        self,
        bed_name: str,
        body: models.Bed | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Bed:
        """`PUT /beds/{bed_name}`"""
        return await self._send(_put(bed_name, body), options)

    async def delete(self, bed_name: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /beds/{bed_name}`"""
        return await self._send(_delete(bed_name), options)
