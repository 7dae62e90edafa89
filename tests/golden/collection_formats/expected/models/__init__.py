"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .things import ThingResourceKeyType

__all__ = [
    "ThingResourceKeyType",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "ThingResourceKeyType": ".things",
    },
)
