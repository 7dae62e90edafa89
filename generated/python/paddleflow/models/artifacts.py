"""Models of `artifacts`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

ArtifactInfoType: TypeAlias = Literal["input", "output"] | str


class ArtifactInfo(CamelModel):
    """A file that a run read or wrote."""

    run_id: Annotated[str, wire_name("runID")]
    fsname: str
    username: str
    artifact_path: str
    """Path in the file system."""
    step: str
    job_id: Annotated[str, wire_name("jobID")]
    type: ArtifactInfoType
    artifact_name: str
    meta: str
    create_time: str
    update_time: str | None = None


class ArtifactListResponse(CamelModel):
    artifact_event_list: list[ArtifactInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
