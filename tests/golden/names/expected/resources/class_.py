"""The resource `class_`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get_import() -> Request[models.Request]:
    return Request(
        "import",
        "GET /imports",
        name="class_.get_import",
        returns=models.Request,
    )


def _put_import() -> Request[models.AnyModel]:
    return Request(
        "Import",
        "PUT /imports",
        name="class_.put_import",
        returns=models.AnyModel,
    )


def _class() -> Request[None]:
    return Request(
        "class",
        "POST /imports",
        name="class_.class_",
        reads="none",
    )


class Class(Resource):
    """Operations on `class_`."""

    def get_import(self, *, options: RequestOptions | None = None) -> models.Request:
        """`GET /imports`"""
        return self._send(_get_import(), options)

    def put_import(self, *, options: RequestOptions | None = None) -> models.AnyModel:
        """`PUT /imports`"""
        return self._send(_put_import(), options)

    def class_(self, *, options: RequestOptions | None = None) -> None:
        """`POST /imports`"""
        return self._send(_class(), options)


class AsyncClass(AsyncResource):
    """Operations on `class_`. Async; documented at :class:`Class`."""

    async def get_import(self, *, options: RequestOptions | None = None) -> models.Request:
        """`GET /imports`"""
        return await self._send(_get_import(), options)

    async def put_import(self, *, options: RequestOptions | None = None) -> models.AnyModel:
        """`PUT /imports`"""
        return await self._send(_put_import(), options)

    async def class_(self, *, options: RequestOptions | None = None) -> None:
        """`POST /imports`"""
        return await self._send(_class(), options)
