"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .animals import AnyAnimal, Bird


class Zoo(CamelModel):
    star: AnyAnimal | None = None
    animals: list[AnyAnimal] | None = None
    aviary: list[Bird] | None = None
