"""The resource `class_`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.shared_request import AnyModel
from ..models.shared_request import Request as RequestModel


def _get_import() -> Request[RequestModel]:
    return Request(
        "import",
        "GET",
        "/imports",
        returns=RequestModel,
    )


def _put_import() -> Request[AnyModel]:
    return Request(
        "Import",
        "PUT",
        "/imports",
        returns=AnyModel,
    )


def _class() -> Request[None]:
    return Request(
        "class",
        "POST",
        "/imports",
        reads="none",
    )


class Class(Resource):
    """Operations on `class_`."""

    def get_import(self, *, options: RequestOptions | None = None) -> RequestModel:
        """`GET /imports`"""
        return self._client.send(_get_import(), options)

    def put_import(self, *, options: RequestOptions | None = None) -> AnyModel:
        """`PUT /imports`"""
        return self._client.send(_put_import(), options)

    def class_(self, *, options: RequestOptions | None = None) -> None:
        """`POST /imports`"""
        return self._client.send(_class(), options)


class AsyncClass(AsyncResource):
    """Operations on `class_`. Async; documented at :class:`Class`."""

    async def get_import(self, *, options: RequestOptions | None = None) -> RequestModel:
        """`GET /imports`"""
        return await self._client.send(_get_import(), options)

    async def put_import(self, *, options: RequestOptions | None = None) -> AnyModel:
        """`PUT /imports`"""
        return await self._client.send(_put_import(), options)

    async def class_(self, *, options: RequestOptions | None = None) -> None:
        """`POST /imports`"""
        return await self._client.send(_class(), options)
