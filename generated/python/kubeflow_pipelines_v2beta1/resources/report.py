"""The resource `report`."""

from __future__ import annotations

from typing import Any

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _report_scheduled_workflow(body: str) -> Request[dict[str, Any]]:
    return Request(
        "ReportService_ReportScheduledWorkflow",
        "POST /apis/v2beta1/scheduledworkflows",
        body=body,
        body_type=str,
        returns=dict[str, Any],
    )


def _report_workflow(body: str) -> Request[dict[str, Any]]:
    return Request(
        "ReportService_ReportWorkflow",
        "POST /apis/v2beta1/workflows",
        body=body,
        body_type=str,
        returns=dict[str, Any],
    )


class Report(Resource):
    """Operations on `report`."""

    def report_scheduled_workflow(
        self, body: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Report the state of a ScheduledWorkflow resource to the server.

        Args:
            body: JSON text of the ScheduledWorkflow resource.
        """
        return self._send(_report_scheduled_workflow(body), options)

    def report_workflow(
        self, body: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Report the state of a Workflow resource to the server.

        Args:
            body: JSON text of the Workflow custom resource.
        """
        return self._send(_report_workflow(body), options)


class AsyncReport(AsyncResource):
    """Operations on `report`. Async; documented at :class:`Report`."""

    async def report_scheduled_workflow(
        self, body: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Report the state of a ScheduledWorkflow resource to the server."""
        return await self._send(_report_scheduled_workflow(body), options)

    async def report_workflow(
        self, body: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Report the state of a Workflow resource to the server."""
        return await self._send(_report_workflow(body), options)
