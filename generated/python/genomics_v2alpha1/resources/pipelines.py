"""The resource `pipelines`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._long_running import OPERATION
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.operations import (
    AsyncLongRunningOperation,
    LongRunningOperation,
    OperationRequest,
)


def _run(
    body: models.RunPipelineRequest | Mapping[str, Any] | Omit,
) -> OperationRequest[models.RunPipelineResponse, models.Metadata, models.Operation]:
    return OperationRequest(
        "genomics.pipelines.run",
        "POST /v2alpha1/pipelines:run",
        body=body,
        returns=models.Operation,
        operation=OPERATION,
        result=models.RunPipelineResponse,
        metadata=models.Metadata,
    )


class Pipelines(Resource):
    """Operations on `pipelines`."""

    def run(
        self,
        body: models.RunPipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[models.RunPipelineResponse, models.Metadata, models.Operation]:
        """Start a pipeline and return an operation to follow it with."""
        return self._send_operation(_run(body), options)


class AsyncPipelines(AsyncResource):
    """Operations on `pipelines`. Async; documented at :class:`Pipelines`."""

    async def run(
        self,
        body: models.RunPipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[models.RunPipelineResponse, models.Metadata, models.Operation]:
        """Start a pipeline and return an operation to follow it with."""
        return await self._send_operation(_run(body), options)
