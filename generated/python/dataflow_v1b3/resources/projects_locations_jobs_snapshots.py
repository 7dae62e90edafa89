"""The resource `projects.locations.jobs.snapshots`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list(project_id: str, location: str, job_id: str) -> Request[models.ListSnapshotsResponse]:
    return Request(
        "dataflow.projects.locations.jobs.snapshots.list",
        "GET /v1b3/projects/{projectId}/locations/{location}/jobs/{jobId}/snapshots",
        path_params={"projectId": project_id, "location": location, "jobId": job_id},
        returns=models.ListSnapshotsResponse,
    )


class Snapshots(Resource):
    """Operations on `projects.locations.jobs.snapshots`."""

    def list(
        self, project_id: str, location: str, job_id: str, *, options: RequestOptions | None = None
    ) -> models.ListSnapshotsResponse:
        """List the snapshots taken of one job.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Service-assigned ID of the job.
        """
        return self._send(_list(project_id, location, job_id), options)


class AsyncSnapshots(AsyncResource):
    """Operations on `projects.locations.jobs.snapshots`. Async; documented at
    :class:`Snapshots`.
    """

    async def list(
        self, project_id: str, location: str, job_id: str, *, options: RequestOptions | None = None
    ) -> models.ListSnapshotsResponse:
        """List the snapshots taken of one job."""
        return await self._send(_list(project_id, location, job_id), options)
