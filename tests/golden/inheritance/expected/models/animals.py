"""Models of `animals`."""

from __future__ import annotations

from .._runtime.models import CamelModel


class Animal(CamelModel):
    animal_type: str

    name: str | None = None


class Bird(CamelModel):
    animal_type: str

    name: str | None = None

    wingspan: float | None = None


class Fish(CamelModel):
    animal_type: str

    name: str | None = None

    depth: int | None = None


class Penguin(CamelModel):
    animal_type: str

    name: str | None = None

    wingspan: float | None = None

    colony: str | None = None
