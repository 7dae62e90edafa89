"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .chats import Answer, Message, Word
    from .common import Problem
    from .news import Rain, Wind
    from .rows import Row

__all__: list[str] = ["Answer", "Message", "Word"]
__all__ += ["Problem"]
__all__ += ["Rain", "Wind"]
__all__ += ["Row"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Answer": ".chats",
        "Problem": ".common",
        "Rain": ".news",
        "Row": ".rows",
    },
)
