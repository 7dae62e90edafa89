"""The resource `tools`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(shop: str | Omit, limit: int | Omit) -> Request[builtins.list[models.Tool]]:
    return Request(
        "listTools",
        "GET /tools",
        name="tools.list",
        query={"shop": shop, "limit": limit},
        returns=builtins.list[models.Tool],
    )


def _create(body: models.Tool | Mapping[str, Any], shop: str | Omit) -> Request[models.Tool]:
    return Request(
        "createTool",
        "POST /tools",
        name="tools.create",
        query={"shop": shop},
        secrets=("pin",),
        body=body,
        body_type=models.Tool,
        returns=models.Tool,
    )


def _get(tool_id: str) -> Request[models.Tool]:
    return Request(
        "getTool",
        "GET /tools/{toolId}",
        name="tools.get",
        path_params={"toolId": tool_id},
        returns=models.Tool,
    )


def _delete(tool_id: str) -> Request[None]:
    return Request(
        "deleteTool",
        "DELETE /tools/{toolId}",
        name="tools.delete",
        path_params={"toolId": tool_id},
        reads="none",
    )


def _update(tool_id: str, body: models.Change | Mapping[str, Any]) -> Request[models.Tool]:
    return Request(
        "updateTool",
        "PATCH /tools/{toolId}",
        name="tools.update",
        path_params={"toolId": tool_id},
        secrets=("pin",),
        body=body,
        returns=models.Tool,
    )


def _lend(id_: str, body: models.LendToolRequest | Mapping[str, Any] | Omit) -> Request[None]:
    return Request(
        "lendTool",
        "POST /tools/{id}/lend",
        name="tools.lend",
        path_params={"id": id_},
        body=body,
        reads="none",
    )


class Tools(Resource):
    """Operations on `tools`."""

    def list(
        self,
        *,
        shop: str | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.Tool]:
        """`GET /tools`

        Args:
            limit: The server's default is `20`.
        """
        return self._send(_list(shop, limit), options)

    def create(
        self,
        body: models.Tool | Mapping[str, Any],
        *,
        shop: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Tool:
        """`POST /tools`"""
        return self._send(_create(body, shop), options)

    def get(self, tool_id: str, *, options: RequestOptions | None = None) -> models.Tool:
        """`GET /tools/{toolId}`"""
        return self._send(_get(tool_id), options)

    def delete(self, tool_id: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /tools/{toolId}`"""
        return self._send(_delete(tool_id), options)

    def update(
        self,
        tool_id: str,
        body: models.Change | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Tool:
        """`PATCH /tools/{toolId}`"""
        return self._send(_update(tool_id, body), options)

    def lend(
        self,
        id_: str,
        body: models.LendToolRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /tools/{id}/lend`"""
        return self._send(_lend(id_, body), options)


class AsyncTools(AsyncResource):
    """Operations on `tools`. Async; documented at :class:`Tools`."""

    async def list(
        self,
        *,
        shop: str | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.Tool]:
        """`GET /tools`"""
        return await self._send(_list(shop, limit), options)

    async def create(
        self,
        body: models.Tool | Mapping[str, Any],
        *,
        shop: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Tool:
        """`POST /tools`"""
        return await self._send(_create(body, shop), options)

    async def get(self, tool_id: str, *, options: RequestOptions | None = None) -> models.Tool:
        """`GET /tools/{toolId}`"""
        return await self._send(_get(tool_id), options)

    async def delete(self, tool_id: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /tools/{toolId}`"""
        return await self._send(_delete(tool_id), options)

    async def update(
        self,
        tool_id: str,
        body: models.Change | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Tool:
        """`PATCH /tools/{toolId}`"""
        return await self._send(_update(tool_id, body), options)

    async def lend(
        self,
        id_: str,
        body: models.LendToolRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /tools/{id}/lend`"""
        return await self._send(_lend(id_, body), options)
