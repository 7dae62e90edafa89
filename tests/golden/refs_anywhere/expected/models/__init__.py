"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .orders import (
        Code,
        CreatedResponse,
        ListOrdersResponse,
        ListOrdersResponseCursor,
        Order,
        OrderMoney,
        OrderNested,
        OrderState,
    )
    from .unused import Grid

__all__ = [
    "Code",
    "CreatedResponse",
    "Grid",
    "ListOrdersResponse",
    "ListOrdersResponseCursor",
    "Order",
    "OrderMoney",
    "OrderNested",
    "OrderState",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Code": ".orders",
        "CreatedResponse": ".orders",
        "Grid": ".unused",
        "ListOrdersResponse": ".orders",
        "ListOrdersResponseCursor": ".orders",
        "Order": ".orders",
        "OrderMoney": ".orders",
        "OrderNested": ".orders",
        "OrderState": ".orders",
    },
)
