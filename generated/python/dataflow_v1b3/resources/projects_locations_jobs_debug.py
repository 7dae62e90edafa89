"""The resource `projects.locations.jobs.debug`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get_config(
    project_id: str,
    location: str,
    job_id: str,
    body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit,
) -> Request[models.GetDebugConfigResponse]:
    return Request(
        "dataflow.projects.locations.jobs.debug.getConfig",
        "POST /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/debug/getConfig",
        path_params={"projectId": project_id, "location": location, "jobId": job_id},
        body=body,
        returns=models.GetDebugConfigResponse,
    )


def _get_worker_stacktraces(
    project_id: str,
    location: str,
    job_id: str,
    body: models.GetWorkerStacktracesRequest | Mapping[str, Any] | Omit,
) -> Request[models.GetWorkerStacktracesResponse]:
    return Request(
        "dataflow.projects.locations.jobs.debug.getWorkerStacktraces",
        "POST /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/debug"
        "/getWorkerStacktraces",
        path_params={"projectId": project_id, "location": location, "jobId": job_id},
        body=body,
        returns=models.GetWorkerStacktracesResponse,
    )


def _send_capture(
    project_id: str,
    location: str,
    job_id: str,
    body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit,
) -> Request[models.SendDebugCaptureResponse]:
    return Request(
        "dataflow.projects.locations.jobs.debug.sendCapture",
        "POST /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/debug/sendCapture",
        path_params={"projectId": project_id, "location": location, "jobId": job_id},
        body=body,
        returns=models.SendDebugCaptureResponse,
    )


class Debug(Resource):
    """Operations on `projects.locations.jobs.debug`."""

    def get_config(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetDebugConfigResponse:
        """Fetch a component's debug configuration in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_get_config(project_id, location, job_id, body), options)

    def get_worker_stacktraces(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.GetWorkerStacktracesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetWorkerStacktracesResponse:
        """Fetch the stack traces that a worker captured.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_get_worker_stacktraces(project_id, location, job_id, body), options)

    def send_capture(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendDebugCaptureResponse:
        """Upload debug data that a component captured in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_send_capture(project_id, location, job_id, body), options)


class AsyncDebug(AsyncResource):
    """Operations on `projects.locations.jobs.debug`. Async; documented at :class:`Debug`."""

    async def get_config(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.GetDebugConfigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetDebugConfigResponse:
        """Fetch a component's debug configuration in a region."""
        return await self._send(_get_config(project_id, location, job_id, body), options)

    async def get_worker_stacktraces(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.GetWorkerStacktracesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.GetWorkerStacktracesResponse:
        """Fetch the stack traces that a worker captured."""
        return await self._send(
            _get_worker_stacktraces(project_id, location, job_id, body), options
        )

    async def send_capture(
        self,
        project_id: str,
        location: str,
        job_id: str,
        body: models.SendDebugCaptureRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendDebugCaptureResponse:
        """Upload debug data that a component captured in a region."""
        return await self._send(_send_capture(project_id, location, job_id, body), options)
