"""The resource `flavours`."""

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
    max_keys: int | Omit, marker: str | Omit, cluster_name: str | Omit, name: str | Omit
) -> PagedRequest[models.FlavourInfo, models.FlavourListResponse]:
    return PagedRequest(
        "list_flavour",
        "GET /api/paddleflow/v1/flavour",
        query={"maxKeys": max_keys, "marker": marker, "clusterName": cluster_name, "name": name},
        returns=models.FlavourListResponse,
        pages=TokenPagination(items="flavour_list", request="marker", response="next_marker"),
        final=("",),
    )


def _create(body: models.CreateFlavourRequest | Mapping[str, Any]) -> Request[models.NameResponse]:
    return Request(
        "create_flavour",
        "POST /api/paddleflow/v1/flavour",
        body=body,
        returns=models.NameResponse,
    )


def _get(flavour_name: str) -> Request[models.FlavourInfo]:
    return Request(
        "get_flavour",
        "GET /api/paddleflow/v1/flavour/{flavourName}",
        path_params={"flavourName": flavour_name},
        returns=models.FlavourInfo,
    )


def _update(
    flavour_name: str, body: models.UpdateFlavourRequest | Mapping[str, Any]
) -> Request[models.FlavourInfo]:
    return Request(
        "update_flavour",
        "PUT /api/paddleflow/v1/flavour/{flavourName}",
        path_params={"flavourName": flavour_name},
        body=body,
        returns=models.FlavourInfo,
    )


def _delete(flavour_name: str) -> Request[None]:
    return Request(
        "delete_flavour",
        "DELETE /api/paddleflow/v1/flavour/{flavourName}",
        path_params={"flavourName": flavour_name},
        reads="none",
    )


class Flavours(Resource):
    """Named bundles of resources."""

    def list(
        self,
        *,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        cluster_name: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.FlavourInfo, models.FlavourListResponse]:
        """List flavours.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `` (500).

        Args:
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
            cluster_name: Also flavours bound to this cluster.
            name: Only flavours with this in their name.
        """
        return self._send_paged(_list(max_keys, marker, cluster_name, name), options)

    def create(
        self,
        body: models.CreateFlavourRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.NameResponse:
        """Make a flavour.

        Error codes: `OnlyRootAllowed` (403), `FlavourNameEmpty` (400), `FlavourInvalidField` (400).
        """
        return self._send(_create(body), options)

    def get(
        self, flavour_name: str, *, options: RequestOptions | None = None
    ) -> models.FlavourInfo:
        """Get a flavour. Error codes: `FlavourNotFound` (404)."""
        return self._send(_get(flavour_name), options)

    def update(
        self,
        flavour_name: str,
        body: models.UpdateFlavourRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.FlavourInfo:
        """Change a flavour.

        What is left out stays as it is.

        Error codes: `OnlyRootAllowed` (403), `FlavourNotFound` (404), `FlavourInvalidField` (400).
        """
        return self._send(_update(flavour_name, body), options)

    def delete(self, flavour_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a flavour. Error codes: `OnlyRootAllowed` (403), `FlavourNotFound` (404)."""
        return self._send(_delete(flavour_name), options)


class AsyncFlavours(AsyncResource):
    """Named bundles of resources. Async; documented at :class:`Flavours`."""

    def list(
        self,
        *,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        cluster_name: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.FlavourInfo, models.FlavourListResponse]:
        """List flavours."""
        return self._send_paged(_list(max_keys, marker, cluster_name, name), options)

    async def create(
        self,
        body: models.CreateFlavourRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.NameResponse:
        """Make a flavour."""
        return await self._send(_create(body), options)

    async def get(
        self, flavour_name: str, *, options: RequestOptions | None = None
    ) -> models.FlavourInfo:
        """Get a flavour. Error codes: `FlavourNotFound` (404)."""
        return await self._send(_get(flavour_name), options)

    async def update(
        self,
        flavour_name: str,
        body: models.UpdateFlavourRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.FlavourInfo:
        """Change a flavour."""
        return await self._send(_update(flavour_name, body), options)

    async def delete(self, flavour_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a flavour. Error codes: `OnlyRootAllowed` (403), `FlavourNotFound` (404)."""
        return await self._send(_delete(flavour_name), options)
