"""Models that no operation uses."""

from __future__ import annotations

from typing import Annotated

from .._runtime.models import CamelModel
from .._runtime.unions import Tagged
from .animals import Animal, Bird, Fish, Penguin


class Zoo(CamelModel):
    star: (
        Annotated[
            Bird | Fish | Penguin | Animal,
            Tagged("animalType", {"Bird": Bird, "Fish": Fish, "Penguin": Penguin}, Animal),
        ]
        | None
    ) = None

    animals: (
        list[
            Annotated[
                Bird | Fish | Penguin | Animal,
                Tagged("animalType", {"Bird": Bird, "Fish": Fish, "Penguin": Penguin}, Animal),
            ]
        ]
        | None
    ) = None

    aviary: list[Bird] | None = None
