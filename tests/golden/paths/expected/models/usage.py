"""Models of `usage`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

ReportUnit: TypeAlias = Literal["euro", "cent"] | str
UsageCostsGroupBy: TypeAlias = Literal["month", "parcel"] | str
UsageStampsGroupBy: TypeAlias = Literal["month", "stamp"] | str


class ReportRowWithParcels(Model):
    kind: str | None = None
    parcels: int | None = None


class ReportRowWithStamps(Model):
    kind: str | None = None
    stamps: int | None = None


class Report(Model):
    unit: str | ReportUnit | None = None
    rows: list[ReportRowWithParcels | ReportRowWithStamps] | None = None
