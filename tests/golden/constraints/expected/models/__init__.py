"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .settings import Settings, SettingsType
    from .tools import Change, LendToolRequest, Tool, ToolKind, ToolLevel

__all__: list[str] = ["Settings", "SettingsType"]
__all__ += ["Change", "LendToolRequest", "Tool", "ToolKind", "ToolLevel"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Settings": ".settings",
        "Change": ".tools",
    },
)
