"""The resource `clusters`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

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
        secrets=("credential",),
        body=body,
        returns=models.ClusterInfo,
    )


def _get(cluster_name: str) -> Request[models.ClusterInfo]:
    return Request(
        "show_cluster",
        "GET /api/paddleflow/v1/cluster/{clusterName}",
        path_params={"clusterName": cluster_name},
        returns=models.ClusterInfo,
        final=("",),
    )


def _update(
    cluster_name: str, body: models.UpdateClusterRequest | Mapping[str, Any]
) -> Request[models.ClusterInfo]:
    return Request(
        "update_cluster",
        "PUT /api/paddleflow/v1/cluster/{clusterName}",
        path_params={"clusterName": cluster_name},
        secrets=("credential",),
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
        final=("",),
    )


def _query_resources(
    body: models.QueryClusterResourcesRequest | Mapping[str, Any],
) -> Request[dict[str, Any]]:
    return Request(
        "query_cluster_resources",
        "POST /api/paddleflow/v1/cluster/resource",
        body=body,
        returns=dict[str, Any],
        idempotent=True,
    )


def _list_nodes(
    cluster_name: str, page_no: int | Omit, page_size: int | Omit
) -> Request[dict[str, Any]]:
    return Request(
        "list_cluster_nodes",
        "GET /api/paddleflow/v1/cluster/{clusterName}/nodeInfos",
        path_params={"clusterName": cluster_name},
        query={"pageNo": page_no, "pageSize": page_size},
        returns=dict[str, Any],
    )


def _get_object(
    cluster_name: str, name: str, kind: str, api_version: str, namespace: str | Omit
) -> Request[dict[str, Any]]:
    return Request(
        "get_cluster_object",
        "GET /api/paddleflow/v1/cluster/{clusterName}/k8s/object",
        path_params={"clusterName": cluster_name},
        query={"name": name, "namespace": namespace, "kind": kind, "apiVersion": api_version},
        returns=dict[str, Any],
    )


def _update_object(
    cluster_name: str, body: models.UpdateClusterObjectRequest | Mapping[str, Any]
) -> Request[dict[str, Any]]:
    return Request(
        "update_cluster_object",
        "PUT /api/paddleflow/v1/cluster/{clusterName}/k8s/object",
        path_params={"clusterName": cluster_name},
        body=body,
        returns=dict[str, Any],
    )


def _create_object(
    cluster_name: str, body: models.CreateClusterObjectRequest | Mapping[str, Any]
) -> Request[dict[str, Any]]:
    return Request(
        "create_cluster_object",
        "POST /api/paddleflow/v1/cluster/{clusterName}/k8s/object",
        path_params={"clusterName": cluster_name},
        body=body,
        returns=dict[str, Any],
    )


def _delete_object(
    cluster_name: str,
    body: models.DeleteClusterObjectRequest | Mapping[str, Any],
    action: Literal["delete"],
) -> Request[None]:
    return Request(
        "delete_cluster_object",
        "POST /api/paddleflow/v1/cluster/{clusterName}/k8s/object",
        path_params={"clusterName": cluster_name},
        query={"action": action},
        body=body,
        reads="none",
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

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

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

        A name may be taken: a second cluster of it is made, which is deleted with the first.

        Error codes: `InvalidNamePattern` (400), `OnlyRootAllowed` (403), `InternalError` (500),
        `InvalidClusterCredential` (400), `` (500).
        """
        return self._send(_create(body), options)

    def get(
        self, cluster_name: str, *, options: RequestOptions | None = None
    ) -> models.ClusterInfo:
        """Get a cluster. Error codes: `AccessDenied` (403), `` (500).

        Args:
            cluster_name: The cluster's name.
        """
        return self._send(_get(cluster_name), options)

    def update(
        self,
        cluster_name: str,
        body: models.UpdateClusterRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ClusterInfo:
        """Change a cluster.

        What is left out stays as it is.

        Error codes: `OnlyRootAllowed` (403), `ClusterNameNotFound` (400),
        `InvalidClusterProperties` (400), `` (500).

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

        Error codes: `OnlyRootAllowed` (403), `` (500).

        Args:
            clustername: Only these clusters; names separated by commas.
        """
        return self._send(_list_resources(clustername), options)

    def query_resources(
        self,
        body: models.QueryClusterResourcesRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """List what the nodes of clusters have and have left.

        Nothing is changed.

        Error codes: `MalformedJSON` (400), `InvalidHTTPRequest` (400).
        """
        return self._send(_query_resources(body), options)

    def list_nodes(
        self,
        cluster_name: str,
        *,
        page_no: int | Omit = omit,
        page_size: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """List the nodes of a cluster.

        Pages have numbers.

        Error codes: `InvalidURI` (400).

        Args:
            page_no: Number of the page.
            page_size: Nodes of a page.
        """
        return self._send(_list_nodes(cluster_name, page_no, page_size), options)

    def get_object(
        self,
        cluster_name: str,
        *,
        name: str,
        kind: str,
        api_version: str,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Get an object of Kubernetes.

        Args:
            name: Its name.
            kind: Its kind.
            api_version: Its version.
            namespace: Its namespace.
        """
        return self._send(_get_object(cluster_name, name, kind, api_version, namespace), options)

    def update_object(
        self,
        cluster_name: str,
        body: models.UpdateClusterObjectRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Change an object of Kubernetes.

        A dict may have any members.

        Error codes: `MalformedJSON` (400).
        """
        return self._send(_update_object(cluster_name, body), options)

    def create_object(
        self,
        cluster_name: str,
        body: models.CreateClusterObjectRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Make an object of Kubernetes.

        A dict may have any members.

        Error codes: `MalformedJSON` (400).
        """
        return self._send(_create_object(cluster_name, body), options)

    def delete_object(
        self,
        cluster_name: str,
        body: models.DeleteClusterObjectRequest | Mapping[str, Any],
        *,
        action: Literal["delete"] = "delete",
        options: RequestOptions | None = None,
    ) -> None:
        """Delete an object of Kubernetes. Error codes: `MalformedJSON` (400)."""
        return self._send(_delete_object(cluster_name, body, action), options)


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
        body: models.UpdateClusterRequest | Mapping[str, Any],
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

    async def query_resources(
        self,
        body: models.QueryClusterResourcesRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """List what the nodes of clusters have and have left."""
        return await self._send(_query_resources(body), options)

    async def list_nodes(
        self,
        cluster_name: str,
        *,
        page_no: int | Omit = omit,
        page_size: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """List the nodes of a cluster."""
        return await self._send(_list_nodes(cluster_name, page_no, page_size), options)

    async def get_object(
        self,
        cluster_name: str,
        *,
        name: str,
        kind: str,
        api_version: str,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Get an object of Kubernetes."""
        return await self._send(
            _get_object(cluster_name, name, kind, api_version, namespace), options
        )

    async def update_object(
        self,
        cluster_name: str,
        body: models.UpdateClusterObjectRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Change an object of Kubernetes."""
        return await self._send(_update_object(cluster_name, body), options)

    async def create_object(
        self,
        cluster_name: str,
        body: models.CreateClusterObjectRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Make an object of Kubernetes."""
        return await self._send(_create_object(cluster_name, body), options)

    async def delete_object(
        self,
        cluster_name: str,
        body: models.DeleteClusterObjectRequest | Mapping[str, Any],
        *,
        action: Literal["delete"] = "delete",
        options: RequestOptions | None = None,
    ) -> None:
        """Delete an object of Kubernetes. Error codes: `MalformedJSON` (400)."""
        return await self._send(_delete_object(cluster_name, body, action), options)
