"""Targets: each turns the model of an API into files. Found by the entry point group
``specmill.targets``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol

from specmill.model.api import Api
from specmill.values import dataclass

__all__ = ["Target", "TargetInput", "constraint_words", "docs", "kcl", "models", "python"]


@dataclass(frozen=True, slots=True)
class TargetInput:
    """What a target works from."""

    api: Api
    normal_form: Callable[[], bytes]
    """Writes the OpenAPI 3.1 document as JSON, for targets that hand it to another tool."""
    package: str
    """Import name of the package, or name of the folder that the target fills."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The target's table of the configuration."""
    templates: tuple[Path, ...] = ()
    """The user's template folders for this target, first one first."""
    own_code: Mapping[str, str] = field(default_factory=dict)
    """Modules of the package's ``_custom``: POSIX path from there to text."""
    facts: Callable[[], bytes] = bytes
    """Writes the document without its prose, for code that checks by it."""


class Target(Protocol):
    """A kind of output."""

    @property
    def name(self) -> str:
        """Name in ``targets = […]`` and of the folder under ``out``."""
        ...

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return the files: POSIX path relative to the package's folder → content.

        Raises:
            SpecmillError: The API or the settings cannot be turned into this kind of output.
        """
        ...
