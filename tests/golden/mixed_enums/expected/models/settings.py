"""Models of `settings`."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from .._runtime.data.models import Model

SettingsMode: TypeAlias = Literal["auto", 0, True] | str | int
Level: TypeAlias = Literal["low", 1] | str | int | None


class Settings(Model):
    version: float = 1.5
    """Only `1.5`."""
    mode: SettingsMode | None = None
    ratio: Literal[1] | int | float | None = None
    """One of `0.5`, `1`, `1.5`."""
    preset: Literal["low"] | str | dict[str, Any] | list[Literal[1, 2] | int] | None = None
    """One of `low`, `{"level": 3}`, `[1, 2]`."""
    empty: None = None
    origin: dict[str, Any] | None = None
    """Only `{"x": 0, "y": 0}`."""
    corners: list[Literal[1, 2] | int] | None = None
    """Only `[1, 2]`."""
    flags: Literal[True, False] | None = None
    level: Level | None = None
    choice: Choice | None = None
    size: str | int | list[str] | None = None
    content: str | date | None = None
    timeout: int | None = None


Choice: TypeAlias = float
"""One of two fractions. One of `0.25`, `0.75`."""
