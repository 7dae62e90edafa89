"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import TYPE_CHECKING, attach

# `__all__` lists the public names. flake8 and ruff read the next line.
# flake8: noqa: F403, F405
if TYPE_CHECKING:
    from .common import *
    from .media import *
    from .pictures import *

# fmt: off
__all__ = [
    "Alt",
    "Media",
    "Picture", "PictureSize",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
    __getattr__, __dir__ = attach(
        __name__,
        __all__,
        {
            "Alt": ".common",
            "Media": ".media",
            "Picture": ".pictures",
        },
    )
