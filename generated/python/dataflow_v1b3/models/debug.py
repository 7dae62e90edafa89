"""Models of `debug`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel, FreeModel

SendDebugCaptureRequestDataFormat: TypeAlias = (
    Literal["DATA_FORMAT_UNSPECIFIED", "RAW", "JSON", "ZLIB", "BROTLI"] | str
)


class GetDebugConfigRequest(CamelModel):
    """Which component to fetch debug settings for."""

    component_id: str | None = None
    """Service-internal ID of the component."""
    location: str | None = None
    """Region that runs the job."""
    worker_id: str | None = None
    """Host name of the worker's machine."""


class GetDebugConfigResponse(CamelModel):
    """The debug settings of a component."""

    config: str | None = None
    """Settings in encoded form."""


class GetWorkerStacktracesRequest(CamelModel):
    """Which worker to fetch stack traces from."""

    end_time: datetime | None = None
    """Latest capture time to accept; the newest capture up to it is returned."""
    worker_id: str | None = None
    """Worker whose SDK processes to look at."""


class GetWorkerStacktracesResponse(CamelModel):
    """The stack traces of one worker."""

    sdks: list[Sdk] | None = None
    """One entry per SDK process on the worker."""


class Sdk(CamelModel):
    """The stack traces of one SDK process."""

    sdk_id: str | None = None
    """Identifies the process."""
    stacks: list[Stack] | None = None
    """One entry per captured stack."""


class SendDebugCaptureRequest(CamelModel):
    """Debug data from a component."""

    component_id: str | None = None
    """Service-internal ID of the component."""
    data: str | None = None
    """Captured data in encoded form."""
    data_format: SendDebugCaptureRequestDataFormat | None = None
    """Encoding of the data."""
    location: str | None = None
    """Region that runs the job."""
    worker_id: str | None = None
    """Host name of the worker's machine."""


class SendDebugCaptureResponse(FreeModel):
    """Empty answer to a debug upload."""


class Stack(CamelModel):
    """The stack of one or more threads on a worker."""

    stack_content: str | None = None
    """Trace as text."""
    thread_count: int | None = None
    """How many threads share this trace."""
    thread_name: str | None = None
    """Thread's name, such as CommitThread-0."""
    thread_state: str | None = None
    """What the thread is doing, such as WAITING."""
    timestamp: datetime | None = None
    """When the trace was taken."""
