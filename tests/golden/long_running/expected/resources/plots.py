"""The resource `plots`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._long_running import OPERATION
from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.operations import AsyncLongRunningOperation, LongRunningOperation
from .._runtime.requests import OperationRequest, Request
from .._runtime.resources import AsyncResource, Resource
from ..models.operations_plots import Operation
from ..models.plots import (
    DigRequest,
    Plot,
    PlotOperationMetadata,
    Soil,
    WaterPlotMetadata,
    WaterPlotRequest,
    WaterPlotResponse,
)


def _create(
    body: Plot | Mapping[str, Any] | Omit,
) -> OperationRequest[Plot, PlotOperationMetadata, Operation]:
    return OperationRequest(
        "garden.plots.create",
        "POST",
        "/v1/plots",
        body=body,
        returns=Operation,
        operation=OPERATION,
        result=Plot,
        metadata=PlotOperationMetadata,
    )


def _get(name: str) -> Request[Plot]:
    return Request(
        "garden.plots.get",
        "GET",
        "/v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=Plot,
    )


def _delete(name: str) -> OperationRequest[Any, PlotOperationMetadata, Operation]:
    return OperationRequest(
        "garden.plots.delete",
        "DELETE",
        "/v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=Operation,
        operation=OPERATION,
        metadata=PlotOperationMetadata,
    )


def _water(
    name: str, body: WaterPlotRequest | Mapping[str, Any] | Omit
) -> OperationRequest[WaterPlotResponse, WaterPlotMetadata, Operation]:
    return OperationRequest(
        "garden.plots.water",
        "POST",
        "/v1/{name}:water",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=Operation,
        operation=OPERATION,
        result=WaterPlotResponse,
        metadata=WaterPlotMetadata,
    )


def _cancel(name: str) -> OperationRequest[Any, PlotOperationMetadata, Operation]:
    return OperationRequest(
        "garden.plots.cancel",
        "POST",
        "/v1/{name}:cancel",
        path_params={"name": name},
        reserved=("name",),
        returns=Operation,
        operation=OPERATION,
        metadata=PlotOperationMetadata,
    )


def _dig(
    name: str, body: DigRequest | Mapping[str, Any] | Omit
) -> OperationRequest[Soil, Plot, Operation]:
    return OperationRequest(
        "garden.plots.dig",
        "POST",
        "/v1/{name}:dig",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=Operation,
        operation=OPERATION,
        result=Soil,
        metadata=Plot,
    )


def _draw(name: str) -> Request[Operation]:
    return Request(
        "garden.plots.draw",
        "POST",
        "/v1/{name}:draw",
        path_params={"name": name},
        reserved=("name",),
        returns=Operation,
    )


class Plots(Resource):
    """Operations on `plots`."""

    def create(
        self, body: Plot | Mapping[str, Any] | Omit = omit, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[Plot, PlotOperationMetadata, Operation]:
        """Prepares a plot."""
        return self._client.send_operation(_create(body), options)

    def get(self, name: str, *, options: RequestOptions | None = None) -> Plot:
        """`GET /v1/{name}`"""
        return self._client.send(_get(name), options)

    def delete(
        self, name: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[Any, PlotOperationMetadata, Operation]:
        """`DELETE /v1/{name}`"""
        return self._client.send_operation(_delete(name), options)

    def water(
        self,
        name: str,
        body: WaterPlotRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[WaterPlotResponse, WaterPlotMetadata, Operation]:
        """`POST /v1/{name}:water`"""
        return self._client.send_operation(_water(name, body), options)

    def cancel(
        self, name: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[Any, PlotOperationMetadata, Operation]:
        """Cancels the plot, not an operation."""
        return self._client.send_operation(_cancel(name), options)

    def dig(
        self,
        name: str,
        body: DigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> LongRunningOperation[Soil, Plot, Operation]:
        """Comes to what the overlay says."""
        return self._client.send_operation(_dig(name, body), options)

    def draw(self, name: str, *, options: RequestOptions | None = None) -> Operation:
        """Switched off by the overlay."""
        return self._client.send(_draw(name), options)


class AsyncPlots(AsyncResource):
    """Operations on `plots`. Async; documented at :class:`Plots`."""

    async def create(
        self, body: Plot | Mapping[str, Any] | Omit = omit, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[Plot, PlotOperationMetadata, Operation]:
        """Prepares a plot."""
        return await self._client.send_operation(_create(body), options)

    async def get(self, name: str, *, options: RequestOptions | None = None) -> Plot:
        """`GET /v1/{name}`"""
        return await self._client.send(_get(name), options)

    async def delete(
        self, name: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[Any, PlotOperationMetadata, Operation]:
        """`DELETE /v1/{name}`"""
        return await self._client.send_operation(_delete(name), options)

    async def water(
        self,
        name: str,
        body: WaterPlotRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[WaterPlotResponse, WaterPlotMetadata, Operation]:
        """`POST /v1/{name}:water`"""
        return await self._client.send_operation(_water(name, body), options)

    async def cancel(
        self, name: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[Any, PlotOperationMetadata, Operation]:
        """Cancels the plot, not an operation."""
        return await self._client.send_operation(_cancel(name), options)

    async def dig(
        self,
        name: str,
        body: DigRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncLongRunningOperation[Soil, Plot, Operation]:
        """Comes to what the overlay says."""
        return await self._client.send_operation(_dig(name, body), options)

    async def draw(self, name: str, *, options: RequestOptions | None = None) -> Operation:
        """Switched off by the overlay."""
        return await self._client.send(_draw(name), options)
