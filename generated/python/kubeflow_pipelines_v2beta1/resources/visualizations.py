"""The resource `visualizations`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.common import GooglerpcStatus
from ..models.visualizations import Visualization


def _create(namespace: str, body: Visualization | Mapping[str, Any]) -> Request[Visualization]:
    return Request(
        "CreateVisualizationV1",
        "POST",
        "/apis/v2beta1/visualizations/{namespace}",
        path_params={"namespace": namespace},
        body=body,
        returns=Visualization,
        errors={"default": GooglerpcStatus},
    )


class Visualizations(Resource):
    """Operations on `visualizations`."""

    def create(
        self,
        namespace: str,
        body: Visualization | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Visualization:
        """Generate a visualization in a namespace.

        Args:
            namespace: Namespace in which the visualization is generated.
            body: Visualization to generate.
        """
        return self._client.send(_create(namespace, body), options)


class AsyncVisualizations(AsyncResource):
    """Operations on `visualizations`. Async; documented at :class:`Visualizations`."""

    async def create(
        self,
        namespace: str,
        body: Visualization | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Visualization:
        """Generate a visualization in a namespace."""
        return await self._client.send(_create(namespace, body), options)
