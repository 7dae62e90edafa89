"""The resource `pictures`."""

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


def _insert(
    album: str,
    body: models.Picture | Mapping[str, Any] | Omit,
    media: AsyncMedia | Omit,
    media_: str | Omit,
    name: str | Omit,
) -> UploadRequest[models.Picture]:
    return UploadRequest(
        "gallery.pictures.insert",
        "POST /gallery/v1/albums/{album}/pictures",
        path_params={"album": album},
        query={"media": media_, "name": name},
        body=body,
        body_type=models.Picture,
        media=media,
        endpoint=MediaEndpoint(
            "/upload/gallery/v1/albums/{album}/pictures",
            accept=("image/*", "application/octet-stream"),
            max_size=1073741824,
            resumable=True,
        ),
        returns=models.Picture,
    )


def _get(album: str, picture: str, size: models.PictureSize | Omit) -> Request[models.Picture]:
    return Request(
        "gallery.pictures.get",
        "GET /gallery/v1/albums/{album}/pictures/{picture}",
        path_params={"album": album, "picture": picture},
        query={"size": size},
        returns=models.Picture,
    )


def _get_media(album: str, picture: str, size: models.PictureSize | Omit) -> DownloadRequest:
    return DownloadRequest(
        "gallery.pictures.get_media",
        "GET /download/gallery/v1/albums/{album}/pictures/{picture}",
        path_params={"album": album, "picture": picture},
        query={"size": size, "alt": "media"},
        reads="binary",
        accept="*/*",
    )


def _export(album: str) -> Request[None]:
    return Request(
        "gallery.pictures.export",
        "GET /gallery/v1/albums/{album}/export",
        path_params={"album": album},
        reads="none",
    )


def _export_media(album: str) -> DownloadRequest:
    return DownloadRequest(
        "gallery.pictures.export_media",
        "GET /gallery/v1/albums/{album}/export",
        path_params={"album": album},
        query={"alt": "media"},
        reads="binary",
        accept="*/*",
    )


class Pictures(Resource):
    """Operations on `pictures`."""

    def insert(
        self,
        album: str,
        body: models.Picture | Mapping[str, Any] | Omit = omit,
        *,
        media: Media | Omit = omit,
        media_: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """Hangs a picture.

        Args:
            media: Content to upload: a path, an open file, bytes or pieces of bytes, of type
                image/* or application/octet-stream, at most 1 GiB.
            media_: What it is painted with.
        """
        return self._send(_insert(album, body, media, media_, name), options)

    def get(
        self,
        album: str,
        picture: str,
        *,
        size: models.PictureSize | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """Tells of a picture."""
        return self._send(_get(album, picture, size), options)

    def get_media(
        self,
        album: str,
        picture: str,
        *,
        size: models.PictureSize | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Download:
        """Download the media of `get`.

        Tells of a picture.
        """
        return self._send_download(_get_media(album, picture, size), options)

    def export(self, album: str, *, options: RequestOptions | None = None) -> None:
        """`GET /gallery/v1/albums/{album}/export`"""
        return self._send(_export(album), options)

    def export_media(self, album: str, *, options: RequestOptions | None = None) -> Download:
        """Download the media of `export`."""
        return self._send_download(_export_media(album), options)


class AsyncPictures(AsyncResource):
    """Operations on `pictures`. Async; documented at :class:`Pictures`."""

    async def insert(
        self,
        album: str,
        body: models.Picture | Mapping[str, Any] | Omit = omit,
        *,
        media: AsyncMedia | Omit = omit,
        media_: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """Hangs a picture."""
        return await self._send(_insert(album, body, media, media_, name), options)

    async def get(
        self,
        album: str,
        picture: str,
        *,
        size: models.PictureSize | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """Tells of a picture."""
        return await self._send(_get(album, picture, size), options)

    def get_media(
        self,
        album: str,
        picture: str,
        *,
        size: models.PictureSize | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncDownload:
        """Download the media of `get`."""
        return self._send_download(_get_media(album, picture, size), options)

    async def export(self, album: str, *, options: RequestOptions | None = None) -> None:
        """`GET /gallery/v1/albums/{album}/export`"""
        return await self._send(_export(album), options)

    def export_media(self, album: str, *, options: RequestOptions | None = None) -> AsyncDownload:
        """Download the media of `export`."""
        return self._send_download(_export_media(album), options)
