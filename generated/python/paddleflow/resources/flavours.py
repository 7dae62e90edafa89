"""The resource `flavours`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(
    max_keys: int | Omit, marker: str | Omit, cluster_name: str | Omit, name: str | Omit
) -> PagedRequest[models.FlavourInfo, models.FlavourListResponse]:
    return PagedRequest(
        "list_flavour",
        "GET /api/paddleflow/v1/flavour",
        query={"maxKeys": max_keys, "marker": marker, "clusterName": cluster_name, "name": name},
        returns=models.FlavourListResponse,
        pages=TokenPagination(items="flavour_list", request="marker", response="next_marker"),
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
        """List flavours. Error codes: `InvalidURI` (400).

        Args:
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
            cluster_name: Also flavours bound to this cluster.
            name: Only flavours with this in their name.
        """
        return self._send_paged(_list(max_keys, marker, cluster_name, name), options)


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
