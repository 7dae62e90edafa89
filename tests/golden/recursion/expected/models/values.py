"""Models of `values`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from typing_extensions import TypeAliasType

if TYPE_CHECKING:
    Value: TypeAlias = "str | ValueList | dict[str, Value]"
else:  # a plain alias cannot contain itself when it runs
    Value = TypeAliasType("Value", "str | ValueList | dict[str, Value]")
"""A string, or values in a list or by name."""

if TYPE_CHECKING:
    ValueList: TypeAlias = "list[Value]"
else:  # a plain alias cannot contain itself when it runs
    ValueList = TypeAliasType("ValueList", "list[Value]")
