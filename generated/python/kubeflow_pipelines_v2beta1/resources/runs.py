"""The resource `runs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    experiment_id: str,
    namespace: str | Omit,
    page_token: str | Omit,
    page_size: int | Omit,
    sort_by: str | Omit,
    filter_: str | Omit,
) -> PagedRequest[models.Run, models.ListRunsResponse]:
    return PagedRequest(
        "ListRuns",
        "GET /apis/v2beta1/experiments/{experiment_id}/runs",
        path_params={"experiment_id": experiment_id},
        query={
            "namespace": namespace,
            "page_token": page_token,
            "page_size": page_size,
            "sort_by": sort_by,
            "filter": filter_,
        },
        may_be_empty=("experiment_id",),
        returns=models.ListRunsResponse,
        pages=TokenPagination(items="runs", request="page_token", response="next_page_token"),
        errors={"default": models.GooglerpcStatus},
    )


def _create(experiment_id: str, body: models.Run | Mapping[str, Any]) -> Request[models.Run]:
    return Request(
        "CreateRun",
        "POST /apis/v2beta1/experiments/{experiment_id}/runs",
        path_params={"experiment_id": experiment_id},
        body=body,
        returns=models.Run,
        errors={"default": models.GooglerpcStatus},
    )


def _get(experiment_id: str, run_id: str) -> Request[models.Run]:
    return Request(
        "GetRun",
        "GET /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=models.Run,
        errors={"default": models.GooglerpcStatus},
    )


def _delete(experiment_id: str, run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "DeleteRun",
        "DELETE /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GooglerpcStatus},
    )


def _read_artifact(
    experiment_id: str, run_id: str, node_id: str, artifact_name: str
) -> Request[models.ReadArtifactResponse]:
    return Request(
        "ReadArtifact",
        "GET /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}/nodes/{node_id}/artifacts"
        "/{artifact_name}:read",
        path_params={
            "experiment_id": experiment_id,
            "run_id": run_id,
            "node_id": node_id,
            "artifact_name": artifact_name,
        },
        returns=models.ReadArtifactResponse,
        errors={"default": models.GooglerpcStatus},
    )


def _archive(experiment_id: str, run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "ArchiveRun",
        "POST /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}:archive",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GooglerpcStatus},
    )


def _retry(experiment_id: str, run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "RetryRun",
        "POST /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}:retry",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GooglerpcStatus},
    )


def _terminate(experiment_id: str, run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "TerminateRun",
        "POST /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}:terminate",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GooglerpcStatus},
    )


def _unarchive(experiment_id: str, run_id: str) -> Request[dict[str, Any]]:
    return Request(
        "UnarchiveRun",
        "POST /apis/v2beta1/experiments/{experiment_id}/runs/{run_id}:unarchive",
        path_params={"experiment_id": experiment_id, "run_id": run_id},
        returns=dict[str, Any],
        errors={"default": models.GooglerpcStatus},
    )


class Runs(Resource):
    """Operations on `runs`."""

    def list(
        self,
        experiment_id: str,
        *,
        namespace: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Run, models.ListRunsResponse]:
        """List runs, of one experiment or of all.

        Args:
            experiment_id: ID of the experiment to list from; if empty, every experiment is
                included.
            namespace: Namespace whose items are listed.
            page_token: Value of next_page_token from the page before; left out to get the first
                page.
            page_size: Largest number of items in one page; a longer list continues in further
                pages.
            sort_by: Field to order the list by, then optionally asc or desc; without either the
                order is ascending.
            filter_: JSON text of a Filter message, URL-encoded, that picks the items to list.
        """
        return self._send_paged(
            _list(experiment_id, namespace, page_token, page_size, sort_by, filter_), options
        )

    def create(
        self,
        experiment_id: str,
        body: models.Run | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Create a run, in the default experiment if none is given.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            body: Run to create.
        """
        return self._send(_create(experiment_id, body), options)

    def get(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> models.Run:
        """Get one run.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to fetch.
        """
        return self._send(_get(experiment_id, run_id), options)

    def delete(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete one run of an experiment.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to delete.
        """
        return self._send(_delete(experiment_id, run_id), options)

    def read_artifact(
        self,
        experiment_id: str,
        run_id: str,
        node_id: str,
        artifact_name: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.ReadArtifactResponse:
        """Read the content of an artifact that a run produces.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID of the run that produces the artifact.
            node_id: ID of the run's node that holds the artifact.
            artifact_name: Name of the artifact to read.
        """
        return self._send(_read_artifact(experiment_id, run_id, node_id, artifact_name), options)

    def archive(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Move a run of an experiment to the archive.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to archive.
        """
        return self._send(_archive(experiment_id, run_id), options)

    def retry(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Start a run again after it fails or is terminated.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to start again.
        """
        return self._send(_retry(experiment_id, run_id), options)

    def terminate(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Stop a run that is in progress.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to stop.
        """
        return self._send(_terminate(experiment_id, run_id), options)

    def unarchive(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Bring a run of an experiment back from the archive.

        Args:
            experiment_id: ID of the experiment that the run belongs to.
            run_id: ID that selects the run to bring back.
        """
        return self._send(_unarchive(experiment_id, run_id), options)


class AsyncRuns(AsyncResource):
    """Operations on `runs`. Async; documented at :class:`Runs`."""

    def list(
        self,
        experiment_id: str,
        *,
        namespace: str | Omit = omit,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        sort_by: str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Run, models.ListRunsResponse]:
        """List runs, of one experiment or of all."""
        return self._send_paged(
            _list(experiment_id, namespace, page_token, page_size, sort_by, filter_), options
        )

    async def create(
        self,
        experiment_id: str,
        body: models.Run | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Run:
        """Create a run, in the default experiment if none is given."""
        return await self._send(_create(experiment_id, body), options)

    async def get(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> models.Run:
        """Get one run."""
        return await self._send(_get(experiment_id, run_id), options)

    async def delete(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete one run of an experiment."""
        return await self._send(_delete(experiment_id, run_id), options)

    async def read_artifact(
        self,
        experiment_id: str,
        run_id: str,
        node_id: str,
        artifact_name: str,
        *,
        options: RequestOptions | None = None,
    ) -> models.ReadArtifactResponse:
        """Read the content of an artifact that a run produces."""
        return await self._send(
            _read_artifact(experiment_id, run_id, node_id, artifact_name), options
        )

    async def archive(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Move a run of an experiment to the archive."""
        return await self._send(_archive(experiment_id, run_id), options)

    async def retry(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Start a run again after it fails or is terminated."""
        return await self._send(_retry(experiment_id, run_id), options)

    async def terminate(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Stop a run that is in progress."""
        return await self._send(_terminate(experiment_id, run_id), options)

    async def unarchive(
        self, experiment_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Bring a run of an experiment back from the archive."""
        return await self._send(_unarchive(experiment_id, run_id), options)
