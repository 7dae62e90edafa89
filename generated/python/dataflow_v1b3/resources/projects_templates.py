"""The resource `projects.templates`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(
    project_id: str, body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit
) -> Request[models.Job]:
    return Request(
        "dataflow.projects.templates.create",
        "POST /v1b3/projects/{projectId}/templates",
        path_params={"projectId": project_id},
        body=body,
        returns=models.Job,
    )


def _get(
    project_id: str,
    gcs_path: str | Omit,
    location: str | Omit,
    view: Literal["METADATA_ONLY"] | str | Omit,
) -> Request[models.GetTemplateResponse]:
    return Request(
        "dataflow.projects.templates.get",
        "GET /v1b3/projects/{projectId}/templates:get",
        path_params={"projectId": project_id},
        query={"gcsPath": gcs_path, "location": location, "view": view},
        returns=models.GetTemplateResponse,
    )


def _launch(
    project_id: str,
    body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit,
    dynamic_template_gcs_path: str | Omit,
    dynamic_template_staging_location: str | Omit,
    gcs_path: str | Omit,
    location: str | Omit,
    validate_only: bool | Omit,
) -> Request[models.LaunchTemplateResponse]:
    return Request(
        "dataflow.projects.templates.launch",
        "POST /v1b3/projects/{projectId}/templates:launch",
        path_params={"projectId": project_id},
        query={
            "dynamicTemplate.gcsPath": dynamic_template_gcs_path,
            "dynamicTemplate.stagingLocation": dynamic_template_staging_location,
            "gcsPath": gcs_path,
            "location": location,
            "validateOnly": validate_only,
        },
        body=body,
        returns=models.LaunchTemplateResponse,
    )


class Templates(Resource):
    """Operations on `projects.templates`."""

    def create(
        self,
        project_id: str,
        body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job from a template, always in us-central1; prefer the call that takes a
        location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
        """
        return self._send(_create(project_id, body), options)

    def get(
        self,
        project_id: str,
        *,
        gcs_path: str | Omit = omit,
        location: str | Omit = omit,
        view: Literal["METADATA_ONLY"] | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.GetTemplateResponse:
        """Read a template's metadata in us-central1; prefer the call that takes a location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            gcs_path: Cloud Storage path of the template, starting with gs://.
            location: Region to address, such as us-central1.
            view: How much of the template to return; METADATA_ONLY is the default.
        """
        return self._send(_get(project_id, gcs_path, location, view), options)

    def launch(
        self,
        project_id: str,
        body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit = omit,
        *,
        dynamic_template_gcs_path: str | Omit = omit,
        dynamic_template_staging_location: str | Omit = omit,
        gcs_path: str | Omit = omit,
        location: str | Omit = omit,
        validate_only: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LaunchTemplateResponse:
        """Launch a classic template, always in us-central1; prefer the call that takes a
        location.

        Args:
            project_id: Project to act in, by its Google Cloud ID.
            dynamic_template_gcs_path: Cloud Storage path of a JSON DynamicTemplateFileSpec.
            dynamic_template_staging_location: Cloud Storage path in which to stage
                dependencies, starting with gs://.
            gcs_path: Cloud Storage path of the template, starting with gs://.
            location: Region to address, such as us-central1.
            validate_only: Check the request without starting a job; false by default.
        """
        return self._send(
            _launch(
                project_id,
                body,
                dynamic_template_gcs_path,
                dynamic_template_staging_location,
                gcs_path,
                location,
                validate_only,
            ),
            options,
        )


class AsyncTemplates(AsyncResource):
    """Operations on `projects.templates`. Async; documented at :class:`Templates`."""

    async def create(
        self,
        project_id: str,
        body: models.CreateJobFromTemplateRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Job:
        """Start a job from a template, always in us-central1; prefer the call that takes a
        location.
        """
        return await self._send(_create(project_id, body), options)

    async def get(
        self,
        project_id: str,
        *,
        gcs_path: str | Omit = omit,
        location: str | Omit = omit,
        view: Literal["METADATA_ONLY"] | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.GetTemplateResponse:
        """Read a template's metadata in us-central1; prefer the call that takes a location."""
        return await self._send(_get(project_id, gcs_path, location, view), options)

    async def launch(
        self,
        project_id: str,
        body: models.LaunchTemplateParameters | Mapping[str, Any] | Omit = omit,
        *,
        dynamic_template_gcs_path: str | Omit = omit,
        dynamic_template_staging_location: str | Omit = omit,
        gcs_path: str | Omit = omit,
        location: str | Omit = omit,
        validate_only: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LaunchTemplateResponse:
        """Launch a classic template, always in us-central1; prefer the call that takes a
        location.
        """
        return await self._send(
            _launch(
                project_id,
                body,
                dynamic_template_gcs_path,
                dynamic_template_staging_location,
                gcs_path,
                location,
                validate_only,
            ),
            options,
        )
