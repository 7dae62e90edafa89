"""The resource `resource_pools`."""

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
    name: str | Omit, max_keys: int | Omit, marker: str | Omit
) -> PagedRequest[models.ResourcePool, models.ResourcePoolListResponse]:
    return PagedRequest(
        "list_resource_pool",
        "GET /api/paddleflow/v1/resourcepool",
        query={"name": name, "maxKeys": max_keys, "marker": marker},
        returns=models.ResourcePoolListResponse,
        pages=TokenPagination(items="resource_pool_list", request="marker", response="next_marker"),
    )


def _create(
    body: models.CreateResourcePoolRequest | Mapping[str, Any],
) -> Request[models.NameResponse]:
    return Request(
        "create_resource_pool",
        "POST /api/paddleflow/v1/resourcepool",
        body=body,
        returns=models.NameResponse,
    )


def _get(name: str) -> Request[models.ResourcePool]:
    return Request(
        "get_resource_pool",
        "GET /api/paddleflow/v1/resourcepool/{name}",
        path_params={"name": name},
        returns=models.ResourcePool,
    )


def _update(
    name: str, body: models.UpdateResourcePoolRequest | Mapping[str, Any]
) -> Request[models.ResourcePool]:
    return Request(
        "update_resource_pool",
        "PUT /api/paddleflow/v1/resourcepool/{name}",
        path_params={"name": name},
        body=body,
        returns=models.ResourcePool,
    )


def _delete(name: str) -> Request[None]:
    return Request(
        "delete_resource_pool",
        "DELETE /api/paddleflow/v1/resourcepool/{name}",
        path_params={"name": name},
        reads="none",
    )


class ResourcePools(Resource):
    """Operations on `resource_pools`."""

    def list(
        self,
        *,
        name: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.ResourcePool, models.ResourcePoolListResponse]:
        """List pools of resources. Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            name: Only the pool of this name.
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(name, max_keys, marker), options)

    def create(
        self,
        body: models.CreateResourcePoolRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.NameResponse:
        """Make a pool of resources.

        Error codes: `OnlyRootAllowed` (403), `MalformedJSON` (400), `InvalidComputeResource` (500).
        """
        return self._send(_create(body), options)

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.ResourcePool:
        """Get a pool of resources. Error codes: `ResourceNotFound` (404).

        Args:
            name: The pool.
        """
        return self._send(_get(name), options)

    def update(
        self,
        name: str,
        body: models.UpdateResourcePoolRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ResourcePool:
        """Change a pool of resources.

        Error codes: `OnlyRootAllowed` (403), `MalformedJSON` (400), `ResourceNotFound` (404).

        Args:
            name: The pool.
        """
        return self._send(_update(name, body), options)

    def delete(self, name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a pool of resources.

        Error codes: `OnlyRootAllowed` (403), `ResourceNotFound` (404).

        Args:
            name: The pool.
        """
        return self._send(_delete(name), options)


class AsyncResourcePools(AsyncResource):
    """Operations on `resource_pools`. Async; documented at :class:`ResourcePools`."""

    def list(
        self,
        *,
        name: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.ResourcePool, models.ResourcePoolListResponse]:
        """List pools of resources. Error codes: `InvalidURI` (400), `InvalidMarker` (400)."""
        return self._send_paged(_list(name, max_keys, marker), options)

    async def create(
        self,
        body: models.CreateResourcePoolRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.NameResponse:
        """Make a pool of resources."""
        return await self._send(_create(body), options)

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.ResourcePool:
        """Get a pool of resources. Error codes: `ResourceNotFound` (404)."""
        return await self._send(_get(name), options)

    async def update(
        self,
        name: str,
        body: models.UpdateResourcePoolRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ResourcePool:
        """Change a pool of resources."""
        return await self._send(_update(name, body), options)

    async def delete(self, name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a pool of resources."""
        return await self._send(_delete(name), options)
