"""Type adapters of pydantic, for types that are not models; made once each."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _cached(target: Any) -> TypeAdapter[Any]:
    return TypeAdapter(target)


def type_adapter(target: Any) -> TypeAdapter[Any]:
    """Return the adapter of any type form, such as ``list[Job]`` or ``Job | None``."""
    try:
        return _cached(target)
    except TypeError:  # annotations that have no hash
        return TypeAdapter(target)
