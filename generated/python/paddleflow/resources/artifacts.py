"""The resource `artifacts`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


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
        """List artifacts. Error codes: `InvalidURI` (400), `InvalidMarker` (400).

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
