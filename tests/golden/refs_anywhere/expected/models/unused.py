"""Models that no operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from typing_extensions import TypeAliasType

if TYPE_CHECKING:
    Grid: TypeAlias = "dict[str, Grid]"
else:  # a plain alias cannot contain itself when it runs
    Grid = TypeAliasType("Grid", "dict[str, Grid]")
