"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .accounts import Account, Owner, Token

__all__: list[str] = ["Account", "Owner", "Token"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Account": ".accounts",
    },
)
