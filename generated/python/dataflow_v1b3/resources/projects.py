"""The resource `projects`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .projects_jobs import AsyncJobs, Jobs
    from .projects_locations import AsyncLocations, Locations
    from .projects_snapshots import AsyncSnapshots, Snapshots
    from .projects_templates import AsyncTemplates, Templates


def _delete_snapshots(
    project_id: str, location: str | Omit, snapshot_id: str | Omit
) -> Request[models.DeleteSnapshotResponse]:
    return Request(
        "dataflow.projects.deleteSnapshots",
        "DELETE /v1b3/projects/{projectId}/snapshots",
        path_params={"projectId": project_id},
        query={"location": location, "snapshotId": snapshot_id},
        returns=models.DeleteSnapshotResponse,
    )


def _worker_messages(
    project_id: str, body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit
) -> Request[models.SendWorkerMessagesResponse]:
    return Request(
        "dataflow.projects.workerMessages",
        "POST /v1b3/projects/{projectId}/WorkerMessages",
        path_params={"projectId": project_id},
        body=body,
        returns=models.SendWorkerMessagesResponse,
    )


class Projects(Resource):
    """Operations on `projects`."""

    snapshots: Lazy[Snapshots] = Lazy(".resources.projects_snapshots:Snapshots")
    jobs: Lazy[Jobs] = Lazy(".resources.projects_jobs:Jobs")
    locations: Lazy[Locations] = Lazy(".resources.projects_locations:Locations")
    templates: Lazy[Templates] = Lazy(".resources.projects_templates:Templates")

    def delete_snapshots(
        self,
        project_id: str,
        *,
        location: str | Omit = omit,
        snapshot_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.DeleteSnapshotResponse:
        """Delete the snapshot named in the query.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            snapshot_id: Service-assigned ID of the snapshot.
        """
        return self._send(_delete_snapshots(project_id, location, snapshot_id), options)

    def worker_messages(
        self,
        project_id: str,
        body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendWorkerMessagesResponse:
        """Deliver messages from a worker.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
        """
        return self._send(_worker_messages(project_id, body), options)


class AsyncProjects(AsyncResource):
    """Operations on `projects`. Async; documented at :class:`Projects`."""

    snapshots: Lazy[AsyncSnapshots] = Lazy(".resources.projects_snapshots:AsyncSnapshots")
    jobs: Lazy[AsyncJobs] = Lazy(".resources.projects_jobs:AsyncJobs")
    locations: Lazy[AsyncLocations] = Lazy(".resources.projects_locations:AsyncLocations")
    templates: Lazy[AsyncTemplates] = Lazy(".resources.projects_templates:AsyncTemplates")

    async def delete_snapshots(
        self,
        project_id: str,
        *,
        location: str | Omit = omit,
        snapshot_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.DeleteSnapshotResponse:
        """Delete the snapshot named in the query."""
        return await self._send(_delete_snapshots(project_id, location, snapshot_id), options)

    async def worker_messages(
        self,
        project_id: str,
        body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendWorkerMessagesResponse:
        """Deliver messages from a worker."""
        return await self._send(_worker_messages(project_id, body), options)
