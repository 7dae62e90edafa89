"""Models of `caches`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

RunCacheInfoStrategy: TypeAlias = Literal["conservative", "aggressive"] | str


class CreateFsCacheRequest(CamelModel):
    fs_name: str
    """The file system."""
    username: str | None = None
    """Whose file system it is; for `root`."""
    cache_dir: str | None = None
    """Folder of the cache on the nodes."""
    quota: int | None = None
    """Most bytes of the cache."""
    meta_driver: str | None = None
    """Where metadata is kept."""
    block_size: int | None = None
    """Bytes of a block."""
    debug: bool | None = None
    """Write more into the log."""
    clean_cache: bool | None = None
    """Empty the cache when the file system is unmounted."""
    resource: dict[str, Any] | None = None
    """Limits of the process that mounts."""
    node_taint_toleration: dict[str, Any] | None = None
    """Taints of nodes that it tolerates."""
    extra_config: dict[str, str] | None = None
    """Further settings."""


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


class FSCacheConfig(CamelModel):
    """How a file system is cached."""

    fs_name: str | None = None
    username: str | None = None
    cache_dir: str | None = None
    quota: int | None = None
    meta_driver: str | None = None
    block_size: int | None = None
    clean_cache: bool | None = None
    resource: dict[str, Any] | None = None
    node_taint_toleration: dict[str, Any] | None = None
    extra_config: dict[str, str] | None = None
    create_time: str | None = None
    update_time: str | None = None
