"""The resource `artifacts`."""

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
    type_filter: str | Omit,
    path_filter: str | Omit,
    maxsize: int | Omit,
    marker: str | Omit,
) -> PagedRequest[models.ArtifactInfo, models.ArtifactListResponse]:
    return PagedRequest(
        "list_artifact",
        "GET /api/paddleflow/v1/artifact",
        query={
            "userFilter": user_filter,
            "fsFilter": fs_filter,
            "runFilter": run_filter,
            "typeFilter": type_filter,
            "pathFilter": path_filter,
            "maxKeys": maxsize,
            "marker": marker,
        },
        returns=models.ArtifactListResponse,
        pages=TokenPagination(
            items="artifact_event_list", request="marker", response="next_marker"
        ),
    )


def _delete(fsname: str, run_id: str, path: str, username: str | Omit) -> Request[None]:
    return Request(
        "delete_artifact",
        "DELETE /api/paddleflow/v1/artifact",
        query={"fsname": fsname, "runID": run_id, "path": path, "username": username},
        reads="none",
    )


class Artifacts(Resource):
    """Files that runs read and wrote."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        fs_filter: str | Omit = omit,
        run_filter: str | Omit = omit,
        type_filter: str | Omit = omit,
        path_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.ArtifactInfo, models.ArtifactListResponse]:
        """List artifacts.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            user_filter: Only of these users; names separated by commas.
            fs_filter: Only of these file systems; names separated by commas.
            run_filter: Only of these runs; ids separated by commas.
            type_filter: `input`, `output` or both, separated by commas.
            path_filter: Only these paths, separated by commas.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(
            _list(user_filter, fs_filter, run_filter, type_filter, path_filter, maxsize, marker),
            options,
        )

    def delete(
        self,
        *,
        fsname: str,
        run_id: str,
        path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """Forget a file that a run read or wrote.

        Error codes: `InvalidURI` (400), `ArtifactEventNotFound` (404).

        Args:
            fsname: The file system.
            path: Path in the file system.
            username: Whose it is; for `root`.
        """
        return self._send(_delete(fsname, run_id, path, username), options)


class AsyncArtifacts(AsyncResource):
    """Files that runs read and wrote. Async; documented at :class:`Artifacts`."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        fs_filter: str | Omit = omit,
        run_filter: str | Omit = omit,
        type_filter: str | Omit = omit,
        path_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.ArtifactInfo, models.ArtifactListResponse]:
        """List artifacts."""
        return self._send_paged(
            _list(user_filter, fs_filter, run_filter, type_filter, path_filter, maxsize, marker),
            options,
        )

    async def delete(
        self,
        *,
        fsname: str,
        run_id: str,
        path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """Forget a file that a run read or wrote."""
        return await self._send(_delete(fsname, run_id, path, username), options)
