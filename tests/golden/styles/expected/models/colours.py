"""Models of `colours`."""

from __future__ import annotations

from typing import TypeAlias

Color: TypeAlias = str | list[str] | dict[str, int]
