"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .lists import List
    from .names import LiteralModel, Names
    from .resource import ModelModel
    from .shared_request import AnyModel, Mapping, Request
    from .unused import List2, Omit, Optional, Page, Resource

__all__: list[str] = ["List"]
__all__ += ["LiteralModel", "Names"]
__all__ += ["ModelModel"]
__all__ += ["AnyModel", "Mapping", "Request"]
__all__ += ["List2", "Omit", "Optional", "Page", "Resource"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "List": ".lists",
        "LiteralModel": ".names",
        "ModelModel": ".resource",
        "AnyModel": ".shared_request",
        "List2": ".unused",
    },
)
