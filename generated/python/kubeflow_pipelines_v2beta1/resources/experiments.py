"""The resource `experiments`."""

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
    filter_: str | Omit,
    namespace: str | Omit,
) -> PagedRequest[models.Experiment, models.ListExperimentsResponse]:
    return PagedRequest(
        "ExperimentService_ListExperiments",
        "GET /apis/v2beta1/experiments",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
            "namespace": namespace,
        },
        returns=models.ListExperimentsResponse,
        pages=TokenPagination(
            items="experiments", request="page_token", response="next_page_token"
        ),
    )


def _create(body: models.Experiment | Mapping[str, Any]) -> Request[models.Experiment]:
    return Request(
        "ExperimentService_CreateExperiment",
        "POST /apis/v2beta1/experiments",
        body=body,
        returns=models.Experiment,
    )


def _get(experiment_id: str) -> Request[models.Experiment]:
    return Request(
        "ExperimentService_GetExperiment",
        "GET /apis/v2beta1/experiments/{experiment_id}",
        path_params={"experiment_id": experiment_id},
        returns=models.Experiment,
    )


def _delete(experiment_id: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_DeleteExperiment",
        "DELETE /apis/v2beta1/experiments/{experiment_id}",
        path_params={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _archive(experiment_id: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_ArchiveExperiment",
        "POST /apis/v2beta1/experiments/{experiment_id}:archive",
        path_params={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


def _unarchive(experiment_id: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_UnarchiveExperiment",
        "POST /apis/v2beta1/experiments/{experiment_id}:unarchive",
        path_params={"experiment_id": experiment_id},
        returns=dict[str, Any],
    )


class Experiments(Resource):
    """Operations on `experiments`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Experiment, models.ListExperimentsResponse]:
        """List experiments, a page at a time, with optional sorting.

        Args:
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
            namespace: Namespace whose items are listed.
        """
        return self._send_paged(_list(page_token, page_size, sort_by, filter_, namespace), options)

    def create(
        self, body: models.Experiment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Create an experiment.

        Args:
            body: Experiment to create.
        """
        return self._send(_create(body), options)

    def get(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Get one experiment.

        Args:
            experiment_id: ID that selects the experiment to fetch.
        """
        return self._send(_get(experiment_id), options)

    def delete(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete an experiment but keep its runs and recurring runs, which are best removed
        first.

        Args:
            experiment_id: ID that selects the experiment to delete.
        """
        return self._send(_delete(experiment_id), options)

    def archive(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Archive an experiment together with its runs and recurring runs.

        Args:
            experiment_id: ID that selects the experiment to archive.
        """
        return self._send(_archive(experiment_id), options)

    def unarchive(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Bring an experiment back from the archive, leaving its runs and recurring runs
        archived.

        Args:
            experiment_id: ID that selects the experiment to bring back.
        """
        return self._send(_unarchive(experiment_id), options)


class AsyncExperiments(AsyncResource):
    """Operations on `experiments`. Async; documented at :class:`Experiments`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Experiment, models.ListExperimentsResponse]:
        """List experiments, a page at a time, with optional sorting."""
        return self._send_paged(_list(page_token, page_size, sort_by, filter_, namespace), options)

    async def create(
        self, body: models.Experiment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Create an experiment."""
        return await self._send(_create(body), options)

    async def get(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Get one experiment."""
        return await self._send(_get(experiment_id), options)

    async def delete(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete an experiment but keep its runs and recurring runs, which are best removed
        first.
        """
        return await self._send(_delete(experiment_id), options)

    async def archive(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Archive an experiment together with its runs and recurring runs."""
        return await self._send(_archive(experiment_id), options)

    async def unarchive(
        self, experiment_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Bring an experiment back from the archive, leaving its runs and recurring runs
        archived.
        """
        return await self._send(_unarchive(experiment_id), options)
