"""The resource `files`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import ReadAs, Request


def _count() -> Request[Any]:
    return Request(
        "countFiles",
        "GET /count",
        name="files.count",
        reads="any",
    )


def _head_count() -> Request[None]:
    return Request(
        "headCount",
        "HEAD /count",
        name="files.head_count",
        reads="none",
    )


def _get_name(id_: str) -> Request[str]:
    return Request(
        "getName",
        "GET /files/{id}/name",
        name="files.get_name",
        path_params={"id": id_},
        returns=str,
        reads="any",
        accept="*/*",
    )


def _export(id_: str) -> Request[Any]:
    return Request(
        "exportFile",
        "GET /files/{id}/export",
        name="files.export",
        path_params={"id": id_},
        returns=Any,
    )


def _read(id_: str) -> Request[bytes]:
    return Request(
        "readFile",
        "GET /files/{id}/content",
        name="files.read",
        path_params={"id": id_},
        reads="binary",
    )


def _get(id_: str, if_none_match: str | Omit) -> Request[models.File | None]:
    return Request(
        "getFile",
        "GET /files/{id}",
        name="files.get",
        path_params={"id": id_},
        headers={"If-None-Match": if_none_match},
        may_be_empty=("id",),
        returns=models.File,
        answers={"304": ReadAs(reads="none")},
        errors={"422": dict[str, Any]},
    )


def _put(id_: str, body: models.File | Mapping[str, Any] | Omit) -> Request[models.File | None]:
    return Request(
        "putFile",
        "PUT /files/{id}",
        name="files.put",
        path_params={"id": id_},
        may_be_empty=("id",),
        body=body,
        returns=models.File,
        answers={"202": ReadAs(reads="any")},
    )


class Files(Resource):
    """Operations on `files`."""

    def count(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /count`"""
        return self._send(_count(), options)

    def head_count(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /count`"""
        return self._send(_head_count(), options)

    def get_name(self, id_: str, *, options: RequestOptions | None = None) -> str:
        """`GET /files/{id}/name`"""
        return self._send(_get_name(id_), options)

    def export(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`GET /files/{id}/export`"""
        return self._send(_export(id_), options)

    def read(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /files/{id}/content`"""
        return self._send(_read(id_), options)

    def get(
        self, id_: str, *, if_none_match: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.File | None:
        """`GET /files/{id}`

        Returns:
            200: `File`. The file.
            304: `None`. It is as it was.
        """
        return self._send(_get(id_, if_none_match), options)

    def put(
        self,
        id_: str,
        body: models.File | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.File | None:
        """`PUT /files/{id}`

        Returns:
            200: `File`. Replaced.
            202: `None`. Later.
        """
        return self._send(_put(id_, body), options)


class AsyncFiles(AsyncResource):
    """Operations on `files`. Async; documented at :class:`Files`."""

    async def count(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /count`"""
        return await self._send(_count(), options)

    async def head_count(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /count`"""
        return await self._send(_head_count(), options)

    async def get_name(self, id_: str, *, options: RequestOptions | None = None) -> str:
        """`GET /files/{id}/name`"""
        return await self._send(_get_name(id_), options)

    async def export(self, id_: str, *, options: RequestOptions | None = None) -> Any:
        """`GET /files/{id}/export`"""
        return await self._send(_export(id_), options)

    async def read(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /files/{id}/content`"""
        return await self._send(_read(id_), options)

    async def get(
        self, id_: str, *, if_none_match: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.File | None:
        """`GET /files/{id}`"""
        return await self._send(_get(id_, if_none_match), options)

    async def put(
        self,
        id_: str,
        body: models.File | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.File | None:
        """`PUT /files/{id}`"""
        return await self._send(_put(id_, body), options)
