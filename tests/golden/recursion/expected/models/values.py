"""Models of `values`."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Value = TypeAliasType("Value", "str | ValueList | dict[str, Value]")
"""A string, or values in a list or by name."""

ValueList = TypeAliasType("ValueList", "list[Value]")
