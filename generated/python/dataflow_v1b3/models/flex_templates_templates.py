"""Models that `flex_templates` and `templates` share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel

ParameterMetadataParamType: TypeAlias = (
    Literal[
        "DEFAULT",
        "TEXT",
        "GCS_READ_BUCKET",
        "GCS_WRITE_BUCKET",
        "GCS_READ_FILE",
        "GCS_WRITE_FILE",
        "GCS_READ_FOLDER",
        "GCS_WRITE_FOLDER",
        "PUBSUB_TOPIC",
        "PUBSUB_SUBSCRIPTION",
        "BIGQUERY_TABLE",
        "JAVASCRIPT_UDF_FILE",
        "SERVICE_ACCOUNT",
        "MACHINE_TYPE",
        "KMS_KEY_NAME",
        "WORKER_REGION",
        "WORKER_ZONE",
        "BOOLEAN",
        "ENUM",
        "NUMBER",
        "KAFKA_TOPIC",
        "KAFKA_READ_TOPIC",
        "KAFKA_WRITE_TOPIC",
    ]
    | str
)
"""- `KAFKA_TOPIC`: Deprecated."""

SDKInfoLanguage: TypeAlias = Literal["UNKNOWN", "JAVA", "PYTHON", "GO", "YAML"] | str


class ParameterMetadata(CamelModel):
    """How a template parameter is shown and checked."""

    custom_metadata: dict[str, str] | None = None
    """Further facts about the parameter."""
    default_value: str | None = None
    """Value to start with; if empty, the type's own, such as false."""
    enum_options: list[ParameterMetadataEnumOption] | None = None
    """Choices for the ENUM type."""
    group_name: str | None = None
    """Heading to show the parameter under; ignored when there is a parent."""
    help_text: str | None = None
    """Explanation for the person who fills it in."""
    hidden_ui: bool | None = None
    """Whether user interfaces leave it out."""
    is_optional: bool | None = None
    """Whether it may be left out; false by default."""
    label: str | None = None
    """Title to show."""
    name: str | None = None
    """Key to use in a launch request."""
    param_type: ParameterMetadataParamType | None = None
    """Kind of value, which also selects the input control."""
    parent_name: str | None = None
    """Parameter that decides whether this one is shown."""
    parent_trigger_values: list[str] | None = None
    """Values of the parent that reveal this one; if empty, any value does."""
    regexes: list[str] | None = None
    """Patterns that the value has to match."""


class ParameterMetadataEnumOption(CamelModel):
    """A choice for a template parameter."""

    description: str | None = None
    """Explanation of the choice."""
    label: str | None = None
    """Title to show."""
    value: str | None = None
    """Value that the choice stands for."""


class SDKInfo(CamelModel):
    """The SDK that a template is built with."""

    language: SDKInfoLanguage | None = None
    """Programming language."""
    version: str | None = None
    """Release of the SDK."""


class TemplateMetadata(CamelModel):
    """What a template is for and which parameters it takes."""

    default_streaming_mode: str | None = None
    """EXACTLY_ONCE or AT_LEAST_ONCE, where the template supports both."""
    description: str | None = None
    """Purpose of the template."""
    name: str | None = None
    """Title of the template."""
    parameters: list[ParameterMetadata] | None = None
    """Parameters that a launch can set."""
    streaming: bool | None = None
    """Whether it starts a streaming job."""
    supports_at_least_once: bool | None = None
    """Whether it can process messages at least once."""
    supports_exactly_once: bool | None = None
    """Whether it can process messages exactly once."""
    yaml_definition: str | None = None
    """Reserved."""
