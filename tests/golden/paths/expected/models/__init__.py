"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parcels import Parcel

__all__ = [
    "Parcel",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Parcel": ".parcels",
    },
)
