"""The resource `projects.jobs.work_items`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _lease(
    project_id: str, job_id: str, body: models.LeaseWorkItemRequest | Mapping[str, Any] | Omit
) -> Request[models.LeaseWorkItemResponse]:
    return Request(
        "dataflow.projects.jobs.workItems.lease",
        "POST /v1b3/projects/{projectId}/jobs/{jobId}/workItems:lease",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=models.LeaseWorkItemResponse,
    )


def _report_status(
    project_id: str,
    job_id: str,
    body: models.ReportWorkItemStatusRequest | Mapping[str, Any] | Omit,
) -> Request[models.ReportWorkItemStatusResponse]:
    return Request(
        "dataflow.projects.jobs.workItems.reportStatus",
        "POST /v1b3/projects/{projectId}/jobs/{jobId}/workItems:reportStatus",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=models.ReportWorkItemStatusResponse,
    )


class WorkItems(Resource):
    """Operations on `projects.jobs.work_items`."""

    def lease(
        self,
        project_id: str,
        job_id: str,
        body: models.LeaseWorkItemRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.LeaseWorkItemResponse:
        """Hand a worker something to run, under a lease.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_lease(project_id, job_id, body), options)

    def report_status(
        self,
        project_id: str,
        job_id: str,
        body: models.ReportWorkItemStatusRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ReportWorkItemStatusResponse:
        """Report how far a worker is with its leased work.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_report_status(project_id, job_id, body), options)


class AsyncWorkItems(AsyncResource):
    """Operations on `projects.jobs.work_items`. Async; documented at :class:`WorkItems`."""

    async def lease(
        self,
        project_id: str,
        job_id: str,
        body: models.LeaseWorkItemRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.LeaseWorkItemResponse:
        """Hand a worker something to run, under a lease."""
        return await self._send(_lease(project_id, job_id, body), options)

    async def report_status(
        self,
        project_id: str,
        job_id: str,
        body: models.ReportWorkItemStatusRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ReportWorkItemStatusResponse:
        """Report how far a worker is with its leased work."""
        return await self._send(_report_status(project_id, job_id, body), options)
