"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .logins import CreateLoginRequest
    from .pictures import Picture

__all__: list[str] = ["CreateLoginRequest"]
__all__ += ["Picture"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "CreateLoginRequest": ".logins",
        "Picture": ".pictures",
    },
)
