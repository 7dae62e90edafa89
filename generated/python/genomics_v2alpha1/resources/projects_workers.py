"""The resource `projects.workers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _check_in(
    id_: str, body: models.CheckInRequest | Mapping[str, Any] | Omit
) -> Request[models.CheckInResponse]:
    return Request(
        "genomics.projects.workers.checkIn",
        "POST /v2alpha1/{id}:checkIn",
        path_params={"id": id_},
        reserved=("id",),
        body=body,
        returns=models.CheckInResponse,
    )


class Workers(Resource):
    """Operations on `projects.workers`."""

    def check_in(
        self,
        id_: str,
        body: models.CheckInRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.CheckInResponse:
        """Report a worker's status and fetch its work, within a project.

        Args:
            id_: Identity token of the worker's machine, as projects/my-project/workers/TOKEN.
        """
        return self._send(_check_in(id_, body), options)


class AsyncWorkers(AsyncResource):
    """Operations on `projects.workers`. Async; documented at :class:`Workers`."""

    async def check_in(
        self,
        id_: str,
        body: models.CheckInRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.CheckInResponse:
        """Report a worker's status and fetch its work, within a project."""
        return await self._send(_check_in(id_, body), options)
