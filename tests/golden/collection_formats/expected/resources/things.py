"""The resource `things`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(
    ids: Sequence[int],
    comma: Sequence[str] | Omit,
    space: Sequence[str] | Omit,
    pipe: Sequence[str] | Omit,
    multi: Sequence[str] | Omit,
    x_list: Sequence[str] | Omit,
    resource_key_type: models.ThingResourceKeyType | Omit,
    resource_key_id: str | Omit,
) -> Request[Any]:
    return Request(
        "listThings",
        "GET /things/{ids}",
        path_params={"ids": ids},
        query={
            "comma": comma,
            "space": space,
            "pipe": pipe,
            "multi": multi,
            "resource_key.type": resource_key_type,
            "resource_key.id": resource_key_id,
        },
        headers={"X-List": x_list},
        styles={"comma": "csv", "space": "ssv", "pipe": "pipes"},
        reads="any",
    )


class Things(Resource):
    """Operations on `things`."""

    def list(
        self,
        ids: Sequence[int],
        *,
        comma: Sequence[str] | Omit = omit,
        space: Sequence[str] | Omit = omit,
        pipe: Sequence[str] | Omit = omit,
        multi: Sequence[str] | Omit = omit,
        x_list: Sequence[str] | Omit = omit,
        resource_key_type: models.ThingResourceKeyType | Omit = omit,
        resource_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`GET /things/{ids}`"""
        return self._send(
            _list(ids, comma, space, pipe, multi, x_list, resource_key_type, resource_key_id),
            options,
        )


class AsyncThings(AsyncResource):
    """Operations on `things`. Async; documented at :class:`Things`."""

    async def list(
        self,
        ids: Sequence[int],
        *,
        comma: Sequence[str] | Omit = omit,
        space: Sequence[str] | Omit = omit,
        pipe: Sequence[str] | Omit = omit,
        multi: Sequence[str] | Omit = omit,
        x_list: Sequence[str] | Omit = omit,
        resource_key_type: models.ThingResourceKeyType | Omit = omit,
        resource_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`GET /things/{ids}`"""
        return await self._send(
            _list(ids, comma, space, pipe, multi, x_list, resource_key_type, resource_key_id),
            options,
        )
