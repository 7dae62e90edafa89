"""The resource `labels`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.labels import Labels as LabelsModel


def _set(body: LabelsModel | Mapping[str, Any]) -> Request[LabelsModel]:
    return Request(
        "setLabels",
        "POST",
        "/labels",
        body=body,
        returns=LabelsModel,
    )


class Labels(Resource):
    """Operations on `labels`."""

    def set(
        self, body: LabelsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> LabelsModel:
        """`POST /labels`"""
        return self._client.send(_set(body), options)


class AsyncLabels(AsyncResource):
    """Operations on `labels`. Async; documented at :class:`Labels`."""

    async def set(
        self, body: LabelsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> LabelsModel:
        """`POST /labels`"""
        return await self._client.send(_set(body), options)
