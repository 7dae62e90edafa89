"""Models of `caches`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

RunCacheInfoStrategy: TypeAlias = Literal["conservative", "aggressive"] | str


class RunCacheInfo(CamelModel):
    """A cached result."""

    cache_id: Annotated[str, wire_name("cacheID")]
    """The entry's id."""
    first_fp: str
    """First fingerprint."""
    second_fp: str
    """Second fingerprint."""
    run_id: Annotated[str, wire_name("runID")]
    """The run's id."""
    source: str
    """Where the workflow is from: template and version, path, or checksum of the YAML."""
    job_id: Annotated[str, wire_name("jobID")]
    """The job that made it."""
    fsname: str
    """The file system."""
    username: str
    """Whose it is."""
    expired_time: str
    """Seconds that it lives; -1 is for ever."""
    strategy: RunCacheInfoStrategy
    """How fingerprints are made."""
    custom: str
    """Anything else."""
    create_time: str
    """When it was made."""
    update_time: str | None = None
    """When it last changed."""

    @property
    def fs_name(self) -> str:
        """The reference page's name of `fsname`."""
        return self.fsname


class RunCacheListResponse(CamelModel):
    run_cache_list: list[RunCacheInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
