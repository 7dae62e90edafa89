"""The resource `projects.locations.flex_templates`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _launch(
    project_id: str,
    location: str,
    body: models.LaunchFlexTemplateRequest | Mapping[str, Any] | Omit,
) -> Request[models.LaunchFlexTemplateResponse]:
    return Request(
        "dataflow.projects.locations.flexTemplates.launch",
        "POST /v1b3/projects/{projectId}/locations/{location}/flexTemplates:launch",
        path_params={"projectId": project_id, "location": location},
        body=body,
        returns=models.LaunchFlexTemplateResponse,
    )


class FlexTemplates(Resource):
    """Operations on `projects.locations.flex_templates`."""

    def launch(
        self,
        project_id: str,
        location: str,
        body: models.LaunchFlexTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.LaunchFlexTemplateResponse:
        """Launch a flex template in a region, or only check the request.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
        """
        return self._send(_launch(project_id, location, body), options)


class AsyncFlexTemplates(AsyncResource):
    """Operations on `projects.locations.flex_templates`. Async; documented at
    :class:`FlexTemplates`.
    """

    async def launch(
        self,
        project_id: str,
        location: str,
        body: models.LaunchFlexTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.LaunchFlexTemplateResponse:
        """Launch a flex template in a region, or only check the request."""
        return await self._send(_launch(project_id, location, body), options)
