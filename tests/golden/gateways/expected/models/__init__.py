"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .boxes import Box
    from .common import ProtobufAny, RpcStatus
    from .files import HttpBody
    from .watch import Event

__all__: list[str] = ["Box"]
__all__ += ["ProtobufAny", "RpcStatus"]
__all__ += ["HttpBody"]
__all__ += ["Event"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Box": ".boxes",
        "ProtobufAny": ".common",
        "HttpBody": ".files",
        "Event": ".watch",
    },
)
