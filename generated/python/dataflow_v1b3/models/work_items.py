"""Models of `work_items`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.formats import Base64Url, Int64, SecondsDuration
from .._runtime.data.models import CamelModel
from .common import MetricUpdate, Package
from .templates_work_items import Status

CounterMetadataKind: TypeAlias = (
    Literal[
        "INVALID", "SUM", "MAX", "MIN", "MEAN", "OR", "AND", "SET", "DISTRIBUTION", "LATEST_VALUE"
    ]
    | str
)
CounterMetadataStandardUnit: TypeAlias = (
    Literal[
        "BYTES",
        "BYTES_PER_SEC",
        "MILLISECONDS",
        "MICROSECONDS",
        "NANOSECONDS",
        "TIMESTAMP_MSEC",
        "TIMESTAMP_USEC",
        "TIMESTAMP_NSEC",
    ]
    | str
)
CounterStructuredNameOrigin: TypeAlias = Literal["SYSTEM", "USER"] | str
CounterStructuredNamePortion: TypeAlias = Literal["ALL", "KEY", "VALUE"] | str
SourceDerivationMode: TypeAlias = (
    Literal[
        "SOURCE_DERIVATION_MODE_UNKNOWN",
        "SOURCE_DERIVATION_MODE_INDEPENDENT",
        "SOURCE_DERIVATION_MODE_CHILD_OF_CURRENT",
        "SOURCE_DERIVATION_MODE_SIBLING_OF_CURRENT",
    ]
    | str
)
SourceSplitOutcome: TypeAlias = (
    Literal[
        "SOURCE_SPLIT_OUTCOME_UNKNOWN",
        "SOURCE_SPLIT_OUTCOME_USE_CURRENT",
        "SOURCE_SPLIT_OUTCOME_SPLITTING_HAPPENED",
    ]
    | str
)
StreamingComputationTaskType: TypeAlias = (
    Literal[
        "STREAMING_COMPUTATION_TASK_UNKNOWN",
        "STREAMING_COMPUTATION_TASK_STOP",
        "STREAMING_COMPUTATION_TASK_START",
    ]
    | str
)


class ApproximateProgress(CamelModel):
    """Obsolete form of a progress report."""

    percent_complete: float | None = None
    """Obsolete: share of the work that is done. Deprecated."""
    position: Position | None = None
    """Obsolete: point reached in the input. Deprecated."""
    remaining_time: SecondsDuration | None = None
    """Obsolete: time left. Deprecated."""


class ApproximateReportedProgress(CamelModel):
    """How far a worker says it is through its work."""

    consumed_parallelism: ReportedParallelism | None = None
    """Parallelism in the input that is already used up."""
    fraction_consumed: float | None = None
    """Share of the input read so far, from 0.0 to 1.0."""
    position: Position | None = None
    """Point that the worker has reached."""
    remaining_parallelism: ReportedParallelism | None = None
    """Parallelism that is left; at least 1 until the work is finished, then 0."""


class ApproximateSplitRequest(CamelModel):
    """Advice to a worker to give away part of its work."""

    fraction_consumed: float | None = None
    """Where to split, as a share of the whole input from 0.0 to 1.0."""
    fraction_of_remainder: float | None = None
    """Where to split, as a share of what is left from 0.0 to 1.0."""
    position: Position | None = None
    """Exact point in the input to split at."""


class BoundedTrie(CamelModel):
    """A metric that collects string paths up to a limit."""

    bound: int | None = None
    """Most elements kept before paths are cut short."""
    root: BoundedTrieNode | None = None
    """Top node of the tree of paths."""
    singleton: list[str] | None = None
    """The only path, when there is just one."""


class BoundedTrieNode(CamelModel):
    """A node in a tree of string paths."""

    children: dict[str, BoundedTrieNode] | None = None
    """Child nodes by path part; empty when the node is cut short."""
    truncated: bool | None = None
    """Whether longer paths below this point have been dropped."""


class ComputationTopology(CamelModel):
    """The inputs, outputs and key ranges of one streaming computation."""

    computation_id: str | None = None
    """Identifies the computation in the job."""
    inputs: list[StreamLocation] | None = None
    """Streams that the computation reads."""
    key_ranges: list[KeyRangeLocation] | None = None
    """Ranges of keys that the computation handles."""
    outputs: list[StreamLocation] | None = None
    """Streams that the computation writes."""
    state_families: list[StateFamilyConfig] | None = None
    """Groups of state that the computation keeps."""
    system_stage_name: str | None = None
    """Stage name that the service generated."""


class ConcatPosition(CamelModel):
    """A point in a source that chains several others."""

    index: int | None = None
    """Which of the chained sources the point lies in."""
    position: Position | None = None
    """Point within that source."""


class CounterMetadata(CamelModel):
    """The fixed attributes of a counter."""

    description: str | None = None
    """What the counter means, for people."""
    kind: CounterMetadataKind | None = None
    """How single updates are combined."""
    other_units: str | None = None
    """Unit in free text, when no standard one fits."""
    standard_units: CounterMetadataStandardUnit | None = None
    """Unit from the service's own list."""


class CounterStructuredName(CamelModel):
    """The parts that together identify a counter in a job."""

    component_step_name: str | None = None
    """Optimized step that the worker runs."""
    execution_step_name: str | None = None
    """Stage, which may hold several component steps."""
    input_index: int | None = None
    """Number of the side input, counted from 1."""
    name: str | None = None
    """Required short name, unique together with the other parts."""
    origin: CounterStructuredNameOrigin | None = None
    """Whether the system or the user defined the counter."""
    origin_namespace: str | None = None
    """Narrower namespace within the origin."""
    original_requesting_step_name: str | None = None
    """Step that caused the read or write, such as a group-by-key."""
    original_step_name: str | None = None
    """Generated name of the user's step in the unoptimized graph."""
    portion: CounterStructuredNamePortion | None = None
    """Whether the counter is about keys, values or both."""
    worker_id: str | None = None
    """Worker that the counter belongs to."""


class CounterStructuredNameAndMetadata(CamelModel):
    """A counter's identity together with its attributes."""

    metadata: CounterMetadata | None = None
    """Fixed attributes."""
    name: CounterStructuredName | None = None
    """Identity."""


class CounterUpdate(CamelModel):
    """A new value of a counter, sent by a worker."""

    boolean: bool | None = None
    """Value for the AND and OR kinds."""
    bounded_trie: BoundedTrie | None = None
    """Value as a limited tree of paths."""
    cumulative: bool | None = None
    """Whether the value is a running total; by default it is a difference."""
    distribution: DistributionUpdate | None = None
    """Value as a distribution."""
    floating_point: float | None = None
    """Fractional value for the SUM, MAX and MIN kinds."""
    floating_point_list: FloatingPointList | None = None
    """Fractional values for the SET kind."""
    floating_point_mean: FloatingPointMean | None = None
    """Fractional value for the MEAN kind."""
    integer: SplitInt64 | None = None
    """Whole value for the SUM, MAX and MIN kinds."""
    integer_gauge: IntegerGauge | None = None
    """Whole value at a point in time."""
    integer_list: IntegerList | None = None
    """Whole values for the SET kind."""
    integer_mean: IntegerMean | None = None
    """Whole value for the MEAN kind."""
    internal: Any = None
    """Value that only the service understands."""
    name_and_kind: NameAndKind | None = None
    """Name and way of combining, in the simple form."""
    short_id: Int64 | None = None
    """Short number that stands for the name during the whole job."""
    string_list: StringList | None = None
    """Texts for the SET kind."""
    structured_name_and_metadata: CounterStructuredNameAndMetadata | None = None
    """Name and attributes in the full form."""


class CustomSourceLocation(CamelModel):
    """A stream that comes from a user-defined source."""

    stateful: bool | None = None
    """Whether the source keeps state."""


class DataDiskAssignment(CamelModel):
    """The data disks of one virtual machine."""

    data_disks: list[str] | None = None
    """Disk names; the position in the list decides the mount directory."""
    vm_instance: str | None = None
    """Machine that the disks are attached to."""


class DerivedSource(CamelModel):
    """A part of a source that a split produced."""

    derivation_mode: SourceDerivationMode | None = None
    """How the part relates to the source that was split."""
    source: Source | None = None
    """Description of the part."""


class DistributionUpdate(CamelModel):
    """Summary figures of many values."""

    count: SplitInt64 | None = None
    """How many values there are."""
    histogram: Histogram | None = None
    """Optional counts by size."""
    max: SplitInt64 | None = None
    """Largest value."""
    min: SplitInt64 | None = None
    """Smallest value."""
    sum: SplitInt64 | None = None
    """Total of the values."""
    sum_of_squares: float | None = None
    """Total of the squared values."""


class DynamicSourceSplit(CamelModel):
    """The two parts into which a worker splits its input."""

    primary: DerivedSource | None = None
    """Part that the worker keeps."""
    residual: DerivedSource | None = None
    """Part that goes back to be leased again."""


class FlattenInstruction(CamelModel):
    """A step that merges any number of inputs into one output."""

    inputs: list[InstructionInput] | None = None
    """What to merge."""


class FloatingPointList(CamelModel):
    """A metric value made of fractional numbers."""

    elements: list[float] | None = None
    """The numbers."""


class FloatingPointMean(CamelModel):
    """A sum and a count of fractional numbers."""

    count: SplitInt64 | None = None
    """How many numbers went in."""
    sum: float | None = None
    """Their total."""


class Histogram(CamelModel):
    """Counts of values in buckets that end at 1, 2 and 5 times powers of ten."""

    bucket_counts: list[Int64] | None = None
    """Values per bucket, without the empty ones at both ends."""
    first_bucket_offset: int | None = None
    """Number of the first bucket in the list."""


class HotKeyDetection(CamelModel):
    """A notice that a key in the current work receives too much data."""

    hot_key_age: SecondsDuration | None = None
    """Time since the first detection."""
    system_name: str | None = None
    """Step concerned, as the system names it."""
    user_step_name: str | None = None
    """Step concerned, as the user names it."""


class InstructionInput(CamelModel):
    """A reference to the output of an earlier instruction."""

    output_num: int | None = None
    """Which output of the producer, counted from 0."""
    producer_instruction_index: int | None = None
    """Place of the producer in the task's instructions, counted from 0."""


class InstructionOutput(CamelModel):
    """A result that an instruction emits."""

    codec: dict[str, Any] | None = None
    """How to encode the elements."""
    name: str | None = None
    """Name that the user gives it."""
    only_count_key_bytes: bool | None = None
    """Whether byte metrics cover keys alone."""
    only_count_value_bytes: bool | None = None
    """Whether byte metrics cover values alone."""
    original_name: str | None = None
    """Name in the unoptimized graph, if it was there."""
    system_name: str | None = None
    """Name that the system gives it, unique in the workflow."""


class IntegerGauge(CamelModel):
    """A whole number read at one moment."""

    timestamp: datetime | None = None
    """When it was read."""
    value: SplitInt64 | None = None
    """The number."""


class IntegerList(CamelModel):
    """A metric value made of whole numbers."""

    elements: list[SplitInt64] | None = None
    """The numbers."""


class IntegerMean(CamelModel):
    """A sum and a count of whole numbers."""

    count: SplitInt64 | None = None
    """How many numbers went in."""
    sum: SplitInt64 | None = None
    """Their total."""


class KeyRangeDataDiskAssignment(CamelModel):
    """The disk that stores one range of keys."""

    data_disk: str | None = None
    """Disk name, unique in the project."""
    end: str | None = None
    """First key after the range."""
    start: str | None = None
    """First key in the range."""


class KeyRangeLocation(CamelModel):
    """The place where one range of keys is processed and stored."""

    data_disk: str | None = None
    """Disk name, unique in the project."""
    delivery_endpoint: str | None = None
    """Address that other workers send messages for the range to."""
    deprecated_persistent_directory: str | None = None
    """Deprecated: local directory of the stored state."""
    end: str | None = None
    """First key after the range."""
    start: str | None = None
    """First key in the range."""


class LeaseWorkItemRequest(CamelModel):
    """A worker's call for something to do."""

    current_worker_time: datetime | None = None
    """Clock reading of the worker."""
    location: str | None = None
    """Region that runs the job."""
    project_number: Int64 | None = None
    """Number of the worker's project."""
    requested_lease_duration: SecondsDuration | None = None
    """How long the worker wants to hold the work at first."""
    unified_worker_request: dict[str, Any] | None = None
    """Request of a unified worker in its own format."""
    work_item_types: list[str] | None = None
    """Kinds of work that the worker accepts."""
    worker_capabilities: list[str] | None = None
    """Abilities that some work requires."""
    worker_id: str | None = None
    """Worker that asks, usually the ID of its machine."""


class LeaseWorkItemResponse(CamelModel):
    """The work that a worker receives."""

    unified_worker_response: dict[str, Any] | None = None
    """Answer to a unified worker in its own format."""
    work_items: list[WorkItem] | None = None
    """Work now leased to the worker."""


class MapTask(CamelModel):
    """An ordered list of instructions for one piece of parallel work."""

    counter_prefix: str | None = None
    """Prefix for counter names; unused at present."""
    instructions: list[ParallelInstruction] | None = None
    """Instructions, each placed after those it depends on."""
    stage_name: str | None = None
    """Stage that the task belongs to, as the system names it."""
    system_name: str | None = None
    """Name that the system gives it, unique in the workflow."""


class MetricShortId(CamelModel):
    """A short number that replaces a metric's full name."""

    metric_index: int | None = None
    """Place of the metric in the worker's report."""
    short_id: Int64 | None = None
    """Number to use from now on."""


class MountedDataDisk(CamelModel):
    """A data disk in use by a worker."""

    data_disk: str | None = None
    """Disk name, unique in the project."""


class MultiOutputInfo(CamelModel):
    """One of several outputs of a user function."""

    tag: str | None = None
    """Tag under which user code emits to it."""


class NameAndKind(CamelModel):
    """A counter's name and how it combines."""

    kind: CounterMetadataKind | None = None
    """How single updates are combined."""
    name: str | None = None
    """What the counter is called."""


class ParDoInstruction(CamelModel):
    """A step that runs a user function on every element."""

    input: InstructionInput | None = None
    """Elements to process."""
    multi_output_infos: list[MultiOutputInfo] | None = None
    """Outputs, if the function has several."""
    num_outputs: int | None = None
    """How many outputs there are."""
    side_inputs: list[SideInputInfo] | None = None
    """Extra data that the function reads."""
    user_fn: dict[str, Any] | None = None
    """Function to run."""


class ParallelInstruction(CamelModel):
    """A single operation in a parallel task."""

    flatten: FlattenInstruction | None = None
    """Details, if it merges inputs."""
    name: str | None = None
    """Name that the user gives it."""
    original_name: str | None = None
    """Name in the unoptimized graph."""
    outputs: list[InstructionOutput] | None = None
    """Results that it emits."""
    par_do: ParDoInstruction | None = None
    """Details, if it runs a user function."""
    partial_group_by_key: PartialGroupByKeyInstruction | None = None
    """Details, if it groups by key in part."""
    read: ReadInstruction | None = None
    """Details, if it reads a source."""
    system_name: str | None = None
    """Name that the system gives it, unique in the workflow."""
    write: WriteInstruction | None = None
    """Details, if it writes to a sink."""


class PartialGroupByKeyInstruction(CamelModel):
    """A step that starts to group elements by key."""

    input: InstructionInput | None = None
    """Elements to group."""
    input_element_codec: dict[str, Any] | None = None
    """How to decode the elements."""
    original_combine_values_input_store_name: str | None = None
    """Store between the grouping and a combining step, if one is merged in."""
    original_combine_values_step_name: str | None = None
    """Combining step that is merged in, if any."""
    side_inputs: list[SideInputInfo] | None = None
    """Extra data that the combining function reads."""
    value_combining_fn: dict[str, Any] | None = None
    """Function that combines values."""


class Position(CamelModel):
    """A point in a collection of data."""

    byte_offset: Int64 | None = None
    """Place in bytes from the beginning."""
    concat_position: ConcatPosition | None = None
    """Place in chained sources."""
    end: bool | None = None
    """Whether the point lies after everything else."""
    key: str | None = None
    """Place as a key in lexicographic order."""
    record_index: Int64 | None = None
    """Place counted in records."""
    shuffle_position: str | None = None
    """Place in shuffled data, in base64."""


class PubsubLocation(CamelModel):
    """A Pub/Sub stream that feeds or drains a streaming job."""

    drop_late_data: bool | None = None
    """Tells whether the pipeline lets late data in."""
    dynamic_destinations: bool | None = None
    """Whether the topic varies from record to record."""
    id_label: str | None = None
    """Label that holds record IDs; without it, duplicates may slip through."""
    subscription: str | None = None
    """Subscription to read."""
    timestamp_label: str | None = None
    """Label that holds record times; without it, arrival time counts."""
    topic: str | None = None
    """Topic to use."""
    tracking_subscription: str | None = None
    """Subscription that helps to estimate the watermark."""
    with_attributes: bool | None = None
    """Whether the client wants message attributes too."""


class ReadInstruction(CamelModel):
    """A step that reads records."""

    source: Source | None = None
    """Where to read."""


class ReportWorkItemStatusRequest(CamelModel):
    """A worker's report on its leased work."""

    current_worker_time: datetime | None = None
    """Clock reading of the worker."""
    location: str | None = None
    """Region that runs the job."""
    project_number: Int64 | None = None
    """Number of the job's project."""
    unified_worker_request: dict[str, Any] | None = None
    """Report of a unified worker in its own format."""
    work_item_statuses: list[WorkItemStatus] | None = None
    """One entry per work item; the answer keeps the order."""
    worker_id: str | None = None
    """Worker that reports; it has to hold the lease, or the report fails."""


class ReportWorkItemStatusResponse(CamelModel):
    """The service's answer to a status report."""

    unified_worker_response: dict[str, Any] | None = None
    """Answer to a unified worker in its own format."""
    work_item_service_states: list[WorkItemServiceState] | None = None
    """One entry per reported work item, in the order of the report."""


class ReportedParallelism(CamelModel):
    """How many ways an input can be read at once."""

    is_infinite: bool | None = None
    """Whether there is no limit; the value is then ignored."""
    value: float | None = None
    """Finite number of ways."""


class SeqMapTask(CamelModel):
    """A user function to run once, not in parallel."""

    inputs: list[SideInputInfo] | None = None
    """Data that the function reads."""
    name: str | None = None
    """Name that the user gives it."""
    output_infos: list[SeqMapTaskOutputInfo] | None = None
    """Results of the function."""
    stage_name: str | None = None
    """Stage that the task belongs to, as the system names it."""
    system_name: str | None = None
    """Name that the system gives it, unique in the workflow."""
    user_fn: dict[str, Any] | None = None
    """Function to run."""


class SeqMapTaskOutputInfo(CamelModel):
    """A result of a sequential task."""

    sink: Sink | None = None
    """Where the result goes."""
    tag: str | None = None
    """Tag under which user code emits it."""


class ShellTask(CamelModel):
    """A shell command for a worker."""

    command: str | None = None
    """Command line to run."""
    exit_code: int | None = None
    """Status that the command ended with."""


class SideInputInfo(CamelModel):
    """Extra data for a user function."""

    kind: dict[str, Any] | None = None
    """How to turn the elements into one value."""
    sources: list[Source] | None = None
    """Where to read the elements, in order; at least one."""
    tag: str | None = None
    """Tag under which user code reads it."""


class Sink(CamelModel):
    """A place to write records."""

    codec: dict[str, Any] | None = None
    """How to encode the records."""
    spec: dict[str, Any] | None = None
    """Which place, with its options."""


class Source(CamelModel):
    """A place to read records."""

    base_specs: list[dict[str, Any]] | None = None
    """Default options; later entries win, and spec wins over all."""
    codec: dict[str, Any] | None = None
    """How to decode the records."""
    does_not_need_splitting: bool | None = None
    """Hint that splitting would gain nothing."""
    metadata: SourceMetadata | None = None
    """Facts about the data, to save a later request."""
    spec: dict[str, Any] | None = None
    """Which place, with its options."""


class SourceFork(CamelModel):
    """Deprecated form of a source split."""

    primary: SourceSplitShard | None = None
    """Deprecated: part that the worker keeps."""
    primary_source: DerivedSource | None = None
    """Deprecated: part that the worker keeps, as a source."""
    residual: SourceSplitShard | None = None
    """Deprecated: part that goes back."""
    residual_source: DerivedSource | None = None
    """Deprecated: part that goes back, as a source."""


class SourceGetMetadataRequest(CamelModel):
    """A request for facts about a source."""

    source: Source | None = None
    """Which source to examine."""


class SourceGetMetadataResponse(CamelModel):
    """Facts found about a source."""

    metadata: SourceMetadata | None = None
    """What was found."""


class SourceMetadata(CamelModel):
    """Facts about a source that help to tune a pipeline."""

    estimated_size_bytes: Int64 | None = None
    """Rough size in external storage, in bytes, before decompression."""
    infinite: bool | None = None
    """Whether the source never ends."""
    produces_sorted_keys: bool | None = None
    """Whether keys come out in the order of their encoded form."""


class SourceOperationRequest(CamelModel):
    """Work to do on a source that the user defines."""

    get_metadata: SourceGetMetadataRequest | None = None
    """Details, if facts about it are wanted."""
    name: str | None = None
    """Read step, as the user names it."""
    original_name: str | None = None
    """Read step, as named in the unoptimized graph."""
    split: SourceSplitRequest | None = None
    """Details, if it is to be split."""
    stage_name: str | None = None
    """Stage that the work belongs to, as the system names it."""
    system_name: str | None = None
    """Read step, as the system names it."""


class SourceOperationResponse(CamelModel):
    """What came of work on a source that the user defines."""

    get_metadata: SourceGetMetadataResponse | None = None
    """Result, if facts about it were wanted."""
    split: SourceSplitResponse | None = None
    """Result, if it was to be split."""


class SourceSplitOptions(CamelModel):
    """Hints on how to split a source."""

    desired_bundle_size_bytes: Int64 | None = None
    """Rough size of each part in bytes."""
    desired_shard_size_bytes: Int64 | None = None
    """Deprecated: older name of desiredBundleSizeBytes."""


class SourceSplitRequest(CamelModel):
    """An order to cut a source into parts for parallel reading."""

    options: SourceSplitOptions | None = None
    """Hints on how to split."""
    source: Source | None = None
    """What to split."""


class SourceSplitResponse(CamelModel):
    """The parts that a split produced."""

    bundles: list[DerivedSource] | None = None
    """Parts, when a split took place; none means that the input is empty."""
    outcome: SourceSplitOutcome | None = None
    """Whether a split took place, or the source is used whole."""
    shards: list[SourceSplitShard] | None = None
    """Deprecated: older form of bundles."""


class SourceSplitShard(CamelModel):
    """Deprecated form of a part of a source."""

    derivation_mode: SourceDerivationMode | None = None
    """Deprecated: how the part relates to the source."""
    source: Source | None = None
    """Deprecated: description of the part."""


class SplitInt64(CamelModel):
    """A 64-bit integer in two halves, so that JSON loses no digits."""

    high_bits: int | None = None
    """Upper 32 bits, with the sign."""
    low_bits: int | None = None
    """Lower 32 bits, unsigned."""


class StateFamilyConfig(CamelModel):
    """A group of state that a computation keeps."""

    is_read: bool | None = None
    """Whether the group belongs to a read step."""
    state_family: str | None = None
    """Identifies the group."""


class StreamLocation(CamelModel):
    """Where a stream comes from or goes to."""

    custom_source_location: CustomSourceLocation | None = None
    """Details, if it is a user-defined source."""
    pubsub_location: PubsubLocation | None = None
    """Details, if it is in Pub/Sub."""
    side_input_location: StreamingSideInputLocation | None = None
    """Details, if it is a side input."""
    streaming_stage_location: StreamingStageLocation | None = None
    """Details, if it is another stage of the job."""


class StreamingApplianceSnapshotConfig(CamelModel):
    """How a worker takes part in a snapshot."""

    import_state_endpoint: str | None = None
    """Address from which to load state."""
    snapshot_id: str | None = None
    """Snapshot in progress, if any."""


class StreamingComputationConfig(CamelModel):
    """The instructions of one streaming computation."""

    computation_id: str | None = None
    """Identifies the computation in the job."""
    instructions: list[ParallelInstruction] | None = None
    """What it does, step by step."""
    stage_name: str | None = None
    """Stage that it belongs to."""
    system_name: str | None = None
    """Name that the system gives it."""
    transform_user_name_to_state_family: dict[str, str] | None = None
    """State group of each stateful transform, by the user's name for it."""


class StreamingComputationRanges(CamelModel):
    """The key ranges of one computation and their disks."""

    computation_id: str | None = None
    """Identifies the computation in the job."""
    range_assignments: list[KeyRangeDataDiskAssignment] | None = None
    """One entry per range."""


class StreamingComputationTask(CamelModel):
    """An order to start or stop streaming computations."""

    computation_ranges: list[StreamingComputationRanges] | None = None
    """Key ranges that it applies to."""
    data_disks: list[MountedDataDisk] | None = None
    """Disks that it applies to."""
    task_type: StreamingComputationTaskType | None = None
    """Whether to start or to stop."""


class StreamingConfigTask(CamelModel):
    """Settings for the streaming computations of a worker."""

    commit_stream_chunk_size_bytes: Int64 | None = None
    """Size of each piece sent when committing, in bytes."""
    get_data_stream_chunk_size_bytes: Int64 | None = None
    """Size of each piece sent when fetching data, in bytes."""
    max_work_item_commit_bytes: Int64 | None = None
    """Largest commit that the state store takes, in bytes."""
    operational_limits: StreamingOperationalLimits | None = None
    """Limits that the worker's output has to respect."""
    streaming_computation_configs: list[StreamingComputationConfig] | None = None
    """One entry per computation."""
    streaming_engine_state_tag_encoding_version: int | None = None
    """Format version of state tags for Streaming Engine."""
    user_step_to_state_family_name_map: dict[str, str] | None = None
    """State group of each user step."""
    user_worker_runner_v1_settings: Base64Url | None = None
    """Encoded settings for version 1 of the Java runner."""
    user_worker_runner_v2_settings: Base64Url | None = None
    """Encoded settings for version 2 of the runner."""
    windmill_service_endpoint: str | None = None
    """State store address to switch to, if any."""
    windmill_service_port: Int64 | None = None
    """Port that belongs to the new address."""


class StreamingOperationalLimits(CamelModel):
    """Size limits, in bytes, that the service sets on streaming jobs."""

    max_bag_element_bytes: Int64 | None = None
    """Limit on an element of a bag."""
    max_global_data_bytes: Int64 | None = None
    """Limit on an element of global data."""
    max_key_bytes: Int64 | None = None
    """Limit on a key."""
    max_production_output_bytes: Int64 | None = None
    """Limit on one output element."""
    max_sorted_list_element_bytes: Int64 | None = None
    """Limit on an element of a sorted list."""
    max_source_state_bytes: Int64 | None = None
    """Limit on one update of a source's state."""
    max_tag_bytes: Int64 | None = None
    """Limit on a state tag."""
    max_value_bytes: Int64 | None = None
    """Limit on a single state value."""


class StreamingSetupTask(CamelModel):
    """First instructions for a worker of a streaming job."""

    drain: bool | None = None
    """Whether the user wants the job drained."""
    receive_work_port: int | None = None
    """TCP port for messages from other workers."""
    snapshot_config: StreamingApplianceSnapshotConfig | None = None
    """How to take part in a snapshot."""
    streaming_computation_topology: TopologyConfig | None = None
    """Layout of the whole job."""
    worker_harness_port: int | None = None
    """TCP port for talking to the worker harness."""


class StreamingSideInputLocation(CamelModel):
    """The place of a side input in a streaming job."""

    state_family: str | None = None
    """State group that stores it."""
    tag: str | None = None
    """Identifies the side input in the job."""


class StreamingStageLocation(CamelModel):
    """A stream from one stage to another."""

    stream_id: str | None = None
    """Identifies the stream in the job."""


class StringList(CamelModel):
    """A metric value made of texts."""

    elements: list[str] | None = None
    """The texts."""


class TopologyConfig(CamelModel):
    """The layout of a streaming job over its workers."""

    computations: list[ComputationTopology] | None = None
    """Every computation of the job."""
    data_disk_assignments: list[DataDiskAssignment] | None = None
    """Disks of every machine."""
    forwarding_key_bits: int | None = None
    """Size in bits of the keys given to source messages."""
    persistent_state_version: int | None = None
    """Format version of the stored state."""
    user_stage_to_computation_name_map: dict[str, str] | None = None
    """Computation name of each user stage."""


class WorkItem(CamelModel):
    """A piece of a job that one worker runs under a lease."""

    configuration: str | None = None
    """Opaque settings for this piece."""
    id: Int64 | None = None
    """Identifies the piece."""
    initial_report_index: Int64 | None = None
    """Index to put in the first status report."""
    job_id: str | None = None
    """Job that the piece belongs to."""
    lease_expire_time: datetime | None = None
    """When the lease runs out."""
    map_task: MapTask | None = None
    """Details, if it is a parallel task."""
    packages: list[Package] | None = None
    """Files to install first."""
    project_id: str | None = None
    """Project that owns the job."""
    report_status_interval: SecondsDuration | None = None
    """How often to report."""
    seq_map_task: SeqMapTask | None = None
    """Details, if it is a sequential task."""
    shell_task: ShellTask | None = None
    """Details, if it is a shell command."""
    source_operation_task: SourceOperationRequest | None = None
    """Details, if it is work on a source."""
    streaming_computation_task: StreamingComputationTask | None = None
    """Details, if it starts or stops streaming computations."""
    streaming_config_task: StreamingConfigTask | None = None
    """Details, if it configures streaming computations."""
    streaming_setup_task: StreamingSetupTask | None = None
    """Details, if it sets up a streaming worker."""


class WorkItemServiceState(CamelModel):
    """What the service wants a worker to do with its leased work."""

    complete_work_status: Status | None = None
    """If present, end the work with this status, for example to abort it."""
    harness_data: dict[str, Any] | None = None
    """Extra data for this kind of worker."""
    hot_key_detection: HotKeyDetection | None = None
    """Notice that one key receives too much data."""
    lease_expire_time: datetime | None = None
    """When the lease now runs out."""
    metric_short_id: list[MetricShortId] | None = None
    """Short numbers to use for metrics in later reports."""
    next_report_index: Int64 | None = None
    """Index for the next report, and for any retry of it."""
    report_status_interval: SecondsDuration | None = None
    """How often to report from now on."""
    split_request: ApproximateSplitRequest | None = None
    """Point at which to give away the rest of the work."""
    suggested_stop_point: ApproximateProgress | None = None
    """Deprecated: older form of splitRequest."""
    suggested_stop_position: Position | None = None
    """Obsolete and always empty. Deprecated."""


class WorkItemStatus(CamelModel):
    """How far a worker is with one piece of work."""

    completed: bool | None = None
    """Whether the work is over, with success or without."""
    counter_updates: list[CounterUpdate] | None = None
    """New counter values."""
    dynamic_source_split: DynamicSourceSplit | None = None
    """Split of a user-defined source that the worker made."""
    errors: list[Status] | None = None
    """What went wrong; with completed true, the work has failed."""
    metric_updates: list[MetricUpdate] | None = None
    """Deprecated: older form of counterUpdates."""
    progress: ApproximateProgress | None = None
    """Deprecated: older form of reportedProgress."""
    report_index: Int64 | None = None
    """Index that the service gave for this report; any other is rejected."""
    reported_progress: ApproximateReportedProgress | None = None
    """Share of the work done and left."""
    requested_lease_duration: SecondsDuration | None = None
    """How long the worker wants to keep the lease."""
    source_fork: SourceFork | None = None
    """Deprecated: older form of dynamicSourceSplit."""
    source_operation_response: SourceOperationResponse | None = None
    """Result, if the work was on a source."""
    stop_position: Position | None = None
    """Point at which the worker split its input and now stops."""
    total_throttler_wait_time_seconds: float | None = None
    """Seconds lost to throttling by other systems."""
    work_item_id: str | None = None
    """Piece of work that the report is about."""


class WriteInstruction(CamelModel):
    """A step that writes records."""

    input: InstructionInput | None = None
    """Records to write."""
    sink: Sink | None = None
    """Where to write."""
