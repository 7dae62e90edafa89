"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lists import List
    from .names import LiteralModel, Names
    from .resource import ModelModel
    from .shared_request import AnyModel, Mapping, Request
    from .unused import List2, Omit, Optional, Page, Resource

__all__ = [
    "AnyModel",
    "List",
    "List2",
    "LiteralModel",
    "Mapping",
    "ModelModel",
    "Names",
    "Omit",
    "Optional",
    "Page",
    "Request",
    "Resource",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "AnyModel": ".shared_request",
        "List": ".lists",
        "List2": ".unused",
        "LiteralModel": ".names",
        "Mapping": ".shared_request",
        "ModelModel": ".resource",
        "Names": ".names",
        "Omit": ".unused",
        "Optional": ".unused",
        "Page": ".unused",
        "Request": ".shared_request",
        "Resource": ".unused",
    },
)
