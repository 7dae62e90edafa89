"""The resource `photos`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from .._options import RequestOptions
from .._runtime.bodies.uploads import File, FilePart
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import Base64Url, IsoDuration
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import FieldEncoding, Multipart, Request


def _create(
    title: str,
    labels: Sequence[str] | None,
    about: str | None | Omit,
    cover: File | None | Omit,
    scan: File | None | Omit,
    pages: list[File] | None | Omit,
    picture: File | list[File] | Omit,
    video: File | Omit,
    source: FilePart | str | Omit,
    meta: Any | Omit,
    seal: bytes | Omit,
    length: timedelta | Omit,
) -> Request[None]:
    return Request(
        "createPhoto",
        "POST /photos",
        name="photos.create",
        multipart=Multipart(
            files={
                "cover": cover,
                "scan": scan,
                "pages": pages,
                "picture": picture,
                "video": video,
            },
            fields={
                "title": title,
                "labels": labels,
                "about": about,
                "source": source,
                "seal": seal,
                "length": length,
            },
            untyped={"meta": meta},
            encodings={
                "labels": FieldEncoding(("text/plain",)),
                "about": FieldEncoding(("application/xml",)),
                "seal": FieldEncoding(format=Base64Url),
                "length": FieldEncoding(format=IsoDuration),
            },
        ),
        reads="none",
    )


class Photos(Resource):
    """Operations on `photos`."""

    def create(
        self,
        *,
        title: str,
        labels: Sequence[str] | None,
        about: str | None | Omit = omit,
        cover: File | None | Omit = omit,
        scan: File | None | Omit = omit,
        pages: list[File] | None | Omit = omit,
        picture: File | list[File] | Omit = omit,
        video: File | Omit = omit,
        source: FilePart | str | Omit = omit,
        meta: Any | Omit = omit,
        seal: bytes | Omit = omit,
        length: timedelta | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /photos`"""
        return self._send(
            _create(
                title, labels, about, cover, scan, pages, picture, video, source, meta, seal, length
            ),
            options,
        )


class AsyncPhotos(AsyncResource):
    """Operations on `photos`. Async; documented at :class:`Photos`."""

    async def create(
        self,
        *,
        title: str,
        labels: Sequence[str] | None,
        about: str | None | Omit = omit,
        cover: File | None | Omit = omit,
        scan: File | None | Omit = omit,
        pages: list[File] | None | Omit = omit,
        picture: File | list[File] | Omit = omit,
        video: File | Omit = omit,
        source: FilePart | str | Omit = omit,
        meta: Any | Omit = omit,
        seal: bytes | Omit = omit,
        length: timedelta | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /photos`"""
        return await self._send(
            _create(
                title, labels, about, cover, scan, pages, picture, video, source, meta, seal, length
            ),
            options,
        )
