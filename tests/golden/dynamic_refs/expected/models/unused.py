"""Models that no operation uses."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import Model


class List(Model):
    """Some things of one kind."""

    items: list[Any]
    first: Slot | None = None
    total: int | None = None


class Slot(Model):
    holds: Any = None


class Tree(Model):
    label: str | None = None
    children: list[Tree] | None = None


class WeightedTree(Model):
    """A tree whose branches are weighted, too."""

    label: str | None = None
    children: list[WeightedTree] | None = None
    weight: float
