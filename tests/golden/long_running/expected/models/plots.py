"""Models of `plots`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Plot(CamelModel):
    name: str | None = None
    area: float | None = None


class Soil(CamelModel):
    acid: bool | None = None


class WaterPlotRequest(CamelModel):
    litres: int | None = None


class WaterPlotResponse(CamelModel):
    wet: bool | None = None


class WaterPlotMetadata(CamelModel):
    litres: int | None = None


class PlotOperationMetadata(CamelModel):
    percent: int | None = None


class DigRequest(CamelModel):
    depth: int | None = None
