"""Models that no operation uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

ProtobufNullValue: TypeAlias = Literal["NULL_VALUE"] | str
"""The single value that stands for null. The server's default is `NULL_VALUE`."""
