"""The resource `projects.locations.snapshots`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(project_id: str, location: str, snapshot_id: str) -> Request[models.Snapshot]:
    return Request(
        "dataflow.projects.locations.snapshots.get",
        "GET /v1b3/projects/{projectId}/locations/{location}/snapshots/{snapshotId}",
        path_params={"projectId": project_id, "location": location, "snapshotId": snapshot_id},
        returns=models.Snapshot,
    )


def _delete(
    project_id: str, location: str, snapshot_id: str
) -> Request[models.DeleteSnapshotResponse]:
    return Request(
        "dataflow.projects.locations.snapshots.delete",
        "DELETE /v1b3/projects/{projectId}/locations/{location}/snapshots/{snapshotId}",
        path_params={"projectId": project_id, "location": location, "snapshotId": snapshot_id},
        returns=models.DeleteSnapshotResponse,
    )


def _list(
    project_id: str, location: str, job_id: str | Omit
) -> Request[models.ListSnapshotsResponse]:
    return Request(
        "dataflow.projects.locations.snapshots.list",
        "GET /v1b3/projects/{projectId}/locations/{location}/snapshots",
        path_params={"projectId": project_id, "location": location},
        query={"jobId": job_id},
        returns=models.ListSnapshotsResponse,
    )


class Snapshots(Resource):
    """Operations on `projects.locations.snapshots`."""

    def get(
        self,
        project_id: str,
        location: str,
        snapshot_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Fetch one snapshot in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            snapshot_id: Service-assigned ID of the snapshot.
        """
        return self._send(_get(project_id, location, snapshot_id), options)

    def delete(
        self,
        project_id: str,
        location: str,
        snapshot_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.DeleteSnapshotResponse:
        """Delete one snapshot in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            snapshot_id: Service-assigned ID of the snapshot.
        """
        return self._send(_delete(project_id, location, snapshot_id), options)

    def list(
        self,
        project_id: str,
        location: str,
        *,
        job_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ListSnapshotsResponse:
        """List a project's snapshots in one region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            job_id: Return only snapshots taken of this job.
        """
        return self._send(_list(project_id, location, job_id), options)


class AsyncSnapshots(AsyncResource):
    """Operations on `projects.locations.snapshots`. Async; documented at :class:`Snapshots`."""

    async def get(
        self,
        project_id: str,
        location: str,
        snapshot_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.Snapshot:
        """Fetch one snapshot in a region."""
        return await self._send(_get(project_id, location, snapshot_id), options)

    async def delete(
        self,
        project_id: str,
        location: str,
        snapshot_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.DeleteSnapshotResponse:
        """Delete one snapshot in a region."""
        return await self._send(_delete(project_id, location, snapshot_id), options)

    async def list(
        self,
        project_id: str,
        location: str,
        *,
        job_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ListSnapshotsResponse:
        """List a project's snapshots in one region."""
        return await self._send(_list(project_id, location, job_id), options)
