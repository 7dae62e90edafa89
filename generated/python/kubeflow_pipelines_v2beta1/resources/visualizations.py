"""The resource `visualizations`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(
    namespace: str, body: models.Visualization | Mapping[str, Any]
) -> Request[models.Visualization]:
    return Request(
        "VisualizationService_CreateVisualizationV1",
        "POST /apis/v2beta1/visualizations/{namespace}",
        path_params={"namespace": namespace},
        may_be_empty=("namespace",),
        body=body,
        returns=models.Visualization,
    )


class Visualizations(Resource):
    """Operations on `visualizations`."""

    def create(
        self,
        namespace: str,
        body: models.Visualization | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Visualization:
        """Generate a visualization in a namespace.

        Args:
            namespace: Namespace in which the visualization is generated.
            body: Visualization to generate.
        """
        return self._send(_create(namespace, body), options)


class AsyncVisualizations(AsyncResource):
    """Operations on `visualizations`. Async; documented at :class:`Visualizations`."""

    async def create(
        self,
        namespace: str,
        body: models.Visualization | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Visualization:
        """Generate a visualization in a namespace."""
        return await self._send(_create(namespace, body), options)
