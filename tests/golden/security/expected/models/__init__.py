"""The models of this API; each loads on first use."""

from __future__ import annotations

__all__: list[str] = []
