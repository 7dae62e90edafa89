"""The resource `projects.jobs.debug`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get_config(
    project_id: str, job_id: str, body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit
) -> Request[models.GetDebugConfigResponse]:
    return Request(
        "dataflow.projects.jobs.debug.getConfig",
        "POST /v1b3/projects/{projectId}/jobs/{jobId}/debug/getConfig",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=models.GetDebugConfigResponse,
    )


def _send_capture(
    project_id: str, job_id: str, body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit
) -> Request[models.SendDebugCaptureResponse]:
    return Request(
        "dataflow.projects.jobs.debug.sendCapture",
        "POST /v1b3/projects/{projectId}/jobs/{jobId}/debug/sendCapture",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=models.SendDebugCaptureResponse,
    )


class Debug(Resource):
    """Operations on `projects.jobs.debug`."""

    def get_config(
        self,
        project_id: str,
        job_id: str,
        body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetDebugConfigResponse:
        """Fetch a component's debug configuration.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_get_config(project_id, job_id, body), options)

    def send_capture(
        self,
        project_id: str,
        job_id: str,
        body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendDebugCaptureResponse:
        """Upload debug data that a component captured.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_send_capture(project_id, job_id, body), options)


class AsyncDebug(AsyncResource):
    """Operations on `projects.jobs.debug`. Async; documented at :class:`Debug`."""

    async def get_config(
        self,
        project_id: str,
        job_id: str,
        body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetDebugConfigResponse:
        """Fetch a component's debug configuration."""
        return await self._send(_get_config(project_id, job_id, body), options)

    async def send_capture(
        self,
        project_id: str,
        job_id: str,
        body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendDebugCaptureResponse:
        """Upload debug data that a component captured."""
        return await self._send(_send_capture(project_id, job_id, body), options)
