"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .payments import Payment, PaymentKind
    from .unused import (
        Contact,
        Named,
        NamedWithName,
        NamedWithNumber,
        Parcel,
        ParcelLarge,
        ParcelSmall,
    )

__all__: list[str] = ["Payment", "PaymentKind"]
__all__ += ["Contact", "Named", "NamedWithName", "NamedWithNumber", "Parcel", "ParcelLarge"]
__all__ += ["ParcelSmall"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Payment": ".payments",
        "Contact": ".unused",
    },
)
