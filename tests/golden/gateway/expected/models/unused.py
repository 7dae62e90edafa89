"""Models that no operation uses."""

from __future__ import annotations

from typing import Any, TypeAlias

ProtobufAny: TypeAlias = dict[str, Any]
