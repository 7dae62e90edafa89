"""The resource `jobs`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[builtins.list[models.Job]]:
    return Request(
        "listJobs",
        "GET /jobs",
        name="jobs.list",
        returns=builtins.list[models.Job],
    )


def _create(body: models.Job | Mapping[str, Any]) -> Request[models.Job]:
    return Request(
        "createJob",
        "POST /jobs",
        name="jobs.create",
        body=body,
        body_type=models.Job,
        returns=models.Job,
    )


class Jobs(Resource):
    """Operations on `jobs`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Job]:
        """`GET /jobs`"""
        return self._send(_list(), options)

    def create(
        self, body: models.Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Job:
        """`POST /jobs`"""
        return self._send(_create(body), options)


class AsyncJobs(AsyncResource):
    """Operations on `jobs`. Async; documented at :class:`Jobs`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Job]:
        """`GET /jobs`"""
        return await self._send(_list(), options)

    async def create(
        self, body: models.Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Job:
        """`POST /jobs`"""
        return await self._send(_create(body), options)
