"""Models of `lamps`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

Power: TypeAlias = Literal["POWER_UNSPECIFIED", "POWER_ON", "POWER_OFF"] | str
"""Whether it shines.

- `POWER_ON`: It shines.
- `POWER_OFF`: It does not. Deprecated.
"""

LampColour: TypeAlias = Literal["RED", "GREEN", "BLUE"] | str
LampLevel: TypeAlias = Literal[1, 2, 3] | int
LampMood: TypeAlias = Literal["calm", "loud"] | str
LampMixed: TypeAlias = Literal["auto", 0, 1] | str | int
LampAlways: TypeAlias = Literal["steady", "blinking"] | str
LampTint: TypeAlias = Literal["warm", "cold"] | str
LampComposed: TypeAlias = Literal["a", "b"] | str
LampOdd: TypeAlias = Literal["", "with space", "it's", "1st"] | str
LampSort: TypeAlias = Literal["asc", "desc"] | str
LampGlow: TypeAlias = Literal["low", "high"] | str


class Lamp(Model):
    power: Power | None = None
    colour: LampColour | None = None
    level: LampLevel | None = None
    mood: LampMood | None = None
    kind: Literal["lamp"] | None = None
    single: Literal["lamp"] | str | None = None
    flag: Literal[True, False] | None = None
    mixed: LampMixed | None = None
    always: LampAlways | None = None
    """The server's default is `steady`."""
    nothing: None = None
    tint: LampTint | str | None = None
    """It may grow. The server's default is `warm`."""
    composed: LampComposed | None = None
    odd: LampOdd | None = None
