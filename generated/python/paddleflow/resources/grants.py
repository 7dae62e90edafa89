"""The resource `grants`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    username: str | Omit, maxsize: int | Omit, marker: str | Omit
) -> PagedRequest[models.GrantInfo, models.GrantListResponse]:
    return PagedRequest(
        "show_queue_grant",
        "GET /api/paddleflow/v1/grant",
        query={"username": username, "maxKeys": maxsize, "marker": marker},
        returns=models.GrantListResponse,
        pages=TokenPagination(items="grant_list", request="marker", response="next_marker"),
    )


def _create(
    body: models.GrantQueueRequest | Mapping[str, Any],
) -> Request[models.CreateGrantResponse]:
    return Request(
        "grant_queue",
        "POST /api/paddleflow/v1/grant",
        body=body,
        body_type=models.GrantQueueRequest,
        returns=models.CreateGrantResponse,
    )


def _delete(username: str, queuename: str, resource_type: Literal["queue"]) -> Request[None]:
    return Request(
        "ungrant_queue",
        "DELETE /api/paddleflow/v1/grant",
        query={"username": username, "resourceType": resource_type, "resourceID": queuename},
        reads="none",
    )


class Grants(Resource):
    """Who may use which queue."""

    def list(
        self,
        *,
        username: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.GrantInfo, models.GrantListResponse]:
        """List grants.

        Grants of all kinds of resources come back; the method of the page keeps those of queues.
        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `OnlyRootAllowed` (403).

        Args:
            username: Only this user's grants.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(username, maxsize, marker), options)

    def create(
        self,
        body: models.GrantQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateGrantResponse:
        """Grant a queue.

        Error codes: `AuthIllegalUser` (400), `OnlyRootAllowed` (403), `GrantRootActionNotSupport`
        (400), `GrantResourceTypeNotFound` (400), `QueueNameNotFound` (400), `UserNotExist` (400),
        `GrantAlreadyExist` (400).
        """
        return self._send(_create(body), options)

    def delete(
        self,
        *,
        username: str,
        queuename: str,
        resource_type: Literal["queue"] = "queue",
        options: RequestOptions | None = None,
    ) -> None:
        """Withdraw a grant.

        Error codes: `OnlyRootAllowed` (403), `GrantRootActionNotSupport` (400),
        `GrantResourceTypeNotFound` (400), `QueueNameNotFound` (400), `UserNotExist` (400),
        `GrantNotFound` (400).

        Args:
            username: Who loses the queue.
            queuename: The queue's name.
        """
        return self._send(_delete(username, queuename, resource_type), options)


class AsyncGrants(AsyncResource):
    """Who may use which queue. Async; documented at :class:`Grants`."""

    def list(
        self,
        *,
        username: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.GrantInfo, models.GrantListResponse]:
        """List grants."""
        return self._send_paged(_list(username, maxsize, marker), options)

    async def create(
        self,
        body: models.GrantQueueRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateGrantResponse:
        """Grant a queue."""
        return await self._send(_create(body), options)

    async def delete(
        self,
        *,
        username: str,
        queuename: str,
        resource_type: Literal["queue"] = "queue",
        options: RequestOptions | None = None,
    ) -> None:
        """Withdraw a grant."""
        return await self._send(_delete(username, queuename, resource_type), options)
