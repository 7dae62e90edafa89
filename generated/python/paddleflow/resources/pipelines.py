"""The resource `pipelines`."""

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
    user_filter: str | Omit, name_filter: str | Omit, maxsize: int | Omit, marker: str | Omit
) -> PagedRequest[models.PipelineInfo, models.PipelineListResponse]:
    return PagedRequest(
        "list_pipeline",
        "GET /api/paddleflow/v1/pipeline",
        query={
            "userFilter": user_filter,
            "nameFilter": name_filter,
            "maxKeys": maxsize,
            "marker": marker,
        },
        returns=models.PipelineListResponse,
        pages=TokenPagination(items="pipeline_list", request="marker", response="next_marker"),
    )


def _create(
    body: models.CreatePipelineRequest | Mapping[str, Any],
) -> Request[models.CreatePipelineResponse]:
    return Request(
        "create_pipeline",
        "POST /api/paddleflow/v1/pipeline",
        body=body,
        returns=models.CreatePipelineResponse,
    )


def _get(
    pipeline_id: str, fs_filter: str | Omit, max_keys: int | Omit, marker: str | Omit
) -> PagedRequest[models.PipelineVersionInfo, models.PipelineDetailResponse]:
    return PagedRequest(
        "show_pipeline",
        "GET /api/paddleflow/v1/pipeline/{pipelineID}",
        path_params={"pipelineID": pipeline_id},
        query={"fsFilter": fs_filter, "maxKeys": max_keys, "marker": marker},
        returns=models.PipelineDetailResponse,
        pages=TokenPagination(
            items="ppl_versions.ppl_version_list",
            request="marker",
            response="ppl_versions.next_marker",
        ),
    )


def _delete(pipeline_id: str) -> Request[None]:
    return Request(
        "delete_pipeline",
        "DELETE /api/paddleflow/v1/pipeline/{pipelineID}",
        path_params={"pipelineID": pipeline_id},
        reads="none",
    )


class Pipelines(Resource):
    """Workflow templates."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        name_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.PipelineInfo, models.PipelineListResponse]:
        """List templates.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `AccessDenied` (403).

        Args:
            user_filter: Only of these users; names separated by commas.
            name_filter: Only with these names, separated by commas.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(user_filter, name_filter, maxsize, marker), options)

    def create(
        self,
        body: models.CreatePipelineRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreatePipelineResponse:
        """Create a template.

        The template gets the name in the YAML. Either `yamlRaw` alone, or `fsName` with `yamlPath`.

        Error codes: `InvalidHTTPRequest` (400), `InvalidArguments` (400), `Decode base64` (400),
        `ReadYamlFileFailed` (400), `InvalidPipeline` (400), `AccessDenied` (403), `AuthIllegalUser`
        (400), `DuplicatedName` (400).
        """
        return self._send(_create(body), options)

    def get(
        self,
        pipeline_id: str,
        *,
        fs_filter: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.PipelineVersionInfo, models.PipelineDetailResponse]:
        """Get a template.

        Pages are those of the versions.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `PipelineNotFound` (404),
        `AccessDenied` (403).

        Args:
            pipeline_id: The template's id.
            fs_filter: Only of these file systems; names separated by commas.
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_get(pipeline_id, fs_filter, max_keys, marker), options)

    def delete(self, pipeline_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a template.

        Error codes: `PipelineNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403).

        Args:
            pipeline_id: The template's id.
        """
        return self._send(_delete(pipeline_id), options)


class AsyncPipelines(AsyncResource):
    """Workflow templates. Async; documented at :class:`Pipelines`."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        name_filter: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.PipelineInfo, models.PipelineListResponse]:
        """List templates."""
        return self._send_paged(_list(user_filter, name_filter, maxsize, marker), options)

    async def create(
        self,
        body: models.CreatePipelineRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreatePipelineResponse:
        """Create a template."""
        return await self._send(_create(body), options)

    def get(
        self,
        pipeline_id: str,
        *,
        fs_filter: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.PipelineVersionInfo, models.PipelineDetailResponse]:
        """Get a template."""
        return self._send_paged(_get(pipeline_id, fs_filter, max_keys, marker), options)

    async def delete(self, pipeline_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a template."""
        return await self._send(_delete(pipeline_id), options)
