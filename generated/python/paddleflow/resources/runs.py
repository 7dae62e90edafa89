"""The resource `runs`."""

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


def _list(
    fs_name: str | Omit,
    username: str | Omit,
    run_id: str | Omit,
    run_name: str | Omit,
    status: str | Omit,
    maxsize: int | Omit,
    marker: str | Omit,
) -> PagedRequest[models.RunBrief, models.RunListResponse]:
    return PagedRequest(
        "list_run",
        "GET /api/paddleflow/v1/run",
        query={
            "fsFilter": fs_name,
            "userFilter": username,
            "runFilter": run_id,
            "nameFilter": run_name,
            "statusFilter": status,
            "maxKeys": maxsize,
            "marker": marker,
        },
        returns=models.RunListResponse,
        pages=TokenPagination(items="run_list", request="marker", response="next_marker"),
    )


def _create(body: models.CreateRunRequest | Mapping[str, Any]) -> Request[models.RunIDResponse]:
    return Request(
        "create_run",
        "POST /api/paddleflow/v1/run",
        body=body,
        returns=models.RunIDResponse,
    )


def _get(run_id: str) -> Request[models.RunInfo]:
    return Request(
        "show_run",
        "GET /api/paddleflow/v1/run/{runID}",
        path_params={"runID": run_id},
        returns=models.RunInfo,
    )


def _wait(
    run_id: str,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.RunInfo], object] | Omit,
) -> StateRequest[models.RunInfo]:
    return StateRequest(
        "show_run_wait",
        "GET /api/paddleflow/v1/run/{runID}",
        path_params={"runID": run_id},
        returns=models.RunInfo,
        state="status",
        final_states=("succeeded", "skipped"),
        failed_states=("failed", "terminated"),
        reason="run_msg",
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


def _stop(
    run_id: str, body: models.StopRunRequest | Mapping[str, Any] | Omit, action: Literal["stop"]
) -> Request[None]:
    return Request(
        "stop_run",
        "PUT /api/paddleflow/v1/run/{runID}",
        path_params={"runID": run_id},
        query={"action": action},
        body=body,
        reads="none",
    )


def _delete(run_id: str, body: models.DeleteRunRequest | Mapping[str, Any] | Omit) -> Request[None]:
    return Request(
        "delete_run",
        "DELETE /api/paddleflow/v1/run/{runID}",
        path_params={"runID": run_id},
        body=body,
        reads="none",
    )


def _retry(run_id: str, action: Literal["retry"]) -> Request[models.RunIDResponse]:
    return Request(
        "retry_run",
        "PUT /api/paddleflow/v1/run/{runID}",
        path_params={"runID": run_id},
        query={"action": action},
        returns=models.RunIDResponse,
        idempotent=False,
    )


def _create_json(
    body: models.CreateRunJsonRequest | Mapping[str, Any],
) -> Request[models.RunIDResponse]:
    return Request(
        "create_run_json",
        "POST /api/paddleflow/v1/runjson",
        body=body,
        returns=models.RunIDResponse,
    )


class Runs(Resource):
    """Executions of workflows."""

    def list(
        self,
        *,
        fs_name: str | Omit = omit,
        username: str | Omit = omit,
        run_id: str | Omit = omit,
        run_name: str | Omit = omit,
        status: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.RunBrief, models.RunListResponse]:
        """List runs.

        Names and ids in filters stand without blanks around the commas. The server sorts no list.
        With a filter, pages may have rows twice or leave some out; one page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            fs_name: Only of these file systems; names separated by commas.
            username: Only of these users; names separated by commas.
            run_id: Only these runs; ids separated by commas.
            run_name: Only with these names, separated by commas.
            status: Only in these states, separated by commas.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(
            _list(fs_name, username, run_id, run_name, status, maxsize, marker), options
        )

    def create(
        self,
        body: models.CreateRunRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Start a run.

        What counts first: `runYamlRaw`, the template, `runYamlPath`. Its status tells whether the
        run started.

        Error codes: `MalformedJSON` (400), `MalformedYaml` (400), `InvalidPipeline` (400),
        `InvalidArguments` (400), `ReadYamlFileFailed` (400), `InvalidNamePattern` (400),
        `PipelineNotFound` (404), `AccessDenied` (403), `AuthIllegalUser` (400).
        """
        return self._send(_create(body), options)

    def get(self, run_id: str, *, options: RequestOptions | None = None) -> models.RunInfo:
        """Get a run. Error codes: `RunNotFound` (404), `AccessDenied` (403).

        `wait` asks until the answer is final.

        Args:
            run_id: The run's id.
        """
        return self._send(_get(run_id), options)

    def wait(
        self,
        run_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.RunInfo], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunInfo:
        """Ask as `get` does until `status` is succeeded or skipped. Raises an OperationError
        with the answer as its `body` if it is failed or terminated.

        Args:
            run_id: The run's id.
            timeout: Seconds to wait at most; without it, as long as it takes.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: Is called with each answer.
        """
        return self._send_waiting(_wait(run_id, timeout, poll, progress), options)

    def stop(
        self,
        run_id: str,
        body: models.StopRunRequest | Mapping[str, Any] | Omit = omit,
        *,
        action: Literal["stop"] = "stop",
        options: RequestOptions | None = None,
    ) -> None:
        """Stop a run.

        A finished run cannot be stopped.

        Error codes: `InvalidArguments` (400), `MalformedJSON` (400), `RunNotFound` (404),
        `AccessDenied` (403), `ActionNotAllowed` (403), `InternalError` (500).

        Args:
            run_id: The run's id.
        """
        return self._send(_stop(run_id, body, action), options)

    def delete(
        self,
        run_id: str,
        body: models.DeleteRunRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a run.

        Only a run that has ended can be deleted.

        Error codes: `MalformedJSON` (400), `RunNotFound` (404), `AccessDenied` (403),
        `ActionNotAllowed` (403).

        Args:
            run_id: The run's id.
        """
        return self._send(_delete(run_id, body), options)

    def retry(
        self,
        run_id: str,
        *,
        action: Literal["retry"] = "retry",
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Run again.

        Makes a new run; what has succeeded is carried over. Where the storage of the old run is
        gone, `runID` is empty and there is no new run.

        Error codes: `RunNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403),
        `InternalError` (500).

        Args:
            run_id: The run's id.
        """
        return self._send(_retry(run_id, action), options)

    def create_json(
        self,
        body: models.CreateRunJsonRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Start a run whose workflow is JSON.

        The members of the workflow stand in the body itself.

        Error codes: `InvalidHTTPRequest` (400), `MalformedJSON` (400), `InvalidPipeline` (400),
        `InvalidArguments` (400), `AuthIllegalUser` (400).
        """
        return self._send(_create_json(body), options)


class AsyncRuns(AsyncResource):
    """Executions of workflows. Async; documented at :class:`Runs`."""

    def list(
        self,
        *,
        fs_name: str | Omit = omit,
        username: str | Omit = omit,
        run_id: str | Omit = omit,
        run_name: str | Omit = omit,
        status: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.RunBrief, models.RunListResponse]:
        """List runs."""
        return self._send_paged(
            _list(fs_name, username, run_id, run_name, status, maxsize, marker), options
        )

    async def create(
        self,
        body: models.CreateRunRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Start a run."""
        return await self._send(_create(body), options)

    async def get(self, run_id: str, *, options: RequestOptions | None = None) -> models.RunInfo:
        """Get a run."""
        return await self._send(_get(run_id), options)

    async def wait(
        self,
        run_id: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.RunInfo], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunInfo:
        """Ask as `get` does until `status` is succeeded or skipped. Raises an OperationError
        with the answer as its `body` if it is failed or terminated.
        """
        return await self._send_waiting(_wait(run_id, timeout, poll, progress), options)

    async def stop(
        self,
        run_id: str,
        body: models.StopRunRequest | Mapping[str, Any] | Omit = omit,
        *,
        action: Literal["stop"] = "stop",
        options: RequestOptions | None = None,
    ) -> None:
        """Stop a run."""
        return await self._send(_stop(run_id, body, action), options)

    async def delete(
        self,
        run_id: str,
        body: models.DeleteRunRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a run."""
        return await self._send(_delete(run_id, body), options)

    async def retry(
        self,
        run_id: str,
        *,
        action: Literal["retry"] = "retry",
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Run again."""
        return await self._send(_retry(run_id, action), options)

    async def create_json(
        self,
        body: models.CreateRunJsonRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RunIDResponse:
        """Start a run whose workflow is JSON."""
        return await self._send(_create_json(body), options)
