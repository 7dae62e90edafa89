"""The resource `labels`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _set(body: models.Labels | Mapping[str, Any]) -> Request[models.Labels]:
    return Request(
        "setLabels",
        "POST /labels",
        name="labels.set",
        body=body,
        body_type=models.Labels,
        returns=models.Labels,
    )


class Labels(Resource):
    """Operations on `labels`."""

    def set(
        self, body: models.Labels | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Labels:
        """`POST /labels`"""
        return self._send(_set(body), options)


class AsyncLabels(AsyncResource):
    """Operations on `labels`. Async; documented at :class:`Labels`."""

    async def set(
        self, body: models.Labels | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Labels:
        """`POST /labels`"""
        return await self._send(_set(body), options)
