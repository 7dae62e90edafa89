"""Models that `checks` and `stores` share."""

from __future__ import annotations

from typing import TypeAlias

Password: TypeAlias = str
