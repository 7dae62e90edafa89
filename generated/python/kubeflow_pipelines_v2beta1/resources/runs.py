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
    namespace: str | Omit,
    experiment_id: str | Omit,
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.Run, models.ListRunsResponse]:
    return PagedRequest(
        "RunService_ListRuns",
        "GET /apis/v2beta1/runs",
        query={
            "namespace": namespace,
            "experiment_id": experiment_id,
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
        },
        returns=models.ListRunsResponse,
        pages=TokenPagination(items="runs", request="page_token", response="next_page_token"),
    )


def _create(body: models.Run | Mapping[str, Any], experiment_id: str | Omit) -> Request[models.Run]:
    return Request(
        "RunService_CreateRun",
        "POST /apis/v2beta1/runs",
        query={"experiment_id": experiment_id},
        body=body,
        returns=models.Run,
    )


def _get(run_id: str, experiment_id: str | Omit) -> Request[models.Run]:
    return Request(
        "RunService_GetRun",
        "GET /apis/v2beta1/runs/{run_id}",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=models.Run,
    )


def _wait(
    run_id: str,
    experiment_id: str | Omit,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.Run], object] | Omit,
) -> StateRequest[models.Run]:
    return StateRequest(
        "RunService_GetRun_wait",
        "GET /apis/v2beta1/runs/{run_id}",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=models.Run,
        state="state",
        final_states=("SUCCEEDED", "SKIPPED"),
        failed_states=("FAILED", "CANCELED"),
        reason="error",
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


def _delete(run_id: str, experiment_id: str | Omit) -> Request[dict[str, Any]]:
    return Request(
        "RunService_DeleteRun",
        "DELETE /apis/v2beta1/runs/{run_id}",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _archive(run_id: str, experiment_id: str | Omit) -> Request[dict[str, Any]]:
    return Request(
        "RunService_ArchiveRun",
        "POST /apis/v2beta1/runs/{run_id}:archive",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _retry(run_id: str, experiment_id: str | Omit) -> Request[dict[str, Any]]:
    return Request(
        "RunService_RetryRun",
        "POST /apis/v2beta1/runs/{run_id}:retry",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _terminate(run_id: str, experiment_id: str | Omit) -> Request[dict[str, Any]]:
    return Request(
        "RunService_TerminateRun",
        "POST /apis/v2beta1/runs/{run_id}:terminate",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _unarchive(run_id: str, experiment_id: str | Omit) -> Request[dict[str, Any]]:
    return Request(
        "RunService_UnarchiveRun",
        "POST /apis/v2beta1/runs/{run_id}:unarchive",
        path_params={"run_id": run_id},
        query={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


class Runs(Resource):
    """Operations on `runs`."""

    def list(
        self,
        *,
        namespace: str | Omit = omit,
        experiment_id: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Run, models.ListRunsResponse]:
        """List runs, of one experiment or of all.

        Args:
            namespace: Namespace whose items are listed.
            experiment_id: ID of the experiment to list from; if empty, every experiment is
                included.
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
        """
        return self._send_paged(
            _list(namespace, experiment_id, page_token, page_size, sort_by, filter_), options
        )

    def create(
        self,
        body: models.Run | Mapping[str, Any],
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Create a run, in the default experiment if none is given.

        Args:
            body: Run to create.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_create(body, experiment_id), options)

    def get(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Get one run.

        `wait` asks until the answer is final.

        Args:
            run_id: ID that selects the run to fetch.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_get(run_id, experiment_id), options)

    def wait(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Run], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Ask as `get` does until `state` is SUCCEEDED or SKIPPED. Raises an OperationError with
        the answer as its `body` if it is FAILED or CANCELED.

        Args:
            run_id: ID that selects the run to fetch.
            experiment_id: ID of the experiment that the run belongs to.
            timeout: Seconds to wait at most; without it, as long as it takes.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: Is called with each answer.
        """
        return self._send_waiting(_wait(run_id, experiment_id, timeout, poll, progress), options)

    def delete(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete one run.

        Args:
            run_id: ID that selects the run to delete.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_delete(run_id, experiment_id), options)

    def archive(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Move a run to the archive.

        Args:
            run_id: ID that selects the run to archive.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_archive(run_id, experiment_id), options)

    def retry(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Start a run again after it fails or is terminated.

        Args:
            run_id: ID that selects the run to start again.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_retry(run_id, experiment_id), options)

    def terminate(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Stop a run that is in progress.

        Args:
            run_id: ID that selects the run to stop.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_terminate(run_id, experiment_id), options)

    def unarchive(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Bring a run back from the archive.

        Args:
            run_id: ID that selects the run to bring back.
            experiment_id: ID of the experiment that the run belongs to.
        """
        return self._send(_unarchive(run_id, experiment_id), options)


class AsyncRuns(AsyncResource):
    """Operations on `runs`. Async; documented at :class:`Runs`."""

    def list(
        self,
        *,
        namespace: str | Omit = omit,
        experiment_id: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Run, models.ListRunsResponse]:
        """List runs, of one experiment or of all."""
        return self._send_paged(
            _list(namespace, experiment_id, page_token, page_size, sort_by, filter_), options
        )

    async def create(
        self,
        body: models.Run | Mapping[str, Any],
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Create a run, in the default experiment if none is given."""
        return await self._send(_create(body, experiment_id), options)

    async def get(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Get one run."""
        return await self._send(_get(run_id, experiment_id), options)

    async def wait(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Run], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Ask as `get` does until `state` is SUCCEEDED or SKIPPED. Raises an OperationError with
        the answer as its `body` if it is FAILED or CANCELED.
        """
        return await self._send_waiting(
            _wait(run_id, experiment_id, timeout, poll, progress), options
        )

    async def delete(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete one run."""
        return await self._send(_delete(run_id, experiment_id), options)

    async def archive(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Move a run to the archive."""
        return await self._send(_archive(run_id, experiment_id), options)

    async def retry(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Start a run again after it fails or is terminated."""
        return await self._send(_retry(run_id, experiment_id), options)

    async def terminate(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Stop a run that is in progress."""
        return await self._send(_terminate(run_id, experiment_id), options)

    async def unarchive(
        self,
        run_id: str,
        *,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Bring a run back from the archive."""
        return await self._send(_unarchive(run_id, experiment_id), options)
