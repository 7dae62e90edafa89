"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import Model
from .stores import Store


class Inventory(Model, hide_input_in_errors=True):
    count: int
    stores: list[Store] | None = None
