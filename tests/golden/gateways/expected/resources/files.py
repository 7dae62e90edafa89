"""The resource `files`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.content_types import media_type_of
from .._runtime.bodies.uploads import AsyncRawBody, RawBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _download(id_: str) -> Request[bytes]:
    return Request(
        "Files_Download",
        "GET /v1/files/{id}",
        path_params={"id": id_},
        may_be_empty=("id",),
        reads="binary",
    )


def _upload(
    id_: str, body: models.HttpBody | Mapping[str, Any] | AsyncRawBody, content_type: str | Omit
) -> Request[bytes]:
    return Request(
        "Files_Upload",
        "PUT /v1/files/{id}",
        path_params={"id": id_},
        may_be_empty=("id",),
        body=body,
        media_type=media_type_of(
            body, content_type, "application/json", binary="application/octet-stream"
        ),
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

    def upload(
        self,
        id_: str,
        body: models.HttpBody | Mapping[str, Any] | RawBody,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`PUT /v1/files/{id}`

        Args:
            content_type: Media type of the body. By default bytes and files as
                application/octet-stream, all other values as application/json.
        """
        return self._send(_upload(id_, body, content_type), options)

    def pieces(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}/pieces`"""
        return self._send(_pieces(id_), options)


class AsyncFiles(AsyncResource):
    """Operations on `files`. Async; documented at :class:`Files`."""

    async def download(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}`"""
        return await self._send(_download(id_), options)

    async def upload(
        self,
        id_: str,
        body: models.HttpBody | Mapping[str, Any] | AsyncRawBody,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`PUT /v1/files/{id}`"""
        return await self._send(_upload(id_, body, content_type), options)

    async def pieces(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /v1/files/{id}/pieces`"""
        return await self._send(_pieces(id_), options)
