"""The resource `runs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.states import StateRequest
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    resource_reference_key_type: models.ResourceType | Omit,
    resource_reference_key_id: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.Run, models.ListRunsResponse]:
    return PagedRequest(
        "RunService_ListRunsV1",
        "GET /apis/v1beta1/runs",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "resource_reference_key.type": resource_reference_key_type,
            "resource_reference_key.id": resource_reference_key_id,
            "filter": filter_,
        },
        returns=models.ListRunsResponse,
        pages=TokenPagination(items="runs", request="page_token", response="next_page_token"),
        errors={"default": models.GoogleRpcStatus},
    )


def _create(body: models.Run | Mapping[str, Any]) -> Request[models.RunDetail]:
    return Request(
        "RunService_CreateRunV1",
        "POST /apis/v1beta1/runs",
        body=body,
        returns=models.RunDetail,
        errors={"default": models.GoogleRpcStatus},
    )


def _delete(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "RunService_DeleteRunV1",
        "DELETE /apis/v1beta1/runs/{id}",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _archive(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "RunService_ArchiveRunV1",
        "POST /apis/v1beta1/runs/{id}:archive",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _unarchive(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "RunService_UnarchiveRunV1",
        "POST /apis/v1beta1/runs/{id}:unarchive",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _get(run_id: str) -> Request[models.RunDetail]:
    return Request(
        "RunService_GetRunV1",
        "GET /apis/v1beta1/runs/{run_id}",
        path_params={"run_id": run_id},
        returns=models.RunDetail,
        errors={"default": models.GoogleRpcStatus},
    )


def _wait(
    run_id: str,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.RunDetail], object] | Omit,
) -> StateRequest[models.RunDetail]:
    return StateRequest(
        "RunService_GetRunV1_wait",
        "GET /apis/v1beta1/runs/{run_id}",
        path_params={"run_id": run_id},
        returns=models.RunDetail,
        state="run.status",
        final_states=("Succeeded", "Skipped"),
        failed_states=("Failed", "Error"),
        reason="run.error",
        timeout=timeout,
        poll=poll,
        progress=progress,
        errors={"default": models.GoogleRpcStatus},
    )


def _retry(run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "RunService_RetryRunV1",
        "POST /apis/v1beta1/runs/{run_id}/retry",
        path_params={"run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _terminate(run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "RunService_TerminateRunV1",
        "POST /apis/v1beta1/runs/{run_id}/terminate",
        path_params={"run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _report_metrics(
    run_id: str, body: models.ReportRunMetricsRequest | Mapping[str, Any]
) -> Request[models.ReportRunMetricsResponse]:
    return Request(
        "RunService_ReportRunMetricsV1",
        "POST /apis/v1beta1/runs/{run_id}:reportMetrics",
        path_params={"run_id": run_id},
        body=body,
        returns=models.ReportRunMetricsResponse,
        errors={"default": models.GoogleRpcStatus},
    )


class Runs(Resource):
    """Operations on `runs`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Run, models.ListRunsResponse]:
        """List runs.

        Args:
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            resource_reference_key_type: Kind of the resource that the listed items refer to,
                such as EXPERIMENT or NAMESPACE. The server's default is `UNKNOWN_RESOURCE_TYPE`.
            resource_reference_key_id: ID of a resource; only items that refer to it are listed.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
        """
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                resource_reference_key_type,
                resource_reference_key_id,
                filter_,
            ),
            options,
        )

    def create(
        self, body: models.Run | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.RunDetail:
        """Create a run.

        Args:
            body: Run to create.
        """
        return self._send(_create(body), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete one run.

        Args:
            id_: ID that selects the run to delete.
        """
        return self._send(_delete(id_), options)

    def archive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Move a run to the archive.

        Args:
            id_: ID that selects the run to archive.
        """
        return self._send(_archive(id_), options)

    def unarchive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Bring a run back from the archive.

        Args:
            id_: ID that selects the run to bring back.
        """
        return self._send(_unarchive(id_), options)

    def get(self, run_id: str, *, options: RequestOptions | None = None) -> models.RunDetail:
        """Get one run with its runtime details.

        `wait` asks until the answer is final.

        Args:
            run_id: ID that selects the run to fetch.
        """
        return self._send(_get(run_id), options)

    def wait(
        self,
        run_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.RunDetail], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunDetail:
        """Ask as `get` does until `run.status` is Succeeded or Skipped. Raises an OperationError
        with the answer as its `body` if it is Failed or Error.

        Args:
            run_id: ID that selects the run to fetch.
            timeout: Seconds to wait at most; without it, as long as it takes.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: Is called with each answer.
        """
        return self._send_waiting(_wait(run_id, timeout, poll, progress), options)

    def retry(self, run_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Start a run again after it fails or is terminated.

        Args:
            run_id: ID that selects the run to start again.
        """
        return self._send(_retry(run_id), options)

    def terminate(self, run_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Stop a run that is in progress.

        Args:
            run_id: ID that selects the run to stop.
        """
        return self._send(_terminate(run_id), options)

    def report_metrics(
        self,
        run_id: str,
        body: models.ReportRunMetricsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ReportRunMetricsResponse:
        """Record metrics one by one, so that some can fail; a metric already recorded is left as
        it is.

        Args:
            run_id: ID of the run that the metrics belong to.
            body: Metrics to record.
        """
        return self._send(_report_metrics(run_id, body), options)


class AsyncRuns(AsyncResource):
    """Operations on `runs`. Async; documented at :class:`Runs`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Run, models.ListRunsResponse]:
        """List runs."""
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                resource_reference_key_type,
                resource_reference_key_id,
                filter_,
            ),
            options,
        )

    async def create(
        self, body: models.Run | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.RunDetail:
        """Create a run."""
        return await self._send(_create(body), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete one run."""
        return await self._send(_delete(id_), options)

    async def archive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Move a run to the archive."""
        return await self._send(_archive(id_), options)

    async def unarchive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Bring a run back from the archive."""
        return await self._send(_unarchive(id_), options)

    async def get(self, run_id: str, *, options: RequestOptions | None = None) -> models.RunDetail:
        """Get one run with its runtime details."""
        return await self._send(_get(run_id), options)

    async def wait(
        self,
        run_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.RunDetail], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunDetail:
        """Ask as `get` does until `run.status` is Succeeded or Skipped. Raises an OperationError
        with the answer as its `body` if it is Failed or Error.
        """
        return await self._send_waiting(_wait(run_id, timeout, poll, progress), options)

    async def retry(self, run_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Start a run again after it fails or is terminated."""
        return await self._send(_retry(run_id), options)

    async def terminate(
        self, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Stop a run that is in progress."""
        return await self._send(_terminate(run_id), options)

    async def report_metrics(
        self,
        run_id: str,
        body: models.ReportRunMetricsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.ReportRunMetricsResponse:
        """Record metrics one by one, so that some can fail; a metric already recorded is left as
        it is.
        """
        return await self._send(_report_metrics(run_id, body), options)
