"""The resource `statistics`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(job_id: str, run_id: str | Omit) -> Request[models.StatisticsJobInfo]:
    return Request(
        "get_statistics",
        "GET /api/paddleflow/v1/statistics/job/{jobID}",
        path_params={"jobID": job_id},
        query={"runID": run_id},
        may_be_empty=("jobID",),
        returns=models.StatisticsJobInfo,
    )


def _get_detail(
    job_id: str, run_id: str | Omit, start: int | Omit, end: int | Omit, step: int | Omit
) -> Request[models.StatisticsJobDetailInfo]:
    return Request(
        "get_statistics_detail",
        "GET /api/paddleflow/v1/statistics/jobDetail/{jobID}",
        path_params={"jobID": job_id},
        query={"runID": run_id, "start": start, "end": end, "step": step},
        may_be_empty=("jobID",),
        returns=models.StatisticsJobDetailInfo,
    )


class Statistics(Resource):
    """What jobs used."""

    def get(
        self, job_id: str, *, run_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.StatisticsJobInfo:
        """Get the averages of a job.

        Error codes: `JobNotFound` (404), `AccessDenied` (403), `QueueNameNotFound` (400),
        `ClusterNotFound` (400).

        Args:
            job_id: The job's id.
            run_id: Not supported: the server never reads it. Deprecated.
        """
        return self._send(_get(job_id, run_id), options)

    def get_detail(
        self,
        job_id: str,
        *,
        run_id: str | Omit = omit,
        start: int | Omit = omit,
        end: int | Omit = omit,
        step: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.StatisticsJobDetailInfo:
        """Get the time series of a job.

        Error codes: `InvalidURI` (400), `JobNotFound` (404), `AccessDenied` (403).

        Args:
            job_id: The job's id.
            run_id: Not supported: the server never reads it. Deprecated.
            start: From when on, in seconds since 1970. The server's default is `0`.
            end: Until when, in seconds since 1970; needed where `start` is given. The server's
                default is `0`.
            step: Seconds between two values. The server's default is `60`.
        """
        return self._send(_get_detail(job_id, run_id, start, end, step), options)


class AsyncStatistics(AsyncResource):
    """What jobs used. Async; documented at :class:`Statistics`."""

    async def get(
        self, job_id: str, *, run_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.StatisticsJobInfo:
        """Get the averages of a job."""
        return await self._send(_get(job_id, run_id), options)

    async def get_detail(
        self,
        job_id: str,
        *,
        run_id: str | Omit = omit,
        start: int | Omit = omit,
        end: int | Omit = omit,
        step: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.StatisticsJobDetailInfo:
        """Get the time series of a job."""
        return await self._send(_get_detail(job_id, run_id, start, end, step), options)
