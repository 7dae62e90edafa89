"""Models that no operation uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

Level: TypeAlias = Literal[10, 20] | int
Maybe: TypeAlias = Literal["yes", "no"] | str | None
