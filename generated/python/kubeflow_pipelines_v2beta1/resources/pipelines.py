"""The resource `pipelines`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Multipart, Request


def _list(
    namespace: str | Omit,
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.Pipeline, models.ListPipelinesResponse]:
    return PagedRequest(
        "PipelineService_ListPipelines",
        "GET /apis/v2beta1/pipelines",
        query={
            "namespace": namespace,
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
        },
        returns=models.ListPipelinesResponse,
        pages=TokenPagination(items="pipelines", request="page_token", response="next_page_token"),
    )


def _create(body: models.Pipeline | Mapping[str, Any]) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_CreatePipeline",
        "POST /apis/v2beta1/pipelines",
        body=body,
        returns=models.Pipeline,
    )


def _create_and_version(
    body: models.CreatePipelineAndVersionRequest | Mapping[str, Any],
) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_CreatePipelineAndVersion",
        "POST /apis/v2beta1/pipelines/create",
        body=body,
        returns=models.Pipeline,
    )


def _get_by_name(name: str, namespace: str | Omit) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_GetPipelineByName",
        "GET /apis/v2beta1/pipelines/names/{name}",
        path_params={"name": name},
        query={"namespace": namespace},
        may_be_empty=("name",),
        returns=models.Pipeline,
    )


def _update(
    pipeline_id: str, body: models.UpdatePipelineRequest | Mapping[str, Any]
) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_UpdatePipeline",
        "PATCH /apis/v2beta1/pipelines/{pipeline_id}",
        path_params={"pipeline_id": pipeline_id},
        body=body,
        returns=models.Pipeline,
    )


def _get(pipeline_id: str) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_GetPipeline",
        "GET /apis/v2beta1/pipelines/{pipeline_id}",
        path_params={"pipeline_id": pipeline_id},
        returns=models.Pipeline,
    )


def _delete(pipeline_id: str, cascade: bool | Omit) -> Request[dict[str, Any]]:
    return Request(
        "PipelineService_DeletePipeline",
        "DELETE /apis/v2beta1/pipelines/{pipeline_id}",
        path_params={"pipeline_id": pipeline_id},
        query={"cascade": cascade},
        returns=dict[str, Any],
    )


def _list_versions(
    pipeline_id: str,
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.PipelineVersion, models.ListPipelineVersionsResponse]:
    return PagedRequest(
        "PipelineService_ListPipelineVersions",
        "GET /apis/v2beta1/pipelines/{pipeline_id}/versions",
        path_params={"pipeline_id": pipeline_id},
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
        },
        returns=models.ListPipelineVersionsResponse,
        pages=TokenPagination(
            items="pipeline_versions", request="page_token", response="next_page_token"
        ),
    )


def _create_version(
    pipeline_id: str, body: models.PipelineVersion | Mapping[str, Any]
) -> Request[models.PipelineVersion]:
    return Request(
        "PipelineService_CreatePipelineVersion",
        "POST /apis/v2beta1/pipelines/{pipeline_id}/versions",
        path_params={"pipeline_id": pipeline_id},
        body=body,
        returns=models.PipelineVersion,
    )


def _get_version(pipeline_id: str, pipeline_version_id: str) -> Request[models.PipelineVersion]:
    return Request(
        "PipelineService_GetPipelineVersion",
        "GET /apis/v2beta1/pipelines/{pipeline_id}/versions/{pipeline_version_id}",
        path_params={"pipeline_id": pipeline_id, "pipeline_version_id": pipeline_version_id},
        returns=models.PipelineVersion,
    )


def _delete_version(pipeline_id: str, pipeline_version_id: str) -> Request[dict[str, Any]]:
    return Request(
        "PipelineService_DeletePipelineVersion",
        "DELETE /apis/v2beta1/pipelines/{pipeline_id}/versions/{pipeline_version_id}",
        path_params={"pipeline_id": pipeline_id, "pipeline_version_id": pipeline_version_id},
        returns=dict[str, Any],
    )


def _update_version(
    pipeline_id: str,
    pipeline_version_id: str,
    body: models.UpdatePipelineVersionRequest | Mapping[str, Any],
) -> Request[models.PipelineVersion]:
    return Request(
        "PipelineService_UpdatePipelineVersion",
        "PATCH /apis/v2beta1/pipelines/{pipeline_id}/versions/{pipeline_version_id}",
        path_params={"pipeline_id": pipeline_id, "pipeline_version_id": pipeline_version_id},
        body=body,
        returns=models.PipelineVersion,
    )


def _upload(
    uploadfile: File,
    name: str | Omit,
    display_name: str | Omit,
    description: str | Omit,
    namespace: str | Omit,
    tags: str | Omit,
) -> Request[models.Pipeline]:
    return Request(
        "UploadPipeline",
        "POST /apis/v2beta1/pipelines/upload",
        query={
            "name": name,
            "display_name": display_name,
            "description": description,
            "namespace": namespace,
            "tags": tags,
        },
        multipart=Multipart(files={"uploadfile": uploadfile}),
        returns=models.Pipeline,
    )


def _upload_version(
    uploadfile: File,
    name: str | Omit,
    display_name: str | Omit,
    pipelineid: str | Omit,
    description: str | Omit,
    tags: str | Omit,
) -> Request[models.PipelineVersion]:
    return Request(
        "UploadPipelineVersion",
        "POST /apis/v2beta1/pipelines/upload_version",
        query={
            "name": name,
            "display_name": display_name,
            "pipelineid": pipelineid,
            "description": description,
            "tags": tags,
        },
        multipart=Multipart(files={"uploadfile": uploadfile}),
        returns=models.PipelineVersion,
    )


class Pipelines(Resource):
    """Operations on `pipelines`."""

    def list(
        self,
        *,
        namespace: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Pipeline, models.ListPipelinesResponse]:
        """List the pipelines of a namespace.

        Args:
            namespace: Namespace whose items are listed.
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
        """
        return self._send_paged(_list(namespace, page_token, page_size, sort_by, filter_), options)

    def create(
        self, body: models.Pipeline | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Create a pipeline.

        Args:
            body: Pipeline to create.
        """
        return self._send(_create(body), options)

    def create_and_version(
        self,
        body: models.CreatePipelineAndVersionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline and its first version together; neither is made if one fails.

        Args:
            body: Pipeline to create, and its first version.
        """
        return self._send(_create_and_version(body), options)

    def get_by_name(
        self, name: str, *, namespace: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Get the pipeline that has a given name in a namespace.

        Args:
            name: Name of the pipeline to fetch.
            namespace: Namespace that holds the pipeline; empty for the default one or without
                multi-user mode.
        """
        return self._send(_get_by_name(name, namespace), options)

    def update(
        self,
        pipeline_id: str,
        body: models.UpdatePipelineRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Change the display name or the tags of a pipeline; tags take the place of all that it
        has.

        Args:
            pipeline_id: ID that selects the pipeline to change.
            body: What to change of the pipeline; what is left out stays.
        """
        return self._send(_update(pipeline_id, body), options)

    def get(self, pipeline_id: str, *, options: RequestOptions | None = None) -> models.Pipeline:
        """Get one pipeline.

        Args:
            pipeline_id: ID that selects the pipeline to fetch.
        """
        return self._send(_get(pipeline_id), options)

    def delete(
        self,
        pipeline_id: str,
        *,
        cascade: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete a pipeline; one that has versions is refused, unless its versions go, too.

        Args:
            pipeline_id: ID that selects the pipeline to delete.
            cascade: Whether to delete the versions of the pipeline with it; a pipeline that has
                versions is refused otherwise.
        """
        return self._send(_delete(pipeline_id, cascade), options)

    def list_versions(
        self,
        pipeline_id: str,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.PipelineVersion, models.ListPipelineVersionsResponse]:
        """List the versions of one pipeline.

        Args:
            pipeline_id: ID of the pipeline that owns the versions.
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
        """
        return self._send_paged(
            _list_versions(pipeline_id, page_token, page_size, sort_by, filter_), options
        )

    def create_version(
        self,
        pipeline_id: str,
        body: models.PipelineVersion | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Add a version to a pipeline.

        Args:
            pipeline_id: ID of the pipeline that owns the versions.
            body: Version to create.
        """
        return self._send(_create_version(pipeline_id, body), options)

    def get_version(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersion:
        """Get one pipeline version.

        Args:
            pipeline_id: ID of the pipeline that owns the versions.
            pipeline_version_id: ID that selects the version to fetch.
        """
        return self._send(_get_version(pipeline_id, pipeline_version_id), options)

    def delete_version(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete one pipeline version.

        Args:
            pipeline_id: ID of the pipeline that owns the versions.
            pipeline_version_id: ID that selects the version to delete.
        """
        return self._send(_delete_version(pipeline_id, pipeline_version_id), options)

    def update_version(
        self,
        pipeline_id: str,
        pipeline_version_id: str,
        body: models.UpdatePipelineVersionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Change the display name or the tags of a pipeline version; tags take the place of all
        that it has.

        Args:
            pipeline_id: ID of the pipeline that owns the version.
            pipeline_version_id: ID that selects the version to change.
            body: What to change of the version; what is left out stays.
        """
        return self._send(_update_version(pipeline_id, pipeline_version_id, body), options)

    def upload(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        display_name: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        tags: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline from an uploaded file.

        Args:
            uploadfile: File that defines the pipeline, 32 MB at most.
            name: Name for the new pipeline.
            display_name: Name to show for the uploaded pipeline; the name applies if absent.
            description: Free text that describes the uploaded pipeline.
            namespace: Namespace that receives the new pipeline.
            tags: Tags of the uploaded pipeline as the JSON text of an object whose values are
                text.
        """
        return self._send(
            _upload(uploadfile, name, display_name, description, namespace, tags), options
        )

    def upload_version(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        display_name: str | Omit = omit,
        pipelineid: str | Omit = omit,
        description: str | Omit = omit,
        tags: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Create a version of an existing pipeline from an uploaded file.

        Args:
            uploadfile: File that defines the pipeline version, 32 MB at most.
            name: Name for the new version.
            display_name: Name to show for the uploaded version; the name applies if absent.
            pipelineid: ID of the pipeline that receives the uploaded version.
            description: Free text that describes the uploaded version.
            tags: Tags of the uploaded version as the JSON text of an object whose values are
                text.
        """
        return self._send(
            _upload_version(uploadfile, name, display_name, pipelineid, description, tags), options
        )


class AsyncPipelines(AsyncResource):
    """Operations on `pipelines`. Async; documented at :class:`Pipelines`."""

    def list(
        self,
        *,
        namespace: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Pipeline, models.ListPipelinesResponse]:
        """List the pipelines of a namespace."""
        return self._send_paged(_list(namespace, page_token, page_size, sort_by, filter_), options)

    async def create(
        self, body: models.Pipeline | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Create a pipeline."""
        return await self._send(_create(body), options)

    async def create_and_version(
        self,
        body: models.CreatePipelineAndVersionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline and its first version together; neither is made if one fails."""
        return await self._send(_create_and_version(body), options)

    async def get_by_name(
        self, name: str, *, namespace: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Get the pipeline that has a given name in a namespace."""
        return await self._send(_get_by_name(name, namespace), options)

    async def update(
        self,
        pipeline_id: str,
        body: models.UpdatePipelineRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Change the display name or the tags of a pipeline; tags take the place of all that it
        has.
        """
        return await self._send(_update(pipeline_id, body), options)

    async def get(
        self, pipeline_id: str, *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Get one pipeline."""
        return await self._send(_get(pipeline_id), options)

    async def delete(
        self,
        pipeline_id: str,
        *,
        cascade: bool | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete a pipeline; one that has versions is refused, unless its versions go, too."""
        return await self._send(_delete(pipeline_id, cascade), options)

    def list_versions(
        self,
        pipeline_id: str,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.PipelineVersion, models.ListPipelineVersionsResponse]:
        """List the versions of one pipeline."""
        return self._send_paged(
            _list_versions(pipeline_id, page_token, page_size, sort_by, filter_), options
        )

    async def create_version(
        self,
        pipeline_id: str,
        body: models.PipelineVersion | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Add a version to a pipeline."""
        return await self._send(_create_version(pipeline_id, body), options)

    async def get_version(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersion:
        """Get one pipeline version."""
        return await self._send(_get_version(pipeline_id, pipeline_version_id), options)

    async def delete_version(
        self, pipeline_id: str, pipeline_version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete one pipeline version."""
        return await self._send(_delete_version(pipeline_id, pipeline_version_id), options)

    async def update_version(
        self,
        pipeline_id: str,
        pipeline_version_id: str,
        body: models.UpdatePipelineVersionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Change the display name or the tags of a pipeline version; tags take the place of all
        that it has.
        """
        return await self._send(_update_version(pipeline_id, pipeline_version_id, body), options)

    async def upload(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        display_name: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        tags: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline from an uploaded file."""
        return await self._send(
            _upload(uploadfile, name, display_name, description, namespace, tags), options
        )

    async def upload_version(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        display_name: str | Omit = omit,
        pipelineid: str | Omit = omit,
        description: str | Omit = omit,
        tags: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Create a version of an existing pipeline from an uploaded file."""
        return await self._send(
            _upload_version(uploadfile, name, display_name, pipelineid, description, tags), options
        )
