"""The resource `jobs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.states import StateRequest
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _create_single(
    body: models.CreateSingleJobRequest | Mapping[str, Any],
) -> Request[models.JobIDResponse]:
    return Request(
        "create_single_job",
        "POST /api/paddleflow/v1/job/single",
        body=body,
        returns=models.JobIDResponse,
    )


def _create_distributed(
    body: models.CreateDistributedJobRequest | Mapping[str, Any],
) -> Request[models.JobIDResponse]:
    return Request(
        "create_distributed_job",
        "POST /api/paddleflow/v1/job/distributed",
        body=body,
        returns=models.JobIDResponse,
    )


def _create_workflow(
    body: models.CreateWorkflowJobRequest | Mapping[str, Any],
) -> Request[models.JobIDResponse]:
    return Request(
        "create_workflow_job",
        "POST /api/paddleflow/v1/job/workflow",
        body=body,
        returns=models.JobIDResponse,
    )


def _list(
    status: str | Omit,
    timestamp: int | Omit,
    start_time: str | Omit,
    queue: str | Omit,
    labels: str | Omit,
    max_keys: int | Omit,
    marker: str | Omit,
) -> PagedRequest[models.Job, models.JobListResponse]:
    return PagedRequest(
        "list_job",
        "GET /api/paddleflow/v1/job",
        query={
            "status": status,
            "timestamp": timestamp,
            "startTime": start_time,
            "queue": queue,
            "labels": labels,
            "maxKeys": max_keys,
            "marker": marker,
        },
        returns=models.JobListResponse,
        pages=TokenPagination(items="job_list", request="marker", response="next_marker"),
    )


def _get(job_id: str) -> Request[models.Job]:
    return Request(
        "get_job",
        "GET /api/paddleflow/v1/job/{jobID}",
        path_params={"jobID": job_id},
        returns=models.Job,
    )


def _wait(
    job_id: str,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.Job], object] | Omit,
) -> StateRequest[models.Job]:
    return StateRequest(
        "get_job_wait",
        "GET /api/paddleflow/v1/job/{jobID}",
        path_params={"jobID": job_id},
        returns=models.Job,
        state="status",
        final_states=("succeeded", "skipped"),
        failed_states=("failed", "terminated", "cancelled"),
        reason="message",
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


def _stop(job_id: str, action: Literal["stop"]) -> Request[None]:
    return Request(
        "stop_job",
        "PUT /api/paddleflow/v1/job/{jobID}",
        path_params={"jobID": job_id},
        query={"action": action},
        reads="none",
    )


def _delete(job_id: str) -> Request[None]:
    return Request(
        "delete_job",
        "DELETE /api/paddleflow/v1/job/{jobID}",
        path_params={"jobID": job_id},
        reads="none",
    )


def _update(
    job_id: str, body: models.UpdateJobRequest | Mapping[str, Any], action: Literal["modify"]
) -> Request[None]:
    return Request(
        "update_job",
        "PUT /api/paddleflow/v1/job/{jobID}",
        path_params={"jobID": job_id},
        query={"action": action},
        body=body,
        reads="none",
    )


class Jobs(Resource):
    """Jobs, which runs are made of and which can be started alone."""

    def create_single(
        self,
        body: models.CreateSingleJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job of one container.

        Error codes: `MalformedJSON` (400), `RequiredFieldEmpty` (400), `JobInvalidField` (400),
        `JobCreateFailed` (400).
        """
        return self._send(_create_single(body), options)

    def create_distributed(
        self,
        body: models.CreateDistributedJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job of several members.

        Error codes: `MalformedJSON` (400), `RequiredFieldEmpty` (400), `JobInvalidField` (400),
        `JobCreateFailed` (400).
        """
        return self._send(_create_distributed(body), options)

    def create_workflow(
        self,
        body: models.CreateWorkflowJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job that is a workflow of Kubernetes.

        Error codes: `MalformedJSON` (400), `RequiredFieldEmpty` (400), `JobInvalidField` (400),
        `JobCreateFailed` (400).
        """
        return self._send(_create_workflow(body), options)

    def list(
        self,
        *,
        status: str | Omit = omit,
        timestamp: int | Omit = omit,
        start_time: str | Omit = omit,
        queue: str | Omit = omit,
        labels: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Job, models.JobListResponse]:
        """List jobs. Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            status: Only in this state.
            timestamp: Only changed since then, in seconds since 1970.
            start_time: Only started since then, such as `2026-11-29 18:00:00`.
            queue: Only of this queue.
            labels: Only with these labels; a JSON object.
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(
            _list(status, timestamp, start_time, queue, labels, max_keys, marker), options
        )

    def get(self, job_id: str, *, options: RequestOptions | None = None) -> models.Job:
        """Get a job. Error codes: `JobNotFound` (404), `AccessDenied` (403).

        `wait` asks until the answer is final.
        """
        return self._send(_get(job_id), options)

    def wait(
        self,
        job_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Job], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Ask as `get` does until `status` is succeeded or skipped. Raises an OperationError
        with the answer as its `body` if it is failed, terminated or cancelled.

        Args:
            timeout: Seconds to wait at most; without it, as long as it takes.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: Is called with each answer.
        """
        return self._send_waiting(_wait(job_id, timeout, poll, progress), options)

    def stop(
        self,
        job_id: str,
        *,
        action: Literal["stop"] = "stop",
        options: RequestOptions | None = None,
    ) -> None:
        """Stop a job.

        Error codes: `JobNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403).
        """
        return self._send(_stop(job_id, action), options)

    def delete(self, job_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a job that has ended.

        Error codes: `JobNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403).
        """
        return self._send(_delete(job_id), options)

    def update(
        self,
        job_id: str,
        body: models.UpdateJobRequest | Mapping[str, Any],
        *,
        action: Literal["modify"] = "modify",
        options: RequestOptions | None = None,
    ) -> None:
        """Change how urgent a job is, or its labels.

        Error codes: `JobNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403),
        `MalformedJSON` (400).
        """
        return self._send(_update(job_id, body, action), options)


class AsyncJobs(AsyncResource):
    """Jobs, which runs are made of and which can be started alone. Async; documented at
    :class:`Jobs`.
    """

    async def create_single(
        self,
        body: models.CreateSingleJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job of one container."""
        return await self._send(_create_single(body), options)

    async def create_distributed(
        self,
        body: models.CreateDistributedJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job of several members."""
        return await self._send(_create_distributed(body), options)

    async def create_workflow(
        self,
        body: models.CreateWorkflowJobRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.JobIDResponse:
        """Start a job that is a workflow of Kubernetes."""
        return await self._send(_create_workflow(body), options)

    def list(
        self,
        *,
        status: str | Omit = omit,
        timestamp: int | Omit = omit,
        start_time: str | Omit = omit,
        queue: str | Omit = omit,
        labels: str | Omit = omit,
        max_keys: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Job, models.JobListResponse]:
        """List jobs. Error codes: `InvalidURI` (400), `InvalidMarker` (400)."""
        return self._send_paged(
            _list(status, timestamp, start_time, queue, labels, max_keys, marker), options
        )

    async def get(self, job_id: str, *, options: RequestOptions | None = None) -> models.Job:
        """Get a job. Error codes: `JobNotFound` (404), `AccessDenied` (403)."""
        return await self._send(_get(job_id), options)

    async def wait(
        self,
        job_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Job], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Ask as `get` does until `status` is succeeded or skipped. Raises an OperationError
        with the answer as its `body` if it is failed, terminated or cancelled.
        """
        return await self._send_waiting(_wait(job_id, timeout, poll, progress), options)

    async def stop(
        self,
        job_id: str,
        *,
        action: Literal["stop"] = "stop",
        options: RequestOptions | None = None,
    ) -> None:
        """Stop a job."""
        return await self._send(_stop(job_id, action), options)

    async def delete(self, job_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a job that has ended."""
        return await self._send(_delete(job_id), options)

    async def update(
        self,
        job_id: str,
        body: models.UpdateJobRequest | Mapping[str, Any],
        *,
        action: Literal["modify"] = "modify",
        options: RequestOptions | None = None,
    ) -> None:
        """Change how urgent a job is, or its labels."""
        return await self._send(_update(job_id, body, action), options)
