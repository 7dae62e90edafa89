"""The resource `jobs`."""

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
    resource_reference_key_type: models.ResourceType | Omit,
    resource_reference_key_id: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.Job, models.ListJobsResponse]:
    return PagedRequest(
        "JobService_ListJobs",
        "GET /apis/v1beta1/jobs",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "resource_reference_key.type": resource_reference_key_type,
            "resource_reference_key.id": resource_reference_key_id,
            "filter": filter_,
        },
        returns=models.ListJobsResponse,
        pages=TokenPagination(items="jobs", request="page_token", response="next_page_token"),
        errors={"default": models.GoogleRpcStatus},
    )


def _create(body: models.Job | Mapping[str, Any]) -> Request[models.Job]:
    return Request(
        "JobService_CreateJob",
        "POST /apis/v1beta1/jobs",
        body=body,
        returns=models.Job,
        errors={"default": models.GoogleRpcStatus},
    )


def _get(id_: str) -> Request[models.Job]:
    return Request(
        "JobService_GetJob",
        "GET /apis/v1beta1/jobs/{id}",
        path_params={"id": id_},
        returns=models.Job,
        errors={"default": models.GoogleRpcStatus},
    )


def _delete(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "JobService_DeleteJob",
        "DELETE /apis/v1beta1/jobs/{id}",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _disable(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "JobService_DisableJob",
        "POST /apis/v1beta1/jobs/{id}/disable",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _enable(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "JobService_EnableJob",
        "POST /apis/v1beta1/jobs/{id}/enable",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


class Jobs(Resource):
    """Operations on `jobs`."""

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
    ) -> Page[models.Job, models.ListJobsResponse]:
        """List jobs.

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
        self, body: models.Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Job:
        """Create a job.

        Args:
            body: Job to create.
        """
        return self._send(_create(body), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Job:
        """Get one job.

        Args:
            id_: ID that selects the job to fetch.
        """
        return self._send(_get(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete one job.

        Args:
            id_: ID that selects the job to delete.
        """
        return self._send(_delete(id_), options)

    def disable(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Stop a job and its runs without deleting the job.

        Args:
            id_: ID that selects the job to stop.
        """
        return self._send(_disable(id_), options)

    def enable(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Start a stopped job again and let its runs go on.

        Args:
            id_: ID that selects the job to start again.
        """
        return self._send(_enable(id_), options)


class AsyncJobs(AsyncResource):
    """Operations on `jobs`. Async; documented at :class:`Jobs`."""

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
    ) -> AsyncPages[models.Job, models.ListJobsResponse]:
        """List jobs."""
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
        self, body: models.Job | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Job:
        """Create a job."""
        return await self._send(_create(body), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Job:
        """Get one job."""
        return await self._send(_get(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete one job."""
        return await self._send(_delete(id_), options)

    async def disable(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Stop a job and its runs without deleting the job."""
        return await self._send(_disable(id_), options)

    async def enable(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Start a stopped job again and let its runs go on."""
        return await self._send(_enable(id_), options)
