"""The resource `projects.jobs.debug`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.debug import (
    GetDebugConfigRequest,
    GetDebugConfigResponse,
    SendDebugCaptureRequest,
    SendDebugCaptureResponse,
)


def _get_config(
    project_id: str, job_id: str, body: GetDebugConfigRequest | Mapping[str, Any] | Omit
) -> Request[GetDebugConfigResponse]:
    return Request(
        "dataflow.projects.jobs.debug.getConfig",
        "POST",
        "/v1b3/projects/{projectId}/jobs/{jobId}/debug/getConfig",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=GetDebugConfigResponse,
    )


def _send_capture(
    project_id: str, job_id: str, body: SendDebugCaptureRequest | Mapping[str, Any] | Omit
) -> Request[SendDebugCaptureResponse]:
    return Request(
        "dataflow.projects.jobs.debug.sendCapture",
        "POST",
        "/v1b3/projects/{projectId}/jobs/{jobId}/debug/sendCapture",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=SendDebugCaptureResponse,
    )


class Debug(Resource):
    """Operations on `projects.jobs.debug`."""

    def get_config(
        self,
        project_id: str,
        job_id: str,
        body: GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> GetDebugConfigResponse:
        """Fetch a component's debug configuration.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._client.send(_get_config(project_id, job_id, body), options)

    def send_capture(
        self,
        project_id: str,
        job_id: str,
        body: SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> SendDebugCaptureResponse:
        """Upload debug data that a component captured.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._client.send(_send_capture(project_id, job_id, body), options)


class AsyncDebug(AsyncResource):
    """Operations on `projects.jobs.debug`. Async; documented at :class:`Debug`."""

    async def get_config(
        self,
        project_id: str,
        job_id: str,
        body: GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> GetDebugConfigResponse:
        """Fetch a component's debug configuration."""
        return await self._client.send(_get_config(project_id, job_id, body), options)

    async def send_capture(
        self,
        project_id: str,
        job_id: str,
        body: SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> SendDebugCaptureResponse:
        """Upload debug data that a component captured."""
        return await self._client.send(_send_capture(project_id, job_id, body), options)
