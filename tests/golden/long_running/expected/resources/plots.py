"""The resource `plots`."""

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
from .._runtime.requests.request import Request


def _create(
    body: models.Plot | Mapping[str, Any] | Omit,
) -> OperationRequest[models.Plot, models.PlotOperationMetadata, models.Operation]:
    return OperationRequest(
        "garden.plots.create",
        "POST /v1/plots",
        body=body,
        body_type=models.Plot,
        returns=models.Operation,
        operation=OPERATION,
        result=models.Plot,
        metadata=models.PlotOperationMetadata,
    )


def _get(name: str) -> Request[models.Plot]:
    return Request(
        "garden.plots.get",
        "GET /v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Plot,
    )


def _delete(name: str) -> OperationRequest[Any, models.PlotOperationMetadata, models.Operation]:
    return OperationRequest(
        "garden.plots.delete",
        "DELETE /v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
        operation=OPERATION,
        metadata=models.PlotOperationMetadata,
    )


def _water(
    name: str, body: models.WaterPlotRequest | Mapping[str, Any] | Omit
) -> OperationRequest[models.WaterPlotResponse, models.WaterPlotMetadata, models.Operation]:
    return OperationRequest(
        "garden.plots.water",
        "POST /v1/{name}:water",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=models.Operation,
        operation=OPERATION,
        result=models.WaterPlotResponse,
        metadata=models.WaterPlotMetadata,
    )


def _cancel(name: str) -> OperationRequest[Any, models.PlotOperationMetadata, models.Operation]:
    return OperationRequest(
        "garden.plots.cancel",
        "POST /v1/{name}:cancel",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
        operation=OPERATION,
        metadata=models.PlotOperationMetadata,
    )


def _dig(
    name: str, body: models.DigRequest | Mapping[str, Any] | Omit
) -> OperationRequest[models.Soil, models.Plot, models.Operation]:
    return OperationRequest(
        "garden.plots.dig",
        "POST /v1/{name}:dig",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=models.Operation,
        operation=OPERATION,
        result=models.Soil,
        metadata=models.Plot,
    )


def _draw(name: str) -> Request[models.Operation]:
    return Request(
        "garden.plots.draw",
        "POST /v1/{name}:draw",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Operation,
    )


class Plots(Resource):
    """Operations on `plots`."""

    def create(
        self,
        body: models.Plot | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[models.Plot, models.PlotOperationMetadata, models.Operation]:
        """Prepares a plot."""
        return self._send_operation(_create(body), options)

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.Plot:
        """`GET /v1/{name}`"""
        return self._send(_get(name), options)

    def delete(
        self, name: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[Any, models.PlotOperationMetadata, models.Operation]:
        """`DELETE /v1/{name}`"""
        return self._send_operation(_delete(name), options)

    def water(
        self,
        name: str,
        body: models.WaterPlotRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[models.WaterPlotResponse, models.WaterPlotMetadata, models.Operation]:
        """`POST /v1/{name}:water`"""
        return self._send_operation(_water(name, body), options)

    def cancel(
        self, name: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[Any, models.PlotOperationMetadata, models.Operation]:
        """Cancels the plot, not an operation."""
        return self._send_operation(_cancel(name), options)

    def dig(
        self,
        name: str,
        body: models.DigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[models.Soil, models.Plot, models.Operation]:
        """Comes to what the overlay says."""
        return self._send_operation(_dig(name, body), options)

    def draw(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """Switched off by the overlay."""
        return self._send(_draw(name), options)


class AsyncPlots(AsyncResource):
    """Operations on `plots`. Async; documented at :class:`Plots`."""

    async def create(
        self,
        body: models.Plot | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[models.Plot, models.PlotOperationMetadata, models.Operation]:
        """Prepares a plot."""
        return await self._send_operation(_create(body), options)

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.Plot:
        """`GET /v1/{name}`"""
        return await self._send(_get(name), options)

    async def delete(
        self, name: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[Any, models.PlotOperationMetadata, models.Operation]:
        """`DELETE /v1/{name}`"""
        return await self._send_operation(_delete(name), options)

    async def water(
        self,
        name: str,
        body: models.WaterPlotRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[
        models.WaterPlotResponse, models.WaterPlotMetadata, models.Operation
    ]:
        """`POST /v1/{name}:water`"""
        return await self._send_operation(_water(name, body), options)

    async def cancel(
        self, name: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[Any, models.PlotOperationMetadata, models.Operation]:
        """Cancels the plot, not an operation."""
        return await self._send_operation(_cancel(name), options)

    async def dig(
        self,
        name: str,
        body: models.DigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[models.Soil, models.Plot, models.Operation]:
        """Comes to what the overlay says."""
        return await self._send_operation(_dig(name, body), options)

    async def draw(self, name: str, *, options: RequestOptions | None = None) -> models.Operation:
        """Switched off by the overlay."""
        return await self._send(_draw(name), options)
