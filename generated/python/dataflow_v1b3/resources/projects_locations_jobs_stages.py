"""The resource `projects.locations.jobs.stages`."""

from __future__ import annotations

from datetime import datetime

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _get_execution_details(
    project_id: str,
    location: str,
    job_id: str,
    stage_id: str,
    end_time: datetime | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    start_time: datetime | Omit,
) -> PagedRequest[models.WorkerDetails, models.StageExecutionDetails]:
    return PagedRequest(
        "dataflow.projects.locations.jobs.stages.getExecutionDetails",
        "GET /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/stages/{stageId}"
        "/executionDetails",
        path_params={
            "projectId": project_id,
            "location": location,
            "jobId": job_id,
            "stageId": stage_id,
        },
        query={
            "endTime": end_time,
            "pageSize": page_size,
            "pageToken": page_token,
            "startTime": start_time,
        },
        returns=models.StageExecutionDetails,
        pages=TokenPagination(items="workers", request="pageToken", response="next_page_token"),
    )


class Stages(Resource):
    """Operations on `projects.locations.jobs.stages`."""

    def get_execution_details(
        self,
        project_id: str,
        location: str,
        job_id: str,
        stage_id: str,
        *,
        end_time: datetime | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.WorkerDetails, models.StageExecutionDetails]:
        """Fetch what each worker did in one stage; experimental.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
            stage_id: ID of the stage to inspect.
            end_time: Leave out work items that started after this moment.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
            start_time: Leave out work items that started before this moment.
        """
        return self._send_paged(
            _get_execution_details(
                project_id, location, job_id, stage_id, end_time, page_size, page_token, start_time
            ),
            options,
        )


class AsyncStages(AsyncResource):
    """Operations on `projects.locations.jobs.stages`. Async; documented at :class:`Stages`."""

    def get_execution_details(
        self,
        project_id: str,
        location: str,
        job_id: str,
        stage_id: str,
        *,
        end_time: datetime | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.WorkerDetails, models.StageExecutionDetails]:
        """Fetch what each worker did in one stage; experimental."""
        return self._send_paged(
            _get_execution_details(
                project_id, location, job_id, stage_id, end_time, page_size, page_token, start_time
            ),
            options,
        )
