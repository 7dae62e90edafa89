"""Models of `flex_templates`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .flex_templates_templates import SDKInfo, TemplateMetadata
from .shared_job import AutoscalingAlgorithm, EnvironmentGoal, Job, StreamingMode, WorkerIp


class ContainerSpec(CamelModel):
    """The image of a flex template and what it needs to start."""

    default_environment: FlexTemplateRuntimeEnvironment | None = None
    """Settings used where the launch request gives none."""
    image: str | None = None
    """Image to run, such as gcr.io/my-project/my-image."""
    image_repository_cert_path: str | None = None
    """Cloud Storage path of a private registry's self-signed certificate."""
    image_repository_password_secret_id: str | None = None
    """Secret Manager ID of the private registry's password."""
    image_repository_username_secret_id: str | None = None
    """Secret Manager ID of the private registry's user name."""
    metadata: TemplateMetadata | None = None
    """What the template is for and which parameters it takes."""
    sdk_info: SDKInfo | None = None
    """SDK language and version of the template."""


class FlexTemplateRuntimeEnvironment(CamelModel):
    """Worker settings for a job from a flex template."""

    additional_experiments: list[str] | None = None
    """Extra experiments to turn on."""
    additional_pipeline_options: list[str] | None = None
    """Extra pipeline options to pass."""
    additional_user_labels: dict[str, str] | None = None
    """Extra labels for the job."""
    autoscaling_algorithm: AutoscalingAlgorithm | None = None
    """Scaling method; NONE keeps the size fixed."""
    disk_size_gb: int | None = None
    """Size of each worker's disk in GB."""
    dump_heap_on_oom: bool | None = None
    """Whether to keep a heap dump once garbage collection takes nearly all the time."""
    enable_launcher_vm_serial_port_logging: bool | None = None
    """Whether the launcher machine logs to its serial port."""
    enable_streaming_engine: bool | None = None
    """Whether the job uses Streaming Engine."""
    flexrs_goal: EnvironmentGoal | None = None
    """Whether flexible scheduling favors speed or cost."""
    ip_configuration: WorkerIp | None = None
    """Whether workers get public or private IP addresses."""
    kms_key_name: str | None = None
    """Cloud KMS key that protects the job's data."""
    launcher_machine_type: str | None = None
    """Machine type of the launcher; the service picks one if absent."""
    machine_type: str | None = None
    """Machine type of the workers; the template's own by default."""
    max_workers: int | None = None
    """Most workers at one time, from 1 to 1000."""
    network: str | None = None
    """VPC network of the machines; default if empty."""
    num_workers: int | None = None
    """Workers at the start."""
    save_heap_dumps_to_gcs_path: str | None = None
    """Cloud Storage directory for heap dumps; turns dumpHeapOnOom on."""
    sdk_container_image: str | None = None
    """Worker image for portable pipelines; that of the SDK version by default."""
    service_account_email: str | None = None
    """Account that the job runs as."""
    staging_location: str | None = None
    """Cloud Storage path for staged files, starting with gs://."""
    streaming_mode: StreamingMode | None = None
    """Whether messages are processed exactly once or at least once."""
    subnetwork: str | None = None
    """Subnetwork of the machines as a URL or short path; a Shared VPC needs the URL."""
    temp_location: str | None = None
    """Cloud Storage path for temporary files, starting with gs://."""
    worker_region: str | None = None
    """Compute Engine region for the workers; not together with workerZone."""
    worker_zone: str | None = None
    """Compute Engine zone for the workers; wins over zone, not together with workerRegion."""
    zone: str | None = None
    """Compute Engine zone for the workers; workerZone replaces it."""


class LaunchFlexTemplateParameter(CamelModel):
    """What to run from a flex template, and how."""

    container_spec: ContainerSpec | None = None
    """Container specification given directly."""
    container_spec_gcs_path: str | None = None
    """Cloud Storage path of a JSON container specification."""
    environment: FlexTemplateRuntimeEnvironment | None = None
    """Settings of the workers."""
    job_name: str | None = None
    """Name of the new job, or of the running one to update."""
    launch_options: dict[str, str] | None = None
    """Options of the launch itself, not of the pipeline."""
    parameters: dict[str, str] | None = None
    """Values for the template's parameters by name."""
    transform_name_mappings: dict[str, str] | None = None
    """Old transform names to new ones, for an update."""
    update: bool | None = None
    """Whether to update the running streaming job of this name."""


class LaunchFlexTemplateRequest(CamelModel):
    """An order to launch a flex template."""

    launch_parameter: LaunchFlexTemplateParameter | None = None
    """What to launch, and how."""
    validate_only: bool | None = None
    """Check the request without starting a job; false by default."""


class LaunchFlexTemplateResponse(CamelModel):
    """The outcome of a flex template launch."""

    job: Job | None = None
    """New job; absent when the request was only checked."""
