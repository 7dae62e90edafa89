"""The resource `jobs`."""

from __future__ import annotations

from typing import Any

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(id_: str) -> Request[Any]:
    return Request(
        "getJob",
        "GET /jobs/{id}",
        name="jobs.get",
        path_params={"id": id_},
        may_be_empty=("id",),
        reads="any",
        final=(501, "NoSuchJob"),
    )


def _repeat(id_: str) -> Request[Any]:
    return Request(
        "repeatJob",
        "PUT /jobs/{id}",
        name="jobs.repeat",
        path_params={"id": id_},
        may_be_empty=("id",),
        reads="any",
        idempotent=False,
    )


def _search() -> Request[None]:
    return Request(
        "search",
        "POST /searches",
        name="jobs.search",
        reads="none",
        idempotent=True,
    )


class Jobs(Resource):
    """Operations on `jobs`."""

    def get(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`GET /jobs/{id}`"""
        return self._send(_get(id_), options)

    def repeat(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`PUT /jobs/{id}`"""
        return self._send(_repeat(id_), options)

    def search(self, *, options: RequestOptions | None = None) -> None:
        """`POST /searches`"""
        return self._send(_search(), options)


class AsyncJobs(AsyncResource):
    """Operations on `jobs`. Async; documented at :class:`Jobs`."""

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`GET /jobs/{id}`"""
        return await self._send(_get(id_), options)

    async def repeat(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`PUT /jobs/{id}`"""
        return await self._send(_repeat(id_), options)

    async def search(self, *, options: RequestOptions | None = None) -> None:
        """`POST /searches`"""
        return await self._send(_search(), options)
