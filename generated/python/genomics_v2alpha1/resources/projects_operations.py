"""The resource `projects.operations`."""

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


def _cancel(
    name: str, body: models.CancelOperationRequest | Mapping[str, Any] | Omit
) -> Request[models.Empty]:
    return Request(
        "genomics.projects.operations.cancel",
        "POST /v2alpha1/{name}:cancel",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=models.Empty,
    )


def _get(name: str) -> Request[models.Operation]:
    return Request(
        "genomics.projects.operations.get",
        "GET /v2alpha1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
    )


def _list(
    name: str, filter_: str | Omit, page_size: int | Omit, page_token: str | Omit
) -> PagedRequest[models.Operation, models.ListOperationsResponse]:
    return PagedRequest(
        "genomics.projects.operations.list",
        "GET /v2alpha1/{name}",
        path_params={"name": name},
        query={"filter": filter_, "pageSize": page_size, "pageToken": page_token},
        reserved=("name",),
        returns=models.ListOperationsResponse,
        pages=TokenPagination(items="operations", request="pageToken", response="next_page_token"),
    )


class Operations(Resource):
    """Operations on `projects.operations`."""

    def cancel(
        self,
        name: str,
        body: models.CancelOperationRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """Ask for an operation to be cancelled; success is not certain.

        Args:
            name: Full resource name, such as projects/my-project/operations/123.
        """
        return self._send(_cancel(name, body), options)

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """Fetch one operation in its latest state.

        Args:
            name: Full resource name, such as projects/my-project/operations/123.
        """
        return self._send(_get(name), options)

    def list(
        self,
        name: str,
        *,
        filter_: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Operation, models.ListOperationsResponse]:
        """List the operations of a project.

        Args:
            name: Resource that owns the operations, such as projects/my-project/operations.
            filter_: Expression over createTime, events, error, labels or done, joined with AND.
            page_size: Largest count of results in one page, at most 256.
            page_token: Token from the previous page; leave it out for the first page.
        """
        return self._send_paged(_list(name, filter_, page_size, page_token), options)


class AsyncOperations(AsyncResource):
    """Operations on `projects.operations`. Async; documented at :class:`Operations`."""

    async def cancel(
        self,
        name: str,
        body: models.CancelOperationRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """Ask for an operation to be cancelled; success is not certain."""
        return await self._send(_cancel(name, body), options)

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """Fetch one operation in its latest state."""
        return await self._send(_get(name), options)

    def list(
        self,
        name: str,
        *,
        filter_: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Operation, models.ListOperationsResponse]:
        """List the operations of a project."""
        return self._send_paged(_list(name, filter_, page_size, page_token), options)
