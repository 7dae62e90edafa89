"""The resource `projects.snapshots`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(
    project_id: str, job_id: str | Omit, location: str | Omit
) -> Request[models.ListSnapshotsResponse]:
    return Request(
        "dataflow.projects.snapshots.list",
        "GET /v1b3/projects/{projectId}/snapshots",
        path_params={"projectId": project_id},
        query={"jobId": job_id, "location": location},
        returns=models.ListSnapshotsResponse,
    )


def _get(project_id: str, snapshot_id: str, location: str | Omit) -> Request[models.Snapshot]:
    return Request(
        "dataflow.projects.snapshots.get",
        "GET /v1b3/projects/{projectId}/snapshots/{snapshotId}",
        path_params={"projectId": project_id, "snapshotId": snapshot_id},
        query={"location": location},
        returns=models.Snapshot,
    )


class Snapshots(Resource):
    """Operations on `projects.snapshots`."""

    def list(
        self,
        project_id: str,
        *,
        job_id: str | Omit = omit,
        location: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ListSnapshotsResponse:
        """List a project's snapshots.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            job_id: Return only snapshots taken of this job.
            location: Region to address, such as us-central1.
        """
        return self._send(_list(project_id, job_id, location), options)

    def get(
        self,
        project_id: str,
        snapshot_id: str,
        *,
        location: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Fetch one snapshot.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            snapshot_id: Service-assigned ID of the snapshot.
            location: Region to address, such as us-central1.
        """
        return self._send(_get(project_id, snapshot_id, location), options)


class AsyncSnapshots(AsyncResource):
    """Operations on `projects.snapshots`. Async; documented at :class:`Snapshots`."""

    async def list(
        self,
        project_id: str,
        *,
        job_id: str | Omit = omit,
        location: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ListSnapshotsResponse:
        """List a project's snapshots."""
        return await self._send(_list(project_id, job_id, location), options)

    async def get(
        self,
        project_id: str,
        snapshot_id: str,
        *,
        location: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Fetch one snapshot."""
        return await self._send(_get(project_id, snapshot_id, location), options)
