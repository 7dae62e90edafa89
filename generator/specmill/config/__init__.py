"""Configuration of a workspace: ``specmill.toml`` as frozen values, every key checked."""

from specmill.config.editing import with_values
from specmill.config.positions import position
from specmill.config.reading import OVERLAY, find_workspace, load, parse
from specmill.config.workspace import (
    FILE_NAME,
    AcceptedChange,
    ApiConfig,
    DiffConfig,
    RuleLevel,
    Shard,
    TargetConfig,
    Upstream,
    Workspace,
    package_name,
    single,
)

__all__ = [
    "FILE_NAME",
    "OVERLAY",
    "AcceptedChange",
    "ApiConfig",
    "DiffConfig",
    "RuleLevel",
    "Shard",
    "TargetConfig",
    "Upstream",
    "Workspace",
    "find_workspace",
    "load",
    "package_name",
    "parse",
    "position",
    "schema",
    "single",
    "with_values",
]
