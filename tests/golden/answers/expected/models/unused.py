"""Models that no operation uses."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.data.formats import Base64

Content: TypeAlias = Base64
