"""The resource `pipeline_versions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(
    pipeline_id: str, body: models.UpdatePipelineRequest | Mapping[str, Any] | Omit
) -> Request[models.UpdatePipelineResponse]:
    return Request(
        "update_pipeline",
        "POST /api/paddleflow/v1/pipeline/{pipelineID}",
        path_params={"pipelineID": pipeline_id},
        body=body,
        returns=models.UpdatePipelineResponse,
    )


def _get(
    pipeline_id: str, pipeline_version_id: str
) -> Request[models.PipelineVersionDetailResponse]:
    return Request(
        "show_pipeline_version",
        "GET /api/paddleflow/v1/pipeline/{pipelineID}/{pipelineVersionID}",
        path_params={"pipelineID": pipeline_id, "pipelineVersionID": pipeline_version_id},
        returns=models.PipelineVersionDetailResponse,
    )


def _delete(pipeline_id: str, pipeline_version_id: str) -> Request[None]:
    return Request(
        "delete_pipeline_version",
        "DELETE /api/paddleflow/v1/pipeline/{pipelineID}/{pipelineVersionID}",
        path_params={"pipelineID": pipeline_id, "pipelineVersionID": pipeline_version_id},
        reads="none",
    )


class PipelineVersions(Resource):
    """Versions of templates."""

    def create(
        self,
        pipeline_id: str,
        body: models.UpdatePipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.UpdatePipelineResponse:
        """Add a version to a template.

        The name in the YAML must be the template's.

        Error codes: `InvalidHTTPRequest` (400), `InvalidArguments` (400), `Decode base64` (400),
        `ReadYamlFileFailed` (400), `InvalidPipeline` (400), `AccessDenied` (403), `AuthIllegalUser`
        (400), `PipelineNotFound` (404).

        Args:
            pipeline_id: The template's id.
        """
        return self._send(_create(pipeline_id, body), options)

    def get(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersionDetailResponse:
        """Get a version of a template.

        Error codes: `PipelineNotFound` (404), `AccessDenied` (403).

        Args:
            pipeline_id: The template's id.
            pipeline_version_id: The version's id.
        """
        return self._send(_get(pipeline_id, pipeline_version_id), options)

    def delete(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a version of a template.

        Error codes: `PipelineNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403).

        Args:
            pipeline_id: The template's id.
            pipeline_version_id: The version's id.
        """
        return self._send(_delete(pipeline_id, pipeline_version_id), options)


class AsyncPipelineVersions(AsyncResource):
    """Versions of templates. Async; documented at :class:`PipelineVersions`."""

    async def create(
        self,
        pipeline_id: str,
        body: models.UpdatePipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.UpdatePipelineResponse:
        """Add a version to a template."""
        return await self._send(_create(pipeline_id, body), options)

    async def get(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersionDetailResponse:
        """Get a version of a template."""
        return await self._send(_get(pipeline_id, pipeline_version_id), options)

    async def delete(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a version of a template."""
        return await self._send(_delete(pipeline_id, pipeline_version_id), options)
