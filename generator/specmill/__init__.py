"""Typed Python SDKs from API specs of any family: the generator and its Python interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specmill.version import __version__

if TYPE_CHECKING:
    from specmill.pipeline.api import generate as generate

__all__ = ["__version__", "generate"]


def __getattr__(name: str) -> object:
    """Import the pipeline only for those who call it: the command line starts without it."""
    if name == "generate":
        from specmill.pipeline.api import generate  # noqa: PLC0415

        return generate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
