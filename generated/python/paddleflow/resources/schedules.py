"""The resource `schedules`."""

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
    user_filter: str | Omit,
    ppl_filter: str | Omit,
    ppl_version_filter: str | Omit,
    schedule_filter: str | Omit,
    name_filter: str | Omit,
    status_filter: str | Omit,
    marker: str | Omit,
    max_keys: int | Omit,
) -> PagedRequest[models.ScheduleInfo, models.ScheduleListResponse]:
    return PagedRequest(
        "list_schedule",
        "GET /api/paddleflow/v1/schedule",
        query={
            "userFilter": user_filter,
            "pplFilter": ppl_filter,
            "pplVersionFilter": ppl_version_filter,
            "scheduleFilter": schedule_filter,
            "nameFilter": name_filter,
            "statusFilter": status_filter,
            "marker": marker,
            "maxKeys": max_keys,
        },
        returns=models.ScheduleListResponse,
        pages=TokenPagination(items="schedule_list", request="marker", response="next_marker"),
    )


def _create(
    body: models.CreateScheduleRequest | Mapping[str, Any],
) -> Request[models.CreateScheduleResponse]:
    return Request(
        "create_schedule",
        "POST /api/paddleflow/v1/schedule",
        body=body,
        returns=models.CreateScheduleResponse,
    )


def _get(
    schedule_id: str,
    run_filter: str | Omit,
    status_filter: str | Omit,
    marker: str | Omit,
    max_keys: int | Omit,
) -> PagedRequest[models.RunBrief, models.ScheduleDetailResponse]:
    return PagedRequest(
        "show_schedule",
        "GET /api/paddleflow/v1/schedule/{scheduleID}",
        path_params={"scheduleID": schedule_id},
        query={
            "runFilter": run_filter,
            "statusFilter": status_filter,
            "marker": marker,
            "maxKeys": max_keys,
        },
        returns=models.ScheduleDetailResponse,
        pages=TokenPagination(items="runs.run_list", request="marker", response="runs.next_marker"),
    )


def _stop(schedule_id: str) -> Request[None]:
    return Request(
        "stop_schedule",
        "PUT /api/paddleflow/v1/schedule/{scheduleID}",
        path_params={"scheduleID": schedule_id},
        reads="none",
    )


def _delete(schedule_id: str) -> Request[None]:
    return Request(
        "delete_schedule",
        "DELETE /api/paddleflow/v1/schedule/{scheduleID}",
        path_params={"scheduleID": schedule_id},
        reads="none",
    )


class Schedules(Resource):
    """Runs that start by the clock."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        ppl_filter: str | Omit = omit,
        ppl_version_filter: str | Omit = omit,
        schedule_filter: str | Omit = omit,
        name_filter: str | Omit = omit,
        status_filter: str | Omit = omit,
        marker: str | Omit = omit,
        max_keys: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.ScheduleInfo, models.ScheduleListResponse]:
        """List schedules.

        The server sorts no list. With a filter, pages may have rows twice or leave some out; one
        page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `AccessDenied` (403).

        Args:
            user_filter: Only of these users; names separated by commas.
            ppl_filter: Only of these templates; ids separated by commas.
            ppl_version_filter: Only of these versions; ids separated by commas.
            schedule_filter: Only these schedules; ids separated by commas.
            name_filter: Only with these names, separated by commas.
            status_filter: Only in these states, separated by commas.
            marker: Where the page starts: `nextMarker` of the one before.
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
        """
        return self._send_paged(
            _list(
                user_filter,
                ppl_filter,
                ppl_version_filter,
                schedule_filter,
                name_filter,
                status_filter,
                marker,
                max_keys,
            ),
            options,
        )

    def create(
        self,
        body: models.CreateScheduleRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateScheduleResponse:
        """Create a schedule.

        Times are those of the server's time zone and lie ahead.

        Error codes: `InvalidHTTPRequest` (400), `InvalidNamePattern` (400), `InvalidArguments`
        (400), `PipelineNotFound` (404), `AccessDenied` (403), `DuplicatedName` (400),
        `AuthIllegalUser` (400).
        """
        return self._send(_create(body), options)

    def get(
        self,
        schedule_id: str,
        *,
        run_filter: str | Omit = omit,
        status_filter: str | Omit = omit,
        marker: str | Omit = omit,
        max_keys: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.RunBrief, models.ScheduleDetailResponse]:
        """Get a schedule and its runs.

        Pages are those of the runs.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `ScheduleNotFound` (404),
        `AccessDenied` (403).

        Args:
            schedule_id: The schedule's id.
            run_filter: Only of these runs; ids separated by commas.
            status_filter: Only in these states, separated by commas.
            marker: Where the page starts: `nextMarker` of the one before.
            max_keys: Rows of a page, 1 to 1000. The server's default is `50`.
        """
        return self._send_paged(
            _get(schedule_id, run_filter, status_filter, marker, max_keys), options
        )

    def stop(self, schedule_id: str, *, options: RequestOptions | None = None) -> None:
        """Stop a schedule.

        Runs that have started go on.

        Error codes: `ScheduleNotFound` (404), `AccessDenied` (403), `ActionNotAllowed` (403).

        Args:
            schedule_id: The schedule's id.
        """
        return self._send(_stop(schedule_id), options)

    def delete(self, schedule_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a schedule. Error codes: `ScheduleNotFound` (404), `ActionNotAllowed` (403).

        Args:
            schedule_id: The schedule's id.
        """
        return self._send(_delete(schedule_id), options)


class AsyncSchedules(AsyncResource):
    """Runs that start by the clock. Async; documented at :class:`Schedules`."""

    def list(
        self,
        *,
        user_filter: str | Omit = omit,
        ppl_filter: str | Omit = omit,
        ppl_version_filter: str | Omit = omit,
        schedule_filter: str | Omit = omit,
        name_filter: str | Omit = omit,
        status_filter: str | Omit = omit,
        marker: str | Omit = omit,
        max_keys: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.ScheduleInfo, models.ScheduleListResponse]:
        """List schedules."""
        return self._send_paged(
            _list(
                user_filter,
                ppl_filter,
                ppl_version_filter,
                schedule_filter,
                name_filter,
                status_filter,
                marker,
                max_keys,
            ),
            options,
        )

    async def create(
        self,
        body: models.CreateScheduleRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateScheduleResponse:
        """Create a schedule."""
        return await self._send(_create(body), options)

    def get(
        self,
        schedule_id: str,
        *,
        run_filter: str | Omit = omit,
        status_filter: str | Omit = omit,
        marker: str | Omit = omit,
        max_keys: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.RunBrief, models.ScheduleDetailResponse]:
        """Get a schedule and its runs."""
        return self._send_paged(
            _get(schedule_id, run_filter, status_filter, marker, max_keys), options
        )

    async def stop(self, schedule_id: str, *, options: RequestOptions | None = None) -> None:
        """Stop a schedule."""
        return await self._send(_stop(schedule_id), options)

    async def delete(self, schedule_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a schedule."""
        return await self._send(_delete(schedule_id), options)
