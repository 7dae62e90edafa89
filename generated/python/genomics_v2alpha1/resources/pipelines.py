"""The resource `pipelines`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._long_running import OPERATION
from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.operations import AsyncLongRunningOperation, LongRunningOperation
from .._runtime.requests import OperationRequest
from .._runtime.resources import AsyncResource, Resource
from ..models.operations_pipelines import Operation
from ..models.pipelines import Metadata, RunPipelineRequest, RunPipelineResponse


def _run(
    body: RunPipelineRequest | Mapping[str, Any] | Omit,
) -> OperationRequest[RunPipelineResponse, Metadata, Operation]:
    return OperationRequest(
        "genomics.pipelines.run",
        "POST",
        "/v2alpha1/pipelines:run",
        body=body,
        returns=Operation,
        operation=OPERATION,
        result=RunPipelineResponse,
        metadata=Metadata,
    )


class Pipelines(Resource):
    """Operations on `pipelines`."""

    def run(
        self,
        body: RunPipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[RunPipelineResponse, Metadata, Operation]:
        """Start a pipeline and return an operation to follow it with."""
        return self._client.send_operation(_run(body), options)


class AsyncPipelines(AsyncResource):
    """Operations on `pipelines`. Async; documented at :class:`Pipelines`."""

    async def run(
        self,
        body: RunPipelineRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[RunPipelineResponse, Metadata, Operation]:
        """Start a pipeline and return an operation to follow it with."""
        return await self._client.send_operation(_run(body), options)
