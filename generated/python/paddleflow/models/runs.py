"""Models of `runs`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.formats import Base64Text
from .._runtime.data.models import CamelModel, wire_name
from .._runtime.data.unions import Tagged
from .runs_schedules import RunStatus

FailureOptionsStrategy: TypeAlias = Literal["fail_fast", "continue"] | str
DagInfoStatus: TypeAlias = (
    Literal[
        "init",
        "pending",
        "running",
        "failed",
        "succeeded",
        "terminating",
        "terminated",
        "cancelled",
        "skipped",
        "preempting",
        "preempted",
    ]
    | str
)


class CreateRunRequest(CamelModel):
    fs_name: str | None = None
    """The file system that holds the YAML."""
    username: str | None = None
    """Whose file systems the run uses; for `root`."""
    run_name: Annotated[str | None, wire_name("name")] = None
    """Matches `^[A-Za-z_][A-Za-z0-9_-]{0,127}$`."""
    desc: str | None = None
    """Description of the run."""
    run_yaml_path: str | None = None
    """Path of the workflow's YAML in the file system; one of three ways to say what runs.

    The server's default is `./run.yaml`.
    """

    run_yaml_raw: Base64Text | None = None
    """The workflow's YAML itself; one of three ways to say what runs."""
    pipeline_id: Annotated[str | None, wire_name("pipelineID")] = None
    """The template to run; one of three ways to say what runs."""
    pipeline_version_id: Annotated[str | None, wire_name("pipelineVersionID")] = None
    """Its version; the newest one if left out."""
    param: Annotated[dict[str, Any] | None, wire_name("parameters")] = None
    """Values of the workflow's parameters."""
    disabled: str | None = None
    """Steps to leave out; names separated by commas."""
    docker_env: str | None = None
    """Image, or path of its archive in the file system."""
    failure_options: FailureOptions | None = None
    """What a failing step does to the others, such as `{"strategy": "fail_fast"}`."""
    schedule_id: Annotated[str | None, wire_name("scheduleID")] = None
    """For the scheduler."""
    scheduled_at: str | None = None
    """For the scheduler."""


class StopRunRequest(CamelModel):
    force: Annotated[bool | None, wire_name("stopForce")] = None
    """Stop what runs after the workflow, too. The server's default is false."""


class DeleteRunRequest(CamelModel):
    check_cache: bool | None = None
    """Refuse while other runs use this run's results. The server's default is true."""


class FsMount(CamelModel):
    """A file system that is mounted in a run or step."""

    id: str
    name: str
    mount_path: str
    sub_path: str
    read_only: bool


class FsOptions(CamelModel):
    """The file systems of a run."""

    main_fs: Annotated[FsMount, wire_name("mainFS")]
    extra_fs: Annotated[list[FsMount] | None, wire_name("extraFS")] = None


class FailureOptions(CamelModel):
    """What a failing step does to the others."""

    strategy: FailureOptionsStrategy | None = None
    """What a failing step does to the others."""


class Artifacts(CamelModel):
    """Files of a node, name to path."""

    input: dict[str, str]
    output: dict[str, str]


class FsScope(CamelModel):
    """Part of a file system that fingerprints look at."""

    name: str
    id: str
    path: str


class StepCache(CamelModel):
    """How a step uses cached results."""

    enable: bool
    max_expired_time: str
    fs_scope: list[FsScope] | None


class RunIDResponse(CamelModel):
    run_id: Annotated[str, wire_name("runID")]


class RunInfo(CamelModel):
    run_id: Annotated[str, wire_name("runID")]
    """The run's id."""
    name: str
    """Its name."""
    source: str
    """Where the workflow is from: template and version, path, or checksum of the YAML."""
    username: str
    """Whose it is."""
    fs_name: str
    """The file system."""
    fs_options: FsOptions
    """The file systems that it uses."""
    description: str
    parameters: dict[str, Any] | None
    """Values of its parameters."""
    run_yaml: str
    """The workflow's YAML."""
    runtime: dict[str, list[RunNode]]
    """Its nodes by name; each is a list of `DagInfo` and `JobInfo`."""
    post_process: dict[str, JobInfo]
    """Steps that run after it, by name."""
    failure_options: FailureOptions
    """What a failing step does to the others."""
    docker_env: str
    """The image."""
    disabled: str
    """Steps left out."""
    schedule_id: Annotated[str, wire_name("scheduleID")]
    run_msg: str
    """How it ended, or what went wrong."""
    status: RunStatus
    """Its state."""
    run_cached_ids: Annotated[str, wire_name("runCachedIDs")]
    """Runs that took over its results."""
    create_time: str
    """When it was made."""
    activate_time: str
    """When it started."""
    update_time: str
    """When it last changed."""

    @property
    def scheduled_time(self) -> None:
        """Always None: the server tells it in lists only."""
        return None


class DagInfo(CamelModel):
    """A node that holds others."""

    dag_id: Annotated[str, wire_name("id")]
    """The node's id."""
    name: str
    """Its name."""
    type: Literal["dag"] = "dag"
    """`dag` or `step`."""
    dag_name: str
    """Its name in the workflow."""
    parent_dag_id: Annotated[str, wire_name("parentDagID")]
    """The node around it."""
    deps: str
    """Nodes that it waits for."""
    parameters: dict[str, str]
    """Values of its parameters."""
    artifacts: Artifacts
    """Files that it reads and writes."""
    start_time: str
    """When it starts or started."""
    end_time: str
    """When it ends or ended."""
    status: DagInfoStatus
    """Its state."""
    message: str
    """How it ended, or what went wrong."""
    entry_points: dict[str, list[RunNode]]
    """The nodes inside it, by name."""


class JobInfo(CamelModel):
    """A step."""

    job_id: Annotated[str, wire_name("jobID")]
    """The job's id."""
    name: str
    """Its name."""
    type: Literal["step"] = "step"
    step_name: str
    parent_dag_id: Annotated[str, wire_name("parentDagID")]
    command: str
    """What it runs."""
    parameters: dict[str, str]
    """Values of its parameters."""
    env: dict[str, str]
    """Its environment."""
    extra_fs: Annotated[list[FsMount] | None, wire_name("extraFS")]
    start_time: str
    """When it starts or started."""
    end_time: str
    """When it ends or ended."""
    status: DagInfoStatus
    """Its state."""
    deps: str
    """Nodes that it waits for."""
    docker_env: str
    """The image."""
    artifacts: Artifacts
    cache: StepCache
    job_message: str
    cache_run_id: Annotated[str, wire_name("cacheRunID")]
    cache_job_id: Annotated[str, wire_name("cacheJobID")]

    @property
    def dockerEnv(self) -> str:
        """The reference page's name of `docker_env`."""
        return self.docker_env

    @property
    def jobId(self) -> str:
        """The reference page's name of `job_id`."""
        return self.job_id


RunNode: TypeAlias = Annotated[
    DagInfo | JobInfo, Tagged("type", {"dag": DagInfo, "step": JobInfo}, closed=True)
]
