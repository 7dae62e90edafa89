"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .trees import Branch, Leaf, Node, NodeInner
    from .values import Value, ValueList

__all__: list[str] = ["Branch", "Leaf", "Node", "NodeInner"]
__all__ += ["Value", "ValueList"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Branch": ".trees",
        "Value": ".values",
    },
)
