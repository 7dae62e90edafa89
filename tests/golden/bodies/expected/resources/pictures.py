"""The resource `pictures`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import AsyncFileBody, File, FileBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Multipart, Request


def _upload(
    picture: File, album: str | Omit, caption: str | Omit, count: int | Omit
) -> Request[models.Picture]:
    return Request(
        "uploadPicture",
        "POST /pictures",
        name="pictures.upload",
        query={"album": album},
        multipart=Multipart(
            files={"picture": picture}, fields={"caption": caption, "count": count}
        ),
        returns=models.Picture,
    )


def _download(id_: str) -> Request[bytes]:
    return Request(
        "downloadPicture",
        "GET /pictures/{id}",
        name="pictures.download",
        path_params={"id": id_},
        reads="binary",
        accept="image/png",
    )


def _replace(id_: str, body: AsyncFileBody) -> Request[None]:
    return Request(
        "replacePicture",
        "PUT /pictures/{id}",
        name="pictures.replace",
        path_params={"id": id_},
        upload=body,
        media_type="application/octet-stream",
        reads="none",
    )


class Pictures(Resource):
    """Operations on `pictures`."""

    def upload(
        self,
        *,
        picture: File,
        album: str | Omit = omit,
        caption: str | Omit = omit,
        count: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """`POST /pictures`

        Args:
            picture: The image itself.
        """
        return self._send(_upload(picture, album, caption, count), options)

    def download(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /pictures/{id}`"""
        return self._send(_download(id_), options)

    def replace(self, id_: str, body: FileBody, *, options: RequestOptions | None = None) -> None:
        """`PUT /pictures/{id}`"""
        return self._send(_replace(id_, body), options)


class AsyncPictures(AsyncResource):
    """Operations on `pictures`. Async; documented at :class:`Pictures`."""

    async def upload(
        self,
        *,
        picture: File,
        album: str | Omit = omit,
        caption: str | Omit = omit,
        count: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Picture:
        """`POST /pictures`"""
        return await self._send(_upload(picture, album, caption, count), options)

    async def download(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /pictures/{id}`"""
        return await self._send(_download(id_), options)

    async def replace(
        self, id_: str, body: AsyncFileBody, *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /pictures/{id}`"""
        return await self._send(_replace(id_, body), options)
