"""Models that 11 resources share."""

from __future__ import annotations

from typing import Literal, TypeAlias

Xgafv: TypeAlias = Literal["1", "2"] | str

Alt: TypeAlias = Literal["json", "media", "proto"] | str
