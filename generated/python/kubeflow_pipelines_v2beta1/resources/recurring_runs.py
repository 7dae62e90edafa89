"""The resource `recurring_runs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    namespace: str | Omit,
    filter_: str | Omit,
    experiment_id: str | Omit,
) -> PagedRequest[models.RecurringRun, models.ListRecurringRunsResponse]:
    return PagedRequest(
        "RecurringRunService_ListRecurringRuns",
        "GET /apis/v2beta1/recurringruns",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "namespace": namespace,
            "filter": filter_,
            "experiment_id": experiment_id,
        },
        returns=models.ListRecurringRunsResponse,
        pages=TokenPagination(
            items="recurring_runs", request="page_token", response="next_page_token"
        ),
    )


def _create(body: models.RecurringRun | Mapping[str, Any]) -> Request[models.RecurringRun]:
    return Request(
        "RecurringRunService_CreateRecurringRun",
        "POST /apis/v2beta1/recurringruns",
        body=body,
        returns=models.RecurringRun,
    )


def _get(recurring_run_id: str) -> Request[models.RecurringRun]:
    return Request(
        "RecurringRunService_GetRecurringRun",
        "GET /apis/v2beta1/recurringruns/{recurring_run_id}",
        path_params={"recurring_run_id": recurring_run_id},
        returns=models.RecurringRun,
    )


def _delete(
    recurring_run_id: str, propagation_policy: models.DeletePropagationPolicy | Omit
) -> Request[dict[str, Any]]:
    return Request(
        "RecurringRunService_DeleteRecurringRun",
        "DELETE /apis/v2beta1/recurringruns/{recurring_run_id}",
        path_params={"recurring_run_id": recurring_run_id},
        query={"propagation_policy": propagation_policy},
        returns=dict[str, Any],
    )


def _disable(recurring_run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "RecurringRunService_DisableRecurringRun",
        "POST /apis/v2beta1/recurringruns/{recurring_run_id}:disable",
        path_params={"recurring_run_id": recurring_run_id},
        returns=dict[str, Any],
    )


def _enable(recurring_run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "RecurringRunService_EnableRecurringRun",
        "POST /apis/v2beta1/recurringruns/{recurring_run_id}:enable",
        path_params={"recurring_run_id": recurring_run_id},
        returns=dict[str, Any],
    )


class RecurringRuns(Resource):
    """Operations on `recurring_runs`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        namespace: str | Omit = omit,
        filter_: str | Omit = omit,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.RecurringRun, models.ListRecurringRunsResponse]:
        """List recurring runs, of one experiment or of all.

        Args:
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            namespace: Namespace whose items are listed.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
            experiment_id: ID of the experiment to list from; if empty, every experiment is
                included.
        """
        return self._send_paged(
            _list(page_token, page_size, sort_by, namespace, filter_, experiment_id), options
        )

    def create(
        self,
        body: models.RecurringRun | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RecurringRun:
        """Create a recurring run that belongs to an experiment.

        Args:
            body: Recurring run to create.
        """
        return self._send(_create(body), options)

    def get(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> models.RecurringRun:
        """Get one recurring run.

        Args:
            recurring_run_id: ID that selects the recurring run to fetch.
        """
        return self._send(_get(recurring_run_id), options)

    def delete(
        self,
        recurring_run_id: str,
        *,
        propagation_policy: models.DeletePropagationPolicy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete one recurring run.

        Args:
            recurring_run_id: ID that selects the recurring run to delete.
            propagation_policy: What becomes of the resources in the cluster that the recurring
                run owns. The server's default is `DELETE_PROPAGATION_POLICY_UNSPECIFIED`.
        """
        return self._send(_delete(recurring_run_id, propagation_policy), options)

    def disable(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Stop a recurring run and the runs it started without deleting it.

        Args:
            recurring_run_id: ID that selects the recurring run to stop.
        """
        return self._send(_disable(recurring_run_id), options)

    def enable(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Start a stopped recurring run again and let its runs go on.

        Args:
            recurring_run_id: ID that selects the recurring run to start again.
        """
        return self._send(_enable(recurring_run_id), options)


class AsyncRecurringRuns(AsyncResource):
    """Operations on `recurring_runs`. Async; documented at :class:`RecurringRuns`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        namespace: str | Omit = omit,
        filter_: str | Omit = omit,
        experiment_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.RecurringRun, models.ListRecurringRunsResponse]:
        """List recurring runs, of one experiment or of all."""
        return self._send_paged(
            _list(page_token, page_size, sort_by, namespace, filter_, experiment_id), options
        )

    async def create(
        self,
        body: models.RecurringRun | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.RecurringRun:
        """Create a recurring run that belongs to an experiment."""
        return await self._send(_create(body), options)

    async def get(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> models.RecurringRun:
        """Get one recurring run."""
        return await self._send(_get(recurring_run_id), options)

    async def delete(
        self,
        recurring_run_id: str,
        *,
        propagation_policy: models.DeletePropagationPolicy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete one recurring run."""
        return await self._send(_delete(recurring_run_id, propagation_policy), options)

    async def disable(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Stop a recurring run and the runs it started without deleting it."""
        return await self._send(_disable(recurring_run_id), options)

    async def enable(
        self, recurring_run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Start a stopped recurring run again and let its runs go on."""
        return await self._send(_enable(recurring_run_id), options)
