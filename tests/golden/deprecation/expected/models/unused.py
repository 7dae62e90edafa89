"""Models that no operation uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

OldKind: TypeAlias = Literal["a", "b"] | str
"""Deprecated."""
