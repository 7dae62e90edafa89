"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .colours import Color
    from .others import Filter, FilterSize, Query, QuerySize

__all__: list[str] = ["Color"]
__all__ += ["Filter", "FilterSize", "Query", "QuerySize"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Color": ".colours",
        "Filter": ".others",
    },
)
