"""Models of `jobs`."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.data.models import CamelModel, wire_name


class CreateSingleJobRequest(CamelModel):
    id: str | None = None
    """An id of the caller's; the server makes one if left out."""
    name: str | None = None
    """Name of the job."""
    labels: dict[str, str] | None = None
    """Labels of Kubernetes."""
    annotations: dict[str, str] | None = None
    """Annotations of Kubernetes."""
    scheduling_policy: SchedulingPolicy | None = None
    """The queue, and how urgent it is."""
    flavour: JobFlavour | None = None
    """What the job gets."""
    limit_flavour: JobFlavour | None = None
    """Most that it may use."""
    fs: JobFileSystem | None = None
    """The file system."""
    extra_fs: Annotated[list[JobFileSystem] | None, wire_name("extraFS")] = None
    """Further file systems."""
    image: str | None = None
    """Image of the container."""
    env: dict[str, str] | None = None
    """Environment of the container."""
    command: str | None = None
    """What it runs."""
    args: list[str] | None = None
    """Arguments of the command."""
    port: int | None = None
    """Port of the container."""
    extension_template: dict[str, Any] | None = None
    """A template of Kubernetes in place of the server's."""


class CreateDistributedJobRequest(CamelModel):
    id: str | None = None
    """An id of the caller's; the server makes one if left out."""
    name: str | None = None
    """Name of the job."""
    labels: dict[str, str] | None = None
    """Labels of Kubernetes."""
    annotations: dict[str, str] | None = None
    """Annotations of Kubernetes."""
    scheduling_policy: SchedulingPolicy | None = None
    """The queue, and how urgent it is."""
    framework: str | None = None
    """Framework, such as `paddle` or `spark`."""
    members: list[JobMember] | None = None
    """Its members."""
    extension_template: dict[str, Any] | None = None
    """A template of Kubernetes in place of the server's."""


class CreateWorkflowJobRequest(CamelModel):
    id: str | None = None
    """An id of the caller's; the server makes one if left out."""
    name: str | None = None
    """Name of the job."""
    labels: dict[str, str] | None = None
    """Labels of Kubernetes."""
    annotations: dict[str, str] | None = None
    """Annotations of Kubernetes."""
    scheduling_policy: SchedulingPolicy | None = None
    """The queue, and how urgent it is."""
    framework: str | None = None
    """Framework of the workflow."""
    members: list[JobMember] | None = None
    """Its members."""
    extension_template: dict[str, Any] | None = None
    """The workflow as Kubernetes has it."""


class UpdateJobRequest(CamelModel):
    priority: str | None = None
    """How urgent it is."""
    labels: dict[str, str] | None = None
    """Labels of Kubernetes."""
    annotations: dict[str, str] | None = None
    """Annotations of Kubernetes."""


class SchedulingPolicy(CamelModel):
    """Where and how urgently a job runs."""

    queue: str | None = None
    priority: str | None = None
    """How urgent it is."""


class JobFlavour(CamelModel):
    """A flavour by its name, or what it has."""

    name: str | None = None
    cpu: str | None = None
    mem: str | None = None
    scalar_resources: dict[str, str] | None = None


class JobFileSystem(CamelModel):
    """A file system that a job mounts."""

    id: str | None = None
    name: str | None = None
    mount_path: str | None = None
    sub_path: str | None = None
    read_only: bool | None = None


class JobMember(CamelModel):
    """A member of a distributed job."""

    id: str | None = None
    name: str | None = None
    role: str | None = None
    """What it is to the others, such as `worker`."""
    replicas: int | None = None
    """How many of it there are."""
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None
    scheduling_policy: SchedulingPolicy | None = None
    flavour: JobFlavour | None = None
    limit_flavour: JobFlavour | None = None
    fs: JobFileSystem | None = None
    extra_fs: Annotated[list[JobFileSystem] | None, wire_name("extraFS")] = None
    image: str | None = None
    env: dict[str, str] | None = None
    command: str | None = None
    args: list[str] | None = None
    port: int | None = None


class JobRuntime(CamelModel):
    """Where a container of a job runs."""

    name: str | None = None
    namespace: str | None = None
    id: str | None = None
    status: str | None = None
    node_name: str | None = None
    role: str | None = None
    index: int | None = None
    accelerator_cards: str | None = None
    log_url: Annotated[str | None, wire_name("logURL")] = None


class JobIDResponse(CamelModel):
    id: str | None = None
    """The job's id."""


class Job(CamelModel):
    id: str | None = None
    name: str | None = None
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None
    scheduling_policy: SchedulingPolicy | None = None
    flavour: JobFlavour | None = None
    limit_flavour: JobFlavour | None = None
    fs: JobFileSystem | None = None
    extra_fs: Annotated[list[JobFileSystem] | None, wire_name("extraFS")] = None
    image: str | None = None
    env: dict[str, str] | None = None
    command: str | None = None
    args: list[str] | None = None
    port: int | None = None
    extension_template: dict[str, Any] | None = None
    framework: str | None = None
    members: list[JobMember] | None = None
    status: str | None = None
    message: str | None = None
    accept_time: str | None = None
    start_time: str | None = None
    finish_time: str | None = None
    runtime: JobRuntime | None = None
    distributed_runtime: dict[str, Any] | None = None
    workflow_runtime: dict[str, Any] | None = None


class JobListResponse(CamelModel):
    job_list: list[Job] | None = None
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
