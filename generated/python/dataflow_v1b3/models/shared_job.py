"""Models that `flex_templates`, `jobs` and `templates` share."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.formats import Int64, SecondsDuration
from .._runtime.data.models import CamelModel
from .common import Package

AutoscalingAlgorithm: TypeAlias = (
    Literal[
        "AUTOSCALING_ALGORITHM_UNKNOWN", "AUTOSCALING_ALGORITHM_NONE", "AUTOSCALING_ALGORITHM_BASIC"
    ]
    | str
)
DataSamplingConfigBehavior: TypeAlias = (
    Literal["DATA_SAMPLING_BEHAVIOR_UNSPECIFIED", "DISABLED", "ALWAYS_ON", "EXCEPTIONS"] | str
)
EnvironmentGoal: TypeAlias = (
    Literal["FLEXRS_UNSPECIFIED", "FLEXRS_SPEED_OPTIMIZED", "FLEXRS_COST_OPTIMIZED"] | str
)
EnvironmentShuffleMode: TypeAlias = (
    Literal["SHUFFLE_MODE_UNSPECIFIED", "VM_BASED", "SERVICE_BASED"] | str
)
StreamingMode: TypeAlias = (
    Literal[
        "STREAMING_MODE_UNSPECIFIED", "STREAMING_MODE_EXACTLY_ONCE", "STREAMING_MODE_AT_LEAST_ONCE"
    ]
    | str
)
JobState: TypeAlias = (
    Literal[
        "JOB_STATE_UNKNOWN",
        "JOB_STATE_STOPPED",
        "JOB_STATE_RUNNING",
        "JOB_STATE_DONE",
        "JOB_STATE_FAILED",
        "JOB_STATE_CANCELLED",
        "JOB_STATE_UPDATED",
        "JOB_STATE_DRAINING",
        "JOB_STATE_DRAINED",
        "JOB_STATE_PENDING",
        "JOB_STATE_CANCELLING",
        "JOB_STATE_QUEUED",
        "JOB_STATE_RESOURCE_CLEANING_UP",
        "JOB_STATE_PAUSING",
        "JOB_STATE_PAUSED",
    ]
    | str
)
SummaryKind: TypeAlias = (
    Literal[
        "UNKNOWN_KIND",
        "PAR_DO_KIND",
        "GROUP_BY_KEY_KIND",
        "FLATTEN_KIND",
        "READ_KIND",
        "WRITE_KIND",
        "CONSTANT_KIND",
        "SINGLETON_KIND",
        "SHUFFLE_KIND",
    ]
    | str
)
WorkerIp: TypeAlias = (
    Literal["WORKER_IP_UNSPECIFIED", "WORKER_IP_PUBLIC", "WORKER_IP_PRIVATE"] | str
)
JobType: TypeAlias = Literal["JOB_TYPE_UNKNOWN", "JOB_TYPE_BATCH", "JOB_TYPE_STREAMING"] | str
SdkBugSeverity: TypeAlias = Literal["SEVERITY_UNSPECIFIED", "NOTICE", "WARNING", "SEVERE"] | str
SdkBugType: TypeAlias = Literal["TYPE_UNSPECIFIED", "GENERAL", "PERFORMANCE", "DATALOSS"] | str
SdkVersionSdkSupportStatus: TypeAlias = (
    Literal["UNKNOWN", "SUPPORTED", "STALE", "DEPRECATED", "UNSUPPORTED"] | str
)
DefaultPackageSet: TypeAlias = (
    Literal[
        "DEFAULT_PACKAGE_SET_UNKNOWN",
        "DEFAULT_PACKAGE_SET_NONE",
        "DEFAULT_PACKAGE_SET_JAVA",
        "DEFAULT_PACKAGE_SET_PYTHON",
    ]
    | str
)
WorkerPoolTeardownPolicy: TypeAlias = (
    Literal["TEARDOWN_POLICY_UNKNOWN", "TEARDOWN_ALWAYS", "TEARDOWN_ON_SUCCESS", "TEARDOWN_NEVER"]
    | str
)


class AutoscalingSchedule(CamelModel):
    """A recurring period with its own scaling limits."""

    crontab: str | None = None
    """Cron expression for the start of each period."""
    duration: SecondsDuration | None = None
    """How long the limits stay in force after each start."""
    name: str | None = None
    """Label that tells schedules apart."""
    parameters: Parameters | None = None
    """Limits to apply during the period."""
    priority: Int64 | None = None
    """Rank among overlapping schedules; the higher one wins, 0 is lowest and the default."""
    time_zone: str | None = None
    """Time zone such as Europe/Berlin, from the tz database; UTC by default."""
    update_time: datetime | None = OPTIONAL_READ_ONLY
    """When the schedule last changed; set by the service. Set by the server only."""


class AutoscalingSettings(CamelModel):
    """How a worker pool grows and shrinks."""

    algorithm: AutoscalingAlgorithm | None = None
    """Scaling method; NONE keeps the size fixed."""
    max_num_workers: int | None = None
    """Upper limit on the workers in the pool."""


class BigqueryIODetails(CamelModel):
    """A BigQuery table or query that the job reads or writes."""

    dataset: str | None = None
    """Dataset that holds the table."""
    project_id: str | None = None
    """Project that owns the dataset."""
    query: str | None = None
    """SQL that selects the data, if any."""
    table: str | None = None
    """Table that the job uses."""


class BigTableIODetails(CamelModel):
    """A Bigtable table that the job reads or writes."""

    instance_id: str | None = None
    """Instance that holds the table."""
    project_id: str | None = None
    """Project that owns the instance."""
    table_id: str | None = None
    """Table that the job uses."""


class ComponentSource(CamelModel):
    """A collection that lies between two transforms of a stage."""

    name: str | None = None
    """Name that the service gives the collection."""
    original_transform_or_collection: str | None = None
    """Closest transform or collection in the user's own pipeline."""
    user_name: str | None = None
    """Readable name, chosen by the user or generated."""


class ComponentTransform(CamelModel):
    """A transform that runs as part of a stage."""

    name: str | None = None
    """Name that the service gives the transform."""
    original_transform: str | None = None
    """Closest transform in the user's own pipeline."""
    user_name: str | None = None
    """Readable name, chosen by the user or generated."""


class DataSamplingConfig(CamelModel):
    """Which elements of a running pipeline to sample."""

    behaviors: list[DataSamplingConfigBehavior] | None = None
    """Kinds of sampling to turn on; DISABLED overrides all others."""


class DatastoreIODetails(CamelModel):
    """A Datastore namespace that the job reads or writes."""

    namespace: str | None = None
    """Namespace that the job uses."""
    project_id: str | None = None
    """Project that owns the data."""


class DebugOptions(CamelModel):
    """Settings that help to debug a pipeline."""

    data_sampling: DataSamplingConfig | None = None
    """Sampling of elements while the pipeline runs."""
    enable_hot_key_logging: bool | None = None
    """Whether to write the text of hot keys to the user's logs."""


class Disk(CamelModel):
    """A data disk to attach to each worker."""

    disk_type: str | None = None
    """Compute Engine disk type as a resource name; the service picks one if empty."""
    mount_point: str | None = None
    """Directory in the machine at which the disk appears."""
    size_gb: int | None = None
    """Size in GB; the service picks one if 0 or absent."""


class DisplayData(CamelModel):
    """A labelled fact about a pipeline or transform, shown to people."""

    bool_value: bool | None = None
    """The value, if it is true or false."""
    duration_value: SecondsDuration | None = None
    """The value, if it is a length of time."""
    float_value: float | None = None
    """The value, if it is a fraction."""
    int64_value: Int64 | None = None
    """The value, if it is a whole number."""
    java_class_value: str | None = None
    """The value, if it is the name of a Java class."""
    key: str | None = None
    """Identifies the fact within its namespace."""
    label: str | None = None
    """Text to show in place of the key."""
    namespace: str | None = None
    """Class or module that defines the key."""
    short_str_value: str | None = None
    """Abbreviated value, such as a class name without its package."""
    str_value: str | None = None
    """The value, if it is text."""
    timestamp_value: datetime | None = None
    """The value, if it is a moment in time."""
    url: str | None = None
    """Link to more information."""


class Environment(CamelModel):
    """The settings under which a job runs."""

    cluster_manager_api_service: str | None = None
    """API that manages the machines, such as compute.googleapis.com."""
    dataset: str | None = None
    """BigQuery dataset for workflow tables, as bigquery.googleapis.com/{dataset}."""
    debug_options: DebugOptions | None = None
    """Settings for debugging."""
    experiments: list[str] | None = None
    """SDK experiments to turn on; service ones go in serviceOptions."""
    flex_resource_scheduling_goal: EnvironmentGoal | None = None
    """Whether flexible scheduling favors speed or cost."""
    internal_experiments: dict[str, Any] | None = None
    """Experiments for the service's own use."""
    sdk_pipeline_options: dict[str, Any] | None = None
    """Options of the user's pipeline, handed on to the workers."""
    service_account_email: str | None = None
    """Account that the workers run as; the project's default one if absent."""
    service_kms_key_name: str | None = None
    """Customer-managed Cloud KMS key that encrypts stored data."""
    service_options: list[str] | None = None
    """Service features to turn on."""
    shuffle_mode: EnvironmentShuffleMode | None = OPTIONAL_READ_ONLY
    """Whether shuffling runs on workers or in the service; set by the service.

    Set by the server only.
    """

    streaming_mode: StreamingMode | None = None
    """Whether messages are processed exactly once or at least once."""
    temp_storage_prefix: str | None = None
    """Cloud Storage prefix for temporary files; the service adds /temp- and the job name."""
    use_public_ips: bool | None = None
    """Whether any worker pool has public IP addresses."""
    use_streaming_engine_resource_based_billing: bool | None = OPTIONAL_READ_ONLY
    """Whether Streaming Engine bills by resources used; set by the service.

    Set by the server only.
    """

    user_agent: dict[str, Any] | None = None
    """Program that sent the request."""
    version: dict[str, Any] | None = None
    """Service components and versions that the job needs."""
    worker_pools: list[WorkerPool] | None = None
    """Groups of workers; one of kind harness is needed to have any workers."""
    worker_region: str | None = None
    """Compute Engine region for the workers; not together with workerZone."""
    worker_zone: str | None = None
    """Compute Engine zone for the workers; not together with workerRegion."""


class ExecutionStageState(CamelModel):
    """Where one stage of a job stands."""

    current_state_time: datetime | None = None
    """When the stage entered this state."""
    execution_stage_name: str | None = None
    """Stage that the state is about."""
    execution_stage_state: JobState | None = None
    """One of the same values that a job can have."""


class ExecutionStageSummary(CamelModel):
    """What one stage of a job consists of."""

    component_source: list[ComponentSource] | None = None
    """Collections that pass between transforms in the stage."""
    component_transform: list[ComponentTransform] | None = None
    """Transforms that run in the stage."""
    id: str | None = None
    """ID that the service generates."""
    input_source: list[StageSource] | None = None
    """Where the stage reads from."""
    kind: SummaryKind | None = None
    """Sort of transform that the stage runs."""
    name: str | None = None
    """Name that the service generates."""
    output_source: list[StageSource] | None = None
    """Where the stage writes to."""
    prerequisite_stage: list[str] | None = None
    """Stages that have to finish first."""


class FileIODetails(CamelModel):
    """Files that the job reads or writes."""

    file_pattern: str | None = None
    """Pattern that matches the files."""


class Job(CamelModel):
    """A pipeline that the service runs; put nothing confidential in its texts."""

    client_request_id: str | None = None
    """Caller-chosen ID that keeps retries from creating the job twice."""
    create_time: datetime | None = None
    """When the job was created; set by the service."""
    created_from_snapshot_id: str | None = None
    """Snapshot that supplies the starting state."""
    current_state: JobState | None = None
    """Where the job stands; only the service changes it."""
    current_state_time: datetime | None = None
    """When the job entered its current state."""
    environment: Environment | None = None
    """Settings under which the job runs."""
    execution_info: JobExecutionInfo | None = None
    """Deprecated: details of how the stages run."""
    id: str | None = None
    """Permanent ID that the service assigns."""
    job_metadata: JobMetadata | None = None
    """Facts about connectors and SDK to filter by; present in summaries too."""
    labels: dict[str, str] | None = None
    """Up to 64 user-chosen labels, with keys and values of at most 128 bytes."""
    location: str | None = None
    """Region that runs the job."""
    name: str | None = None
    """User-chosen name, held by at most one active job per region of the project."""
    pausable: bool | None = OPTIONAL_READ_ONLY
    """Whether a pause is possible; set by the service. Set by the server only."""
    pipeline_description: PipelineDescription | None = None
    """Outline of the pipeline; only in the ALL and DESCRIPTION views, and subject to change."""
    project_id: str | None = None
    """Project that owns the job."""
    replace_job_id: str | None = None
    """Job that this one replaces; it stops and hands its state over."""
    replaced_by_job_id: str | None = None
    """Job that replaced this one."""
    requested_state: JobState | None = None
    """State to move to, for use in updates; ignored at creation."""
    runtime_updatable_params: RuntimeUpdatableParams | None = None
    """Settings that an update may change while the job runs; ignored at creation."""
    satisfies_pzi: bool | None = OPTIONAL_READ_ONLY
    """Reserved; only the service sets it. Set by the server only."""
    satisfies_pzs: bool | None = None
    """Reserved; only the service sets it and requests may not change it."""
    service_resources: ServiceResources | None = OPTIONAL_READ_ONLY
    """Cloud resources that the service uses for the job. Set by the server only."""
    stage_states: list[ExecutionStageState] | None = None
    """State of each stage; only the service changes it."""
    start_time: datetime | None = None
    """When the job turned pending; later than createTime only under flexible scheduling."""
    steps: list[Step] | None = None
    """Top-level steps; only in the ALL view, and not together with stepsLocation."""
    steps_location: str | None = None
    """Cloud Storage path of the steps, in place of the steps field."""
    temp_files: list[str] | None = None
    """Cloud Storage files to delete when the job ends; no patterns or duplicates."""
    transform_name_mapping: dict[str, str] | None = None
    """Old name prefixes of transforms to new ones, for replacing a job."""
    type: JobType | None = None
    """Whether the job is batch or streaming."""


class JobExecutionInfo(CamelModel):
    """Which steps run in which stage."""

    stages: dict[str, JobExecutionStageInfo] | None = None
    """Stage details by stage name."""


class JobExecutionStageInfo(CamelModel):
    """The steps of one stage."""

    step_name: list[str] | None = None
    """Steps that run here; a step may appear in several stages."""


class JobMetadata(CamelModel):
    """Facts about a job that help to filter lists."""

    big_table_details: list[BigTableIODetails] | None = None
    """Bigtable connections."""
    bigquery_details: list[BigqueryIODetails] | None = None
    """BigQuery connections."""
    datastore_details: list[DatastoreIODetails] | None = None
    """Datastore connections."""
    file_details: list[FileIODetails] | None = None
    """File connections."""
    pubsub_details: list[PubSubIODetails] | None = None
    """Pub/Sub connections."""
    sdk_version: SdkVersion | None = None
    """SDK that built the job, and how well it is supported."""
    spanner_details: list[SpannerIODetails] | None = None
    """Spanner connections."""
    user_display_properties: dict[str, str] | None = None
    """Extra values that a user interface can filter by."""


class Parameters(CamelModel):
    """Scaling limits during a scheduled period."""

    cpu_utilization_target: float | None = None
    """Processor usage to aim for."""
    latency_target: str | None = None
    """Latency to aim for."""
    max_worker_count: int | None = None
    """Most workers at one time."""
    min_worker_count: int | None = None
    """Fewest workers at one time."""


class PipelineDescription(CamelModel):
    """The pipeline as submitted and as run, for display."""

    display_data: list[DisplayData] | None = None
    """Facts about the whole pipeline."""
    execution_pipeline_stage: list[ExecutionStageSummary] | None = None
    """Stages as run."""
    original_pipeline_transform: list[TransformSummary] | None = None
    """Transforms as submitted."""
    step_names_hash: str | None = None
    """Hash over the step names of the portable graph."""


class PubSubIODetails(CamelModel):
    """A Pub/Sub topic or subscription that the job uses."""

    subscription: str | None = None
    """Subscription that the job reads."""
    topic: str | None = None
    """Topic that the job uses."""


class RuntimeUpdatableParams(CamelModel):
    """Settings that can change while a job runs."""

    acceptable_backlog_duration: SecondsDuration | None = None
    """Deprecated: backlog in seconds at which scaling sets in; use latencyTier."""
    autoscaling_tier: str | None = None
    """Deprecated: older name of latencyTier."""
    latency_tier: str | None = None
    """How much backlog to accept, as high-latency, medium-latency or low-latency."""
    max_num_workers: int | None = None
    """Most workers at one time; Streaming Engine only."""
    min_num_workers: int | None = None
    """Fewest workers at one time; Streaming Engine only."""
    schedules: list[AutoscalingSchedule] | None = None
    """Periods with scaling limits of their own."""
    worker_utilization_hint: float | None = None
    """Worker usage to aim for when nothing else decides the size."""


class SdkBug(CamelModel):
    """A known fault in an SDK release."""

    severity: SdkBugSeverity | None = OPTIONAL_READ_ONLY
    """How serious the fault is. Set by the server only."""
    type: SdkBugType | None = OPTIONAL_READ_ONLY
    """What the fault affects, such as speed or data. Set by the server only."""
    uri: str | None = OPTIONAL_READ_ONLY
    """Where to read more. Set by the server only."""


class SdkHarnessContainerImage(CamelModel):
    """A container image that runs SDK code on workers."""

    capabilities: list[str] | None = None
    """Features that the image supports, in Beam's terms."""
    container_image: str | None = None
    """Image in a Google registry."""
    environment_id: str | None = None
    """Beam environment that the image serves."""
    use_single_core_per_container: bool | None = None
    """Whether one core per container is best; the service may decide otherwise."""


class SdkVersion(CamelModel):
    """The SDK release of a job, and its support status."""

    bugs: list[SdkBug] | None = OPTIONAL_READ_ONLY
    """Known faults in this release. Set by the server only."""
    sdk_support_status: SdkVersionSdkSupportStatus | None = None
    """Whether the release is supported, stale, deprecated or unsupported."""
    version: str | None = None
    """Release number."""
    version_display_name: str | None = None
    """Release in words."""


class ServiceResources(CamelModel):
    """Cloud resources that the service itself uses for a job."""

    zones: list[str] | None = OPTIONAL_READ_ONLY
    """Zones in use, such as us-central1-c. Set by the server only."""


class SpannerIODetails(CamelModel):
    """A Spanner database that the job reads or writes."""

    database_id: str | None = None
    """Database that the job uses."""
    instance_id: str | None = None
    """Instance that holds the database."""
    project_id: str | None = None
    """Project that owns the instance."""


class StageSource(CamelModel):
    """Data that enters or leaves a stage."""

    name: str | None = None
    """Name that the service generates."""
    original_transform_or_collection: str | None = None
    """Closest transform or collection in the user's own pipeline."""
    size_bytes: Int64 | None = None
    """Size in bytes, where it can be measured."""
    user_name: str | None = None
    """Readable name, chosen by the user or generated."""


class Step(CamelModel):
    """One operation of a job; its form may change."""

    kind: str | None = None
    """What sort of operation it is."""
    name: str | None = None
    """Identifies the step, unique in the job."""
    properties: dict[str, Any] | None = None
    """Settings that the kind calls for; required at creation, returned in the ALL view."""


class TaskRunnerSettings(CamelModel):
    """Settings of the program that runs tasks on a worker."""

    alsologtostderr: bool | None = None
    """Whether logs go to stderr too."""
    base_task_dir: str | None = None
    """Directory that holds one subdirectory per task."""
    base_url: str | None = None
    """URL that relative Google API addresses start from; http://www.googleapis.com/ by default."""
    commandlines_file_name: str | None = None
    """File for preprocessing commands."""
    continue_on_exception: bool | None = None
    """Whether to carry on after an exception."""
    dataflow_api_version: str | None = None
    """API version to call, such as v1b3."""
    harness_command: str | None = None
    """Command that starts the worker harness."""
    language_hint: str | None = None
    """Backend language to prefer."""
    log_dir: str | None = None
    """Directory for logs on the machine."""
    log_to_serialconsole: bool | None = None
    """Whether logs go to the serial console."""
    log_upload_location: str | None = None
    """Cloud Storage place for logs; nothing is uploaded if absent."""
    oauth_scopes: list[str] | None = None
    """OAuth scopes to ask for."""
    parallel_worker_settings: WorkerSettings | None = None
    """Settings handed on to the worker harness."""
    streaming_worker_main_class: str | None = None
    """Java class that starts a streaming worker."""
    task_group: str | None = None
    """UNIX group that tasks run as, such as wheel."""
    task_user: str | None = None
    """UNIX user that tasks run as, such as root."""
    temp_storage_prefix: str | None = None
    """Cloud Storage prefix for temporary files."""
    vm_id: str | None = None
    """Identifies the machine."""
    workflow_file_name: str | None = None
    """File for the workflow."""


class TransformSummary(CamelModel):
    """What one transform of a pipeline reads and writes."""

    display_data: list[DisplayData] | None = None
    """Facts about the transform."""
    id: str | None = None
    """ID that the SDK generates."""
    input_collection_name: list[str] | None = None
    """Collections that it reads, as the user names them."""
    kind: SummaryKind | None = None
    """What sort of transform it is."""
    name: str | None = None
    """Name that the user gives it."""
    output_collection_name: list[str] | None = None
    """Collections that it writes, as the user names them."""


class WorkerPool(CamelModel):
    """A group of identical workers for a job."""

    autoscaling_settings: AutoscalingSettings | None = None
    """How the group grows and shrinks."""
    data_disks: list[Disk] | None = None
    """Disks to attach to each machine."""
    default_package_set: DefaultPackageSet | None = None
    """Language whose usual packages to install."""
    disk_provisioned_iops: Int64 | None = None
    """I/O operations per second reserved for each root disk."""
    disk_provisioned_throughput_mibps: Int64 | None = None
    """Throughput reserved for each root disk, in MiB per second."""
    disk_size_gb: int | None = None
    """Size of each root disk in GB; the service picks one if 0 or absent."""
    disk_source_image: str | None = None
    """Full name of the image that disks start from."""
    disk_type: str | None = None
    """Type of each root disk; the service picks one if empty."""
    ip_configuration: WorkerIp | None = None
    """Whether machines get public or private IP addresses."""
    kind: str | None = None
    """Role of the group, harness or shuffle."""
    machine_type: str | None = None
    """Compute Engine type, for instance n1-standard-1; the service picks one if empty."""
    metadata: dict[str, str] | None = None
    """Metadata for the Compute Engine machines."""
    network: str | None = None
    """VPC network of the machines; default if empty."""
    num_threads_per_worker: int | None = None
    """Threads per worker; by default chosen from the core count for batch and 1 for streaming."""
    num_workers: int | None = None
    """How many machines; the service picks a number if 0 or absent."""
    on_host_maintenance: str | None = None
    """What Compute Engine does with the machines during host maintenance."""
    packages: list[Package] | None = None
    """Files to install on each machine."""
    pool_args: dict[str, Any] | None = None
    """Further options."""
    sdk_harness_container_images: list[SdkHarnessContainerImage] | None = None
    """SDK images to run; one, or several if the pipeline mixes languages."""
    subnetwork: str | None = None
    """Subnetwork of the machines, as regions/REGION/subnetworks/SUBNETWORK."""
    taskrunner_settings: TaskRunnerSettings | None = None
    """Settings of the task runner; not meant for users."""
    teardown_policy: WorkerPoolTeardownPolicy | None = None
    """When to delete the machines; those that stay keep costing money."""
    worker_harness_container_image: str | None = None
    """Worker image; sdkHarnessContainerImages replaces it for newer pipelines."""
    zone: str | None = None
    """Zone of the machines; the service picks one if empty."""


class WorkerSettings(CamelModel):
    """Settings handed on to the worker harness."""

    base_url: str | None = None
    """URL that relative Google API addresses start from; http://www.googleapis.com/ by default."""
    reporting_enabled: bool | None = None
    """Whether to report progress to the service."""
    service_path: str | None = None
    """Path of the Dataflow API below the root URL, such as dataflow/v1b3/projects."""
    shuffle_service_path: str | None = None
    """Path of the Shuffle API below the root URL, such as shuffle/v1beta1."""
    temp_storage_prefix: str | None = None
    """Cloud Storage prefix for temporary files."""
    worker_id: str | None = None
    """Identifies the worker."""
