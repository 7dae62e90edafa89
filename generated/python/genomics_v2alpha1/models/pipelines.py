"""Models of `pipelines`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.formats import Int64, SecondsDuration
from .._runtime.data.models import CamelModel, FreeModel

ActionFlag: TypeAlias = (
    Literal[
        "FLAG_UNSPECIFIED",
        "IGNORE_EXIT_STATUS",
        "RUN_IN_BACKGROUND",
        "ALWAYS_RUN",
        "ENABLE_FUSE",
        "PUBLISH_EXPOSED_PORTS",
        "DISABLE_IMAGE_PREFETCH",
        "DISABLE_STANDARD_ERROR_CAPTURE",
        "BLOCK_EXTERNAL_NETWORK",
    ]
    | str
)


class Accelerator(CamelModel):
    """GPUs of one type to attach to a machine."""

    count: Int64 | None = None
    """How many GPUs to attach."""
    type: str | None = None
    """NVIDIA type, such as nvidia-tesla-k80; it adds minutes to the machine's start."""


class Action(CamelModel):
    """A Docker container to run as one step of a pipeline."""

    commands: list[str] | None = None
    """Arguments in place of the image's CMD."""
    credentials: Secret | None = None
    """Secret JSON with username and password for a private registry."""
    encrypted_environment: Secret | None = None
    """Secret JSON of environment variables; wins over the environment field."""
    entrypoint: str | None = None
    """Program in place of the image's ENTRYPOINT."""
    environment: dict[str, str] | None = None
    """Environment variables for this step; they win over the pipeline's own."""
    flags: list[ActionFlag] | None = None
    """How the step runs, such as ALWAYS_RUN or IGNORE_EXIT_STATUS."""
    image_uri: str | None = None
    """Image to run; all images are pulled once, before the first step."""
    labels: dict[str, str] | None = None
    """Notes for workflow engines, returned in the metadata and otherwise unused."""
    mounts: list[Mount] | None = None
    """Disks to mount; /google, with the logs, is always there."""
    name: str | None = None
    """Container and host name; letters, digits and hyphens, no hyphen first."""
    pid_namespace: str | None = None
    """Process namespace to share with other steps; a separate one if absent."""
    port_mappings: dict[str, int] | None = None
    """Container ports to host ports below 65536; 0 picks a free one."""
    timeout: SecondsDuration | None = None
    """Longest run time; after it the container is killed and counts as failed."""


class Disk(CamelModel):
    """A new disk for a machine; not for use together with volumes."""

    name: str | None = None
    """Name to mount it by; letters, digits and hyphens, no hyphen first."""
    size_gb: int | None = None
    """Size in GB; local SSDs come in units of 375 GB, at most 8 per machine."""
    source_image: str | None = None
    """Image to fill it with first."""
    type: str | None = None
    """Compute Engine disk type; pd-standard by default."""


class Event(CamelModel):
    """Something that happened while a pipeline ran."""

    description: str | None = None
    """Account for people; programs should rely on details instead."""
    details: dict[str, Any] | None = None
    """Typed account for programs."""
    timestamp: datetime | None = None
    """When it happened."""


class ExistingDisk(CamelModel):
    """A disk that is already there, to attach to a machine."""

    disk: str | None = None
    """Name or full URL of an ext4 disk; it can be shared only if every mount is read-only."""


class Metadata(CamelModel):
    """What an operation reports about its pipeline."""

    create_time: datetime | None = None
    """When the operation was accepted."""
    end_time: datetime | None = None
    """When the run was over and its resources were gone."""
    events: list[Event] | None = None
    """What happened so far."""
    labels: dict[str, str] | None = None
    """Labels that the user gave the operation."""
    pipeline: Pipeline | None = None
    """Pipeline as requested."""
    start_time: datetime | None = None
    """When the first resources were obtained."""


class Mount(CamelModel):
    """A disk made visible inside a container."""

    disk: str | None = None
    """Disk as named in the resources."""
    path: str | None = None
    """Directory in the container."""
    read_only: bool | None = None
    """Whether writing is forbidden."""


class NFSMount(CamelModel):
    """A network file system to attach to a machine."""

    target: str | None = None
    """Server and directory, as address:/mount."""


class Network(CamelModel):
    """The network connection of a machine."""

    name: str | None = None
    """Short name or full URL of the network; the default one if absent."""
    subnetwork: str | None = None
    """Short name or full URL of the subnetwork; an asterisk stands for the region."""
    use_private_address: bool | None = None
    """Whether to have a private IP address only, which needs extra setup to reach Google."""


class PersistentDisk(CamelModel):
    """A new disk for a machine, as a volume."""

    size_gb: int | None = None
    """Size in GB; local SSDs come in units of 375 GB, at most 8 per machine."""
    source_image: str | None = None
    """Image to fill it with first."""
    type: str | None = None
    """Compute Engine disk type; pd-standard by default."""


class Pipeline(CamelModel):
    """Containers to run in order, and the machine to run them on."""

    actions: list[Action] | None = None
    """Steps in the order in which they run."""
    encrypted_environment: Secret | None = None
    """Secret JSON of environment variables; wins over the environment field."""
    environment: dict[str, str] | None = None
    """Environment variables for every step, which may override but not remove them."""
    resources: Resources | None = None
    """Machine and place to run in."""
    timeout: SecondsDuration | None = None
    """Longest total time, with the wait for a machine; 7 days by default."""


class Resources(CamelModel):
    """The machine and place for a run; give regions or zones."""

    project_id: str | None = None
    """Project in which to create the machine."""
    regions: list[str] | None = None
    """Regions to choose from; not together with zones."""
    virtual_machine: VirtualMachine | None = None
    """Kind of machine."""
    zones: list[str] | None = None
    """Zones to choose from; not together with regions."""


class RunPipelineRequest(CamelModel):
    """A pipeline to run, with its labels and notices."""

    labels: dict[str, str] | None = None
    """Labels for the operation only, not for the machines."""
    pipeline: Pipeline | None = None
    """What to run."""
    pub_sub_topic: str | None = None
    """Existing topic that is told of each status change; the service agent needs publish rights."""


class RunPipelineResponse(FreeModel):
    """Empty result of a pipeline that succeeds."""


class Secret(CamelModel):
    """An encrypted text that only the worker decrypts, in memory."""

    cipher_text: str | None = None
    """Encrypted text, as Cloud KMS returns it."""
    key_name: str | None = None
    """Cloud KMS key to decrypt with; the machine's account needs access to it."""


class ServiceAccount(CamelModel):
    """The identity that a machine acts under."""

    email: str | None = None
    """Address of the account; the project's default Compute Engine one if absent."""
    scopes: list[str] | None = None
    """Access scopes besides cloud-platform, which is always there."""


class VirtualMachine(CamelModel):
    """A Compute Engine machine to create for a run."""

    accelerators: list[Accelerator] | None = None
    """GPUs to attach."""
    boot_disk_size_gb: int | None = None
    """Boot disk size in GB; it has to hold all images at once."""
    boot_image: str | None = None
    """Container-Optimized OS image to start from; the latest stable one by default."""
    cpu_platform: str | None = None
    """Oldest processor platform to accept, such as Intel Skylake."""
    disks: list[Disk] | None = None
    """Disks to create; not together with volumes."""
    docker_cache_images: list[str] | None = None
    """Disk image that already holds Docker images, to save pulling; at most one."""
    enable_stackdriver_monitoring: bool | None = None
    """Whether to monitor the machine with Stackdriver."""
    labels: dict[str, str] | None = None
    """Labels for the machine and, where possible, its disks; google- prefixes are reserved."""
    machine_type: str | None = None
    """Standard type, for instance n1-standard-1, or custom-CPUS-MEMORY with MB of memory."""
    network: Network | None = None
    """How the machine is connected."""
    nvidia_driver_version: str | None = None
    """NVIDIA driver for the GPUs; it has to suit the libraries in the containers."""
    preemptible: bool | None = None
    """Whether Compute Engine may reclaim the machine at any time."""
    reservation: str | None = None
    """Reservation to take the machine from; a mismatch is an error."""
    service_account: ServiceAccount | None = None
    """Identity of the machine."""
    volumes: list[Volume] | None = None
    """New or existing storage; not together with disks."""


class Volume(CamelModel):
    """Storage for a machine; set one of its three kinds."""

    existing_disk: ExistingDisk | None = None
    """Details, if it is a disk that already exists."""
    nfs_mount: NFSMount | None = None
    """Details, if it is a network file system."""
    persistent_disk: PersistentDisk | None = None
    """Details, if it is a new disk."""
    volume: str | None = None
    """Name to mount it by; letters, digits and hyphens, no hyphen first."""
