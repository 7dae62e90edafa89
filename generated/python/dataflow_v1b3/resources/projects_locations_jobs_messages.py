"""The resource `projects.locations.jobs.messages`."""

from __future__ import annotations

from datetime import datetime

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(
    project_id: str,
    location: str,
    job_id: str,
    end_time: datetime | Omit,
    minimum_importance: models.MessageImportance | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    start_time: datetime | Omit,
) -> PagedRequest[models.JobMessage, models.ListJobMessagesResponse]:
    return PagedRequest(
        "dataflow.projects.locations.jobs.messages.list",
        "GET /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/messages",
        path_params={"projectId": project_id, "location": location, "jobId": job_id},
        query={
            "endTime": end_time,
            "minimumImportance": minimum_importance,
            "pageSize": page_size,
            "pageToken": page_token,
            "startTime": start_time,
        },
        returns=models.ListJobMessagesResponse,
        pages=TokenPagination(
            items="job_messages", request="pageToken", response="next_page_token"
        ),
    )


class Messages(Resource):
    """Operations on `projects.locations.jobs.messages`."""

    def list(
        self,
        project_id: str,
        location: str,
        job_id: str,
        *,
        end_time: datetime | Omit = omit,
        minimum_importance: models.MessageImportance | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.JobMessage, models.ListJobMessagesResponse]:
        """List the log messages and scaling events of a job.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
            end_time: Time before which messages must lie; the present by default.
            minimum_importance: Leave out messages less important than this level.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
            start_time: Earliest message time to include; the job's creation by default.
        """
        return self._send_paged(
            _list(
                project_id,
                location,
                job_id,
                end_time,
                minimum_importance,
                page_size,
                page_token,
                start_time,
            ),
            options,
        )


class AsyncMessages(AsyncResource):
    """Operations on `projects.locations.jobs.messages`. Async; documented at :class:`Messages`."""

    def list(
        self,
        project_id: str,
        location: str,
        job_id: str,
        *,
        end_time: datetime | Omit = omit,
        minimum_importance: models.MessageImportance | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.JobMessage, models.ListJobMessagesResponse]:
        """List the log messages and scaling events of a job."""
        return self._send_paged(
            _list(
                project_id,
                location,
                job_id,
                end_time,
                minimum_importance,
                page_size,
                page_token,
                start_time,
            ),
            options,
        )
