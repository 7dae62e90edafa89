"""Models of `templates`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel
from .flex_templates_templates import ParameterMetadata, SDKInfo, TemplateMetadata
from .shared_job import Job, StreamingMode, WorkerIp
from .templates_work_items import Status

GetTemplateResponseTemplateType: TypeAlias = Literal["UNKNOWN", "LEGACY", "FLEX"] | str


class CreateJobFromTemplateRequest(CamelModel):
    """What to run from a template, and how."""

    environment: RuntimeEnvironment | None = None
    """Settings of the workers."""
    gcs_path: str | None = None
    """Cloud Storage path of the template, starting with gs://."""
    job_name: str | None = None
    """Name to give the new job."""
    location: str | None = None
    """Region to start the job in."""
    parameters: dict[str, str] | None = None
    """Values for the template's parameters by name."""


class GetTemplateResponse(CamelModel):
    """What is known about a template."""

    metadata: TemplateMetadata | None = None
    """Name, purpose and parameters."""
    runtime_metadata: RuntimeMetadata | None = None
    """SDK and parameters."""
    status: Status | None = None
    """Outcome of the lookup, with any problems listed in its details."""
    template_type: GetTemplateResponseTemplateType | None = None
    """Whether the template is classic (LEGACY) or FLEX."""


class LaunchTemplateParameters(CamelModel):
    """What to run from a classic template, and how."""

    environment: RuntimeEnvironment | None = None
    """Settings of the workers."""
    job_name: str | None = None
    """Name of the job; lowercase letters, digits and hyphens, starting with a letter."""
    parameters: dict[str, str] | None = None
    """Values for the template's parameters by name."""
    transform_name_mapping: dict[str, str] | None = None
    """Old name prefixes of transforms to new ones, for an update."""
    update: bool | None = None
    """Whether to replace the running job of this name and keep its state."""


class LaunchTemplateResponse(CamelModel):
    """The outcome of a classic template launch."""

    job: Job | None = None
    """New job; absent when the request was only checked."""


class RuntimeEnvironment(CamelModel):
    """Worker settings for a job from a classic template."""

    additional_experiments: list[str] | None = None
    """Extra experiments to turn on."""
    additional_pipeline_options: list[str] | None = None
    """Extra pipeline options to pass."""
    additional_user_labels: dict[str, str] | None = None
    """Extra labels for the job."""
    bypass_temp_dir_validation: bool | None = None
    """Whether to skip the safety checks on the temporary directory."""
    disk_size_gb: int | None = None
    """Size of each worker's disk in GB."""
    enable_streaming_engine: bool | None = None
    """Whether the job uses Streaming Engine."""
    ip_configuration: WorkerIp | None = None
    """Whether workers get public or private IP addresses."""
    kms_key_name: str | None = None
    """Cloud KMS key that protects the job's data."""
    machine_type: str | None = None
    """Machine type of the workers; the template's own by default."""
    max_workers: int | None = None
    """Most workers at one time, from 1 to 1000; 1 by default."""
    network: str | None = None
    """VPC network of the machines; default if empty."""
    num_workers: int | None = None
    """Workers at the start; 11 by default."""
    service_account_email: str | None = None
    """Account that the job runs as."""
    streaming_mode: StreamingMode | None = None
    """Whether messages are processed exactly once or at least once."""
    subnetwork: str | None = None
    """Subnetwork of the machines as a URL or short path; a Shared VPC needs the URL."""
    temp_location: str | None = None
    """Required Cloud Storage path for temporary files, starting with gs://."""
    worker_region: str | None = None
    """Compute Engine region for the workers; not together with workerZone."""
    worker_zone: str | None = None
    """Compute Engine zone for the workers; wins over zone, not together with workerRegion."""
    zone: str | None = None
    """Compute Engine zone for the workers; workerZone replaces it."""


class RuntimeMetadata(CamelModel):
    """The SDK and parameters of a template."""

    parameters: list[ParameterMetadata] | None = None
    """Parameters that the template takes."""
    sdk_info: SDKInfo | None = None
    """SDK that built the template."""
