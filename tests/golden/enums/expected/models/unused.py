"""Models that no operation uses."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Level: TypeAlias = Literal[10, 20] | int

Shade: TypeAlias = Literal[0, 1] | int
"""- `0`: Dark. At night.
- `1`: VeryBright.
"""

Maybe: TypeAlias = Literal["yes", "no"] | str | None


class ShadeValues:
    """The values of Shade by their names."""

    DARK: Final = 0
    """At night."""
    VERY_BRIGHT: Final = 1
