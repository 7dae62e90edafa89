"""The resource `projects.jobs.messages`."""

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
    job_id: str,
    end_time: datetime | Omit,
    location: str | Omit,
    minimum_importance: models.MessageImportance | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    start_time: datetime | Omit,
) -> PagedRequest[models.JobMessage, models.ListJobMessagesResponse]:
    return PagedRequest(
        "dataflow.projects.jobs.messages.list",
        "GET /v1b3/projects/{projectId}/jobs/{jobId}/messages",
        path_params={"projectId": project_id, "jobId": job_id},
        query={
            "endTime": end_time,
            "location": location,
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
    """Operations on `projects.jobs.messages`."""

    def list(
        self,
        project_id: str,
        job_id: str,
        *,
        end_time: datetime | Omit = omit,
        location: str | Omit = omit,
        minimum_importance: models.MessageImportance | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.JobMessage, models.ListJobMessagesResponse]:
        """List the log messages of a job in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
            end_time: Time before which messages must lie; the present by default.
            location: Region to address, such as us-central1.
            minimum_importance: Leave out messages less important than this level.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
            start_time: Earliest message time to include; the job's creation by default.
        """
        return self._send_paged(
            _list(
                project_id,
                job_id,
                end_time,
                location,
                minimum_importance,
                page_size,
                page_token,
                start_time,
            ),
            options,
        )


class AsyncMessages(AsyncResource):
    """Operations on `projects.jobs.messages`. Async; documented at :class:`Messages`."""

    def list(
        self,
        project_id: str,
        job_id: str,
        *,
        end_time: datetime | Omit = omit,
        location: str | Omit = omit,
        minimum_importance: models.MessageImportance | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.JobMessage, models.ListJobMessagesResponse]:
        """List the log messages of a job in us-central1; prefer the call that takes a location."""
        return self._send_paged(
            _list(
                project_id,
                job_id,
                end_time,
                location,
                minimum_importance,
                page_size,
                page_token,
                start_time,
            ),
            options,
        )
