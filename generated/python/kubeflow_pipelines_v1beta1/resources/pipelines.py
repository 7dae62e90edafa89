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


def _get_by_name(namespace: str, name: str) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_GetPipelineByNameV1",
        "GET /apis/v1beta1/namespaces/{namespace}/pipelines/{name}",
        path_params={"namespace": namespace, "name": name},
        may_be_empty=("name",),
        returns=models.Pipeline,
        errors={"default": models.GoogleRpcStatus},
    )


def _list_versions(
    resource_key_type: models.ResourceType | Omit,
    resource_key_id: str | Omit,
    page_size: int | Omit,
    page_token: str | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.PipelineVersion, models.ListPipelineVersionsResponse]:
    return PagedRequest(
        "PipelineService_ListPipelineVersionsV1",
        "GET /apis/v1beta1/pipeline_versions",
        query={
            "resource_key.type": resource_key_type,
            "resource_key.id": resource_key_id,
            "page_size": page_size,
            "page_token": page_token,
            "sort_by": sort_by,
            "filter": filter_,
        },
        returns=models.ListPipelineVersionsResponse,
        pages=TokenPagination(items="versions", request="page_token", response="next_page_token"),
        errors={"default": models.GoogleRpcStatus},
    )


def _create_version(
    body: models.PipelineVersion | Mapping[str, Any],
) -> Request[models.PipelineVersion]:
    return Request(
        "PipelineService_CreatePipelineVersionV1",
        "POST /apis/v1beta1/pipeline_versions",
        body=body,
        returns=models.PipelineVersion,
        errors={"default": models.GoogleRpcStatus},
    )


def _get_version(version_id: str) -> Request[models.PipelineVersion]:
    return Request(
        "PipelineService_GetPipelineVersionV1",
        "GET /apis/v1beta1/pipeline_versions/{version_id}",
        path_params={"version_id": version_id},
        returns=models.PipelineVersion,
        errors={"default": models.GoogleRpcStatus},
    )


def _delete_version(version_id: str) -> Request[dict[str, Any]]:
    return Request(
        "PipelineService_DeletePipelineVersionV1",
        "DELETE /apis/v1beta1/pipeline_versions/{version_id}",
        path_params={"version_id": version_id},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _get_version_template(version_id: str) -> Request[models.GetTemplateResponse]:
    return Request(
        "PipelineService_GetPipelineVersionTemplate",
        "GET /apis/v1beta1/pipeline_versions/{version_id}/templates",
        path_params={"version_id": version_id},
        returns=models.GetTemplateResponse,
        errors={"default": models.GoogleRpcStatus},
    )


def _list(
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
    resource_reference_key_type: models.ResourceType | Omit,
    resource_reference_key_id: str | Omit,
) -> PagedRequest[models.Pipeline, models.ListPipelinesResponse]:
    return PagedRequest(
        "PipelineService_ListPipelinesV1",
        "GET /apis/v1beta1/pipelines",
        query={
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
            "resource_reference_key.type": resource_reference_key_type,
            "resource_reference_key.id": resource_reference_key_id,
        },
        returns=models.ListPipelinesResponse,
        pages=TokenPagination(items="pipelines", request="page_token", response="next_page_token"),
        errors={"default": models.GoogleRpcStatus},
    )


def _create(body: models.Pipeline | Mapping[str, Any]) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_CreatePipelineV1",
        "POST /apis/v1beta1/pipelines",
        body=body,
        returns=models.Pipeline,
        errors={"default": models.GoogleRpcStatus},
    )


def _get(id_: str) -> Request[models.Pipeline]:
    return Request(
        "PipelineService_GetPipelineV1",
        "GET /apis/v1beta1/pipelines/{id}",
        path_params={"id": id_},
        returns=models.Pipeline,
        errors={"default": models.GoogleRpcStatus},
    )


def _delete(id_: str) -> Request[dict[str, Any]]:
    return Request(
        "PipelineService_DeletePipelineV1",
        "DELETE /apis/v1beta1/pipelines/{id}",
        path_params={"id": id_},
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _get_template(id_: str) -> Request[models.GetTemplateResponse]:
    return Request(
        "PipelineService_GetTemplate",
        "GET /apis/v1beta1/pipelines/{id}/templates",
        path_params={"id": id_},
        returns=models.GetTemplateResponse,
        errors={"default": models.GoogleRpcStatus},
    )


def _update_default_version(pipeline_id: str, version_id: str) -> Request[dict[str, Any]]:
    return Request(
        "PipelineService_UpdatePipelineDefaultVersionV1",
        "POST /apis/v1beta1/pipelines/{pipeline_id}/default_version/{version_id}",
        path_params={"pipeline_id": pipeline_id, "version_id": version_id},
        may_be_empty=("version_id",),
        returns=dict[str, Any],
        errors={"default": models.GoogleRpcStatus},
    )


def _upload(
    uploadfile: File, name: str | Omit, description: str | Omit, namespace: str | Omit
) -> Request[models.Pipeline]:
    return Request(
        "UploadPipeline",
        "POST /apis/v1beta1/pipelines/upload",
        query={"name": name, "description": description, "namespace": namespace},
        multipart=Multipart(files={"uploadfile": uploadfile}),
        returns=models.Pipeline,
        errors={"default": models.Status},
    )


def _upload_version(
    uploadfile: File,
    name: str | Omit,
    pipelineid: str | Omit,
    description: str | Omit,
    namespace: str | Omit,
) -> Request[models.PipelineVersion]:
    return Request(
        "UploadPipelineVersion",
        "POST /apis/v1beta1/pipelines/upload_version",
        query={
            "name": name,
            "pipelineid": pipelineid,
            "description": description,
            "namespace": namespace,
        },
        multipart=Multipart(files={"uploadfile": uploadfile}),
        returns=models.PipelineVersion,
        errors={"default": models.Status},
    )


class Pipelines(Resource):
    """Operations on `pipelines`."""

    def get_by_name(
        self, namespace: str, name: str, *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Get the pipeline that has a given name in a namespace.

        Args:
            namespace: Namespace that holds the pipeline; a hyphen if the pipeline is shared or
                the install is standalone.
            name: Name of the pipeline to fetch.
        """
        return self._send(_get_by_name(namespace, name), options)

    def list_versions(
        self,
        *,
        resource_key_type: models.ResourceType | Omit = omit,
        resource_key_id: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.PipelineVersion, models.ListPipelineVersionsResponse]:
        """List the versions of one pipeline.

        Args:
            resource_key_type: Kind of resource that owns the versions. The server's default is
                `UNKNOWN_RESOURCE_TYPE`.
            resource_key_id: ID of the pipeline that owns the versions.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, base64-encoded, that picks the versions to
                list.
        """
        return self._send_paged(
            _list_versions(
                resource_key_type, resource_key_id, page_size, page_token, sort_by, filter_
            ),
            options,
        )

    def create_version(
        self,
        body: models.PipelineVersion | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Add a version to a pipeline.

        Args:
            body: Version to add; its resource references say which pipeline owns it.
        """
        return self._send(_create_version(body), options)

    def get_version(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersion:
        """Get one pipeline version.

        Args:
            version_id: ID that selects the version to fetch.
        """
        return self._send(_get_version(version_id), options)

    def delete_version(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete a pipeline version; if it was the default, the newest one left takes its place.

        Args:
            version_id: ID that selects the version to delete.
        """
        return self._send(_delete_version(version_id), options)

    def get_version_template(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> models.GetTemplateResponse:
        """Get the YAML template of a pipeline version.

        Args:
            version_id: ID of the version that the template defines.
        """
        return self._send(_get_version_template(version_id), options)

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Pipeline, models.ListPipelinesResponse]:
        """List pipelines.

        Args:
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
            resource_reference_key_type: Kind of the resource that the listed items refer to,
                such as EXPERIMENT or NAMESPACE. The server's default is `UNKNOWN_RESOURCE_TYPE`.
            resource_reference_key_id: ID of a resource; only items that refer to it are listed.
        """
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                filter_,
                resource_reference_key_type,
                resource_reference_key_id,
            ),
            options,
        )

    def create(
        self, body: models.Pipeline | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Create a pipeline.

        Args:
            body: Pipeline to create, with the location of its source.
        """
        return self._send(_create(body), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Pipeline:
        """Get one pipeline.

        Args:
            id_: ID that selects the pipeline to fetch.
        """
        return self._send(_get(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete a pipeline with all of its versions.

        Args:
            id_: ID that selects the pipeline to delete.
        """
        return self._send(_delete(id_), options)

    def get_template(
        self, id_: str, *, options: RequestOptions | None = None
    ) -> models.GetTemplateResponse:
        """Get the YAML template of a pipeline.

        Args:
            id_: ID of the pipeline that the template defines.
        """
        return self._send(_get_template(id_), options)

    def update_default_version(
        self, pipeline_id: str, version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Choose which version of a pipeline is the default.

        Args:
            pipeline_id: ID of the pipeline whose default version changes.
            version_id: ID of the version that becomes the default.
        """
        return self._send(_update_default_version(pipeline_id, version_id), options)

    def upload(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline from an uploaded file.

        Args:
            uploadfile: File that defines the pipeline, 32 MB at most.
            name: Name for the new pipeline; the name of the file applies if absent.
            description: Free text that describes the uploaded pipeline.
            namespace: Namespace that receives the new pipeline.
        """
        return self._send(_upload(uploadfile, name, description, namespace), options)

    def upload_version(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        pipelineid: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Create a version of an existing pipeline from an uploaded file.

        Args:
            uploadfile: File that defines the pipeline version, 32 MB at most.
            name: Name for the new version.
            pipelineid: ID of the pipeline that receives the uploaded version.
            description: Free text that describes the uploaded version.
            namespace: Namespace that holds the pipeline.
        """
        return self._send(
            _upload_version(uploadfile, name, pipelineid, description, namespace), options
        )


class AsyncPipelines(AsyncResource):
    """Operations on `pipelines`. Async; documented at :class:`Pipelines`."""

    async def get_by_name(
        self, namespace: str, name: str, *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Get the pipeline that has a given name in a namespace."""
        return await self._send(_get_by_name(namespace, name), options)

    def list_versions(
        self,
        *,
        resource_key_type: models.ResourceType | Omit = omit,
        resource_key_id: str | Omit = omit,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.PipelineVersion, models.ListPipelineVersionsResponse]:
        """List the versions of one pipeline."""
        return self._send_paged(
            _list_versions(
                resource_key_type, resource_key_id, page_size, page_token, sort_by, filter_
            ),
            options,
        )

    async def create_version(
        self,
        body: models.PipelineVersion | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Add a version to a pipeline."""
        return await self._send(_create_version(body), options)

    async def get_version(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> models.PipelineVersion:
        """Get one pipeline version."""
        return await self._send(_get_version(version_id), options)

    async def delete_version(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete a pipeline version; if it was the default, the newest one left takes its place."""
        return await self._send(_delete_version(version_id), options)

    async def get_version_template(
        self, version_id: str, *, options: RequestOptions | None = None
    ) -> models.GetTemplateResponse:
        """Get the YAML template of a pipeline version."""
        return await self._send(_get_version_template(version_id), options)

    def list(
        self,
        *,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        resource_reference_key_type: models.ResourceType | Omit = omit,
        resource_reference_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Pipeline, models.ListPipelinesResponse]:
        """List pipelines."""
        return self._send_paged(
            _list(
                page_token,
                page_size,
                sort_by,
                filter_,
                resource_reference_key_type,
                resource_reference_key_id,
            ),
            options,
        )

    async def create(
        self, body: models.Pipeline | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Pipeline:
        """Create a pipeline."""
        return await self._send(_create(body), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Pipeline:
        """Get one pipeline."""
        return await self._send(_get(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Delete a pipeline with all of its versions."""
        return await self._send(_delete(id_), options)

    async def get_template(
        self, id_: str, *, options: RequestOptions | None = None
    ) -> models.GetTemplateResponse:
        """Get the YAML template of a pipeline."""
        return await self._send(_get_template(id_), options)

    async def update_default_version(
        self, pipeline_id: str, version_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Choose which version of a pipeline is the default."""
        return await self._send(_update_default_version(pipeline_id, version_id), options)

    async def upload(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Pipeline:
        """Create a pipeline from an uploaded file."""
        return await self._send(_upload(uploadfile, name, description, namespace), options)

    async def upload_version(
        self,
        *,
        uploadfile: File,
        name: str | Omit = omit,
        pipelineid: str | Omit = omit,
        description: str | Omit = omit,
        namespace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.PipelineVersion:
        """Create a version of an existing pipeline from an uploaded file."""
        return await self._send(
            _upload_version(uploadfile, name, pipelineid, description, namespace), options
        )
