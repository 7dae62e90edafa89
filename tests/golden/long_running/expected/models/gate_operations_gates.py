"""Models that `gate_operations` and `gates` share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel

GateOperationStatus: TypeAlias = Literal["PENDING", "RUNNING", "DONE"] | str


class GateOperationError(CamelModel):
    errors: list[GateOperationErrorError] | None = None


class GateOperationErrorError(CamelModel):
    code: str | None = None
    message: str | None = None


class GateOperation(CamelModel):
    name: str | None = None
    operation_type: str | None = None
    self_link: str | None = None
    status: GateOperationStatus | None = None
    error: GateOperationError | None = None
