"""The resource `albums`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import Base64
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import FieldEncoding, Multipart, Request


def _create(
    cover: File,
    pages: list[File] | Omit,
    scan: File | Omit,
    about: models.About | Omit,
    history: str | Omit,
    labels: Sequence[str] | Omit,
    sizes: Sequence[int] | Omit,
    place: models.CreateAlbumPlace | Omit,
    seal: bytes | Omit,
    note: str | Omit,
    cover_x_taken: date | Omit,
) -> Request[None]:
    return Request(
        "createAlbum",
        "POST /albums",
        name="albums.create",
        multipart=Multipart(
            files={"cover": cover, "pages": pages, "scan": scan},
            fields={
                "about": about,
                "history": history,
                "labels": labels,
                "sizes": sizes,
                "place": place,
                "seal": seal,
                "note": note,
            },
            encodings={
                "cover": FieldEncoding(
                    ("image/png", "image/jpeg"),
                    headers={"X-Camera": "film", "X-Taken": cover_x_taken},
                ),
                "scan": FieldEncoding(("application/pdf",)),
                "history": FieldEncoding(("application/xml",)),
                "labels": FieldEncoding(("application/json",)),
                "sizes": FieldEncoding(style="pipes"),
                "place": FieldEncoding(style="deepObject"),
                "note": FieldEncoding(("text/markdown",)),
                "seal": FieldEncoding(format=Base64),
            },
        ),
        reads="none",
    )


def _search(
    body: models.SearchRequest | Mapping[str, Any], ids: Sequence[int] | Omit
) -> Request[None]:
    return Request(
        "search",
        "POST /searches",
        name="albums.search",
        query={"ids": ids},
        styles={"ids": "pipes"},
        body=body,
        body_type=models.SearchRequest,
        media_type="application/x-www-form-urlencoded",
        encodings={
            "ids": FieldEncoding(style="csv"),
            "words": FieldEncoding(style="ssv"),
            "filter": FieldEncoding(("application/json",)),
            "near": FieldEncoding(style="deepObject"),
            "path": FieldEncoding(style="repeat", reserved=True),
        },
        reads="none",
    )


class Albums(Resource):
    """Operations on `albums`."""

    def create(
        self,
        *,
        cover: File,
        pages: list[File] | Omit = omit,
        scan: File | Omit = omit,
        about: models.About | Omit = omit,
        history: str | Omit = omit,
        labels: Sequence[str] | Omit = omit,
        sizes: Sequence[int] | Omit = omit,
        place: models.CreateAlbumPlace | Omit = omit,
        seal: bytes | Omit = omit,
        note: str | Omit = omit,
        cover_x_taken: date | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /albums`

        Args:
            cover: The picture in front.
            cover_x_taken: When it was taken.
        """
        return self._send(
            _create(
                cover, pages, scan, about, history, labels, sizes, place, seal, note, cover_x_taken
            ),
            options,
        )

    def search(
        self,
        body: models.SearchRequest | Mapping[str, Any],
        *,
        ids: Sequence[int] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /searches`"""
        return self._send(_search(body, ids), options)


class AsyncAlbums(AsyncResource):
    """Operations on `albums`. Async; documented at :class:`Albums`."""

    async def create(
        self,
        *,
        cover: File,
        pages: list[File] | Omit = omit,
        scan: File | Omit = omit,
        about: models.About | Omit = omit,
        history: str | Omit = omit,
        labels: Sequence[str] | Omit = omit,
        sizes: Sequence[int] | Omit = omit,
        place: models.CreateAlbumPlace | Omit = omit,
        seal: bytes | Omit = omit,
        note: str | Omit = omit,
        cover_x_taken: date | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /albums`"""
        return await self._send(
            _create(
                cover, pages, scan, about, history, labels, sizes, place, seal, note, cover_x_taken
            ),
            options,
        )

    async def search(
        self,
        body: models.SearchRequest | Mapping[str, Any],
        *,
        ids: Sequence[int] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /searches`"""
        return await self._send(_search(body, ids), options)
