"""Description of an API as plain data: inspected, compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic
from specmill.given_names import GivenNames
from specmill.pipeline.lock import Lock, load_lock
from specmill.pipeline.understanding import understand
from specmill.targets.python.inspect import describe


def view(root: Path, config: ApiConfig) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Describe an API: what ``specmill inspect --json`` prints, and the findings.

    Raises:
        SpecmillError: The spec is not usable.
    """
    understood = understand(root, config, _given(root, config), complete=False)
    return describe(understood.api, config.package, client=config.client), understood.findings


def _given(root: Path, config: ApiConfig) -> GivenNames | None:
    """Return the names that the last run of a workspace gave; a single spec has none."""
    lock = load_lock(root) if config.normal_form else Lock()
    return lock.apis[config.name].names if config.name in lock.apis else None
