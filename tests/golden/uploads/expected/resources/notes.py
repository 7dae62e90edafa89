"""The resource `notes`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.content_types import media_type_of
from .._runtime.bodies.uploads import AsyncRawBody, RawBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request

ReplaceContentType: TypeAlias = Literal[
    "application/vnd.notes.v1+json",
    "application/vnd.notes.v2+json",
    "application/vnd.notes.all+json",
]
UpdateContentType: TypeAlias = Literal[
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/octet-stream",
    "text/plain",
]


def _replace(
    id_: str,
    body: models.Note | models.Page | Sequence[models.Note | Mapping[str, Any]] | Mapping[str, Any],
    content_type: ReplaceContentType | Omit,
) -> Request[None]:
    return Request(
        "replaceNote",
        "PUT /notes/{id}",
        name="notes.replace",
        path_params={"id": id_},
        may_be_empty=("id",),
        body=body,
        media_type=media_type_of(
            body,
            content_type,
            "application/vnd.notes.v1+json",
            by_type={
                "application/vnd.notes.v2+json": (models.Page,),
                "application/vnd.notes.all+json": (list,),
            },
        ),
        reads="none",
    )


def _update(
    id_: str,
    body: Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | AsyncRawBody,
    content_type: UpdateContentType | Omit,
) -> Request[None]:
    return Request(
        "updateNote",
        "PATCH /notes/{id}",
        name="notes.update",
        path_params={"id": id_},
        may_be_empty=("id",),
        body=body,
        media_type=media_type_of(
            body,
            content_type,
            "application/json-patch+json",
            text="text/plain",
            binary="application/octet-stream",
            by_type={"application/merge-patch+json": (dict,)},
        ),
        reads="none",
    )


class Notes(Resource):
    """Operations on `notes`."""

    def replace(
        self,
        id_: str,
        body: (
            models.Note
            | models.Page
            | Sequence[models.Note | Mapping[str, Any]]
            | Mapping[str, Any]
        ),
        *,
        content_type: ReplaceContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /notes/{id}`

        Args:
            content_type: Media type of the body. By default `models.Page` as
                application/vnd.notes.v2+json, lists as application/vnd.notes.all+json, all other
                values as application/vnd.notes.v1+json.
        """
        return self._send(_replace(id_, body, content_type), options)

    def update(
        self,
        id_: str,
        body: Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | RawBody,
        *,
        content_type: UpdateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /notes/{id}`

        Args:
            content_type: Media type of the body. By default text as text/plain, bytes and files
                as application/octet-stream, mappings as application/merge-patch+json, all other
                values as application/json-patch+json.
        """
        return self._send(_update(id_, body, content_type), options)


class AsyncNotes(AsyncResource):
    """Operations on `notes`. Async; documented at :class:`Notes`."""

    async def replace(
        self,
        id_: str,
        body: (
            models.Note
            | models.Page
            | Sequence[models.Note | Mapping[str, Any]]
            | Mapping[str, Any]
        ),
        *,
        content_type: ReplaceContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /notes/{id}`"""
        return await self._send(_replace(id_, body, content_type), options)

    async def update(
        self,
        id_: str,
        body: Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | AsyncRawBody,
        *,
        content_type: UpdateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /notes/{id}`"""
        return await self._send(_update(id_, body, content_type), options)
