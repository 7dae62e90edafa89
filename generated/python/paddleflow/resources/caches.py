"""The resource `caches`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    user_filter: str | Omit,
    fs_filter: str | Omit,
    run_filter: str | Omit,
    maxsize: int | Omit,
    marker: str | Omit,
) -> PagedRequest[models.RunCacheInfo, models.RunCacheListResponse]:
    return PagedRequest(
        "list_cache",
        "GET /api/paddleflow/v1/runCache",
        query={
            "userFilter": user_filter,
            "fsFilter": fs_filter,
            "runFilter": run_filter,
            "maxKeys": maxsize,
            "marker": marker,
        },
        returns=models.RunCacheListResponse,
        pages=TokenPagination(items="run_cache_list", request="marker", response="next_marker"),
    )


def _get(cache_id: str) -> Request[models.RunCacheInfo]:
    return Request(
        "show_cache",
        "GET /api/paddleflow/v1/runCache/{runCacheID}",
        path_params={"runCacheID": cache_id},
        returns=models.RunCacheInfo,
    )


def _delete(cache_id: str) -> Request[None]:
    return Request(
        "delete_cache",
        "DELETE /api/paddleflow/v1/runCache/{runCacheID}",
        path_params={"runCacheID": cache_id},
        reads="none",
    )


class Caches(Resource):
    """Results of steps that later runs may take over."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        fs_filter: str | Omit = omit,
        run_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.RunCacheInfo, models.RunCacheListResponse]:
        """List cached results.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            user_filter: Only of these users; names separated by commas.
            fs_filter: Only of these file systems; names separated by commas.
            run_filter: Only of these runs; ids separated by commas.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(user_filter, fs_filter, run_filter, maxsize, marker), options)

    def get(self, cache_id: str, *, options: RequestOptions | None = None) -> models.RunCacheInfo:
        """Get a cached result. Error codes: `RunCacheNotFound` (404), `AccessDenied` (403).

        Args:
            cache_id: The entry's id.
        """
        return self._send(_get(cache_id), options)

    def delete(self, cache_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a cached result. Error codes: `RunCacheNotFound` (404), `AccessDenied` (403).

        Args:
            cache_id: The entry's id.
        """
        return self._send(_delete(cache_id), options)


class AsyncCaches(AsyncResource):
    """Results of steps that later runs may take over. Async; documented at :class:`Caches`."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        fs_filter: str | Omit = omit,
        run_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.RunCacheInfo, models.RunCacheListResponse]:
        """List cached results."""
        return self._send_paged(_list(user_filter, fs_filter, run_filter, maxsize, marker), options)

    async def get(
        self, cache_id: str, *, options: RequestOptions | None = None
    ) -> models.RunCacheInfo:
        """Get a cached result."""
        return await self._send(_get(cache_id), options)

    async def delete(self, cache_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a cached result."""
        return await self._send(_delete(cache_id), options)
