"""The resource `jobs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.jobs import Job


def _create(body: Job | Mapping[str, Any]) -> Request[Job]:
    return Request(
        "createJob",
        "POST",
        "/jobs",
        body=body,
        returns=Job,
    )


class Jobs(Resource):
    """Operations on `jobs`."""

    def create(
        self, body: Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Job:
        """`POST /jobs`"""
        return self._client.send(_create(body), options)


class AsyncJobs(AsyncResource):
    """Operations on `jobs`. Async; documented at :class:`Jobs`."""

    async def create(
        self, body: Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Job:
        """`POST /jobs`"""
        return await self._client.send(_create(body), options)
