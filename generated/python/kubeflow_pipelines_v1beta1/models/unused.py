"""Models that no operation uses."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

ProtobufNullValue: TypeAlias = Literal["NULL_VALUE"] | str
"""The single value that stands for null. The server's default is `NULL_VALUE`."""

ProtobufListValue: TypeAlias = list[Any]
"""List of values that need not share a type."""

ProtobufStruct: TypeAlias = dict[str, Any]
"""Object whose fields can hold values of any type."""
