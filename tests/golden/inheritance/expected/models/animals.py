"""Models of `animals`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel
from .._runtime.data.unions import Tagged, UnionTag


class Animal(CamelModel):
    animal_type: str
    name: str | None = None


class Bird(CamelModel):
    animal_type: Annotated[Literal["Bird"], UnionTag(is_open=True)] = "Bird"
    name: str | None = None
    wingspan: float | None = None


class Fish(CamelModel):
    animal_type: Annotated[Literal["Fish"], UnionTag(is_open=True)] = "Fish"
    name: str | None = None
    depth: int | None = None


class Penguin(CamelModel):
    animal_type: Annotated[Literal["Penguin"], UnionTag(is_open=True)] = "Penguin"
    name: str | None = None
    wingspan: float | None = None
    colony: str | None = None


AnyAnimal: TypeAlias = Annotated[
    Bird | Fish | Penguin | Animal,
    Tagged("animalType", {"Bird": Bird, "Fish": Fish, "Penguin": Penguin}, Animal),
]
