"""The resource `operations`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(name: str) -> Request[models.Operation]:
    return Request(
        "garden.operations.get",
        "GET /v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
    )


def _cancel(
    name: str, body: models.CancelOperationRequest | Mapping[str, Any] | Omit
) -> Request[models.Empty]:
    return Request(
        "garden.operations.cancel",
        "POST /v1/{name}:cancel",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=models.Empty,
    )


def _wait(name: str) -> Request[models.Operation]:
    return Request(
        "garden.operations.wait",
        "POST /v1/{name}:wait",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
    )


class Operations(Resource):
    """Operations on `operations`."""

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """`GET /v1/{name}`"""
        return self._send(_get(name), options)

    def cancel(
        self,
        name: str,
        body: models.CancelOperationRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """`POST /v1/{name}:cancel`"""
        return self._send(_cancel(name, body), options)

    def wait(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """`POST /v1/{name}:wait`"""
        return self._send(_wait(name), options)


class AsyncOperations(AsyncResource):
    """Operations on `operations`. Async; documented at :class:`Operations`."""

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """`GET /v1/{name}`"""
        return await self._send(_get(name), options)

    async def cancel(
        self,
        name: str,
        body: models.CancelOperationRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """`POST /v1/{name}:cancel`"""
        return await self._send(_cancel(name, body), options)

    async def wait(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """`POST /v1/{name}:wait`"""
        return await self._send(_wait(name), options)
