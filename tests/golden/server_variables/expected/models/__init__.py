"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

__all__: list[str] = []

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {},
)
