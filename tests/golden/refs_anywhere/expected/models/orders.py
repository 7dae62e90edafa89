"""Models of `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from typing_extensions import TypeAliasType

from .._runtime.data.models import CamelModel

OrderState: TypeAlias = Literal["open", "done"] | str


class OrderMoney(CamelModel):
    amount: float | None = None
    unit: str | None = None


class Order(CamelModel):
    id: str
    """At least 5 characters."""
    state: OrderState | None = None
    price: OrderMoney | None = None
    """Before tax."""
    tax: OrderMoney | None = None
    tree: OrderNested | None = None
    code: Code | None = None
    short_code: str | None = None
    """At most 4 characters, matches `^[A-Z]+$`."""


class ListOrdersResponse(CamelModel):
    orders: list[Order] | None = None
    cursor: ListOrdersResponseCursor | None = None


class ListOrdersResponseCursor(CamelModel):
    page: int | None = None
    """At least 1."""


class CreatedResponse(CamelModel):
    order: Order | None = None
    cursor: ListOrdersResponseCursor | None = None


if TYPE_CHECKING:
    OrderNested: TypeAlias = "list[OrderNested]"
else:  # a plain alias cannot contain itself when it runs
    OrderNested = TypeAliasType("OrderNested", "list[OrderNested]")

Code: TypeAlias = str
"""At most 8 characters, matches `^[A-Z]+$`. The server's default is `NONE`."""
