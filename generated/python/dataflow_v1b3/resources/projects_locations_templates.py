"""The resource `projects.locations.templates`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(
    project_id: str,
    location: str,
    body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit,
) -> Request[models.Job]:
    return Request(
        "dataflow.projects.locations.templates.create",
        "POST /v1b3/projects/{projectId}/locations/{location}/templates",
        path_params={"projectId": project_id, "location": location},
        body=body,
        returns=models.Job,
    )


def _get(
    project_id: str,
    location: str,
    gcs_path: str | Omit,
    view: Literal["METADATA_ONLY"] | str | Omit,
) -> Request[models.GetTemplateResponse]:
    return Request(
        "dataflow.projects.locations.templates.get",
        "GET /v1b3/projects/{projectId}/locations/{location}/templates:get",
        path_params={"projectId": project_id, "location": location},
        query={"gcsPath": gcs_path, "view": view},
        returns=models.GetTemplateResponse,
    )


def _launch(
    project_id: str,
    location: str,
    body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit,
    dynamic_template_gcs_path: str | Omit,
    dynamic_template_staging_location: str | Omit,
    gcs_path: str | Omit,
    validate_only: bool | Omit,
) -> Request[models.LaunchTemplateResponse]:
    return Request(
        "dataflow.projects.locations.templates.launch",
        "POST /v1b3/projects/{projectId}/locations/{location}/templates:launch",
        path_params={"projectId": project_id, "location": location},
        query={
            "dynamicTemplate.gcsPath": dynamic_template_gcs_path,
            "dynamicTemplate.stagingLocation": dynamic_template_staging_location,
            "gcsPath": gcs_path,
            "validateOnly": validate_only,
        },
        body=body,
        returns=models.LaunchTemplateResponse,
    )


class Templates(Resource):
    """Operations on `projects.locations.templates`."""

    def create(
        self,
        project_id: str,
        location: str,
        body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job from a template in a region.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
        """
        return self._send(_create(project_id, location, body), options)

    def get(
        self,
        project_id: str,
        location: str,
        *,
        gcs_path: str | Omit = omit,
        view: Literal["METADATA_ONLY"] | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.GetTemplateResponse:
        """Read a template's metadata.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            gcs_path: Cloud Storage path of the template, starting with gs://.
            view: How much of the template to return; METADATA_ONLY is the default.
        """
        return self._send(_get(project_id, location, gcs_path, view), options)

    def launch(
        self,
        project_id: str,
        location: str,
        body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit = omit,
        *,
        dynamic_template_gcs_path: str | Omit = omit,
        dynamic_template_staging_location: str | Omit = omit,
        gcs_path: str | Omit = omit,
        validate_only: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LaunchTemplateResponse:
        """Launch a classic template in a region, or only check the request.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            location: Region to address, such as us-central1.
            dynamic_template_gcs_path: Cloud Storage path of a JSON DynamicTemplateFileSpec.
            dynamic_template_staging_location: Cloud Storage path in which to stage
                dependencies, starting with gs://.
            gcs_path: Cloud Storage path of the template, starting with gs://.
            validate_only: Check the request without starting a job; false by default.
        """
        return self._send(
            _launch(
                project_id,
                location,
                body,
                dynamic_template_gcs_path,
                dynamic_template_staging_location,
                gcs_path,
                validate_only,
            ),
            options,
        )


class AsyncTemplates(AsyncResource):
    """Operations on `projects.locations.templates`. Async; documented at :class:`Templates`."""

    async def create(
        self,
        project_id: str,
        location: str,
        body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job from a template in a region."""
        return await self._send(_create(project_id, location, body), options)

    async def get(
        self,
        project_id: str,
        location: str,
        *,
        gcs_path: str | Omit = omit,
        view: Literal["METADATA_ONLY"] | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.GetTemplateResponse:
        """Read a template's metadata."""
        return await self._send(_get(project_id, location, gcs_path, view), options)

    async def launch(
        self,
        project_id: str,
        location: str,
        body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit = omit,
        *,
        dynamic_template_gcs_path: str | Omit = omit,
        dynamic_template_staging_location: str | Omit = omit,
        gcs_path: str | Omit = omit,
        validate_only: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LaunchTemplateResponse:
        """Launch a classic template in a region, or only check the request."""
        return await self._send(
            _launch(
                project_id,
                location,
                body,
                dynamic_template_gcs_path,
                dynamic_template_staging_location,
                gcs_path,
                validate_only,
            ),
            options,
        )
