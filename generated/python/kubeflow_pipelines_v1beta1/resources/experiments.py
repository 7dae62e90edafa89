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
    resource_reference_key_type: models.ResourceType | Omit,
    resource_reference_key_id: str | Omit,
) -> PagedRequest[models.Experiment, models.ListExperimentsResponse]:
    return PagedRequest(
        "ExperimentService_ListExperimentsV1",
        "GET /apis/v1beta1/experiments",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
            "resource_reference_key.type": resource_reference_key_type,
            "resource_reference_key.id": resource_reference_key_id,
        },
        returns=models.ListExperimentsResponse,
        pages=TokenPagination(
            items="experiments", request="page_token", response="next_page_token"
        ),
        errors={"default": models.GoogleRpcStatus},
    )


def _create(body: models.Experiment | Mapping[str, Any]) -> Request[models.Experiment]:
    return Request(
        "ExperimentService_CreateExperimentV1",
        "POST /apis/v1beta1/experiments",
        body=body,
        returns=models.Experiment,
        errors={"default": models.GoogleRpcStatus},
    )


def _get(id_: str) -> Request[models.Experiment]:
    return Request(
        "ExperimentService_GetExperimentV1",
        "GET /apis/v1beta1/experiments/{id}",
        path_params={"id": id_},
        returns=models.Experiment,
        errors={"default": models.GoogleRpcStatus},
    )


def _delete(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_DeleteExperimentV1",
        "DELETE /apis/v1beta1/experiments/{id}",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _archive(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_ArchiveExperimentV1",
        "POST /apis/v1beta1/experiments/{id}:archive",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _unarchive(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "ExperimentService_UnarchiveExperimentV1",
        "POST /apis/v1beta1/experiments/{id}:unarchive",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
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
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
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
            resource_reference_key_type: Kind of the resource that the listed items refer to,
                such as EXPERIMENT or NAMESPACE. The server's default is `UNKNOWN_RESOURCE_TYPE`.
            resource_reference_key_id: ID of a resource; only items that refer to it are listed.
        """
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                filter_,
                resource_reference_key_type,
                resource_reference_key_id,
            ),
            options,
        )

    def create(
        self, body: models.Experiment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Create an experiment.

        Args:
            body: Experiment to create.
        """
        return self._send(_create(body), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Experiment:
        """Get one experiment.

        Args:
            id_: ID that selects the experiment to fetch.
        """
        return self._send(_get(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete an experiment but keep its runs and jobs, which are best removed first.

        Args:
            id_: ID that selects the experiment to delete.
        """
        return self._send(_delete(id_), options)

    def archive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Archive an experiment together with its runs and jobs.

        Args:
            id_: ID that selects the experiment to archive.
        """
        return self._send(_archive(id_), options)

    def unarchive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Bring an experiment back from the archive, leaving its runs and jobs archived.

        Args:
            id_: ID that selects the experiment to bring back.
        """
        return self._send(_unarchive(id_), options)


class AsyncExperiments(AsyncResource):
    """Operations on `experiments`. Async; documented at :class:`Experiments`."""

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Experiment, models.ListExperimentsResponse]:
        """List experiments, a page at a time, with optional sorting."""
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                filter_,
                resource_reference_key_type,
                resource_reference_key_id,
            ),
            options,
        )

    async def create(
        self, body: models.Experiment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Experiment:
        """Create an experiment."""
        return await self._send(_create(body), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Experiment:
        """Get one experiment."""
        return await self._send(_get(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete an experiment but keep its runs and jobs, which are best removed first."""
        return await self._send(_delete(id_), options)

    async def archive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Archive an experiment together with its runs and jobs."""
        return await self._send(_archive(id_), options)

    async def unarchive(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Bring an experiment back from the archive, leaving its runs and jobs archived."""
        return await self._send(_unarchive(id_), options)
