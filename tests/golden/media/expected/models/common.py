"""Models that `media` and `pictures` share."""

from __future__ import annotations

from typing import Literal, TypeAlias

Alt: TypeAlias = Literal["json", "media"] | str
