"""Normal form of an earlier run, as far as it is on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from specmill.config import ApiConfig
from specmill.pipeline.lock.file import located


def earlier_bytes(root: Path, config: ApiConfig) -> bytes:
    """Return the normal form that the last run wrote; nothing where there is none."""
    try:
        return located(root, config.normal_form).read_bytes() if config.normal_form else b""
    except OSError:
        return b""


def earlier_document(root: Path, config: ApiConfig) -> dict[str, Any] | None:
    """Return the normal form that the last run wrote; None where it cannot be read."""
    try:
        found = orjson.loads(earlier_bytes(root, config))
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None
