"""The resource `files`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _download(id_: str) -> Request[bytes]:
    return Request(
        "Files_Download",
        "GET /v1/files/{id}",
        path_params={"id": id_},
        reads="binary",
    )


def _pieces(id_: str) -> Request[bytes]:
    return Request(
        "Files_Pieces",
        "GET /v1/files/{id}/pieces",
        path_params={"id": id_},
        reads="binary",
    )


class Files(Resource):
    """Operations on `files`."""

    def download(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}`"""
        return self._send(_download(id_), options)

    def pieces(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}/pieces`"""
        return self._send(_pieces(id_), options)


class AsyncFiles(AsyncResource):
    """Operations on `files`. Async; documented at :class:`Files`."""

    async def download(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}`"""
        return await self._send(_download(id_), options)

    async def pieces(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}/pieces`"""
        return await self._send(_pieces(id_), options)
