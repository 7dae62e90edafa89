"""The resource `blobs`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.bodies.uploads import AsyncFileBody, FileBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(id_: str) -> Request[bytes]:
    return Request(
        "getBlob",
        "GET /blobs/{id}",
        name="blobs.get",
        path_params={"id": id_},
        may_be_empty=("id",),
        reads="binary",
        accept="*/*",
    )


def _replace(id_: str, body: AsyncFileBody) -> Request[None]:
    return Request(
        "replaceBlob",
        "PUT /blobs/{id}",
        name="blobs.replace",
        path_params={"id": id_},
        may_be_empty=("id",),
        upload=body,
        media_type="application/octet-stream",
        reads="none",
    )


class Blobs(Resource):
    """Operations on `blobs`."""

    def get(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /blobs/{id}`"""
        return self._send(_get(id_), options)

    def replace(self, id_: str, body: FileBody, *, options: RequestOptions | None = None) -> None:
        """`PUT /blobs/{id}`"""
        return self._send(_replace(id_, body), options)


class AsyncBlobs(AsyncResource):
    """Operations on `blobs`. Async; documented at :class:`Blobs`."""

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /blobs/{id}`"""
        return await self._send(_get(id_), options)

    async def replace(
        self, id_: str, body: AsyncFileBody, *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /blobs/{id}`"""
        return await self._send(_replace(id_, body), options)
