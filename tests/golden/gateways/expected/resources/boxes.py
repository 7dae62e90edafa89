"""The resource `boxes`."""

from __future__ import annotations

import builtins
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[builtins.list[models.Box]]:
    return Request(
        "listBoxes",
        "GET /boxes",
        name="boxes.list",
        returns=builtins.list[models.Box],
    )


def _get(id_: str) -> Request[models.Box]:
    return Request(
        "getBox",
        "GET /boxes/{id}",
        name="boxes.get",
        path_params={"id": id_},
        returns=models.Box,
    )


def _delete(id_: str) -> Request[Any]:
    return Request(
        "deleteBox",
        "DELETE /boxes/{id}",
        name="boxes.delete",
        path_params={"id": id_},
        reads="any",
    )


def _read_logs(id_: str) -> Request[bytes]:
    return Request(
        "readLogs",
        "GET /boxes/{id}/logs",
        name="boxes.read_logs",
        path_params={"id": id_},
        reads="binary",
        accept="application/octet-stream",
    )


def _get_picture(id_: str) -> Request[models.Box]:
    return Request(
        "getPicture",
        "GET /boxes/{id}/picture",
        name="boxes.get_picture",
        path_params={"id": id_},
        returns=models.Box,
    )


def _get_picture_png(id_: str) -> Request[bytes]:
    return Request(
        "getPicture_png",
        "GET /boxes/{id}/picture",
        name="boxes.get_picture_png",
        path_params={"id": id_},
        reads="binary",
        accept="image/png",
    )


class Boxes(Resource):
    """Operations on `boxes`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Box]:
        """`GET /boxes`"""
        return self._send(_list(), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Box:
        """`GET /boxes/{id}`"""
        return self._send(_get(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /boxes/{id}`"""
        return self._send(_delete(id_), options)

    def read_logs(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /boxes/{id}/logs`"""
        return self._send(_read_logs(id_), options)

    def get_picture(self, id_: str, *, options: RequestOptions | None = None) -> models.Box:
        """`GET /boxes/{id}/picture`

        `get_picture_png` answers image/png.
        """
        return self._send(_get_picture(id_), options)

    def get_picture_png(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`get_picture`, answered as image/png."""
        return self._send(_get_picture_png(id_), options)


class AsyncBoxes(AsyncResource):
    """Operations on `boxes`. Async; documented at :class:`Boxes`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Box]:
        """`GET /boxes`"""
        return await self._send(_list(), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Box:
        """`GET /boxes/{id}`"""
        return await self._send(_get(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /boxes/{id}`"""
        return await self._send(_delete(id_), options)

    async def read_logs(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /boxes/{id}/logs`"""
        return await self._send(_read_logs(id_), options)

    async def get_picture(self, id_: str, *, options: RequestOptions | None = None) -> models.Box:
        """`GET /boxes/{id}/picture`"""
        return await self._send(_get_picture(id_), options)

    async def get_picture_png(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`get_picture`, answered as image/png."""
        return await self._send(_get_picture_png(id_), options)
