"""The resource `queues`."""

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
    maxsize: int | Omit, marker: str | Omit, name: str | Omit
) -> PagedRequest[models.QueueInfo, models.QueueListResponse]:
    return PagedRequest(
        "list_queue",
        "GET /api/paddleflow/v1/queue",
        query={"maxKeys": maxsize, "marker": marker, "name": name},
        returns=models.QueueListResponse,
        pages=TokenPagination(items="queue_list", request="marker", response="next_marker"),
    )


def _create(
    body: models.CreateQueueRequest | Mapping[str, Any],
) -> Request[models.CreateQueueResponse]:
    return Request(
        "create_queue",
        "POST /api/paddleflow/v1/queue",
        body=body,
        returns=models.CreateQueueResponse,
    )


def _get(queue_name: str) -> Request[models.QueueInfo]:
    return Request(
        "show_queue",
        "GET /api/paddleflow/v1/queue/{queueName}",
        path_params={"queueName": queue_name},
        returns=models.QueueInfo,
    )


def _update(
    queue_name: str, body: models.UpdateQueueRequest | Mapping[str, Any]
) -> Request[models.QueueInfo]:
    return Request(
        "update_queue",
        "PUT /api/paddleflow/v1/queue/{queueName}",
        path_params={"queueName": queue_name},
        body=body,
        returns=models.QueueInfo,
    )


def _delete(queue_name: str) -> Request[None]:
    return Request(
        "del_queue",
        "DELETE /api/paddleflow/v1/queue/{queueName}",
        path_params={"queueName": queue_name},
        reads="none",
    )


class Queues(Resource):
    """Queues, which hand out the resources of a namespace."""

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.QueueInfo, models.QueueListResponse]:
        """List queues.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400).

        Args:
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
            name: Only the queue of this name.
        """
        return self._send_paged(_list(maxsize, marker, name), options)

    def create(
        self,
        body: models.CreateQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateQueueResponse:
        """Create a queue.

        Error codes: `OnlyRootAllowed` (403), `QueueNameNotFound` (400), `ClusterNameNotFound`
        (400), `ClusterNotFound` (400), `InvalidClusterStatus` (400), `NamespaceNotFound` (400),
        `InvalidNamePattern` (400), `QueueNameDuplicated` (403), `QueueQuotaTypeIsNotSupported`
        (400), `InvalidComputeResource` (500), `QueueResourceNotMatch` (400), `InternalError` (500),
        `` (500).
        """
        return self._send(_create(body), options)

    def get(self, queue_name: str, *, options: RequestOptions | None = None) -> models.QueueInfo:
        """Get a queue.

        Error codes: `ActionNotAllowed` (403), `QueueNameNotFound` (400), `InternalError` (500).

        Args:
            queue_name: The queue's name.
        """
        return self._send(_get(queue_name), options)

    def update(
        self,
        queue_name: str,
        body: models.UpdateQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.QueueInfo:
        """Change the limits of a queue.

        What is left out stays as it is.

        Error codes: `OnlyRootAllowed` (403), `QueueNameNotFound` (400), `InvalidComputeResource`
        (500), `QueueUpdateFailed` (400).
        """
        return self._send(_update(queue_name, body), options)

    def delete(self, queue_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a queue.

        It need not be stopped before.

        Error codes: `OnlyRootAllowed` (403), `QueueNameNotFound` (400), `QueueIsInUse` (400),
        `InternalError` (500).

        Args:
            queue_name: The queue's name.
        """
        return self._send(_delete(queue_name), options)


class AsyncQueues(AsyncResource):
    """Queues, which hand out the resources of a namespace. Async; documented at :class:`Queues`."""

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.QueueInfo, models.QueueListResponse]:
        """List queues."""
        return self._send_paged(_list(maxsize, marker, name), options)

    async def create(
        self,
        body: models.CreateQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateQueueResponse:
        """Create a queue."""
        return await self._send(_create(body), options)

    async def get(
        self, queue_name: str, *, options: RequestOptions | None = None
    ) -> models.QueueInfo:
        """Get a queue."""
        return await self._send(_get(queue_name), options)

    async def update(
        self,
        queue_name: str,
        body: models.UpdateQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.QueueInfo:
        """Change the limits of a queue."""
        return await self._send(_update(queue_name, body), options)

    async def delete(self, queue_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a queue."""
        return await self._send(_delete(queue_name), options)
