"""The resource `covers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.content_types import accepted_type, file_media_type, media_type_of
from .._runtime.bodies.uploads import AsyncFileBody, FileBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request

GetAccept: TypeAlias = Literal["image/png", "image/jpeg"]
SetContentType: TypeAlias = Literal["image/png", "image/jpeg"]
AddTagContentType: TypeAlias = Literal["application/x-www-form-urlencoded", "multipart/form-data"]


def _get(id_: str, accept: GetAccept | Omit) -> Request[bytes]:
    return Request(
        "getCover",
        "GET /reports/{id}/cover",
        name="covers.get",
        path_params={"id": id_},
        reads="binary",
        accept=accepted_type(accept, "image/png, image/jpeg"),
    )


def _set(id_: str, body: AsyncFileBody, content_type: SetContentType | Omit) -> Request[None]:
    return Request(
        "setCover",
        "PUT /reports/{id}/cover",
        name="covers.set",
        path_params={"id": id_},
        upload=body,
        media_type=file_media_type(body, content_type, "image/png", "image/jpeg"),
        reads="none",
    )


def _guess(id_: str, body: AsyncFileBody | Omit, content_type: str | Omit) -> Request[bytes]:
    return Request(
        "guessCover",
        "POST /reports/{id}/cover",
        name="covers.guess",
        path_params={"id": id_},
        upload=body,
        media_type=file_media_type(body, content_type, "image/*"),
        reads="binary",
        accept="*/*",
    )


def _add_tag(
    body: models.Step | Mapping[str, Any], content_type: AddTagContentType | Omit
) -> Request[Any]:
    return Request(
        "addTag",
        "POST /tags",
        name="covers.add_tag",
        body=body,
        body_type=models.Step,
        media_type=media_type_of(body, content_type, "application/x-www-form-urlencoded"),
        returns=Any,
        accept="application/*+json",
    )


def _add_tag_text(
    body: models.Step | Mapping[str, Any], content_type: AddTagContentType | Omit
) -> Request[str]:
    return Request(
        "addTag_text",
        "POST /tags",
        name="covers.add_tag_text",
        body=body,
        body_type=models.Step,
        media_type=media_type_of(body, content_type, "application/x-www-form-urlencoded"),
        reads="text",
        accept="text/*",
    )


class Covers(Resource):
    """Operations on `covers`."""

    def get(
        self, id_: str, *, accept: GetAccept | Omit = omit, options: RequestOptions | None = None
    ) -> bytes:
        """`GET /reports/{id}/cover`

        Args:
            accept: Media type of the response. By default the server chooses.
        """
        return self._send(_get(id_, accept), options)

    def set(
        self,
        id_: str,
        body: FileBody,
        *,
        content_type: SetContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /reports/{id}/cover`

        Args:
            content_type: Media type of the body. By default the name of the file decides.
        """
        return self._send(_set(id_, body, content_type), options)

    def guess(
        self,
        id_: str,
        body: FileBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`POST /reports/{id}/cover`

        Args:
            content_type: Media type of the body. By default the name of the file decides.
        """
        return self._send(_guess(id_, body, content_type), options)

    def add_tag(
        self,
        body: models.Step | Mapping[str, Any],
        *,
        content_type: AddTagContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`POST /tags`

        `add_tag_text` answers text/*.

        Args:
            content_type: Media type of the body, application/x-www-form-urlencoded by default.
        """
        return self._send(_add_tag(body, content_type), options)

    def add_tag_text(
        self,
        body: models.Step | Mapping[str, Any],
        *,
        content_type: AddTagContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> str:
        """`add_tag`, answered as text/*.

        Args:
            content_type: Media type of the body, application/x-www-form-urlencoded by default.
        """
        return self._send(_add_tag_text(body, content_type), options)


class AsyncCovers(AsyncResource):
    """Operations on `covers`. Async; documented at :class:`Covers`."""

    async def get(
        self, id_: str, *, accept: GetAccept | Omit = omit, options: RequestOptions | None = None
    ) -> bytes:
        """`GET /reports/{id}/cover`"""
        return await self._send(_get(id_, accept), options)

    async def set(
        self,
        id_: str,
        body: AsyncFileBody,
        *,
        content_type: SetContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /reports/{id}/cover`"""
        return await self._send(_set(id_, body, content_type), options)

    async def guess(
        self,
        id_: str,
        body: AsyncFileBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`POST /reports/{id}/cover`"""
        return await self._send(_guess(id_, body, content_type), options)

    async def add_tag(
        self,
        body: models.Step | Mapping[str, Any],
        *,
        content_type: AddTagContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`POST /tags`"""
        return await self._send(_add_tag(body, content_type), options)

    async def add_tag_text(
        self,
        body: models.Step | Mapping[str, Any],
        *,
        content_type: AddTagContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> str:
        """`add_tag`, answered as text/*."""
        return await self._send(_add_tag_text(body, content_type), options)
