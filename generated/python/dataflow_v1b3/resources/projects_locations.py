"""The resource `projects.locations`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .projects_locations_config_store_settings import (
        AsyncConfigStoreSettings,
        ConfigStoreSettings,
    )
    from .projects_locations_flex_templates import AsyncFlexTemplates, FlexTemplates
    from .projects_locations_jobs import AsyncJobs, Jobs
    from .projects_locations_snapshots import AsyncSnapshots, Snapshots
    from .projects_locations_templates import AsyncTemplates, Templates


def _worker_messages(
    project_id: str,
    location: str,
    body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit,
) -> Request[models.SendWorkerMessagesResponse]:
    return Request(
        "dataflow.projects.locations.workerMessages",
        "POST /v1b3/projects/{projectId}/locations/{location}/WorkerMessages",
        path_params={"projectId": project_id, "location": location},
        body=body,
        returns=models.SendWorkerMessagesResponse,
    )


class Locations(Resource):
    """Operations on `projects.locations`."""

    config_store_settings: Lazy[ConfigStoreSettings] = Lazy(
        ".resources.projects_locations_config_store_settings:ConfigStoreSettings"
    )
    flex_templates: Lazy[FlexTemplates] = Lazy(
        ".resources.projects_locations_flex_templates:FlexTemplates"
    )
    jobs: Lazy[Jobs] = Lazy(".resources.projects_locations_jobs:Jobs")
    snapshots: Lazy[Snapshots] = Lazy(".resources.projects_locations_snapshots:Snapshots")
    templates: Lazy[Templates] = Lazy(".resources.projects_locations_templates:Templates")

    def worker_messages(
        self,
        project_id: str,
        location: str,
        body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendWorkerMessagesResponse:
        """Deliver messages from a worker in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
        """
        return self._send(_worker_messages(project_id, location, body), options)


class AsyncLocations(AsyncResource):
    """Operations on `projects.locations`. Async; documented at :class:`Locations`."""

    config_store_settings: Lazy[AsyncConfigStoreSettings] = Lazy(
        ".resources.projects_locations_config_store_settings:AsyncConfigStoreSettings"
    )
    flex_templates: Lazy[AsyncFlexTemplates] = Lazy(
        ".resources.projects_locations_flex_templates:AsyncFlexTemplates"
    )
    jobs: Lazy[AsyncJobs] = Lazy(".resources.projects_locations_jobs:AsyncJobs")
    snapshots: Lazy[AsyncSnapshots] = Lazy(".resources.projects_locations_snapshots:AsyncSnapshots")
    templates: Lazy[AsyncTemplates] = Lazy(".resources.projects_locations_templates:AsyncTemplates")

    async def worker_messages(
        self,
        project_id: str,
        location: str,
        body: models.SendWorkerMessagesRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.SendWorkerMessagesResponse:
        """Deliver messages from a worker in a region."""
        return await self._send(_worker_messages(project_id, location, body), options)
