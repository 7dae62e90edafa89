"""The resource `logs`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(
    run_id: str,
    job_id: str | Omit,
    page_size: int | Omit,
    page_no: int | Omit,
    log_file_position: models.LogFilePosition | Omit,
) -> Request[models.RunLogResponse]:
    return Request(
        "show_log",
        "GET /api/paddleflow/v1/log/run/{runID}",
        path_params={"runID": run_id},
        query={
            "jobID": job_id,
            "pageSize": page_size,
            "pageNo": page_no,
            "logFilePosition": log_file_position,
        },
        may_be_empty=("runID",),
        returns=models.RunLogResponse,
    )


class Logs(Resource):
    """Logs of runs."""

    def get(
        self,
        run_id: str,
        *,
        job_id: str | Omit = omit,
        page_size: int | Omit = omit,
        page_no: int | Omit = omit,
        log_file_position: models.LogFilePosition | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunLogResponse:
        """Read the log of a run.

        Pages have numbers here, no marker.

        Error codes: `InvalidURI` (400), `RunNotFound` (404), `AccessDenied` (403).

        Args:
            run_id: The run's id.
            job_id: Only this job of the run.
            page_size: Lines of a page, at most 100. The server's default is `100`.
            page_no: Number of the page, from 1. The server's default is `1`.
            log_file_position: Where pages count from: `begin` or `end` of the log. The server's
                default is `end`.
        """
        return self._send(_get(run_id, job_id, page_size, page_no, log_file_position), options)


class AsyncLogs(AsyncResource):
    """Logs of runs. Async; documented at :class:`Logs`."""

    async def get(
        self,
        run_id: str,
        *,
        job_id: str | Omit = omit,
        page_size: int | Omit = omit,
        page_no: int | Omit = omit,
        log_file_position: models.LogFilePosition | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.RunLogResponse:
        """Read the log of a run."""
        return await self._send(
            _get(run_id, job_id, page_size, page_no, log_file_position), options
        )
