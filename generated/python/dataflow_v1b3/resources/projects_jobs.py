"""The resource `projects.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.states import StateRequest
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .projects_jobs_debug import AsyncDebug, Debug
    from .projects_jobs_messages import AsyncMessages, Messages
    from .projects_jobs_work_items import AsyncWorkItems, WorkItems


def _aggregated(
    project_id: str,
    create_time_range_end_time: datetime | Omit,
    create_time_range_start_time: datetime | Omit,
    filter_: models.JobFilter | Omit,
    location: str | Omit,
    name: str | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    regional_fanout_requested: bool | Omit,
    termination_time_range_end_time: datetime | Omit,
    termination_time_range_start_time: datetime | Omit,
    view: models.JobView | Omit,
) -> PagedRequest[models.Job, models.ListJobsResponse]:
    return PagedRequest(
        "dataflow.projects.jobs.aggregated",
        "GET /v1b3/projects/{projectId}/jobs:aggregated",
        path_params={"projectId": project_id},
        query={
            "createTimeRange.endTime": create_time_range_end_time,
            "createTimeRange.startTime": create_time_range_start_time,
            "filter": filter_,
            "location": location,
            "name": name,
            "pageSize": page_size,
            "pageToken": page_token,
            "regionalFanoutRequested": regional_fanout_requested,
            "terminationTimeRange.endTime": termination_time_range_end_time,
            "terminationTimeRange.startTime": termination_time_range_start_time,
            "view": view,
        },
        returns=models.ListJobsResponse,
        pages=TokenPagination(items="jobs", request="pageToken", response="next_page_token"),
    )


def _list(
    project_id: str,
    create_time_range_end_time: datetime | Omit,
    create_time_range_start_time: datetime | Omit,
    filter_: models.JobFilter | Omit,
    location: str | Omit,
    name: str | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    regional_fanout_requested: bool | Omit,
    termination_time_range_end_time: datetime | Omit,
    termination_time_range_start_time: datetime | Omit,
    view: models.JobView | Omit,
) -> PagedRequest[models.Job, models.ListJobsResponse]:
    return PagedRequest(
        "dataflow.projects.jobs.list",
        "GET /v1b3/projects/{projectId}/jobs",
        path_params={"projectId": project_id},
        query={
            "createTimeRange.endTime": create_time_range_end_time,
            "createTimeRange.startTime": create_time_range_start_time,
            "filter": filter_,
            "location": location,
            "name": name,
            "pageSize": page_size,
            "pageToken": page_token,
            "regionalFanoutRequested": regional_fanout_requested,
            "terminationTimeRange.endTime": termination_time_range_end_time,
            "terminationTimeRange.startTime": termination_time_range_start_time,
            "view": view,
        },
        returns=models.ListJobsResponse,
        pages=TokenPagination(items="jobs", request="pageToken", response="next_page_token"),
    )


def _create(
    project_id: str,
    body: models.Job | Mapping[str, Any] | Omit,
    location: str | Omit,
    replace_job_id: str | Omit,
    view: models.JobView | Omit,
) -> Request[models.Job]:
    return Request(
        "dataflow.projects.jobs.create",
        "POST /v1b3/projects/{projectId}/jobs",
        path_params={"projectId": project_id},
        query={"location": location, "replaceJobId": replace_job_id, "view": view},
        body=body,
        returns=models.Job,
    )


def _get(
    project_id: str, job_id: str, location: str | Omit, view: models.JobView | Omit
) -> Request[models.Job]:
    return Request(
        "dataflow.projects.jobs.get",
        "GET /v1b3/projects/{projectId}/jobs/{jobId}",
        path_params={"projectId": project_id, "jobId": job_id},
        query={"location": location, "view": view},
        returns=models.Job,
    )


def _wait(
    project_id: str,
    job_id: str,
    location: str | Omit,
    view: models.JobView | Omit,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.Job], object] | Omit,
) -> StateRequest[models.Job]:
    return StateRequest(
        "dataflow.projects.jobs.get_wait",
        "GET /v1b3/projects/{projectId}/jobs/{jobId}",
        path_params={"projectId": project_id, "jobId": job_id},
        query={"location": location, "view": view},
        returns=models.Job,
        state="current_state",
        final_states=("JOB_STATE_DONE", "JOB_STATE_DRAINED", "JOB_STATE_UPDATED"),
        failed_states=("JOB_STATE_FAILED", "JOB_STATE_CANCELLED"),
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


def _update(
    project_id: str,
    job_id: str,
    body: models.Job | Mapping[str, Any] | Omit,
    location: str | Omit,
    update_mask: str | Omit,
) -> Request[models.Job]:
    return Request(
        "dataflow.projects.jobs.update",
        "PUT /v1b3/projects/{projectId}/jobs/{jobId}",
        path_params={"projectId": project_id, "jobId": job_id},
        query={"location": location, "updateMask": update_mask},
        body=body,
        returns=models.Job,
    )


def _get_metrics(
    project_id: str, job_id: str, location: str | Omit, start_time: datetime | Omit
) -> Request[models.JobMetrics]:
    return Request(
        "dataflow.projects.jobs.getMetrics",
        "GET /v1b3/projects/{projectId}/jobs/{jobId}/metrics",
        path_params={"projectId": project_id, "jobId": job_id},
        query={"location": location, "startTime": start_time},
        returns=models.JobMetrics,
    )


def _snapshot(
    project_id: str, job_id: str, body: models.SnapshotJobRequest | Mapping[str, Any] | Omit
) -> Request[models.Snapshot]:
    return Request(
        "dataflow.projects.jobs.snapshot",
        "POST /v1b3/projects/{projectId}/jobs/{jobId}:snapshot",
        path_params={"projectId": project_id, "jobId": job_id},
        body=body,
        returns=models.Snapshot,
    )


class Jobs(Resource):
    """Operations on `projects.jobs`."""

    debug: Lazy[Debug] = Lazy(".resources.projects_jobs_debug:Debug")
    messages: Lazy[Messages] = Lazy(".resources.projects_jobs_messages:Messages")
    work_items: Lazy[WorkItems] = Lazy(".resources.projects_jobs_work_items:WorkItems")

    def aggregated(
        self,
        project_id: str,
        *,
        create_time_range_end_time: datetime | Omit = omit,
        create_time_range_start_time: datetime | Omit = omit,
        filter_: models.JobFilter | Omit = omit,
        location: str | Omit = omit,
        name: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        regional_fanout_requested: bool | Omit = omit,
        termination_time_range_end_time: datetime | Omit = omit,
        termination_time_range_start_time: datetime | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Job, models.ListJobsResponse]:
        """List a project's jobs in every region; there is no filter by name.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            create_time_range_end_time: Keep jobs created before this moment.
            create_time_range_start_time: Keep jobs created at or after this moment.
            filter_: Which jobs to return by lifecycle, such as ACTIVE or TERMINATED.
            location: Region to address, such as us-central1.
            name: Name of the job; this call does not filter by it.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
            regional_fanout_requested: Whether the request should fan out over regions.
            termination_time_range_end_time: Keep jobs that ended before this moment.
            termination_time_range_start_time: Keep jobs that ended at or after this moment.
            view: Deprecated: lists always hold summaries; fetch one job for more.
        """
        return self._send_paged(
            _aggregated(
                project_id,
                create_time_range_end_time,
                create_time_range_start_time,
                filter_,
                location,
                name,
                page_size,
                page_token,
                regional_fanout_requested,
                termination_time_range_end_time,
                termination_time_range_start_time,
                view,
            ),
            options,
        )

    def list(
        self,
        project_id: str,
        *,
        create_time_range_end_time: datetime | Omit = omit,
        create_time_range_start_time: datetime | Omit = omit,
        filter_: models.JobFilter | Omit = omit,
        location: str | Omit = omit,
        name: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        regional_fanout_requested: bool | Omit = omit,
        termination_time_range_end_time: datetime | Omit = omit,
        termination_time_range_start_time: datetime | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Job, models.ListJobsResponse]:
        """List a project's jobs in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            create_time_range_end_time: Keep jobs created before this moment.
            create_time_range_start_time: Keep jobs created at or after this moment.
            filter_: Which jobs to return by lifecycle, such as ACTIVE or TERMINATED.
            location: Region to address, such as us-central1.
            name: Return only jobs with this name.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
            regional_fanout_requested: Whether the request should fan out over regions.
            termination_time_range_end_time: Keep jobs that ended before this moment.
            termination_time_range_start_time: Keep jobs that ended at or after this moment.
            view: Deprecated: lists always hold summaries; fetch one job for more.
        """
        return self._send_paged(
            _list(
                project_id,
                create_time_range_end_time,
                create_time_range_start_time,
                filter_,
                location,
                name,
                page_size,
                page_token,
                regional_fanout_requested,
                termination_time_range_end_time,
                termination_time_range_start_time,
                view,
            ),
            options,
        )

    def create(
        self,
        project_id: str,
        body: models.Job | Mapping[str, Any] | Omit = omit,
        *,
        location: str | Omit = omit,
        replace_job_id: str | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job, always in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            replace_job_id: Deprecated: set the field of the same name in the job.
            view: How much of the job to return.
        """
        return self._send(_create(project_id, body, location, replace_job_id, view), options)

    def get(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Fetch one job in us-central1; prefer the call that takes a location.

        `wait` asks until the answer is final.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
            location: Region to address, such as us-central1.
            view: How much of the job to return.
        """
        return self._send(_get(project_id, job_id, location, view), options)

    def wait(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        view: models.JobView | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Job], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Ask as `get` does until `currentState` is JOB_STATE_DONE, JOB_STATE_DRAINED or
        JOB_STATE_UPDATED. Raises an OperationError with the answer as its `body` if it is
        JOB_STATE_FAILED or JOB_STATE_CANCELLED.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
            location: Region to address, such as us-central1.
            view: How much of the job to return.
            timeout: Seconds to wait at most; without it, as long as it takes.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: Is called with each answer.
        """
        return self._send_waiting(
            _wait(project_id, job_id, location, view, timeout, poll, progress), options
        )

    def update(
        self,
        project_id: str,
        job_id: str,
        body: models.Job | Mapping[str, Any] | Omit = omit,
        *,
        location: str | Omit = omit,
        update_mask: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Change a job in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
            location: Region to address, such as us-central1.
            update_mask: Job fields to change; empty means only the requested state, and
                combining both is an error.
        """
        return self._send(_update(project_id, job_id, body, location, update_mask), options)

    def get_metrics(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.JobMetrics:
        """Fetch the metrics of one job in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
            location: Region to address, such as us-central1.
            start_time: Return only metrics that changed after this moment; all of them by
                default.
        """
        return self._send(_get_metrics(project_id, job_id, location, start_time), options)

    def snapshot(
        self,
        project_id: str,
        job_id: str,
        body: models.SnapshotJobRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Save a streaming job's state as a snapshot.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_snapshot(project_id, job_id, body), options)


class AsyncJobs(AsyncResource):
    """Operations on `projects.jobs`. Async; documented at :class:`Jobs`."""

    debug: Lazy[AsyncDebug] = Lazy(".resources.projects_jobs_debug:AsyncDebug")
    messages: Lazy[AsyncMessages] = Lazy(".resources.projects_jobs_messages:AsyncMessages")
    work_items: Lazy[AsyncWorkItems] = Lazy(".resources.projects_jobs_work_items:AsyncWorkItems")

    def aggregated(
        self,
        project_id: str,
        *,
        create_time_range_end_time: datetime | Omit = omit,
        create_time_range_start_time: datetime | Omit = omit,
        filter_: models.JobFilter | Omit = omit,
        location: str | Omit = omit,
        name: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        regional_fanout_requested: bool | Omit = omit,
        termination_time_range_end_time: datetime | Omit = omit,
        termination_time_range_start_time: datetime | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Job, models.ListJobsResponse]:
        """List a project's jobs in every region; there is no filter by name."""
        return self._send_paged(
            _aggregated(
                project_id,
                create_time_range_end_time,
                create_time_range_start_time,
                filter_,
                location,
                name,
                page_size,
                page_token,
                regional_fanout_requested,
                termination_time_range_end_time,
                termination_time_range_start_time,
                view,
            ),
            options,
        )

    def list(
        self,
        project_id: str,
        *,
        create_time_range_end_time: datetime | Omit = omit,
        create_time_range_start_time: datetime | Omit = omit,
        filter_: models.JobFilter | Omit = omit,
        location: str | Omit = omit,
        name: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        regional_fanout_requested: bool | Omit = omit,
        termination_time_range_end_time: datetime | Omit = omit,
        termination_time_range_start_time: datetime | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Job, models.ListJobsResponse]:
        """List a project's jobs in us-central1; prefer the call that takes a location."""
        return self._send_paged(
            _list(
                project_id,
                create_time_range_end_time,
                create_time_range_start_time,
                filter_,
                location,
                name,
                page_size,
                page_token,
                regional_fanout_requested,
                termination_time_range_end_time,
                termination_time_range_start_time,
                view,
            ),
            options,
        )

    async def create(
        self,
        project_id: str,
        body: models.Job | Mapping[str, Any] | Omit = omit,
        *,
        location: str | Omit = omit,
        replace_job_id: str | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job, always in us-central1; prefer the call that takes a location."""
        return await self._send(_create(project_id, body, location, replace_job_id, view), options)

    async def get(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        view: models.JobView | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Fetch one job in us-central1; prefer the call that takes a location."""
        return await self._send(_get(project_id, job_id, location, view), options)

    async def wait(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        view: models.JobView | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Job], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Ask as `get` does until `currentState` is JOB_STATE_DONE, JOB_STATE_DRAINED or
        JOB_STATE_UPDATED. Raises an OperationError with the answer as its `body` if it is
        JOB_STATE_FAILED or JOB_STATE_CANCELLED.
        """
        return await self._send_waiting(
            _wait(project_id, job_id, location, view, timeout, poll, progress), options
        )

    async def update(
        self,
        project_id: str,
        job_id: str,
        body: models.Job | Mapping[str, Any] | Omit = omit,
        *,
        location: str | Omit = omit,
        update_mask: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Change a job in us-central1; prefer the call that takes a location."""
        return await self._send(_update(project_id, job_id, body, location, update_mask), options)

    async def get_metrics(
        self,
        project_id: str,
        job_id: str,
        *,
        location: str | Omit = omit,
        start_time: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.JobMetrics:
        """Fetch the metrics of one job in us-central1; prefer the call that takes a location."""
        return await self._send(_get_metrics(project_id, job_id, location, start_time), options)

    async def snapshot(
        self,
        project_id: str,
        job_id: str,
        body: models.SnapshotJobRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Save a streaming job's state as a snapshot."""
        return await self._send(_snapshot(project_id, job_id, body), options)
