"""Models of `operations`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel, FreeModel
from .operations_pipelines import Operation


class CancelOperationRequest(FreeModel):
    """An empty call to cancel an operation."""


class ListOperationsResponse(CamelModel):
    """A page of operations."""

    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""
    operations: list[Operation] | None = None
    """Operations on this page."""
