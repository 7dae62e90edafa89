"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .settings import Choice, Level, Settings, SettingsMode

__all__: list[str] = ["Choice", "Level", "Settings", "SettingsMode"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Choice": ".settings",
    },
)
