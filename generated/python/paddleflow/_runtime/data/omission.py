"""Omitted arguments, which are not sent; ``None`` is null on the wire."""

from __future__ import annotations

from typing import Final, Literal, final


@final
class Omit:
    """Type of :data:`omit`, for annotations such as ``str | Omit``."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"  # copies and pickles are the one instance again


omit: Final = Omit()
"""Leave the argument out of the request."""
