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


def _get_job(
    job_id: str | Omit,
    name: str | Omit,
    namespace: str | Omit,
    cluster_name: str | Omit,
    type_: str | Omit,
    framework: str | Omit,
    read_from_tail: bool | Omit,
    line_limit: int | Omit,
    size_limit: str | Omit,
) -> Request[models.JobLogDetail]:
    return Request(
        "get_job_log",
        "GET /api/paddleflow/v1/log/job",
        query={
            "jobID": job_id,
            "name": name,
            "namespace": namespace,
            "clusterName": cluster_name,
            "type": type_,
            "framework": framework,
            "readFromTail": read_from_tail,
            "lineLimit": line_limit,
            "sizeLimit": size_limit,
        },
        returns=models.JobLogDetail,
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

    def get_job(
        self,
        *,
        job_id: str | Omit = omit,
        name: str | Omit = omit,
        namespace: str | Omit = omit,
        cluster_name: str | Omit = omit,
        type_: str | Omit = omit,
        framework: str | Omit = omit,
        read_from_tail: bool | Omit = omit,
        line_limit: int | Omit = omit,
        size_limit: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.JobLogDetail:
        """Read the log of a job, or of a pod of Kubernetes.

        Error codes: `InvalidURI` (400), `JobNotFound` (404).

        Args:
            job_id: The job; otherwise `name` says which pod.
            name: A pod or a deployment.
            namespace: Its namespace.
            cluster_name: Its cluster.
            type_: Its kind, such as `pod` or `deploy`.
            framework: Framework of the job.
            read_from_tail: Begin at the end.
            line_limit: Most lines.
            size_limit: Most bytes, such as `1Mi`.
        """
        return self._send(
            _get_job(
                job_id,
                name,
                namespace,
                cluster_name,
                type_,
                framework,
                read_from_tail,
                line_limit,
                size_limit,
            ),
            options,
        )


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

    async def get_job(
        self,
        *,
        job_id: str | Omit = omit,
        name: str | Omit = omit,
        namespace: str | Omit = omit,
        cluster_name: str | Omit = omit,
        type_: str | Omit = omit,
        framework: str | Omit = omit,
        read_from_tail: bool | Omit = omit,
        line_limit: int | Omit = omit,
        size_limit: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.JobLogDetail:
        """Read the log of a job, or of a pod of Kubernetes."""
        return await self._send(
            _get_job(
                job_id,
                name,
                namespace,
                cluster_name,
                type_,
                framework,
                read_from_tail,
                line_limit,
                size_limit,
            ),
            options,
        )
