"""Models of `things`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ThingResourceKeyType: TypeAlias = Literal["A", "B"] | str
