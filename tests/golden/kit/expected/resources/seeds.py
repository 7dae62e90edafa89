"""The resource `seeds`."""

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


def _upload(
    body: models.Seed | Mapping[str, Any] | Omit, media: AsyncMedia | Omit
) -> UploadRequest[models.Seed]:
    return UploadRequest(
        "uploadSeed",
        "POST /seeds",
        name="seeds.upload",
        body=body,
        media=media,
        endpoint=MediaEndpoint(
            "/upload/v1/seeds", accept=("image/*", "application/octet-stream"), resumable=True
        ),
        returns=models.Seed,
    )


def _get(seed_name: str) -> Request[models.Seed]:
    return Request(
        "getSeed",
        "GET /seeds/{seed_name}",
        name="seeds.get",
        path_params={"seed_name": seed_name},
        returns=models.Seed,
    )


def _get_media(seed_name: str) -> DownloadRequest:
    return DownloadRequest(
        "getSeed_media",
        "GET /seeds/{seed_name}",
        name="seeds.get_media",
        path_params={"seed_name": seed_name},
        query={"alt": "media"},
        reads="binary",
        accept="*/*",
    )


class Seeds(Resource):
    """Operations on `seeds`."""

    def upload(
        self,
        body: models.Seed | Mapping[str, Any] | Omit = omit,
        *,
        media: Media | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Seed:
        """`POST /seeds`

        Args:
            media: Content to upload: a path, an open file, bytes or pieces of bytes, of type
                image/* or application/octet-stream.
        """
        return self._send(_upload(body, media), options)

    def get(self, seed_name: str, *, options: RequestOptions | None = None) -> models.Seed:
        """`GET /seeds/{seed_name}`"""
        return self._send(_get(seed_name), options)

    def get_media(self, seed_name: str, *, options: RequestOptions | None = None) -> Download:
        """Download the media of `get`."""
        return self._send_download(_get_media(seed_name), options)


class AsyncSeeds(AsyncResource):
    """Operations on `seeds`. Async; documented at :class:`Seeds`."""

    async def upload(
        self,
        body: models.Seed | Mapping[str, Any] | Omit = omit,
        *,
        media: AsyncMedia | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Seed:
        """`POST /seeds`"""
        return await self._send(_upload(body, media), options)

    async def get(self, seed_name: str, *, options: RequestOptions | None = None) -> models.Seed:
        """`GET /seeds/{seed_name}`"""
        return await self._send(_get(seed_name), options)

    def get_media(self, seed_name: str, *, options: RequestOptions | None = None) -> AsyncDownload:
        """Download the media of `get`."""
        return self._send_download(_get_media(seed_name), options)
