"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .things import ThingResourceKeyType

__all__: list[str] = ["ThingResourceKeyType"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "ThingResourceKeyType": ".things",
    },
)
