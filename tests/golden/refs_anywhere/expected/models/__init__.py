"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
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

__all__: list[str] = ["Code", "CreatedResponse", "ListOrdersResponse", "ListOrdersResponseCursor"]
__all__ += ["Order", "OrderMoney", "OrderNested", "OrderState"]
__all__ += ["Grid"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Code": ".orders",
        "Grid": ".unused",
    },
)
