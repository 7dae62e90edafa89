"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import Alt
    from .media import Media
    from .pictures import Picture, PictureSize

__all__: list[str] = ["Alt"]
__all__ += ["Media"]
__all__ += ["Picture", "PictureSize"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Alt": ".common",
        "Media": ".media",
        "Picture": ".pictures",
    },
)
