"""The resource `clusters`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    cluster_status: models.ClusterStatus | Omit,
    clustername: str | Omit,
    maxsize: int | Omit,
    marker: str | Omit,
) -> PagedRequest[models.ClusterInfo, models.ClusterListResponse]:
    return PagedRequest(
        "list_cluster",
        "GET /api/paddleflow/v1/cluster",
        query={
            "clusterStatus": cluster_status,
            "clusterNames": clustername,
            "maxKeys": maxsize,
            "marker": marker,
        },
        returns=models.ClusterListResponse,
        pages=TokenPagination(items="cluster_list", request="marker", response="next_marker"),
    )


def _create(body: models.CreateClusterRequest | Mapping[str, Any]) -> Request[models.ClusterInfo]:
    return Request(
        "create_cluster",
        "POST /api/paddleflow/v1/cluster",
        body=body,
        returns=models.ClusterInfo,
    )


def _get(cluster_name: str) -> Request[models.ClusterInfo]:
    return Request(
        "show_cluster",
        "GET /api/paddleflow/v1/cluster/{clusterName}",
        path_params={"clusterName": cluster_name},
        returns=models.ClusterInfo,
    )


def _update(
    cluster_name: str, body: models.UpdateClusterRequest | Mapping[str, Any] | Omit
) -> Request[models.ClusterInfo]:
    return Request(
        "update_cluster",
        "PUT /api/paddleflow/v1/cluster/{clusterName}",
        path_params={"clusterName": cluster_name},
        body=body,
        returns=models.ClusterInfo,
    )


def _delete(cluster_name: str) -> Request[None]:
    return Request(
        "delete_cluster",
        "DELETE /api/paddleflow/v1/cluster/{clusterName}",
        path_params={"clusterName": cluster_name},
        reads="none",
    )


def _list_resources(clustername: str | Omit) -> Request[models.ClusterResourceResponse]:
    return Request(
        "list_cluster_resource",
        "GET /api/paddleflow/v1/cluster/resource",
        query={"clusterNames": clustername},
        returns=models.ClusterResourceResponse,
    )


class Clusters(Resource):
    """Compute clusters."""

    def list(
        self,
        *,
        cluster_status: models.ClusterStatus | Omit = omit,
        clustername: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.ClusterInfo, models.ClusterListResponse]:
        """List clusters.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `OnlyRootAllowed` (403).

        Args:
            cluster_status: Only in this state.
            clustername: Only these clusters; names separated by commas.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(cluster_status, clustername, maxsize, marker), options)

    def create(
        self,
        body: models.CreateClusterRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ClusterInfo:
        """Register a cluster.

        Error codes: `InvalidNamePattern` (400), `OnlyRootAllowed` (403), `InternalError` (500),
        `InvalidClusterCredential` (400).
        """
        return self._send(_create(body), options)

    def get(
        self, cluster_name: str, *, options: RequestOptions | None = None
    ) -> models.ClusterInfo:
        """Get a cluster. Error codes: `AccessDenied` (403).

        Args:
            cluster_name: The cluster's name.
        """
        return self._send(_get(cluster_name), options)

    def update(
        self,
        cluster_name: str,
        body: models.UpdateClusterRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ClusterInfo:
        """Change a cluster.

        What is left out stays as it is.

        Error codes: `OnlyRootAllowed` (403), `ClusterNameNotFound` (400),
        `InvalidClusterProperties` (400).

        Args:
            cluster_name: The cluster to change; its name stays.
        """
        return self._send(_update(cluster_name, body), options)

    def delete(self, cluster_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a cluster.

        Error codes: `OnlyRootAllowed` (403), `ClusterNotFound` (400), `QueueIsInUse` (400),
        `InternalError` (500).

        Args:
            cluster_name: The cluster's name.
        """
        return self._send(_delete(cluster_name), options)

    def list_resources(
        self, *, clustername: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.ClusterResourceResponse:
        """List what clusters have left.

        Only clusters that are online.

        Error codes: `OnlyRootAllowed` (403).

        Args:
            clustername: Only these clusters; names separated by commas.
        """
        return self._send(_list_resources(clustername), options)


class AsyncClusters(AsyncResource):
    """Compute clusters. Async; documented at :class:`Clusters`."""

    def list(
        self,
        *,
        cluster_status: models.ClusterStatus | Omit = omit,
        clustername: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.ClusterInfo, models.ClusterListResponse]:
        """List clusters."""
        return self._send_paged(_list(cluster_status, clustername, maxsize, marker), options)

    async def create(
        self,
        body: models.CreateClusterRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ClusterInfo:
        """Register a cluster."""
        return await self._send(_create(body), options)

    async def get(
        self, cluster_name: str, *, options: RequestOptions | None = None
    ) -> models.ClusterInfo:
        """Get a cluster."""
        return await self._send(_get(cluster_name), options)

    async def update(
        self,
        cluster_name: str,
        body: models.UpdateClusterRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ClusterInfo:
        """Change a cluster."""
        return await self._send(_update(cluster_name, body), options)

    async def delete(self, cluster_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a cluster."""
        return await self._send(_delete(cluster_name), options)

    async def list_resources(
        self, *, clustername: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.ClusterResourceResponse:
        """List what clusters have left."""
        return await self._send(_list_resources(clustername), options)
