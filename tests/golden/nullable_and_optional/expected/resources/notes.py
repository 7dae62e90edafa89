"""The resource `notes`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _update(
    note_id: str, body: models.Note | Mapping[str, Any], label: str | None | Omit
) -> Request[models.Note]:
    return Request(
        "updateNote",
        "PATCH /notes/{noteId}",
        name="notes.update",
        path_params={"noteId": note_id},
        query={"label": label},
        may_be_empty=("noteId",),
        body=body,
        returns=models.Note,
    )


class Notes(Resource):
    """Operations on `notes`."""

    def update(
        self,
        note_id: str,
        body: models.Note | Mapping[str, Any],
        *,
        label: str | None | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Note:
        """`PATCH /notes/{noteId}`"""
        return self._send(_update(note_id, body, label), options)


class AsyncNotes(AsyncResource):
    """Operations on `notes`. Async; documented at :class:`Notes`."""

    async def update(
        self,
        note_id: str,
        body: models.Note | Mapping[str, Any],
        *,
        label: str | None | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Note:
        """`PATCH /notes/{noteId}`"""
        return await self._send(_update(note_id, body, label), options)
