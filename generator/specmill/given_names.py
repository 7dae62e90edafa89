"""Names from an earlier run, which a later one keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class GivenNames:
    """The names of an API's operations and models that its spec does not spell out."""

    operations: Mapping[str, str] = field(default_factory=dict)
    """Operation id to resource and method as words, dots between: ``pipeline runs.list``."""
    models: Mapping[str, str] = field(default_factory=dict)
    """Model key to its name as words."""
