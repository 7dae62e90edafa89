"""The resource `media`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.media.download import AsyncDownload, Download, DownloadRequest
from .._runtime.media.media import AsyncMedia, Media, MediaEndpoint
from .._runtime.media.upload import UploadRequest
from .._runtime.requests.request import Request


def _download(resource_name: str) -> Request[models.Media]:
    return Request(
        "gallery.media.download",
        "GET /gallery/v1/media/{resourceName}",
        path_params={"resourceName": resource_name},
        reserved=("resourceName",),
        returns=models.Media,
    )


def _download_media(resource_name: str) -> DownloadRequest:
    return DownloadRequest(
        "gallery.media.download_media",
        "GET /gallery/v1/media/{resourceName}",
        path_params={"resourceName": resource_name},
        query={"alt": "media"},
        reserved=("resourceName",),
        reads="binary",
        accept="*/*",
    )


def _upload(
    resource_name: str, body: models.Media | Mapping[str, Any] | Omit, media: AsyncMedia | Omit
) -> UploadRequest[models.Media]:
    return UploadRequest(
        "gallery.media.upload",
        "POST /gallery/v1/media/{resourceName}",
        path_params={"resourceName": resource_name},
        reserved=("resourceName",),
        body=body,
        media=media,
        endpoint=MediaEndpoint("/upload/gallery/v1/media/{resourceName}", max_size=1024),
        returns=models.Media,
    )


def _replace(id_: str, media: AsyncMedia | Omit) -> UploadRequest[models.Media]:
    return UploadRequest(
        "gallery.media.replace",
        "PUT /gallery/v1/mails/{id}",
        path_params={"id": id_},
        may_be_empty=("id",),
        media=media,
        endpoint=MediaEndpoint(
            "/resumable/upload/gallery/v1/mails/{id}",
            accept=("message/rfc822",),
            max_size=2097152,
            simple=False,
            multipart=False,
            resumable=True,
        ),
        returns=models.Media,
    )


class MediaResource(Resource):
    """Operations on `media`."""

    def download(
        self, resource_name: str, *, options: RequestOptions | None = None
    ) -> models.Media:
        """`GET /gallery/v1/media/{resourceName}`"""
        return self._send(_download(resource_name), options)

    def download_media(
        self, resource_name: str, *, options: RequestOptions | None = None
    ) -> Download:
        """Download the media of `download`."""
        return self._send_download(_download_media(resource_name), options)

    def upload(
        self,
        resource_name: str,
        body: models.Media | Mapping[str, Any] | Omit = omit,
        *,
        media: Media | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Media:
        """`POST /gallery/v1/media/{resourceName}`

        Args:
            media: Content to upload: a path, an open file, bytes or pieces of bytes, at most 1
                KiB.
        """
        return self._send(_upload(resource_name, body, media), options)

    def replace(
        self, id_: str, *, media: Media | Omit = omit, options: RequestOptions | None = None
    ) -> models.Media:
        """`PUT /gallery/v1/mails/{id}`

        Args:
            media: Content to upload: a path, an open file, bytes or pieces of bytes, of type
                message/rfc822, at most 2 MiB.
        """
        return self._send(_replace(id_, media), options)


class AsyncMediaResource(AsyncResource):
    """Operations on `media`. Async; documented at :class:`MediaResource`."""

    async def download(
        self, resource_name: str, *, options: RequestOptions | None = None
    ) -> models.Media:
        """`GET /gallery/v1/media/{resourceName}`"""
        return await self._send(_download(resource_name), options)

    def download_media(
        self, resource_name: str, *, options: RequestOptions | None = None
    ) -> AsyncDownload:
        """Download the media of `download`."""
        return self._send_download(_download_media(resource_name), options)

    async def upload(
        self,
        resource_name: str,
        body: models.Media | Mapping[str, Any] | Omit = omit,
        *,
        media: AsyncMedia | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Media:
        """`POST /gallery/v1/media/{resourceName}`"""
        return await self._send(_upload(resource_name, body, media), options)

    async def replace(
        self, id_: str, *, media: AsyncMedia | Omit = omit, options: RequestOptions | None = None
    ) -> models.Media:
        """`PUT /gallery/v1/mails/{id}`"""
        return await self._send(_replace(id_, media), options)
