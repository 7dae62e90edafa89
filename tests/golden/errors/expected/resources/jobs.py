"""The resource `jobs`."""

from __future__ import annotations

import builtins

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[builtins.list[str]]:
    return Request(
        "listJobs",
        "GET /jobs",
        name="jobs.list",
        returns=builtins.list[str],
        errors={"429": models.Slow},
    )


def _create() -> Request[None]:
    return Request(
        "createJob",
        "POST /jobs",
        name="jobs.create",
        reads="none",
        errors={"409": models.CreateJobConflict},
    )


def _get_status() -> Request[models.Slow]:
    return Request(
        "getStatus",
        "GET /status",
        name="jobs.get_status",
        returns=models.Slow,
    )


class Jobs(Resource):
    """Operations on `jobs`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[str]:
        """`GET /jobs`"""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /jobs`"""
        return self._send(_create(), options)

    def get_status(self, *, options: RequestOptions | None = None) -> models.Slow:
        """`GET /status`"""
        return self._send(_get_status(), options)


class AsyncJobs(AsyncResource):
    """Operations on `jobs`. Async; documented at :class:`Jobs`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[str]:
        """`GET /jobs`"""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /jobs`"""
        return await self._send(_create(), options)

    async def get_status(self, *, options: RequestOptions | None = None) -> models.Slow:
        """`GET /status`"""
        return await self._send(_get_status(), options)
