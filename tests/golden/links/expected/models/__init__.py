"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .users import User, UserAddress

__all__: list[str] = ["User", "UserAddress"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "User": ".users",
    },
)
